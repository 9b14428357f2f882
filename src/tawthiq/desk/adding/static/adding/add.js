// Adding: the text is read as one types, and dropped files are sent one by one.
import { formWord, ready } from "/static/desk/page.js";

const PAUSE = 600; // milliseconds without a key before the text is read
const form = document.getElementById("adding");
const live = document.getElementById("live");
const sent = document.getElementById("sent");
const drop = document.getElementById("drop");
let timer = 0;
let asked = 0;

function said() {
  const told = new FormData();
  for (const name of ["published", "outlet", "language"]) {
    told.set(name, form.elements[name].value);
  }
  return told;
}

function post(address, body) {
  const headers = { "X-CSRFToken": formWord() };
  return fetch(address, { method: "POST", body, headers });
}

async function readNow() {
  const turn = ++asked;
  const body = said();
  body.set("text", form.elements.text.value);
  live.setAttribute("aria-busy", "true");
  try {
    const answer = await post(form.dataset.live, body);
    const html = await answer.text();
    if (turn === asked) { // an answer that was overtaken is dropped
      if (answer.ok) { live.innerHTML = html; } else { live.textContent = form.dataset.fault; }
    }
  } catch {
    if (turn === asked) { live.textContent = form.dataset.fault; }
  }
  if (turn === asked) {
    live.setAttribute("aria-busy", "false");
    live.dataset.read = String(turn);
  }
}

function readSoon() {
  clearTimeout(timer);
  timer = setTimeout(readNow, PAUSE);
}

for (const name of ["text", "published", "outlet", "language"]) {
  form.elements[name].addEventListener("input", readSoon);
}
if (form.elements.text.value) { readSoon(); }

// Folders come as trees: each of their files is sent by itself.
async function filesOf(entry) {
  if (entry.isFile) {
    return [await new Promise((give, fail) => entry.file(give, fail))];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((give, fail) => reader.readEntries(give, fail));
    if (!some.length) { break; }
    for (const one of some) { found.push(...await filesOf(one)); }
  }
  return found;
}

function line(name) {
  const item = document.createElement("li");
  const title = document.createElement("bdi");
  const state = document.createElement("span");
  title.textContent = name;
  state.textContent = form.dataset.sending;
  item.append(title, state);
  sent.append(item);
  return { item, state };
}

async function send(files) {
  for (const file of files) {
    if (file.name.startsWith(".")) { continue; }
    const { item, state } = line(file.name);
    const body = said();
    body.set("documents", file, file.name);
    try {
      const answer = await post(form.dataset.file, body);
      const told = await answer.json();
      if (answer.ok) {
        const link = document.createElement("a");
        link.href = told.address;
        link.textContent = form.dataset.sent;
        state.replaceChildren(link);
      } else {
        state.textContent = `${form.dataset.refused}: ${told.faults.join(" ")}`;
      }
    } catch {
      state.textContent = form.dataset.refused;
    }
    item.dataset.done = "yes";
  }
}

document.getElementById("drop-here").hidden = false;
document.getElementById("folder-choice").hidden = false;
document.getElementById("folder").addEventListener("change", (event) => {
  send([...event.target.files]);
});
for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("adding-over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("adding-over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("adding-over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
  for (const entry of entries.filter(Boolean)) { await send(await filesOf(entry)); }
});
ready();
