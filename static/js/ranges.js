// The places from one to another, whichever comes first; none where one of them is nowhere (-1). Pure.
export function between(one, other) {
  if (one < 0 || other < 0) return [];
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, at) => first + at);
}
