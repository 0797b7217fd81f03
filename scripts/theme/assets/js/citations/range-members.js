// The authorities between the two ends of a range: `(b)` of `3(a)-(c)`, 4 of `3(a) to 5`.
import { fromRoman, isCode, partsOf, toRoman } from "./authorities.js";
import { grammar, patterns } from "./grammar.js";
import { joinsARange } from "./opinion-ranges.js";

const LONGEST_RANGE = 30;

// The parts and rules between the ends of each range, each at the sign of its range.
export function* partsInRanges(text, citations) {
  for (const [first, last] of pairsInRanges(text, citations)) {
    const [start, end] = patterns.RANGE_SIGN.fullMatch(text, first.end, last.start).span("sign");
    for (const [id, pinpoint] of between(first.target, last.target)) yield { start, end, target: { ...first.target, id, pinpoint } };
  }
}

// The ranges of whole sections of a code, as { start, end, kind, low, high }.
export function* sectionRanges(text, citations) {
  for (const [first, last] of pairsInRanges(text, citations)) {
    const { kind, id } = first.target;
    if (isCode(kind) && id !== last.target.id) yield { start: first.start, end: last.end, kind, low: id, high: last.target.id };
  }
}

// Those of some sections that are between two others, in order.
export function sectionsBetween({ low, high }, sections) {
  return sections.filter((id) => inOrder(low, id) < 0 && inOrder(id, high) < 0).sort(inOrder);
}

function* pairsInRanges(text, citations) {
  for (const [at, last] of citations.entries()) {
    const first = citations[at - 1];
    if (!first || first.target.kind === "opinion" || first.target.kind !== last.target.kind) continue;
    if (joinsARange(text, first, last)) yield [first, last];
  }
}

// The order of sections by the numbers and signs in them: 2A-34.2 before 2A-34.10.
function inOrder(one, other) {
  const [ours, theirs] = [one, other].map((id) => id.match(/\d+|\D+/g));
  const at = ours.findIndex((piece, index) => piece !== theirs[index]);
  if (at < 0) return ours.length - theirs.length;
  if (theirs[at] === undefined) return 1;
  const [left, right] = [ours[at], theirs[at]];
  const numbers = [left, right].map((piece) => (/^\d/.test(piece) ? Number(piece) : 0));
  return numbers[0] - numbers[1] || (left < right ? -1 : 1);
}

// The number and part of what is between two: parts of the same authority at the level on which
// these differ. The finder fills ranges of whole numbers; here is 4 of `3(a) to 5`.
function* between(first, last) {
  if (first.id !== last.id) {
    const isNumber = grammar.kinds[first.kind].numbering === "number" && (first.pinpoint || last.pinpoint);
    for (const number of isNumber ? namesBetween(first.id, last.id, false) : []) yield [number, ""];
    return;
  }
  const [ours, theirs] = [partsOf(first), partsOf(last)];
  const level = ours.findIndex((part, at) => part !== theirs[at]);
  if (level < 0 || theirs[level] === undefined) return;
  const [low, high] = [ours[level], theirs[level]].map((part) => /^([(.]?)(\w+)(\)?)$/.exec(part));
  if (!low || !high || low[1] !== high[1] || low[3] !== high[3]) return;
  const shared = ours.slice(0, level).join("");
  for (const name of namesBetween(low[2], high[2], level > 0)) yield [first.id, `${shared}${low[1]}${name}${low[3]}`];
}

// `ii` of `i` to `iii`, `b` of `a` to `c`; `i` to `v` are numerals only below a part.
function namesBetween(low, high, isBelow) {
  const isSmall = low === low.toLowerCase();
  if (/^\d+$/.test(low) && /^\d+$/.test(high)) {
    const names = Number(high) - Number(low) <= LONGEST_RANGE ? numbersBetween(Number(low), Number(high)) : [];
    return names.map((number) => String(number).padStart(low.length, "0"));
  }
  if (isSmall !== (high === high.toLowerCase())) return [];
  const areLetters = /^[A-Za-z]{2}$/.test(low + high) && low.length === 1;
  const [least, most] = areLetters && !isBelow ? [] : [low, high].map(numeral);
  if (least && most) return numbersBetween(least, most).map(toRoman).map((name) => (isSmall ? name.toLowerCase() : name));
  return areLetters ? numbersBetween(low.charCodeAt(0), high.charCodeAt(0)).map((code) => String.fromCharCode(code)) : [];
}

const numeral = (name) => (/^[ivx]+$/i.test(name) ? fromRoman(name.toUpperCase()) : null);

const numbersBetween = (low, high) => Array.from({ length: Math.max(high - low - 1, 0) }, (_, at) => low + 1 + at);
