// Ordinary English around a citation: words that are counted, `I` for a person.
import { patterns, words } from "./grammar.js";

const LONGEST_DOCUMENT = 20;

// Whether the number that ends here counts what follows: `Opinion 30 minutes`.
export const countsSomething = (text, end) => patterns.COUNTS_SOMETHING.match(text, end) !== null;

// Whether the number that ends here counts what follows, as in `5.3 acres`, or is part of it.
export const isBeforeThings = (text, end) => patterns.BEFORE_THINGS.match(text, end) !== null;

// Whether the `I` after a name from `start` to `end` is a person: `this Canon I would hold`.
export function isPronoun(text, start, end) {
  const word = patterns.NEXT_WORD.match(text, end)?.groups.word;
  if (word === undefined || words.AFTER_A_NUMERAL.has(word)) return false;
  if (words.AFTER_EITHER.has(word) || word.endsWith("ed")) {
    return patterns.DETERMINER.search(text, Math.max(start - 10, 0), start) !== null;
  }
  return !word.endsWith("s") && !patterns.NOUN.fullMatch(word);
}

// Whether the number that ends here is of a document that is not a law: `section 3.2 of a deed`.
export const isOfADocument = (text, end) => patterns.OF_A_DOCUMENT.match(text, end) !== null;

// Whether a document that is not a law is named right before: `the lease, `.
export const isAfterADocument = (text, start) =>
  patterns.AFTER_A_DOCUMENT.search(text, Math.max(start - LONGEST_DOCUMENT, 0), start) !== null;

// Whether a name in lowercase with a whole number is none: `the standard 3 meals`.
export function isOrdinary(text, start, end) {
  return patterns.DETERMINER.search(text, Math.max(start - 10, 0), start) !== null || isBeforeANoun(text, end);
}

// Whether a word in lowercase follows that would not go on with a sentence about a law.
export function isBeforeANoun(text, end) {
  const word = patterns.NEXT_WORD.match(text, end)?.groups.word;
  return word !== undefined && !words.AFTER_A_PROVISION.has(word);
}
