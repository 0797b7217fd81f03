// Marks of an enumeration within a sentence: `(a) Canon 3(c) and (b) the broker`.
import { fromRoman, toRoman } from "./authorities.js";
import { patterns, words } from "./grammar.js";

const REACH = 300;
const LONGEST_NAME = 20;

// Whether a part such as `(b)` is the mark of a further item, and not part of a citation.
export function isEnumerated(text, start, end, listMark = "") {
  const mark = patterns.MARK.match(text, start);
  if (mark?.end !== end || patterns.JOINED_MARKS.match(text, end)) return false;
  const { name } = mark.groups;
  const before = neighbors(name, -1);
  const marksBefore = marks(text, Math.max(start - REACH, 0), start);
  if ([listMark.replace(/[().]/g, ""), ...marksBefore].some((other) => before.includes(other))) return true;
  const after = neighbors(name, 1);
  return words.FIRST_MARKS.has(name) && marks(text, end, end + REACH).some((other) => after.includes(other));
}

// The names of the marks that stand alone between two places.
function marks(text, start, end) {
  const isPart = (mark) => patterns.NAMES_A_PART.search(text, Math.max(mark.start - LONGEST_NAME, 0), mark.start);
  return [...patterns.MARK.all(text, start, end)].filter((mark) => !isPart(mark)).map((mark) => mark.groups.name);
}

// The names of the mark one before or after: `h` and `ii` after `i`.
function neighbors(name, step) {
  if (/^[0-9]/.test(name)) return [String(Number(name) + step)];
  const names = name.length === 1 ? [String.fromCharCode(name.charCodeAt(0) + step)] : [];
  const number = /^[ivx]+$/.test(name) ? fromRoman(name.toUpperCase()) : null;
  if (number && number + step) names.push(toRoman(number + step).toLowerCase());
  return names;
}
