// What a reader takes for a citation and the finder misses: `Id.`, `2A-34.1.(l)`, `AO 7`.
import { hasShortNumbers, isCode, isInSets, mayBeARange } from "./authorities.js";
import { mayBind } from "./counts.js";
import { grammar, isLower, isUpper, patterns } from "./grammar.js";
import { countsSomething, isBeforeANoun } from "./ordinary.js";
import { namesRulesAfter } from "./rule-sets.js";

const LONGEST_SENTENCE = 200;

const STOPPED = "stopped";
export const POINTS_BACK = "points back";
export const MAY_COUNT = "may count";
const IN_WORDS = "in words";
export const NUMERAL = "numeral";
export const DAMAGED = "damaged";
export const NO_YEAR = "no year";
export const WHOSE = "whose";

// Doubts about words that surely cite something.
export const HAVE_A_NUMBER = new Set([STOPPED, NO_YEAR, NUMERAL]);

// The citations that a name introduces, without one that is still to be filled in; and the doubts.
export function withDoubts(text, name, citations, endOfRules) {
  const blank = citations.length ? patterns.BLANK.match(text, citations.at(-1).end) : null;
  if (!blank) return { citations, doubts: [...doubtsAfter(text, name, citations, endOfRules)] };
  const doubt = { start: citations.at(-1).start, end: blank.end, doubt: STOPPED };
  return { citations: citations.slice(0, -1), doubts: [doubt] };
}

// What looks like a citation, or like more of one, beside what was found.
// `endOfRules` is the end of what was read before the name if that is about rules in sets.
export function* doubtsAfter(text, name, citations, endOfRules = 0) {
  if (citations.length) {
    yield* unread(text, name.meaning.kind, citations.at(-1).end);
    return;
  }
  if (name.meaning.isCommon) return;
  const rules = name.meaning.kind && isInSets(name.meaning.kind) ? ofRulesBefore(text, name, endOfRules) : null;
  const number = patterns.NUMBER.match(text, name.numberStart);
  if (rules) {
    yield { start: name.start, end: rules.end, doubt: POINTS_BACK };
    return;
  }
  if (number) {
    const doubt = doubtAbout(text, number, name);
    if (doubt) yield { start: name.start, end: number.end, doubt };
    return;
  }
  const numeral = numeralAfter(text, name);
  if (numeral) {
    yield { start: name.start, end: numeral.end, doubt: NUMERAL };
    return;
  }
  const ordinal = ordinalBefore(text, name);
  if (ordinal) yield { start: ordinal.start, end: name.end, doubt: IN_WORDS };
  else if (!name.isPlural && !(name.meaning.kind && isLower(text[name.start]))) {
    const word = patterns.POINTING_WORD.search(text, Math.max(name.start - 12, 0), name.start);
    if (word) yield { start: word.start, end: name.end, doubt: POINTS_BACK };
  }
}

// `4(b) of the same Rules`, or `8(a)` of `Rule 8(a)` in the sentence of a rule of a set.
function ofRulesBefore(text, name, endOfRules) {
  const same = patterns.OF_SAME_RULES.match(text, name.numberStart);
  if (same) return same;
  const rule = endOfRules ? patterns.RULE_ALONE.match(text, name.numberStart) : null;
  if (!rule || namesRulesAfter(text, rule.end)) return null;
  if (patterns.LIST_SEPARATOR.fullMatch(text, endOfRules, name.start)) return rule;
  return isInTheSentence(text, endOfRules, name) && !isBeforeANoun(text, rule.end) ? rule : null;
}

// Whether `Rule 4` stands in the sentence of an earlier rule of a set.
function isInTheSentence(text, endOfRules, { start }) {
  if (!isUpper(text[start]) || start - endOfRules > LONGEST_SENTENCE) return false;
  const ends = patterns.END_OF_A_SENTENCE.search(text, endOfRules - 1, start + 1);
  return !ends && !patterns.NAMES_OTHER_RULES.search(text.slice(endOfRules, start));
}

// `IIX` of `Pier Rule IIX`; after `rule`, or a name of sections, it is of no citation.
function numeralAfter(text, { start, numberStart, meaning }) {
  if (isLower(text[start]) || isOfNoSet({ meaning }) || (meaning.kind && isCode(meaning.kind))) return null;
  return patterns.NUMERAL.match(text, numberStart);
}

// `third ` before `Canon`.
function ordinalBefore(text, { start, meaning, isPlural }) {
  const isNumbered = meaning.kind && grammar.kinds[meaning.kind].numbering === "number";
  if (!isNumbered || isPlural || !isUpper(text[start])) return null;
  return patterns.ORDINAL.search(text, Math.max(start - 12, 0), start);
}

// The doubt about letters and a range before a noun, which may be anything: `GS 12-14 federal employee`; or null.
export function doubtAboutGrade(text, { start, numberStart }, [{ target, ...citation }, ...others]) {
  if (others.length || !isCode(target.kind) || !patterns.PLAIN_LETTERS.fullMatch(text, start, numberStart)) return null;
  const isRange = hasShortNumbers(target) && mayBeARange(target);
  return isRange && isBeforeANoun(text, citation.end) ? { ...citation, doubt: MAY_COUNT } : null;
}

// What goes on after the end of an authority.
function* unread(text, kind, end) {
  const cut = kind ? patterns.NOT_CLOSED.match(text, end) ?? patterns.UNREAD_IN_WORDS.match(text, end) : null;
  if (cut) {
    yield { start: cut.start, end: cut.end, doubt: STOPPED };
    return;
  }
  if (kind && patterns.UNREAD.match(text, end)) {
    const part = patterns.UNREAD_PART.match(text, end);
    if (part) yield { start: part.start, end: part.end, doubt: STOPPED };
    return;
  }
  const rest = kind && isCode(kind) ? patterns.BROKEN_SECTION.match(text, end) : null;
  if (rest) yield { start: rest.start, end: rest.end, doubt: STOPPED };
}

// Whether a name such as `Rule` leaves open to which set a rule belongs.
const isOfNoSet = ({ meaning }) => meaning.kind && isInSets(meaning.kind) && !meaning.ruleSet;

// Why a number after a name is not read; null if it does not look like one of a citation.
function doubtAbout(text, number, { meaning, start }) {
  if (countsSomething(text, number.end)) return isWholeNumber(number, meaning) && mayBind(text, start, number.end) ? MAY_COUNT : null;
  if (!meaning.kind && /^\p{Nd}+$/u.test(number.text)) return NO_YEAR;
  return isOfNoSet({ meaning }) || !patterns.CUT_NUMBER.fullMatch(number.text) ? null : STOPPED;
}

// Whether a number such as `3` is that of an authority that has one.
const isWholeNumber = ({ text }, { kind }) => kind && grammar.kinds[kind].numbering === "number" && /^\p{Nd}+$/u.test(text);

// `Id.` and `supra`, unless a section that was found follows, as in `Id. § 2A-34`.
export function* pointingBack(text, citations) {
  const starts = new Set(citations.map((citation) => citation.start));
  for (const { start, end } of patterns.POINTS_BACK.all(text)) {
    const section = patterns.TO_A_SECTION.match(text, end);
    if (!section || !starts.has(section.end)) yield { start, end, doubt: POINTS_BACK };
  }
}
