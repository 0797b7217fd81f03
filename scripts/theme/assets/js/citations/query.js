// What a reader means who types only a citation: `#10`, `2003/05`, `§ 12-34.5`, `rule 4(f)`, `III.C`.
import { isInSets } from "./authorities.js";
import { grammar } from "./grammar.js";

const NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const SPELLED_OUT = new RegExp(`(?<=\\w\\s+)(?:${NUMBER_WORDS.join("|")})\\b`, "gi");
const JOINING = /^(?:[\s.,;:()&"“”‐-―-]|\b(?:and|or|to|through|thru|of|the)\b)*$/iu;
const NUMBER_WITH_A_PART = /^(?:[IVX]{2,}|[IVXivx]+[.(-].*|[0-9]+\W?\(?[A-Za-z].*)$/;
// `, Fla. Stat.` after a number: another name of the law than the body has. `, caucus` is none.
const TAIL = /(?<=[\p{N})]),\s*(?:(?:\p{Lu}[\p{L}.]*|\p{L}[\p{L}.]*\.)\s*){1,5}$/u;
const SIGN_OF_A_SECTION = /^(?:§+|ss?\.|sec(?:tion|\.))\s*(?=\d)/i;

// The opinions and authorities that the whole text names; empty for other words.
export function targetsOf(typed, finder) {
  const text = typed.trim().replace(SPELLED_OUT, (word) => NUMBER_WORDS.indexOf(word.toLowerCase()) + 1);
  for (const known of new Set([text, text.replace(TAIL, ""), text.replace(TAIL, "").replace(SIGN_OF_A_SECTION, "")])) {
    const targets = targetsOfAnySpelling(known, finder);
    if (targets.length) return unique(targets);
  }
  return [];
}

function targetsOfAnySpelling(text, finder) {
  for (const spelling of spellings(text)) {
    const targets = [...wholeCitation(spelling, finder, null), ...rulesOfAnySet(spelling, finder)];
    if (targets.length) return targets;
  }
  return [];
}

// The text as it is, with the words that it may lack, and in capitals.
function* spellings(text) {
  yield text;
  yield* rulesWithoutTheWord(text);
  yield text.replace(/^[^0-9]+/, (words) => words.toUpperCase());
  yield text.toUpperCase();
  if (/\d/.test(text)) yield `${grammar.names.opinionShort} ${text}`;
  const kinds = Object.keys(grammar.kinds).filter((kind) => !isInSets(kind));
  const isPlain = (kind) => grammar.kinds[kind].numbering === "number";
  for (const kind of kinds.filter((kind) => !isPlain(kind))) yield* withLabel(kind, text);
  if (NUMBER_WITH_A_PART.test(text)) for (const kind of kinds.filter(isPlain)) yield* withLabel(kind, text);
}

// `Canon III.C` for `iii.c`.
function* withLabel(kind, text) {
  const { label, isLowercase } = grammar.kinds[kind];
  const spelled = isLowercase ? [text.toUpperCase()] : [text, text.toUpperCase()];
  for (const number of spelled) yield label.replace("{id}", number).replace("{part}", "");
}

// `Pier Rule 4(f)` for `pier 4(f)`.
function* rulesWithoutTheWord(text) {
  for (const kind of Object.keys(grammar.kinds).filter(isInSets)) {
    for (const set of new Set(Object.values(grammar.introducers.sets))) {
      const rest = text.slice(set.length);
      const isOfSet = text.toLowerCase().startsWith(set.toLowerCase()) && /^\s+[.0-9]/.test(rest);
      if (isOfSet) yield grammar.kinds[kind].label.replace("{id}", set).replace("{part}", rest.trim());
    }
  }
}

function wholeCitation(text, finder, ruleSet) {
  const { resolved, unresolved } = finder.read(text, ruleSet);
  const spans = resolved.length ? resolved : unresolved;
  if (!isCovered(text, spans, finder)) return [];
  if (!resolved.length) return opinionsWithoutYear(text, unresolved, finder);
  const isKnown = ({ kind, id }) => kind !== "opinion" || finder.opinions.isKnown(id);
  return resolved.map((citation) => citation.target).filter(isKnown);
}

// Whether nothing but joining words and names stands beside the citations.
function isCovered(text, spans, finder) {
  let rest = text;
  for (const { start, end } of spans) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return spans.length > 0 && JOINING.test(finder.withoutNames(rest));
}

// The opinions of all years that have the number: `AO 5` if there are two. `20-05` has a year.
function opinionsWithoutYear(text, unresolved, finder) {
  return unresolved
    .filter(({ doubt }) => doubt === "no year")
    .flatMap(({ start, end }) => finder.opinions.withNumber(Number(/(?<![\d‐-―-])\d+$/.exec(text.slice(start, end))?.[0])));
}

// `Rule 4(f)` alone may be a rule of any set.
function rulesOfAnySet(text, finder) {
  const sets = new Set(Object.values(grammar.introducers.sets));
  return [...sets].flatMap((ruleSet) => wholeCitation(text, finder, ruleSet)).filter(({ kind }) => kind !== "opinion" && isInSets(kind));
}

function unique(targets) {
  const byName = new Map(targets.map(({ kind, id, pinpoint }) => [`${kind} ${id}${pinpoint}`, { kind, id, pinpoint }]));
  return [...byName.values()];
}
