// The opinions between the two ends of a range: 42 of `Advisory Opinions 41-43`.
import { patterns } from "./grammar.js";

const LONGEST_RANGE = 30;

// A dash that begins a line: there it marks an entry of a list, not a range.
const LIST_MARK = /\n\s*[^\s\p{L}\p{N}_]/u;

// The ranges among citations in the order of the text, as { start, end, between, isWhole }:
// `between` are the known opinions between the ends, and `isWhole` whether each number has one.
export function* opinionRanges(text, citations, opinions) {
  for (const [at, last] of citations.entries()) {
    const first = citations[at - 1];
    if (!first || !isRange(first.target, last.target)) continue;
    if (!joinsARange(text, first, last)) continue;
    const [between, isWhole] = opinionsBetween(first.target, last.target, opinions);
    yield { start: first.start, end: last.end, between, isWhole };
  }
}

// Whether only a sign of a range, such as a dash, is between two citations.
export function joinsARange(text, first, last) {
  return patterns.RANGE_SIGN.fullMatch(text, first.end, last.start) && !LIST_MARK.test(text.slice(first.end, last.start));
}

function isRange(low, high) {
  if (low.kind !== "opinion" || high.kind !== "opinion" || low.series !== high.series) return false;
  const distance = high.number - low.number;
  return distance > 1 && distance <= LONGEST_RANGE;
}

function opinionsBetween(low, high, opinions) {
  let [between, isWhole] = [[], true];
  for (let number = low.number + 1; number < high.number; number += 1) {
    const found = opinions.withNumber(number).filter(({ series, year }) => series === low.series && low.year <= year && year <= high.year);
    between = [...between, ...found];
    isWhole &&= found.length > 0;
  }
  return [between.sort((a, b) => a.year - b.year || a.number - b.number), isWhole];
}
