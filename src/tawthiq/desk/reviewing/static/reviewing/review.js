// Reviewing by keyboard: what a person rules goes to the desk, which answers with the
// part of the page that has changed. Without this script each button is a form.

import { formWord, ready } from "/static/desk/page.js";
import { actionOf, change, letLettersAct, lettersAct, reset, show } from "./keys.js";
import { light, marksOf, rowOf, targetsAt } from "./looking.js";
import { selectedSpan } from "./offsets.js";
import * as words from "./words.js";

const review = document.getElementById("review");
const adder = document.getElementById("adder");
const dialog = document.getElementById("keys");
const said = document.getElementById("said");
let current = "";
let busy = false;
let changing = "";

const rows = () => [...review.querySelectorAll(".row")];

function select(target, { focus = true } = {}) {
  rowOf(review, current)?.classList.remove("current");
  current = target;
  light(review, target ? [target] : [], "chosen");
  const row = rowOf(review, target);
  row?.classList.add("current");
  if (row && focus) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    marksOf(review, target)[0]?.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const all = rows();
  const at = all.findIndex((row) => row.dataset.target === current);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) {
    select(next.dataset.target);
  }
}

/** After a ruling: the next value on which nobody ruled, else the one after. */
function nextOpen() {
  const all = rows();
  const at = all.findIndex((row) => row.dataset.target === current);
  const open = (row) => row.dataset.state === "open";
  const next = all.slice(at + 1).find(open) ?? all.find(open) ?? all[at];
  if (next) {
    select(next.dataset.target);
  }
}

function mostDoubtful() {
  const sure = (row) => Number(row.dataset.sure || 1);
  const open = rows().filter((r) => r.dataset.state === "open" && r.dataset.target !== current);
  const next = open.sort((a, b) => sure(a) - sure(b))[0];
  if (next) {
    select(next.dataset.target);
  }
}

async function fetchPart(address, options = {}) {
  busy = true;
  try {
    const answer = await fetch(address, {
      ...options,
      headers: { "X-Part": "review", "X-CSRFToken": formWord() },
      redirect: "follow",
    });
    if (answer.headers.get("X-Next")) {
      location.assign(answer.headers.get("X-Next"));
      return true;
    }
    if (!answer.headers.get("Content-Type")?.startsWith("text/html") || answer.redirected) {
      location.reload();
      return false;
    }
    if (answer.status !== 200 && answer.status !== 400) {
      location.reload();
      return false;
    }
    review.innerHTML = await answer.text();
    show(review);
    said.textContent = review.querySelector(".fault, #progress")?.textContent ?? "";
    return answer.ok;
  } finally {
    busy = false;
  }
}

async function send(told) {
  const body = told instanceof FormData ? told : new FormData();
  if (body !== told) {
    for (const [key, value] of Object.entries(told)) {
      for (const one of [value].flat()) {
        body.append(key, one);
      }
    }
  }
  return fetchPart(review.dataset.revise, { method: "POST", body });
}

async function rule(ruling) {
  if (!current) {
    return;
  }
  if (await send({ target: current, ruling })) {
    nextOpen();
  } else {
    select(current);
  }
}

async function openForm(query) {
  await fetchPart(`${review.dataset.address}?${new URLSearchParams(query)}`);
  select(current, { focus: false });
  const form = review.querySelector(".value-form");
  form?.scrollIntoView({ block: "nearest" });
  form?.querySelector("select, input:not([type=hidden]), textarea")?.focus();
}

async function closeForm() {
  await fetchPart(review.dataset.address);
  select(current);
}

function currentEvent() {
  const card = rowOf(review, current)?.closest(".card") ?? review.querySelector(".card");
  return card?.dataset.event ?? "";
}

async function addSelected(slot) {
  const span = selectedSpan(getSelection());
  hideAdder();
  words.close();
  await openForm({ add: slot, event: currentEvent(), ...span });
}

function showAdder() {
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  adder.hidden = false;
  const width = document.documentElement.clientWidth - adder.offsetWidth - 8;
  adder.style.top = `${box.bottom + scrollY + 8}px`;
  adder.style.left = `${Math.max(8, Math.min(box.left + scrollX, width))}px`;
}

function hideAdder() {
  adder.hidden = true;
}

async function split() {
  const picked = [...review.querySelectorAll(".pick input:checked")];
  const form = picked[0]?.form;
  const targets = picked.filter((box) => box.form === form).map((box) => box.value);
  if (form) {
    const target = form.elements.target.value;
    await send({ ruling: "split", target, targets });
    select(current);
  }
}

async function merge() {
  const card = rowOf(review, current)?.closest(".card");
  const form = card?.querySelector("form[data-do=merge]");
  if (form && (await send(new FormData(form)))) {
    select(rowOf(review, current) ? current : form.elements.into.value);
  }
}

