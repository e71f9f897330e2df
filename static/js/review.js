// The queue: what its keys do beyond pressing a button, and the seconds in which an act can be undone.
import { afterVerdict } from "./verdicts.js";

// A label pressed by its key: what needs no reason is recorded at once, for the rest the reason is asked.
document.addEventListener("click", (event) => {
  const label = event.target instanceof Element ? event.target.closest("[data-decide] .verdicts label") : null;
  // Digits belong to the form of a dispute as long as somebody is in it.
  if (!label || event.isTrusted || document.activeElement?.closest("[data-dispute]")) return;
  const form = label.closest("form");
  const why = form.elements.rationale;
  if (afterVerdict(label.control.value, why.value) === "record") form.requestSubmit(form.querySelector('[value="verdict"]'));
  else why.focus();
});

// Whoever opens the rejection types the reason next.
document.addEventListener(
  "toggle",
  (event) => {
    const opened = event.target;
    if (opened instanceof HTMLDetailsElement && opened.open && opened.dataset.opensAt) {
      document.getElementById(opened.dataset.opensAt)?.focus();
    }
  },
  true,
);

// Enter in a field of the rejection rejects, where the form's own Enter would record a verdict.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || !(event.target instanceof Element)) return;
  if (event.key === "Enter" && event.target.matches("[data-enter]")) {
    event.preventDefault();
    const form = event.target.closest("form");
    form.requestSubmit(form.querySelector(`[name="act"][value="${event.target.dataset.enter}"]`));
  }
  if (event.key === "Escape" && event.target.closest("[data-decide]")) {
    event.target.closest("details")?.removeAttribute("open");
    document.getElementById("queue-title")?.focus();
  }
});

// The button goes when its time is over, unless somebody is about to press it.
let timer = 0;
function count() {
  clearTimeout(timer);
  const undo = document.querySelector("[data-seconds]");
  if (undo) timer = setTimeout(() => leave(undo), Number(undo.dataset.seconds) * 1000);
}
function leave(undo) {
  if (undo.matches(":focus-within, :hover")) timer = setTimeout(() => leave(undo), 1000);
  else undo.remove();
}
count();
document.addEventListener("htmx:afterSettle", count);
