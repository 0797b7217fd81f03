// Which paragraphs or answers of an opinion a citation names.
import { patterns } from "../citations/grammar.js";
import { standingsOf } from "./opinion-standing.js";

const NUMBERS = "[0-9]{1,3}(?:\\s*(?:[-\\u2010-\\u2014]|to|through)\\s*¶*\\s*[0-9]{1,3})?";
const AND = "\\s*(?:,\\s*(?:and\\b|&)?|and\\b|&)\\s*";
const PARAGRAPHS =
  `(?:(?:¶¶+|(?<!\\w)[Pp]ara(?:s\\.?|graphs))\\s*(?<listed>${NUMBERS}(?:${AND}¶*\\s*${NUMBERS})*)` +
  `|(?:¶|(?<!\\w)[Pp]ara(?:graph|\\.)?)\\s*(?<each>${NUMBERS}(?:${AND}¶\\s*${NUMBERS})*))` +
  "(?!\\w|\\s*[-\\u2010-\\u2014]\\s*[0-9])";
// A number with a year after it, as in `AO 5 (2003), ¶¶ 4 and 30 (2014)`, is another opinion.
const PARAGRAPHS_AFTER = `${PARAGRAPHS}(?!\\s?\\([^()0-9]{0,12}(?:19|20)[0-9]{2})`;
const RUN = /([0-9]+)(?:\s*(?:[-\u2010-\u2014]|to|through)\s*¶*\s*([0-9]+))?/g;

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const answersOf = ({ answerWords }) => `(?<!\\w)(?:${answerWords.map(escaped).join("|")})\\s+(?<numbers>${NUMBERS}(?:${AND}${NUMBERS})*)(?!\\w)`;

// What is known of a cited opinion whose text is here: { lastParagraph, answers }; null of anything else.
export function citedText({ kind, id }, opinions) {
  const [, , lastParagraph, , answers] = (kind === "opinion" && standingsOf(id, opinions)) || [];
  return lastParagraph === undefined ? null : { lastParagraph, answers: Object.keys(answers) };
}

// The paragraphs or answers within or after a citation, `5, ¶ 4 (2003)`, `5 (2003), ¶¶ 4-6`, each { paragraph } or { answer }.
// Only {}, the whole opinion, if it names none, or if the text of the opinion is not here.
// Of a range that goes on after the last paragraph or answer, its end stands for what does not exist.
export function placesOf(text, citation, opinions, law) {
  const held = citedText(citation, opinions);
  const named = held && namedAt(text, citation, law);
  return named ? placesIn(held, named) : [{}];
}

// The paragraphs or answers within or right after the citation of an opinion, { groups, end }; null if there are none.
export function namedAt(text, { start, end }, law) {
  const [inner, answers] = [text.slice(0, end), answersOf(law)];
  const after = endOfLead(text, end);
  const named = firstFrom(PARAGRAPHS, "g", inner, start) ?? firstFrom(PARAGRAPHS_AFTER, "y", text, after) ?? firstFrom(answers, "gi", inner, start) ?? firstFrom(answers, "iy", text, after);
  return named && { groups: named.groups, end: named.index + named[0].length };
}

// The end of what may stand between an opinion and its place, from its beginning.
export function endOfLead(text, start) {
  const lead = /,?\s*(?:at\s+)?/y;
  lead.lastIndex = patterns.DATES_AFTER.match(text, start)?.end ?? start;
  return lead.exec(text) ? lead.lastIndex : start;
}

function firstFrom(source, flags, text, start) {
  const pattern = new RegExp(source, flags);
  pattern.lastIndex = start;
  return pattern.exec(text);
}

// The places in a note on a status, { index } and its words: `as to ¶ 4 and ¶ 5 by `, or `, cited in ¶ 7`.
export function notesBetween(text, start, end, { answerWords }) {
  const place = `(?:¶|${escaped(answerWords.at(-1))})\\s+[0-9]+`;
  const places = `${place}(?:${AND}${place})*`;
  return allBetween(new RegExp(`\\bas\\s+to\\s+${places}\\s+by\\s+|,\\s+cited\\s+in\\s+${places}`, "g"), text.slice(0, end), start);
}

// All paragraphs and answers that a part of a text names, in reading order.
export function namedBetween(text, start, end, law) {
  const patterns = [new RegExp(PARAGRAPHS_AFTER, "g"), new RegExp(answersOf(law), "gi")];
  return patterns.flatMap((pattern) => [...allBetween(pattern, text.slice(0, end), start)]).sort((a, b) => a.index - b.index);
}

function* allBetween(pattern, text, start) {
  pattern.lastIndex = start;
  let match;
  while ((match = pattern.exec(text))) yield match;
}

// What words such as `¶¶ 4-6` or `answer 1` name in an opinion.
export function placesIn({ lastParagraph, answers }, { groups: { numbers, listed, each } }) {
  if (numbers) return numbersIn(numbers, answers.length).map((answer) => ({ answer }));
  return numbersIn(listed ?? each, lastParagraph).map((paragraph) => ({ paragraph }));
}

function numbersIn(listed, lastHere) {
  const numbers = new Set();
  for (const run of listed.matchAll(RUN)) {
    const [first, last] = [Number(run[1]), Number(run[2] ?? run[1])];
    numbers.add(first);
    for (let number = first; number <= Math.min(last, lastHere); number += 1) numbers.add(number);
    numbers.add(last);
  }
  return [...numbers];
}
