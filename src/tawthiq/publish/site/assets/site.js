// The theme: as the system says, or as the reader chose. And on a telephone a wide table
// becomes cards, a row each, every cell under the head of its column; without a script it
// scrolls within its own bounds.
"use strict";
const PARTS = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
for (const table of document.querySelectorAll("table.cards")) {
  const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
  table.setAttribute("role", "table"); // cells drawn as blocks would lose what they are
  for (const part of table.querySelectorAll("thead, tbody, tr, td")) {
    part.setAttribute("role", PARTS[part.tagName]);
  }
  for (const head of table.querySelectorAll("th")) {
    head.setAttribute("role", head.scope === "row" ? "rowheader" : "columnheader");
  }
  for (const row of table.tBodies[0].rows) {
    for (const cell of row.cells) {
      cell.dataset.head = heads[cell.cellIndex] ?? "";
    }
  }
  table.classList.add("cards-ready");
}
(() => {
  const root = document.documentElement;
  const button = document.querySelector("button.theme");
  const kept = () => {
    try { return localStorage.getItem("theme") || "auto"; } catch { return "auto"; }
  };
  const show = (theme) => {
    root.dataset.theme = theme;
    try { localStorage.setItem("theme", theme); } catch { /* a page from a disk may not */ }
  };
  show(kept());
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      const now = root.dataset.theme === "auto" ? (dark ? "dark" : "light") : root.dataset.theme;
      show(now === "dark" ? "light" : "dark");
    });
  }
  document.body.dataset.ready = "";
})();
