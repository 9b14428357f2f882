// Hits as one types: the page itself is asked for and its results are put in place, so
// that it says the same with and without this script.
const form = document.querySelector("form.seek");
const results = document.getElementById("results");
let turn = 0;
let later = 0;

async function ask() {
  const mine = ++turn;
  const told = new URLSearchParams(new FormData(form));
  for (const [key, value] of [...told]) {
    if (!value) {
      told.delete(key);
    }
  }
  const address = `${form.getAttribute("action")}?${told}`;
  const answer = await fetch(address, { headers: { "X-Typed": "1" } });
  if (!answer.ok || answer.redirected || mine !== turn) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("results");
  const query = page.querySelector("input[name=query]");
  if (fresh === null || mine !== turn) {
    return;
  }
  results.replaceChildren(...document.importNode(fresh, true).childNodes);
  document.querySelector("input[name=query]").value = query.value;
  history.replaceState(null, "", address);
  document.body.dataset.searched = told.get("q") ?? "";
}

form.addEventListener("input", () => {
  clearTimeout(later);
  later = setTimeout(() => ask().catch(() => {}), 180);
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.code === "Slash" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
});
