// Words selected in a text lead to the form for a note on them (`[data-note]`), and to the one for a claim
// (`[data-claim]`). Without it the form takes the words as they are typed; a claim that has the focus gives its own.
import { placed, selected, shortened } from "./selecting.js";

const PAUSE = 200; // milliseconds without a change until a selection counts as made
const SHOWN = 60; // characters of it that the bar repeats
const MOST = 4000; // characters that one note may be on
const CLAIM = "a.claim, .claim-card a";
const BARS = ":is(#selection, #chosen):is(:hover, :focus-within)"; // somebody is about to press what is in it

const text = document.querySelector("[data-words]");
const bar = document.getElementById("selection");
const links = document.querySelectorAll("[data-note], [data-claim], #write-note");
let timer = 0;

/** The links lead to a form that knows the words, or, without any, to one that asks for them. */
function lead(chosen) {
  for (const link of links) {
    if ("note" in link.dataset) chosen ? (link.dataset.key = "c") : delete link.dataset.key;
    // The bar of a form that has taken the words still shows them when they are no longer selected.
    if (!chosen && link.closest("#chosen")) continue;
    const address = new URL(link.href);
    for (const name of ["start", "end", "revision"]) address.searchParams.delete(name);
    if (chosen) {
      address.searchParams.set("start", chosen.start);
      address.searchParams.set("end", chosen.end);
      if (bar?.dataset.revision) address.searchParams.set("revision", bar.dataset.revision);
    }
    link.href = address.href;
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
  } else if (!document.querySelector(BARS)) {
    follow(document.activeElement);
    if (bar) bar.hidden = true;
  }
}

/** Without a selection the claim that has the focus gives its words, and no other. */
function follow(focused) {
  const link = text.contains(focused) ? focused.closest(CLAIM) : null;
  if (link) lead(claimed(link));
  else if (![...links].includes(focused)) lead(null);
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
  document.addEventListener("focusin", (event) => selected(text) || follow(event.target));
  document.addEventListener("focusout", (event) => event.relatedTarget || selected(text) || follow(null));
}
