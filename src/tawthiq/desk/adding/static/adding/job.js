// Jobs: as long as one moves, its own counts are asked for again.
import { ready } from "/static/desk/page.js";

const PAUSE = 2000; // milliseconds between two looks

async function look() {
  const old = document.getElementById("job");
  if (!("moving" in old.dataset)) { return; }
  try {
    const answer = await fetch(location.href);
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      old.replaceWith(page.getElementById("job"));
    }
  } catch {
    // The desk is away, or the page is being left: the next look tells.
  }
  setTimeout(look, PAUSE);
}
setTimeout(look, PAUSE);
ready();
