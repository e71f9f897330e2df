// The form of a dispute by keyboard: d opens it (keyboard.js), a digit says what is wrong, Enter in the reason records it.
//
// `data-dispute` on the <details>; `data-digit="1"` on the radio that the key chooses. Without script it is a form.
// The page is listened to, not the form, for in the queue the next claim brings its own.
import { fieldFor } from "./disputekeys.js";

const TYPED = "textarea, select, input:not([type=radio], [type=checkbox])";

function off() {
  return document.documentElement.dataset.keys === "off";
}

// Whoever opens it presses a digit next; at once, for `toggle` comes when the next key may be gone.
document.addEventListener("click", (event) => {
  const details = event.target instanceof Element ? event.target.closest("[data-dispute] > summary")?.parentElement : null;
  if (!details) return;
  event.preventDefault();
  details.open = !details.open;
  if (details.open) details.querySelector("fieldset").focus();
});

document.addEventListener("keydown", (event) => {
  const details = event.target instanceof Element ? event.target.closest("[data-dispute]") : null;
  if (!details || event.defaultPrevented) return;
  const reason = details.querySelector("textarea[name=reason]");
  const typing = event.target.closest(TYPED);
  const held = event.ctrlKey || event.altKey || event.metaKey;
  const step = fieldFor({ key: event.key, held, shift: event.shiftKey, composing: event.isComposing,
    typing: typing !== null, inReason: typing === reason, off: off() });
  if (step === null) return;
  if (step === "submit") {
    event.preventDefault();
    reason.form.requestSubmit();
    return;
  }
  const radio = details.querySelector(`[data-digit="${step}"]`);
  if (!radio) return;
  event.preventDefault(); // keyboard.js, which listens to the page too, leaves what was answered
  radio.click();
  (radio.value === "duplicate" ? (details.querySelector("[name=duplicate_of]") ?? reason) : reason).focus();
});
