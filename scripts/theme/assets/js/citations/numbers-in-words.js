// Numbers written in words after a name, as digits: `Canon Three`.
import { grammar, isLower, patterns } from "./grammar.js";
import { isBeforeANoun, isOrdinary } from "./ordinary.js";

const UP_TO_NINETEEN =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const LONGEST_NUMBER = 20;

// The text with digits for the numbers in words after a name, at the same offsets.
export function withDigits(text, name) {
  const { kind, isCommon } = name.meaning;
  if (isCommon || (kind && !["number", "sets"].includes(grammar.kinds[kind].numbering))) return text;
  const numbers = patterns.NUMBER_WORDS.match(text, name.numberStart);
  if (!numbers || areOfThings(text, name, numbers)) return text;
  const written = patterns.NUMBER_WORD.replace(numbers.text, (word) => digits(word.groups).padStart(word.text.length));
  return text.slice(0, numbers.start) + written + text.slice(numbers.end);
}

// Where the word begins in which a citation starts; its digits are at the end of the word.
export const wholeWord = (text, start) => patterns.WORD_SO_FAR.search(text, Math.max(start - LONGEST_NUMBER, 0), start + 1)?.start ?? start;

// `31` for `Thirty-One`.
function digits({ small, tens, ones = "zero" }) {
  if (small) return String(UP_TO_NINETEEN.indexOf(small.toLowerCase()));
  return String(20 + 10 * TENS.indexOf(tens.toLowerCase()) + UP_TO_NINETEEN.indexOf(ones.toLowerCase()));
}

// Whether numbers in words count something, or are in a name: `Canon two hours`.
function areOfThings(text, { start }, numbers) {
  if (isLower(text[start])) return isOrdinary(text, start, numbers.end);
  if (patterns.BEFORE_A_NAME.match(text, numbers.end)) return true;
  return isLower(numbers.text) && isBeforeANoun(text, numbers.end);
}
