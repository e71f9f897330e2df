// What to say of a request that failed. Pure; swaps.js connects it.

// Every form that is sent this way bears a nonce or the version that was seen, so that a second sending finds the first.
const UNKNOWN = "Whether it was done is not known. Send it again: it is not done twice.";
const CHANGED_NOTHING = "Nothing was changed, and what you typed is still here.";

/**
 * @param {number} status of the answer; 0 where none came
 * @param {boolean} sends whether it was to change something, or only to show it
 * @returns {string}
 */
export function told(status, sends) {
  if (status === 401) {
    const again = sends ? "send it again; what you typed is still here" : "try again";
    return `You are signed out. Sign in in another tab and ${again}.`;
  }
  const what = status ? `The desk answered ${status}.` : "The desk does not answer.";
  if (!sends) return `${what} Try again${status ? " in a minute" : " when you are connected"}.`;
  if (status === 0 || status >= 500) return `${what} ${UNKNOWN}`;
  return `${what} ${CHANGED_NOTHING} Open this page in another tab to see why.`;
}
