// The opinions between the two ends of a range: 42 of `Advisory Opinions 41-43`.
import { NO_YEAR } from "./doubts.js";
import { grammar, patterns } from "./grammar.js";

const LONGEST_RANGE = 30;

// A dash that begins a line: there it marks an entry of a list, not a range.
const LIST_MARK = /\n\s*[^\s\p{L}\p{N}_]/u;

// The ranges among citations in the order of the text, as { start, end, between, isWhole }:
// `between` are the known opinions between the ends, and `isWhole` whether each number has one.
// One may begin or end with a number without its year that no opinion has: `3-7 (2004)`.
export function* opinionRanges(text, { resolved, unresolved }, opinions) {
  const ends = [...resolved, ...withoutYear(text, unresolved)].sort((a, b) => a.start - b.start);
  for (const [at, last] of ends.entries()) {
    const first = ends[at - 1];
    if (!first) continue;
    const low = first.target.year === 0 ? { ...first.target, series: last.target.series } : first.target;
    const high = low.year && !last.target.year ? { ...last.target, series: low.series } : last.target;
    if (!isRange(low, high) || !joinsARange(text, first, last)) continue;
    const [between, isWhole] = opinionsBetween(low, high, opinions);
    yield { start: first.start, end: last.end, between, isWhole };
  }
}

function* withoutYear(text, unresolved) {
  const lastNumber = new RegExp(`(?<![0-9])(?<![0-9][${grammar.dashes}])[0-9]+$`);
  for (const { start, end, doubt } of unresolved) {
    const number = doubt === NO_YEAR ? text.slice(start, end).match(lastNumber) : null;
    if (number) yield { start, end, target: { kind: "opinion", year: 0, number: Number(number[0]) } };
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
    const found = opinions.withNumber(number).filter(({ series, year }) => series === low.series && low.year <= year && year <= (high.year || year));
    between = [...between, ...found];
    isWhole &&= found.length > 0;
  }
  const numbers = new Set(between.map(({ number }) => number));
  const isClear = numbers.size === between.length || (low.year && high.year);
  if (!isClear) between = between.filter(({ year }) => year === (low.year || high.year));
  return [between.sort((a, b) => a.year - b.year || a.number - b.number), isWhole];
}
