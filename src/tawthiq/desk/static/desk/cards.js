// On a telephone a wide table becomes cards, a row each: a column that one must scroll to
// is a column that nobody reads. Each cell is told by the head of its column.

const PART = {
  THEAD: "rowgroup",
  TBODY: "rowgroup",
  TR: "row",
  TD: "cell",
};

/** Make ready the tables of class `cards` under an element. */
export function makeCards(root) {
  for (const table of root.querySelectorAll("table.cards:not(.cards-ready)")) {
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
    table.setAttribute("role", "table"); // cells drawn as blocks would lose what they are
    for (const part of table.querySelectorAll("thead, tbody, tr, td")) {
      part.setAttribute("role", PART[part.tagName]);
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
}
