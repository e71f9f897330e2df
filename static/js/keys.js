// Which key does what. Pure: no page, no clock; keyboard.js connects it.

export const MOVES = new Map([["j", 1], ["k", -1]]);
export const OPEN = "o";

/**
 * One key further.
 *
 * @param {string} pending the keys of a sequence so far: "g", or "" outside of one
 * @param {{key: string, held: boolean, inField: boolean, off: boolean}} press
 *   `held`: with Control, Alt or Meta, which belong to the browser; `inField`: somebody is typing
 * @param {Iterable<string>} bound the keys that the page has: "/", "g c", "]"
 * @returns {{pending: string, action: null | {move: number} | {open: true} | {press: string}}}
 */
export function step(pending, press, bound) {
  if (press.held || press.inField || press.off) return { pending: "", action: null };
  const known = [...bound];
  const keys = pending ? `${pending} ${press.key}` : press.key;
  if (known.includes(keys)) return { pending: "", action: { press: keys } };
  if (known.some((other) => other.startsWith(`${keys} `))) return { pending: keys, action: null };
  if (pending) return step("", press, known); // "g j": the sequence leads nowhere, the key still counts
  if (MOVES.has(press.key)) return { pending: "", action: { move: MOVES.get(press.key) } };
  return { pending: "", action: press.key === OPEN ? { open: true } : null };
}

/**
 * The place to go to in a list of `length`: one further, and no further than its ends.
 * From nowhere (-1) j goes to `first`, the first item in view, and so does k.
 */
export function neighbour(at, by, length, first = 0) {
  if (length === 0) return -1;
  if (at < 0) return Math.min(first, length - 1);
  return Math.max(0, Math.min(length - 1, at + by));
}
