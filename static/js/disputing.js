// The form of a dispute by keyboard: d opens it (keyboard.js), a digit says what is wrong, Enter in the reason records it.
//
// `data-dispute` on the <details>; `data-digit="1"` on the radio that the key chooses. Without script it is a form.
import { fieldFor } from "./disputekeys.js";

const TYPED = "textarea, select, input:not([type=radio], [type=checkbox])";

function off() {
  return document.documentElement.dataset.keys === "off";
}

for (const details of document.querySelectorAll("details[data-dispute]")) {
  const first = details.querySelector("fieldset");
  const reason = details.querySelector("textarea[name=reason]");

  details.addEventListener("toggle", (event) => {
    if (event.target === details && details.open && !details.querySelector("[data-focus]")) first.focus();
  });

  details.addEventListener("keydown", (event) => {
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
    event.preventDefault();
    radio.click();
    (radio.value === "duplicate" ? (details.querySelector("[name=duplicate_of]") ?? reason) : reason).focus();
  });
}
