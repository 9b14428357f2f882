"use strict";
const { faults, labels } = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filters");
const list = document.getElementById("faults");
const count = document.getElementById("count");
const MOST = 500;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function fill(name) {
  const tally = new Map();
  for (const fault of faults) tally.set(fault[name], (tally.get(fault[name]) ?? 0) + 1);
  const select = form.elements[name];
  select.append(new Option("الكل · all", ""));
  for (const [value, number] of [...tally].sort((a, b) => b[1] - a[1]))
    select.append(new Option(`${labels[value]?.[0] ?? value} (${number})`, value));
}

function sentence(fault) {
  const quoted = element("blockquote");
  quoted.dir = "auto";
  const at = fault.quote ? fault.sentence.indexOf(fault.quote) : -1;
  if (at < 0) {
    quoted.textContent = fault.sentence;
  } else {
    quoted.append(fault.sentence.slice(0, at), element("mark", fault.quote),
      fault.sentence.slice(at + fault.quote.length));
  }
  return quoted;
}

function drawn(fault) {
  const item = element("li", undefined, fault.sign);
  const head = element("div", undefined, "head");
  head.append(element("b", `${fault.sign} ${fault.slot}`), element("span", (labels[fault.tag] ?? [fault.tag]).join(" · ")),
    element("code", fault.value), element("code", fault.rule), element("code", `${fault.doc} (${fault.part})`));
  item.append(head, sentence(fault));
  if (fault.beside) item.append(element("pre", fault.beside));
  return item;
}

function show() {
  const asked = new FormData(form);
  const words = asked.get("words").trim().toLowerCase();
  const kept = faults.filter((fault) =>
    ["slot", "tag", "part", "sign"].every((name) => !asked.get(name) || fault[name] === asked.get(name))
    && (!words || `${fault.sentence} ${fault.value} ${fault.rule} ${fault.doc}`.toLowerCase().includes(words)));
  list.replaceChildren(...kept.slice(0, MOST).map(drawn));
  count.textContent = kept.length > MOST ? `${MOST} / ${kept.length}` : `${kept.length}`;
}

for (const name of ["slot", "tag", "part", "sign"]) fill(name);
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
for (const row of document.querySelectorAll("tbody tr"))
  row.addEventListener("click", () => {
    form.elements.slot.value = row.dataset.slot;
    form.elements.tag.value = row.dataset.tag;
    show();
  });
show();
