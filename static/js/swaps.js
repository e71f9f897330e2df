// What htmx cannot say by itself: that a request failed, and what a screen reader should hear after a swap.

const trouble = document.getElementById("trouble");

function fail(words) {
  if (!trouble) return;
  trouble.querySelector("p").textContent = words;
  trouble.hidden = false;
}

document.addEventListener("htmx:responseError", (event) => {
  fail(`The desk answered ${event.detail.xhr.status}. Nothing was changed; load the page again to see why.`);
});
document.addEventListener("htmx:sendError", () => {
  fail("The desk does not answer. Nothing was changed; try again when you are connected.");
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && trouble) trouble.hidden = true;
});

// An answer with `HX-Trigger: {"announce": "8 of 13 claims judged"}` is read out.
document.addEventListener("announce", (event) => {
  document.getElementById("status").textContent = event.detail.value;
});
