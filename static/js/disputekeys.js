// What a key does in the form of a dispute. Pure: no page; disputing.js connects it.

/**
 * @param {{key: string, held: boolean, shift: boolean, composing: boolean, typing: boolean, inReason: boolean, off: boolean}} press
 *   `held`: with Control, Alt or Meta; `typing`: in a field for words; `inReason`: in the one for the reason
 * @returns {null | "submit" | string} the digit of the part that is wrong, or "submit", or nothing
 */
export function fieldFor(press) {
  if (press.held || press.composing || press.off) return null;
  if (press.inReason) return press.key === "Enter" && !press.shift ? "submit" : null;
  if (press.typing) return null;
  return /^[1-9]$/.test(press.key) ? press.key : null;
}

/**
 * Whether a key that means nothing in the form must not mean something on the page around it: somebody who begins with
 * the reason would accept, skip or reject a claim. The space bar presses what has the focus, "?" tells the keys.
 *
 * @param {{key: string, held: boolean, composing: boolean, typing: boolean, off: boolean}} press as above
 */
export function isKept(press) {
  if (press.held || press.composing || press.typing || press.off) return false;
  return [...press.key].length === 1 && !" ?".includes(press.key);
}
