// What htmx cannot say by itself: that a request failed, and what a screen reader should hear after a swap.
import { told } from "./troubles.js";

const TOKEN = "[name=csrfmiddlewaretoken]";
const trouble = document.getElementById("trouble");
let outdated = false;

function fail(words) {
  if (!trouble) return;
  trouble.querySelector("p").textContent = words;
  trouble.hidden = false;
}

function tell(event) {
  const status = event.detail.xhr?.status ?? 0;
  outdated ||= status === 401 || status === 403;
  fail(told(status, event.detail.requestConfig?.verb !== "get"));
}

document.addEventListener("htmx:responseError", tell);
document.addEventListener("htmx:sendError", tell);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && trouble) trouble.hidden = true;
});

// Whoever signs in, in whichever tab, gets another token for forms; those of this page have it before they are sent again.
document.addEventListener("htmx:confirm", async (event) => {
  if (!outdated) return;
  event.preventDefault();
  outdated = false;
  try {
    const page = new DOMParser().parseFromString(await (await fetch("/help/")).text(), "text/html");
    const token = page.querySelector(TOKEN)?.value;
    if (token) document.querySelectorAll(TOKEN).forEach((field) => (field.value = token));
  } catch {
    // The request itself will say that the desk does not answer.
  }
  event.detail.issueRequest();
});

// An answer with `HX-Trigger: {"announce": "8 of 13 claims judged"}` is read out.
document.addEventListener("announce", (event) => {
  document.getElementById("status").textContent = event.detail.value;
});
