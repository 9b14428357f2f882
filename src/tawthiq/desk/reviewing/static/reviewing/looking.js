// A mark and its row light each other.

import { ready } from "/static/desk/page.js";

/** Light the marks and rows of a value, or of none. */
export function light(root, targets, name = "lit") {
  for (const element of root.querySelectorAll(`.${name}`)) {
    element.classList.remove(name);
  }
  for (const target of targets) {
    for (const mark of marksOf(root, target)) {
      mark.classList.add(name);
    }
    rowOf(root, target)?.classList.add(name);
  }
}

/** The pieces of the text that a value rests on. */
export function marksOf(root, target) {
  return root.querySelectorAll(`mark[data-targets~="${CSS.escape(target)}"]`);
}

/** The row of a value. */
export function rowOf(root, target) {
  return root.querySelector(`.row[data-target="${CSS.escape(target)}"]`);
}

/** The values that an element stands for. */
export function targetsAt(element) {
  const mark = element.closest("mark[data-targets]");
  if (mark) {
    return mark.dataset.targets.split(" ");
  }
  const row = element.closest(".row");
  return row ? [row.dataset.target] : [];
}

/** Let marks and rows light each other under the pointer. */
export function watch(root) {
  root.addEventListener("mouseover", (event) => light(root, targetsAt(event.target)));
  root.addEventListener("mouseleave", () => light(root, []));
}

const review = document.getElementById("review");
watch(review);
if (!document.getElementById("keys")) {
  ready();
}
