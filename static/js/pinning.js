// Words selected in a copy go into the form that puts them beside a claim. Without it they are pasted.
import { quoted } from "./quoting.js";

const PAUSE = 200; // milliseconds without a change until a selection counts as made
const SHOWN = 80; // characters of it that the bar repeats

const text = document.getElementById("copy-text");
const form = document.querySelector("[data-pin]");
const bar = document.getElementById("chosen");
let timer = 0;

function piece(paragraph, range) {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  const before = part.cloneRange();
  if (paragraph.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (paragraph.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  before.setEnd(part.startContainer, part.startOffset);
  return { start: Number(paragraph.dataset.start), text: part.toString(), before: before.toString() };
}

function choose() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return;
  const paragraphs = [...text.querySelectorAll("[data-start]")].filter((one) => range.intersectsNode(one));
  const chosen = quoted(paragraphs.map((paragraph) => piece(paragraph, range)));
  if (!chosen) return;
  form.elements.words.value = chosen.words;
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  const shown = [...chosen.words];
  bar.querySelector("q").textContent = shown.length > SHOWN ? `${shown.slice(0, SHOWN).join("")}…` : chosen.words;
  bar.hidden = false;
}

if (text && form && bar) {
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(choose, PAUSE);
  });
  // What is typed is looked for anew.
  form.elements.words.addEventListener("input", () => {
    form.elements.start.value = form.elements.end.value = "";
    bar.hidden = true;
  });
  bar.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    form.querySelector('[name="stance"]').focus();
  });
}
