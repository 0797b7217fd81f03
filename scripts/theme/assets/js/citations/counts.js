// Whether a number counts the noun after it, or is cited: `Opinion 30 days`, `Opinion 5 page 2`.
import { isUpper, patterns } from "./grammar.js";
import { countsSomething } from "./ordinary.js";

const LONGEST_LEAD = 16;

const isBefore = (pattern, text, start) => pattern.search(text, Math.max(start - LONGEST_LEAD, 0), start) !== null;
const isOfPersons = (text, end) => patterns.OF_PERSONS.match(text, end) !== null;

// Whether a noun that is counted follows a number: `Canon 3 attorneys`.
export const isBeforeCountedNoun = (text, end) => patterns.COUNTED_NOUN.match(text, end) !== null;

// Whether a number seems to count what follows, after a name or, with null for its start, in a list without one.
export function isACount(text, nameStart, start, end) {
  if (!countsSomething(text, end) || patterns.BEFORE_A_PLACE.match(text, end)) return false;
  if (nameStart === null) return !(isOfPersons(text, end) && isBefore(patterns.AFTER_AN_AND, text, start));
  return !isCited(text, nameStart, start, end);
}

// Whether a number that seems to count nouns may still be cited: `Opinion 5 letters`.
export function mayBeCited(text, nameStart, end) {
  const isNoun = isBeforeCountedNoun(text, end) || isOfPersons(text, end);
  if (!isNoun || patterns.OF_A_MEASURE.match(text, end)) return false;
  return !isBefore(patterns.LEADS_TO_ANY, text, nameStart);
}

// Whether persons follow a name with a capital and its number: `Canon 3 brokers`.
export function mayBind(text, nameStart, end) {
  return isUpper(text[nameStart]) && isOfPersons(text, end) && !isBefore(patterns.LEADS_TO_ANY, text, nameStart);
}

// Whether the number after a name is its number, whatever may be counted after it.
function isCited(text, nameStart, start, end) {
  const name = text.slice(nameStart, start);
  const isLed = patterns.HAS_A_SIGN.search(name) || isBefore(patterns.LEADS_TO_A_LAW, text, nameStart);
  if (isLed && isBeforeCountedNoun(text, end)) return true;
  if (!mayBind(text, nameStart, end) || isBefore(patterns.LEADS_TO_ONE, text, nameStart)) return false;
  return !(patterns.ORDINARY_NAME.fullMatch(name) && isBefore(patterns.STARTS_A_SENTENCE, text, nameStart));
}
