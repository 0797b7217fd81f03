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
const PARAGRAPHS_AFTER = new RegExp(PARAGRAPHS, "y");
const RUN = /([0-9]+)(?:\s*(?:[-\u2010-\u2014]|to|through)\s*¶*\s*([0-9]+))?/g;

// The paragraphs within or after a citation, `5, ¶ 4 (2003)`, `5 (2003), ¶¶ 4-6`, or answers, each { paragraph } or { answer }.
// Only {}, the whole opinion, if it names none, or if the text of the opinion is not here.
// Of a range that goes on after the last paragraph, its end stands for what does not exist.
export function placesOf(text, { kind, id, start, end }, opinions, law) {
  const [, , lastHere, , answers] = (kind === "opinion" && standingsOf(id, opinions)) || [];
  if (lastHere === undefined) return [{}];
  PARAGRAPHS_AFTER.lastIndex = end;
  const found = PARAGRAPHS.exec(text.slice(start, end)) ?? PARAGRAPHS_AFTER.exec(text);
  if (!found) return answersIn(text, end, answers, law);
  return numbersIn(found.groups.listed ?? found.groups.each, lastHere).map((paragraph) => ({ paragraph }));
}

// The answers named after an opinion, `, answer 1`; only {} if it has none.
function answersIn(text, end, answers, { answerWords }) {
  const pattern = new RegExp(`,?\\s*(?:at\\s+)?(?:${answerWords.map(escaped).join("|")})\\s+(?<numbers>${NUMBERS}(?:${AND}${NUMBERS})*)(?!\\w)`, "iy");
  pattern.lastIndex = end;
  const found = pattern.exec(text);
  const named = found ? numbersIn(found.groups.numbers, Object.keys(answers).length) : [];
  if (!named.length || named.some((answer) => !(answer in answers))) return [{}];
  return named.map((answer) => ({ answer }));
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
