// The form of a dispute by keyboard: d opens it (keyboard.js), a digit says what is wrong, Enter in the reason records it,
// Escape closes it. Whoever is in it presses no key of the page.
//
// `data-dispute` on the <details>; `data-digit="1"` on the radio that the key chooses. Without script it is a form.
// The page is listened to, not the form, for in the queue the next claim brings its own.
import { fieldFor, isKept } from "./disputekeys.js";

const TYPED = "textarea, select, input:not([type=radio], [type=checkbox])";

let opener = null; // what had the focus before

function off() {
  return document.documentElement.dataset.keys === "off";
}

// Whoever opens it presses a digit next; at once, for `toggle` comes when the next key may be gone.
document.addEventListener("click", (event) => {
  const details = event.target instanceof Element ? event.target.closest("[data-dispute] > summary")?.parentElement : null;
  if (!details) return;
  event.preventDefault();
  details.open = !details.open;
  if (!details.open) return;
  opener = document.activeElement;
  details.querySelector("fieldset").focus();
});

/** What was typed stays in it; the focus goes back to where it was before. */
function leave(details) {
  details.open = false;
  const back = opener?.isConnected && opener !== document.body && !details.contains(opener) ? opener : null;
  (back ?? details.querySelector("summary")).focus();
}

document.addEventListener("keydown", (event) => {
  const details = event.target instanceof Element ? event.target.closest("[data-dispute]") : null;
  if (!details?.open || event.defaultPrevented) return;
  const reason = details.querySelector("textarea[name=reason]");
  const typing = event.target.closest(TYPED);
  const held = event.ctrlKey || event.altKey || event.metaKey;
  const press = { key: event.key, held, shift: event.shiftKey, composing: event.isComposing, typing: typing !== null,
    inReason: typing !== null && typing === reason, off: off() };
  if (event.key === "Escape" && !event.isComposing) return leave(details);
  const step = fieldFor(press);
  if (step === null) {
    if (isKept(press)) event.preventDefault(); // keyboard.js, which listens to the page too, leaves what was answered
    return;
  }
  if (step === "submit") {
    event.preventDefault();
    reason.form.requestSubmit();
    return;
  }
  const radio = details.querySelector(`[data-digit="${step}"]`);
  event.preventDefault();
  if (!radio) return;
  radio.click();
  (radio.value === "duplicate" ? (details.querySelector("[name=duplicate_of]") ?? reason) : reason).focus();
});
