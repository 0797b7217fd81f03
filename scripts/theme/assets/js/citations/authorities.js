// How authorities are numbered, with their parts: `3(c)`, `III.C`, `7A-38.2(b)`, `MSC 4(f)`.
import { Pattern, grammar, patterns } from "./grammar.js";

const MOST_IN_A_RANGE = 30;
const ROMAN = Object.entries({ C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 });

function toRoman(number) {
  let numeral = "";
  for (const [sign, value] of ROMAN) {
    numeral += sign.repeat(Math.floor(number / value));
    number %= value;
  }
  return numeral;
}

// 43 for `XLIII`; null for letters that are not a correct numeral.
function fromRoman(numeral) {
  const values = [...numeral].map((letter) => Number(ROMAN.find(([sign]) => sign === letter)[1]));
  const number = values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  return toRoman(number) === numeral ? number : null;
}

const authority = (kind, id, pinpoint = "") => ({ kind, id, pinpoint });

export const partsOf = ({ pinpoint }) => pinpoint.match(/\(\w+\)|[.\w]+/g) ?? [];
const pinpointOf = (names) => names.map((name) => `(${name})`).join("");

// The names of parts, in lower case except in rules, whose editions differ in the case.
function partNames(kind, written) {
  const names = written.match(/[A-Za-z0-9]+/g) ?? [];
  return kind === "rule" ? names : names.map((name) => name.toLowerCase());
}

function caseOf(name) {
  if (/^[0-9]/.test(name)) return "number";
  return /^[a-z]/.test(name) ? "lower" : "upper";
}

// `3(c)` for Standard 3 and `(c)`.
export function withParts(target, written) {
  return { ...target, pinpoint: target.pinpoint + pinpointOf(partNames(target.kind, written)) };
}

// What a part alone means after a citation: `(d)` after `3(c)` is `3(d)`.
export function followingPart(previous, written) {
  const names = partNames(previous.kind, written);
  const parts = partsOf(previous);
  const at = parts.findLastIndex((part) => part.startsWith("(") && caseOf(part.slice(1)) === caseOf(names[0]));
  return at < 0 ? null : { ...previous, pinpoint: parts.slice(0, at).join("") + pinpointOf(names) };
}

// The section whose chapter is not written again: `-38.4A` and `.4A` after `7A-38.1`.
export function followingSection(previous, text, start, isPlural) {
  const match = patterns.FURTHER_SECTION.match(text, start);
  const joined = patterns.SECTION_OF_CHAPTER.fullMatch(previous.id);
  if (!match || !joined) return null;
  const [chapter, section, decimal] = [1, 2, 3].map((number) => joined.group(number));
  let written = match.groups.section.toUpperCase();
  if (!(match.groups.dash || isPlural || patterns.IS_DECIMAL.match(written))) return null;
  if (written.startsWith(".")) {
    if (!decimal.startsWith(".")) return null;
    written = section + written;
  } else if (!match.groups.dash && !match.groups.decimal) {
    const isHigher = !decimal && /^[0-9]+$/.test(written) && Number(written) > Number(section);
    if (!isHigher) return null;
  }
  return { target: withParts(authority("statute", chapter + written), match.groups.parts), end: match.end };
}

// Whether `8-10` may as well mean sections 8 to 10 of anything.
export function mayBeARange(statute) {
  const numbers = patterns.TWO_NUMBERS.fullMatch(statute.id + statute.pinpoint);
  const distance = numbers ? Number(numbers.group(2)) - Number(numbers.group(1)) : 0;
  return 0 < distance && distance <= MOST_IN_A_RANGE;
}

// Whether a number is a section with its chapter, `7A-38.1`, and not only a section, `38.1`.
export const namesItsChapter = (statute) => patterns.WITH_CHAPTER.match(statute.id) !== null;

export const sectionOfChapter = (section, chapter) => authority("statute", `${chapter}-${section}`.toUpperCase());

function parseStandard({ groups }) {
  if (groups.number !== undefined) return withParts(authority("standard", groups.number), groups.parts);
  const number = fromRoman(groups.numeral);
  return number === null ? null : withParts(authority("standard", String(number)), groups.numeral_parts);
}

function parseStatute({ groups }) {
  const number = [...groups.id].map((sign) => (grammar.dashes.includes(sign) ? "-" : sign)).join("");
  return withParts(authority("statute", number.replace(/\s+/g, "").toUpperCase()), groups.parts ?? "");
}

function parseRule({ groups }, ruleSet) {
  const rule = authority("rule", ruleSet, groups.number || groups.code);
  return withParts(rule, groups.parts || groups.code_parts || "");
}

const joiners = ({ id }) => id.match(/[-.:]/g) ?? [];
const chapter = ({ id }) => id.split(/[-.:]/)[0];

const style = (kind, rest) => {
  const [alone, inList] = grammar.styles[kind].map((source) => new Pattern(source));
  return { alone, inList, mayFollow: () => true, fillsRanges: false, ...rest };
};

// The style of each kind: its patterns, what a match means, and what goes on in a list.
export const styles = () => ({
  standard: style("standard", {
    parse: parseStandard,
    isUnmistakable: (_, target) => target.pinpoint !== "",
    fillsRanges: true,
  }),
  statute: style("statute", {
    parse: parseStatute,
    isUnmistakable: (previous, target) =>
      target.pinpoint !== "" || joiners(target).length > 1 || chapter(previous) === chapter(target),
    mayFollow: (previous, target) => joiners(previous)[0] === joiners(target)[0],
  }),
  rule: style("rule", {
    parse: parseRule,
    isUnmistakable: (_, target) => partsOf(target).length > 1 || target.pinpoint.startsWith("."),
  }),
});
