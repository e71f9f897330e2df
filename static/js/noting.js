// Words selected in a text lead to the form for a note on them (`[data-note]`), and to the one for a claim
// (`[data-claim]`). Without it the form takes the words as they are typed; a claim that has the focus gives its own.
import { placed, selected, shortened } from "./selecting.js";

const PAUSE = 200; // milliseconds without a change until a selection counts as made
const SHOWN = 60; // characters of it that the bar repeats
const MOST = 4000; // characters that one note may be on

const text = document.querySelector("[data-words]");
const bar = document.getElementById("selection");
const links = document.querySelectorAll("[data-note], [data-claim], #write-note");
let timer = 0;

/** The links lead to a form that knows the words, or, without any, to one that asks for them. */
function lead(chosen) {
  for (const link of links) {
    const address = new URL(link.href);
    for (const name of ["start", "end", "revision"]) address.searchParams.delete(name);
    if (chosen) {
      address.searchParams.set("start", chosen.start);
      address.searchParams.set("end", chosen.end);
      if (bar?.dataset.revision) address.searchParams.set("revision", bar.dataset.revision);
    }
    link.href = address.href;
    if ("note" in link.dataset) chosen ? (link.dataset.key = "c") : delete link.dataset.key;
  }
}

function show(chosen) {
  bar.querySelector("q").textContent = shortened(chosen.words, SHOWN);
  const ends = [...getSelection().getRangeAt(0).getClientRects()].at(-1);
  if (ends) {
    bar.style.setProperty("--x", `${Math.min(ends.left, innerWidth - 360)}px`);
    bar.style.setProperty("--y", `${Math.min(ends.bottom + 8, innerHeight - 64)}px`);
  }
  bar.hidden = false;
}

function choose() {
  const chosen = selected(text);
  if (chosen && chosen.end - chosen.start <= MOST) {
    lead(chosen);
    if (bar) show(chosen);
  } else if (bar && !bar.hidden && !bar.matches(":hover, :focus-within")) {
    lead(null);
    bar.hidden = true;
  }
}

/** The words of the claim that a link in the text or in the margin leads to. */
function claimed(link) {
  const parts = [...text.querySelectorAll("[data-start] a.claim")].filter((one) => one.href === link.href);
  if (parts.length === 0) return null;
  const range = document.createRange();
  range.setStartBefore(parts[0]);
  range.setEndAfter(parts.at(-1));
  return placed(text, range);
}

if (text && links.length) {
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(choose, PAUSE);
  });
  addEventListener("scroll", () => bar && !bar.hidden && selected(text) && show(selected(text)), { passive: true });
  text.addEventListener("focusin", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.claim, .claim-card a") : null;
    if (link && !selected(text)) lead(claimed(link));
  });
}
