// How authorities are numbered, with their parts: `3(c)`, `III.C`, `12-34.5(b)`, `Pier 4(f)`.
import { Pattern, filled, grammar, patterns } from "./grammar.js";

const MOST_IN_A_RANGE = 30;
const ROMAN = Object.entries({ C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 });

export function toRoman(number) {
  let numeral = "";
  for (const [sign, value] of ROMAN) {
    numeral += sign.repeat(Math.floor(number / value));
    number %= value;
  }
  return numeral;
}

// 43 for `XLIII`; null for letters that are not a correct numeral.
export function fromRoman(numeral) {
  const values = [...numeral].map((letter) => Number(ROMAN.find(([sign]) => sign === letter)[1]));
  const number = values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  return toRoman(number) === numeral ? number : null;
}

// A number with the letters of its kind: `1-84b` or `1-84B`.
const numberInNormalCase = (kind, number) =>
  grammar.kinds[kind].hasSmallLetters ? number.toLowerCase() : number.toUpperCase();

const authority = (kind, id, pinpoint = "") => ({ kind, id, pinpoint });

export const partsOf = ({ pinpoint }) => pinpoint.match(/\(\w+\)|[.\w]+/g) ?? [];
const inParentheses = (names) => names.map((name) => `(${name})`).join("");
export const isInSets = (kind) => grammar.kinds[kind].numbering === "sets";
export const isCode = (kind) => grammar.kinds[kind].numbering === "code";

// The names of parts, in lower case if capitals do not make another part.
function partNames(kind, written) {
  const names = written.match(/[A-Za-z0-9]+/g) ?? [];
  return grammar.kinds[kind].isLowercase ? names.map((name) => name.toLowerCase()) : names;
}

// Parts as they are printed: `(c)(1)` or `B(5)`.
function pinpointOf(kind, names) {
  const isBare = grammar.kinds[kind].hasBarePart && /^[A-Za-z]$/.test(names[0] ?? "");
  return isBare ? names[0].toUpperCase() + inParentheses(names.slice(1)) : inParentheses(names);
}

// Parts with further ones, all in the form of their kind: `B` and `5` as `B(5)`.
function furtherParts(kind, first, names) {
  return isInSets(kind) ? first + inParentheses(names) : pinpointOf(kind, [...partNames(kind, first), ...names]);
}

function caseOf(name) {
  if (/^[0-9]/.test(name)) return "number";
  return /^[a-z]/.test(name) ? "lower" : "upper";
}

// `3(c)` for number 3 and `(c)`.
export function withParts(target, written) {
  return { ...target, pinpoint: furtherParts(target.kind, target.pinpoint, partNames(target.kind, written)) };
}

// What a part alone means after a citation: `(d)` after `3(c)` is `3(d)`.
export function followingPart(previous, written) {
  const names = partNames(previous.kind, written);
  const parts = partsOf(previous);
  const isPart = (part) => !isInSets(previous.kind) || part.startsWith("(");
  const at = parts.findLastIndex((part) => isPart(part) && caseOf(part.replace("(", "")) === caseOf(names[0]));
  if (at < 0) return null;
  return { ...previous, pinpoint: furtherParts(previous.kind, parts.slice(0, at).join(""), names) };
}

// `B` and `C` after `paragraphs A`, the words from `start` up to `end` of a citation.
export function* furtherNames(text, start, target, end) {
  const namesParts = patterns.NAMES_PARTS.search(text, start, end) !== null;
  let match;
  while (namesParts && (match = patterns.FURTHER_NAME.match(text, end))) {
    target = followingPart(target, match.groups.name);
    if (!target) return;
    end = match.end;
    yield { start: match.span("name")[0], end, target };
  }
}

// The section whose chapter is not written again: `-34.4A` and `.4A` after `2A-34.1`.
export function followingSection(previous, text, start, isPlural, isList) {
  const match = patterns.FURTHER_SECTION.match(text, start);
  const joined = patterns.SECTION_OF_CHAPTER.fullMatch(previous.id);
  if (!match || !joined) return null;
  const [chapter, section, decimal] = [1, 2, 3].map((number) => joined.group(number));
  let written = numberInNormalCase(previous.kind, match.groups.section);
  const goesOn = isPlural || (isList && parseInt(written, 10) >= Number(section));
  if (!(match.groups.dash || goesOn || patterns.IS_DECIMAL.match(written))) return null;
  if (written.startsWith(".")) {
    if (!decimal.startsWith(".")) return null;
    written = section + written;
  } else if (!match.groups.dash && !match.groups.decimal) {
    const isHigher = !decimal && /^[0-9]+$/.test(written) && Number(written) > Number(section);
    if (!isHigher) return null;
  }
  return { target: withParts(authority(previous.kind, chapter + written), match.groups.parts), end: match.end };
}

// Whether chapter and section are as short as those of `5-1`, so that `7-19` may follow it.
export const hasShortNumbers = (section) => patterns.TWO_SHORT_NUMBERS.fullMatch(section.id) !== null;

