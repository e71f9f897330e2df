// Theme, density and single keys without loading the page again, so that nothing typed is lost.
import { afterwards } from "./choices.js";

const page = document.documentElement;

function show(name, value) {
  if (name === "theme" && value === "system") delete page.dataset.theme;
  else page.dataset[name] = value;
  if (name === "theme") {
    document.querySelector('meta[name="color-scheme"]').content = value === "system" ? "light dark" : value;
  }
  for (const button of document.querySelectorAll(`[data-preferences] button[name="${name}"]`)) {
    const next = afterwards(name, value, button.value);
    button.value = next.value;
    button.setAttribute("aria-pressed", String(next.pressed));
    if (next.label) button.textContent = next.label;
  }
}

document.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!event.target.matches("[data-preferences]") || !button?.name) return;
  event.preventDefault();
  const { name, value } = button;
  const body = new FormData(event.target, button);
  try {
    await fetch(event.target.action, { method: "POST", body, redirect: "manual" });
    show(name, value);
  } catch {
    event.target.submit(); // no connection: let the browser say so
  }
});
