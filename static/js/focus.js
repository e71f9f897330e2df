// Focus goes where the answer is: to `data-focus` (an error summary, the heading of what was opened).

function go(scope) {
  scope.querySelector("[data-focus]")?.focus();
}

go(document);
document.addEventListener("htmx:afterSettle", (event) => go(event.detail.elt));