async function undo() {
  const form = review.querySelector("form[data-do=undo][data-mine]");
  if (form) {
    await send(new FormData(form));
    select(current);
  }
}

function pick() {
  const box = rowOf(review, current)?.querySelector(".pick input");
  if (box) {
    box.checked = !box.checked;
  }
}

const ACTS = {
  next: () => step(1),
  previous: () => step(-1),
  doubtful: mostDoubtful,
  accept: () => rule("accept"),
  reject: () => rule("reject"),
  edit: () => current && openForm({ edit: current }),
  words: () => {
    words.open(document.getElementById("text"), marksOf(review, current)[0]);
    showAdder();
  },
  add_event: () => openForm({ add: "event" }),
  pick,
  split,
  merge,
  undo,
  skip: () => location.assign(review.dataset.next),
  search: () => location.assign("/search/"),
  close: () => send({ do: "close" }),
  help: () => dialog.showModal(),
};

function slotOf(event) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit ? adder.querySelectorAll("[data-slot]")[digit - 1]?.dataset.slot : null;
}

function onKey(event) {
  if (changing) {
    return reassign(event);
  }
  if (dialog.open || busy) {
    return undefined;
  }
  if (event.code === "Escape") {
    return escape();
  }
  if (!adder.hidden && slotOf(event) && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    return addSelected(slotOf(event));
  }
  if (words.isOpen() && words.move(event)) {
    event.preventDefault();
    return showAdder();
  }
  const form = event.target.closest?.(".value-form");
  const act = actionOf(event);
  if (act === "close" && form) {
    event.preventDefault();
    return form.requestSubmit();
  }
  if (act && !(act === "pick" && event.target.closest("button, a, summary, input"))) {
    event.preventDefault();
    return ACTS[act]();
  }
  return undefined;
}

function escape() {
  if (words.isOpen()) {
    words.close();
  }
  hideAdder();
  if (review.querySelector(".value-form")) {
    closeForm();
  }
}

function reassign(event) {
  event.preventDefault();
  if (event.code !== "Escape") {
    change(changing, event.code);
  }
  changing = "";
  document.getElementById("pressing").textContent = "";
  show(document);
}

async function onSubmit(event) {
  const form = event.target;
  const body = new FormData(form, event.submitter);
  if (!form.dataset.do) {
    return;
  }
  event.preventDefault();
  if (form.dataset.do === "split") {
    await split();
    return;
  }
  current = form.closest(".row")?.dataset.target ?? current;
  const done = await send(body);
  if (done && form.dataset.do === "rule") {
    nextOpen();
  } else {
    select(current);
  }
}

function onClick(event) {
  const edit = event.target.closest("[data-edit]");
  const add = event.target.closest("[data-add]");
  if (event.target.closest("[data-act=help]")) {
    dialog.showModal();
  } else if (edit) {
    event.preventDefault();
    select(edit.dataset.edit, { focus: false });
    openForm({ edit: edit.dataset.edit });
  } else if (add) {
    event.preventDefault();
    openForm({ add: add.dataset.add, event: add.dataset.event ?? "" });
  } else if (event.target.closest("[data-cancel]")) {
    event.preventDefault();
    closeForm();
  } else if (getSelection().isCollapsed && !event.target.closest("form, details")) {
    const chosen = targetsAt(event.target);
    const fresh = chosen.at((chosen.indexOf(current) + 1) % (chosen.length || 1));
    if (fresh) {
      select(fresh);
    }
  }
}

function onPointerUp(event) {
  if (event.target.closest("#adder")) {
    return;
  }
  setTimeout(() => {
    const inText = event.target.closest("#text") && selectedSpan(getSelection());
    if (inText) {
      showAdder();
    } else if (!words.isOpen()) {
      hideAdder();
    }
  });
}

document.body.classList.add("enhanced");
document.addEventListener("keydown", onKey);
document.addEventListener("pointerup", onPointerUp);
review.addEventListener("submit", onSubmit);
review.addEventListener("click", onClick);
adder.addEventListener("click", (event) => {
  const slot = event.target.closest("[data-slot]")?.dataset.slot;
  if (slot) {
    addSelected(slot);
  }
});
dialog.addEventListener("click", (event) => {
  const name = event.target.closest("[data-change]")?.dataset.change;
  if (name) {
    changing = name;
    const place = document.getElementById("pressing");
    place.textContent = place.dataset.press;
  }
});
document.getElementById("keys-reset").addEventListener("click", () => {
  reset();
  show(document);
});
const letters = document.getElementById("letters");
letters.checked = lettersAct();
letters.addEventListener("change", () => letLettersAct(letters.checked));
show(document);
const first = rows().find((row) => row.dataset.state === "open") ?? rows()[0];
if (first && !location.hash) {
  select(first.dataset.target, { focus: false });
}
ready();
