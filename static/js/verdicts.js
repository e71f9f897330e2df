// What follows when a verdict was chosen by its key. Pure; review.js connects it.

const NEEDS_NO_REASON = "supported";

/** "record" where nothing is missing, "explain" where the reason has to be typed first. */
export function afterVerdict(verdict, reason) {
  return verdict === NEEDS_NO_REASON || reason.trim() !== "" ? "record" : "explain";
}
