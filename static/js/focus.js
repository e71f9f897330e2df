// Focus goes where the answer is: to `data-focus` (an error summary, the heading of what was opened),
// or back to what opened it: `data-returns="mark-7"` on what stands there instead.
// A page that comes back at an item of its list ("#lint-7") has the focus there, so that j and k go on from it.

function go(scope) {
  scope.querySelector("[data-focus]")?.focus();
  document.getElementById(scope.dataset?.returns)?.focus();
}

function resume() {
  const item = document.getElementById(location.hash.slice(1));
  if (!item?.matches("[data-key-item]") || document.querySelector("[data-focus]")) return;
  (item.matches("a, button") ? item : item.querySelector("a, button"))?.focus({ preventScroll: true });
}

go(document);
// Behind the browser's own jump to the fragment, which takes the focus away again.
addEventListener("load", () => requestAnimationFrame(resume));
document.addEventListener("htmx:afterSettle", (event) => go(event.detail.elt));
