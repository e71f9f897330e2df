// Choosing rows of a list: x for the one that has the focus, shift for all between two, and how many there are.
import { between } from "./ranges.js";

const boxes = () => [...document.querySelectorAll(".row-pick")];
let last = null;

function tell() {
  const count = boxes().filter((box) => box.checked).length;
  const told = document.querySelector("[data-chosen]");
  if (told) told.textContent = count ? String(count) : "No";
}

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || !event.target.matches(".row-pick")) return;
  const all = boxes();
  if (event.shiftKey && last) {
    for (const at of between(all.indexOf(last), all.indexOf(event.target))) all[at].checked = event.target.checked;
  }
  last = event.target;
  tell();
});

document.addEventListener("keydown", (event) => {
  const row = document.activeElement?.closest("[data-key-item]");
  const off = document.documentElement.dataset.keys === "off";
  if (event.key !== "x" || off || event.ctrlKey || event.metaKey || event.altKey || !row) return;
  row.querySelector(".row-pick")?.click();
});

tell();
