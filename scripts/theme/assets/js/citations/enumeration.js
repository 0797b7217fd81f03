// Marks of an enumeration within a sentence: `(a) Canon 3(c) and (b) the broker`.
import { fromRoman, toRoman } from "./authorities.js";
import { patterns, words } from "./grammar.js";

const REACH = 300;
const LONGEST_NAME = 20;

// Where the citations before a part begin, the end of the last list, and where that of the part begins;
// nothing in them is a mark.
export const NO_CITATIONS = { starts: new Set(), end: 0 };

// Whether a part such as `(b)` is the mark of a further item, and not part of a citation.
export function isEnumerated(text, start, end, listMark = "", earlier = NO_CITATIONS) {
  const mark = patterns.MARK.match(text, start);
  if (mark?.end !== end || patterns.JOINED_MARKS.match(text, end)) return false;
  const { name } = mark.groups;
  const before = neighbors(name, -1);
  const endOfMarks = earlier.listStart === undefined ? start : earlier.listStart + 1;
  const marksBefore = marks(text, firstMark(text, start, earlier.end), endOfMarks, earlier);
  if ([listMark.replace(/[().]/g, ""), ...marksBefore].some((other) => before.includes(other))) return true;
  const after = neighbors(name, 1);
  return words.FIRST_MARKS.has(name) && marks(text, end, endOfSentence(text, end), earlier).some((other) => after.includes(other));
}

// From where marks are searched: after the sentence of the last citation.
function firstMark(text, start, endOfLast) {
  const earliest = Math.max(start - REACH, 0);
  const first = Math.max(endOfLast - 1, earliest);
  const sentence = endOfLast ? patterns.END_OF_A_SENTENCE.search(text, first, start) : null;
  return sentence?.end ?? earliest;
}

const endOfSentence = (text, start) =>
  patterns.END_OF_A_SENTENCE.search(text, start, start + REACH)?.end ?? start + REACH;

// The names of the marks that stand alone between two places.
function marks(text, start, end, { starts }) {
  const isPart = (mark) =>
    starts.has(mark.start) || patterns.NAMES_A_PART.search(text, Math.max(mark.start - LONGEST_NAME, 0), mark.start);
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
