// Single keys on a page.
//
// `data-key="g c"` on a link, a button or a label: these keys press it; on a field: they go to it and change nothing.
// `data-key-in="judge"` beside it: only as long as the focus is inside of what has that id.
// `data-key-item`: j and k walk these, in the order of the page, and o opens the one that has the focus.
// `data-source` on headings: [ and ] go to the one before and behind, where no control has these keys.
// `data-opens="id"` on a link: it opens that dialog, and leads to a page of its own without script.
import { neighbour, step } from "./keys.js";

const PAUSE = 1500; // how long after "g" the second key may come, in milliseconds
// A box or a button that is chosen takes no letters, so the keys act there too.
const FIELDS = "input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]";
const SOURCE = "[data-source]";
const SOURCES = [["[", -1], ["]", 1]];

let pending = "";
let timer = 0;

function bindings() {
  const scope = document.querySelector("dialog[open]") ?? document;
  const keyed = [...scope.querySelectorAll("[data-key]")].filter(applies);
  const keys = keyed.reverse().map((element) => [element.dataset.key, element]);
  return new Map([...sources(scope), ...keys]);
}

function applies(element) {
  const within = element.dataset.keyIn;
  return !within || document.getElementById(within)?.contains(document.activeElement);
}

function sources(scope) {
  const found = [...scope.querySelectorAll(SOURCE)];
  const here = found.findIndex((heading) => (heading.closest("article") ?? heading).contains(document.activeElement));
  return found.length ? SOURCES.map(([key, by]) => [key, found[neighbour(here, by, found.length)]]) : [];
}

function target(item) {
  return item.matches("a, button, [tabindex]") ? item : item.querySelector("a, button, [tabindex]");
}

function items() {
  return [...document.querySelectorAll("[data-key-item]")].filter((item) => item.checkVisibility());
}

function at(found) {
  return found.findIndex((item) => item.contains(document.activeElement));
}

function move(by) {
  const found = items();
  const inView = found.findIndex((item) => item.getBoundingClientRect().bottom > 0);
  const next = found[neighbour(at(found), by, found.length, Math.max(0, inView))];
  if (next) target(next)?.focus();
}

function press(element) {
  if (element.matches("input[type=radio]")) chosenOf(element).focus();
  else if (element.matches(`input, ${FIELDS}, ${SOURCE}`)) element.focus();
  else {
    element.click();
    if (element.dataset.keyIn) element.control?.focus(); // so that the next key may be another of them
  }
}

/** Of buttons that exclude each other the one that is chosen, or else this one. */
function chosenOf(radio) {
  return radio.form?.querySelector(`input[type=radio][name="${CSS.escape(radio.name)}"]:checked`) ?? radio;
}

function act(action, bound) {
  if ("move" in action) move(action.move);
  else if ("press" in action) press(bound.get(action.press));
  else {
    const found = items();
    const item = found[at(found)];
    if (!item) return false;
    target(item)?.click();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const bound = bindings();
  const answer = step(
    pending,
    {
      key: event.key,
      held: event.ctrlKey || event.altKey || event.metaKey,
      inField: event.target instanceof Element && event.target.closest(FIELDS) !== null,
      off: document.documentElement.dataset.keys === "off",
    },
    bound.keys(),
  );
  pending = answer.pending;
  clearTimeout(timer);
  timer = setTimeout(() => (pending = ""), PAUSE);
  if (answer.action && act(answer.action, bound)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("[data-opens]") : null;
  const dialog = link && document.getElementById(link.dataset.opens);
  if (!(dialog instanceof HTMLDialogElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  dialog.showModal();
});
