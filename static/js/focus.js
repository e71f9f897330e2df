// Focus goes where the answer is: to `data-focus` (an error summary, the heading of what was opened),
// or back to what opened it: `data-returns="mark-7"` on what stands there instead.

function go(scope) {
  scope.querySelector("[data-focus]")?.focus();
  document.getElementById(scope.dataset?.returns)?.focus();
}

go(document);
document.addEventListener("htmx:afterSettle", (event) => go(event.detail.elt));
