// Selecting words of the text without a mouse: arrows move, with Shift they extend.

let words = [];
let first = -1;
let last = -1;

/** Whether words are being selected. */
export function isOpen() {
  return first >= 0;
}

/** Begin at a mark, or at the first word. */
export function open(text, mark) {
  words = [];
  for (const paragraph of text.querySelectorAll("[data-start]")) {
    for (const found of paragraph.textContent.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      words.push({ paragraph, start: found.index, end: found.index + found[0].length });
    }
  }
  const inside = (word) =>
    mark.contains(place(word.paragraph, word.start, true).node) ||
    mark.contains(place(word.paragraph, word.end, false).node);
  first = mark ? Math.max(0, words.findIndex(inside)) : 0;
  last = first;
  draw();
}

/** Leave; the selection goes. */
export function close() {
  first = -1;
  getSelection().removeAllRanges();
}

/** Take an arrow key; whether it was one. */
export function move(event) {
  const step = stepOf(event);
  if (!step) {
    return false;
  }
  const within = (number) => Math.min(words.length - 1, Math.max(0, number));
  if (event.shiftKey) {
    last = Math.max(first, within(last + step));
  } else {
    first = within((step > 0 ? last : first) + step);
    last = first;
  }
  draw();
  return true;
}

function stepOf(event) {
  const direction = getComputedStyle(words[last].paragraph).direction;
  const onwards = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.code === "ArrowLeft" || event.code === "ArrowRight") {
    return event.code === onwards ? 1 : -1;
  }
  return { ArrowDown: 8, ArrowUp: -8 }[event.code] ?? 0;
}

function draw() {
  const from = place(words[first].paragraph, words[first].start, true);
  const to = place(words[last].paragraph, words[last].end, false);
  getSelection().setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  from.node.parentElement.scrollIntoView({ block: "nearest" });
}

/** The text node and offset of a UTF-16 unit of a paragraph. */
function place(paragraph, unit, opening) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let seen = 0;
  let node = walker.nextNode();
  while (node) {
    const length = node.textContent.length;
    if (unit < seen + length || (!opening && unit === seen + length)) {
      return { node, offset: unit - seen };
    }
    seen += length;
    node = walker.nextNode();
  }
  throw new Error("a word outside of its paragraph");
}
