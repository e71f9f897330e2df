// Where a selection stands, counted as the desk counts: in code points, while a browser counts UTF-16 units.
// Pure; pinning.js connects it.

/** How many code points `text` has. */
export function points(text) {
  return [...text].length;
}

/**
 * The words of several paragraphs that were selected, without blanks at their ends.
 *
 * @param {{start: number, text: string, before: string}[]} parts of each paragraph: where it begins in the whole text,
 *   what of it is selected, and what stands before that in it
 * @returns {null | {start: number, end: number, words: string}} null where there is no word
 */
export function quoted(parts) {
  const told = parts.filter((part) => part.text.trim() !== "");
  if (told.length === 0) return null;
  const first = told[0];
  const last = told[told.length - 1];
  const lead = points(first.text) - points(first.text.trimStart());
  return {
    start: first.start + points(first.before) + lead,
    end: last.start + points(last.before) + points(last.text.trimEnd()),
    words: told.map((part) => part.text.trim()).join("\n"),
  };
}
