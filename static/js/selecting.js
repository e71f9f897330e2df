// Words that are selected on a page, as a place in the text that the page shows: each `[data-start]` in it is a
// paragraph, and nothing stands in one but words of the text.
import { quoted } from "./quoting.js";

/** The words of `range` within `text`: {start, end, words}, or null where there are none. */
export function placed(text, range) {
  if (!range.intersectsNode(text)) return null;
  const paragraphs = [...text.querySelectorAll("[data-start]")].filter((one) => range.intersectsNode(one));
  return quoted(paragraphs.map((paragraph) => piece(paragraph, range)));
}

/** The words that are selected now. */
export function selected(text) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return placed(text, selection.getRangeAt(0));
}

/** So many letters of some words, for a bar that repeats them. */
export function shortened(words, most) {
  const letters = [...words];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : words;
}

function piece(paragraph, range) {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  const before = part.cloneRange();
  if (paragraph.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (paragraph.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  before.setEnd(part.startContainer, part.startOffset);
  return { start: Number(paragraph.dataset.start), text: part.toString(), before: before.toString() };
}
