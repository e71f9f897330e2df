// Words selected in a copy go into the form that puts them beside a claim. Without it they are pasted.
import { selected, shortened } from "./selecting.js";

const PAUSE = 200; // milliseconds without a change until a selection counts as made
const SHOWN = 80; // characters of it that the bar repeats

const text = document.getElementById("copy-text");
const form = document.querySelector("[data-pin]");
const bar = document.getElementById("chosen");
let timer = 0;

function choose() {
  const chosen = selected(text);
  if (!chosen) return;
  form.elements.words.value = chosen.words;
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  bar.querySelector("q").textContent = shortened(chosen.words, SHOWN);
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