// Whether `8-10` may as well mean sections 8 to 10 of anything.
export function mayBeARange(section) {
  const numbers = patterns.TWO_NUMBERS.fullMatch(section.id + section.pinpoint);
  return numbers !== null && canBeARange(numbers);
}

function canBeARange(numbers) {
  const distance = Number(numbers.group(2)) - Number(numbers.group(1));
  return 0 < distance && distance <= MOST_IN_A_RANGE;
}

// Whether a number after some words, or in a list, is a section before any noun: `2A-34.1 cases`
// and `§ 9-11 cases`, but not `GS 9-11 positions`.
export function isSurelyASection(number, words) {
  const plain = patterns.PLAIN_SECTION.fullMatch(number);
  if (!plain) return patterns.WITH_CHAPTER.match(number) !== null;
  return words.includes("§") || (/^\p{Lu}/u.test(words) && !canBeARange(plain));
}

// Whether a number is a section with its chapter, `2A-34.1`, and not only a section, `34.1`.
export const namesItsChapter = (section) => patterns.WITH_CHAPTER.match(section.id) !== null;

export const sectionOfChapter = (kind, section, chapter) =>
  authority(kind, numberInNormalCase(kind, `${chapter}-${section}`));

// A number, in digits, and its parts; no number for a numeral such as `IIII`.
function inDigits({ number, parts, numeral, numeral_parts }) {
  return number === undefined ? [fromRoman(numeral), numeral_parts] : [number, parts];
}

function parseNumber(kind, { groups }) {
  const [number, parts] = inDigits(groups);
  return number === null ? null : withParts(authority(kind, String(number)), parts);
}

function parseSection(kind, { groups }) {
  const number = [...groups.id].map((sign) => (grammar.dashes.includes(sign) ? "-" : sign)).join("");
  return withParts(authority(kind, numberInNormalCase(kind, number.replace(/\s+/g, ""))), groups.parts ?? "");
}

function parseRule(kind, { groups }, ruleSet) {
  const [number, parts] = groups.code === undefined ? inDigits(groups) : [groups.code, groups.code_parts];
  return number === null ? null : withParts(authority(kind, ruleSet, String(number)), parts);
}

// `52-30101(8)(A)`, whose `52` precedes the words.
function parseForm(kind, { groups }, leading) {
  const { numbering, leadingPieces } = grammar.kinds[kind];
  const pieces = { ...groups, ...Object.fromEntries(leadingPieces.map((name) => [name, leading])) };
  const number = filled(numbering, pieces).replace(/[‐‑]/g, "-");
  return withParts(authority(kind, number), groups.parts ?? "");
}

const joiners = ({ id }) => id.match(/[-.:]/g) ?? [];
const chapter = ({ id }) => id.split(/[-.:]/)[0];

// What goes on in a list after a number of each form.
const FORMS = {
  number: {
    parse: parseNumber,
    isUnmistakable: (_, target) => target.pinpoint !== "",
    fillsRanges: true,
  },
  code: {
    parse: parseSection,
    isUnmistakable: (previous, target) =>
      target.pinpoint !== "" || joiners(target).length > 1 || chapter(previous) === chapter(target),
    mayFollow: (previous, target) => joiners(previous)[0] === joiners(target)[0],
  },
  sets: {
    parse: parseRule,
    isUnmistakable: (_, target) => partsOf(target).length > 1 || target.pinpoint.startsWith("."),
  },
};
const FORM_WITH_PIECES = {
  parse: parseForm,
  isUnmistakable: (_, { kind, pinpoint }) => {
    const { pieces, leadingPieces } = grammar.kinds[kind];
    return pinpoint !== "" || pieces.length > 1 + leadingPieces.length;
  },
};

const optional = (source) => source && new Pattern(source);

function styleOf([kind, settings]) {
  const { parse, ...form } = FORMS[settings.numbering] ?? FORM_WITH_PIECES;
  const style = {
    alone: new Pattern(settings.alone),
    inList: new Pattern(settings.inList),
    numeralAlone: new Pattern(settings.numeralAlone),
    numeralInList: new Pattern(settings.numeralInList),
    leading: optional(settings.leading),
    chapterBefore: optional(settings.chapterBefore),
    nameAfter: optional(settings.nameAfter),
    parse: (match, named) => parse(kind, match, named),
    mayFollow: () => true,
    fillsRanges: false,
  };
  return [kind, { ...style, ...form }];
}

let stylesOfGrammar = null;
let styled = {};

// The style with Roman numerals, which the kind may lack.
export const inNumerals = (style) => ({ ...style, alone: style.numeralAlone, inList: style.numeralInList });

// The style of each kind: its patterns, what a match means, and what goes on in a list.
export function styles() {
  if (stylesOfGrammar !== grammar) {
    stylesOfGrammar = grammar;
    styled = Object.fromEntries(Object.entries(grammar.kinds).map(styleOf));
  }
  return styled;
}
