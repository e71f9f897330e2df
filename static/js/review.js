// The queue: what its keys do beyond pressing a button, and the seconds in which an act can be undone.
import { afterVerdict } from "./verdicts.js";

// A label pressed by its key: what needs no reason is recorded at once, for the rest the reason is asked.
document.addEventListener("click", (event) => {
  const label = event.target instanceof Element ? event.target.closest("[data-decide] .verdicts label") : null;
  // Digits belong to the form of a dispute as long as somebody is in it.
  if (!label || event.isTrusted || document.activeElement?.closest("[data-dispute][open]")) return;
  const form = label.closest("form");
  const why = form.elements.rationale;
  label.control.checked = true; // the browser's own would come only after this
  if (afterVerdict(label.control.value, why.value) === "record") form.querySelector('[name="act"][value="verdict"]').click();
  else why.focus();
});

// Whoever opens the rejection types the reason next; at once, for the next key may be on its way.
document.addEventListener("click", (event) => {
  const details = event.target instanceof Element ? event.target.closest("[data-opens-at] > summary")?.parentElement : null;
  if (!details) return;
  event.preventDefault();
  details.open = !details.open;
  if (details.open) document.getElementById(details.dataset.opensAt)?.focus();
});

// Enter in a field of the rejection rejects, where the form's own Enter would record a verdict.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || !(event.target instanceof Element)) return;
  if (event.key === "Enter" && event.target.matches("[data-enter]")) {
    event.preventDefault();
    // Pressed and not submitted: htmx sends the button that was clicked last.
    event.target.closest("form").querySelector(`[name="act"][value="${event.target.dataset.enter}"]`).click();
  }
  if (event.key === "Escape" && event.target.closest("[data-decide], #aside-form")) {
    event.target.closest("details")?.removeAttribute("open");
    event.target.closest("#aside-form")?.replaceChildren();
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

// What was said above the queue is about an earlier claim once the next one is there.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id === "queue") document.querySelectorAll("main > .notice[role=alert]").forEach((one) => one.remove());
});
