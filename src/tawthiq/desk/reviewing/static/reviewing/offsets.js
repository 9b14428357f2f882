// Offsets of a report are code points of its whole text; scripts count UTF-16 units.
// Only this file knows both.

/** The code point of the report's text at a place in a marked-up paragraph. */
export function codePointAt(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = element.closest("[data-start]");
  if (!paragraph) {
    return null;
  }
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + [...before.toString()].length;
}

/** The span that a selection covers, in code points; null outside of the text. */
export function selectedSpan(selection) {
  if (!selection.rangeCount || selection.isCollapsed) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const start = codePointAt(range.startContainer, range.startOffset);
  const end = codePointAt(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}
