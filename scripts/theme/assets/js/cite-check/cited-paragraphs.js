// Which paragraphs or answers of an opinion a citation names.
import { standingsOf } from "./opinion-standing.js";

const NUMBERS = "[0-9]{1,3}(?:\\s*(?:[-\\u2010-\\u2014]|to|through)\\s*¶*\\s*[0-9]{1,3})?";
const AND = "\\s*(?:,\\s*(?:and\\b|&)?|and\\b|&)\\s*";
const PARAGRAPHS = new RegExp(
  ",?\\s*(?:at\\s+)?" +
    `(?:(?:¶¶+|[Pp]aras\\.?|[Pp]aragraphs)\\s*(?<listed>${NUMBERS}(?:${AND}¶*\\s*${NUMBERS})*)` +
    `|(?:¶|[Pp]ara(?:graph|\\.)?)\\s*(?<each>${NUMBERS}(?:${AND}¶\\s*${NUMBERS})*))` +
    "(?!\\w|\\s*[-\\u2010-\\u2014]\\s*[0-9])",
);
// A number with a year after it, as in `AO 5 (2003), ¶¶ 4 and 30 (2014)`, is another opinion.
const PARAGRAPHS_AFTER = new RegExp(`${PARAGRAPHS.source}(?!\\s?\\([^()0-9]{0,12}(?:19|20)[0-9]{2})`, "y");
const RUN = /([0-9]+)(?:\s*(?:[-\u2010-\u2014]|to|through)\s*¶*\s*([0-9]+))?/g;

// The paragraphs within or after a citation, `5, ¶ 4 (2003)`, `5 (2003), ¶¶ 4-6`, or answers, each { paragraph } or { answer }.
// Only {}, the whole opinion, if it names none, or if the text of the opinion is not here.
// Of a range that goes on after the last paragraph or answer, its end stands for what does not exist.
export function placesOf(text, { kind, id, start, end }, opinions, law) {
  const [, , lastHere, , answers] = (kind === "opinion" && standingsOf(id, opinions)) || [];
  if (lastHere === undefined) return [{}];
  PARAGRAPHS_AFTER.lastIndex = end;
  const found = PARAGRAPHS.exec(text.slice(start, end)) ?? PARAGRAPHS_AFTER.exec(text);
  if (!found) return answersIn(text, { start, end }, answers, law);
  return numbersIn(found.groups.listed ?? found.groups.each, lastHere).map((paragraph) => ({ paragraph }));
}

// The answers named within or after a citation, `, answer 1`; only {} if there are none.
function answersIn(text, { start, end }, answers, { answerWords }) {
  const pattern = `,?\\s*(?:at\\s+)?(?:${answerWords.map(escaped).join("|")})\\s+(?<numbers>${NUMBERS}(?:${AND}${NUMBERS})*)(?!\\w)`;
  const after = new RegExp(pattern, "iy");
  after.lastIndex = end;
  const found = new RegExp(pattern, "i").exec(text.slice(start, end)) ?? after.exec(text);
  if (!found) return [{}];
  return numbersIn(found.groups.numbers, Object.keys(answers).length).map((answer) => ({ answer }));
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

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
