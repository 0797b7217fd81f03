// The part of a paragraph that has the words that were typed, in whole sentences.
import { hits } from "./marks.js";

/** How many letters an excerpt has at least, if its paragraph goes on, and at most. */
const [LEAST_LETTERS, MOST_LETTERS] = [240, 560];
/** How many letters before the first word are shown of a sentence that is too long. */
const LETTERS_BEFORE = 60;
/** Between two sentences; after a short or capitalized word a period may belong to an abbreviation. */
const BETWEEN_SENTENCES = /(?<=(?:(?<![\p{L}.])\p{Ll}[\p{L}'’]+|[\d)\]])[.?!]["”’)]*)\s+(?=["“‘(]?[\p{Lu}\d])/gu;

/** What a word counts besides what it says: two common words may say more than a rare one. */
const EACH_WORD = 1;

/**
 * How much the different words of the query say that a text has; 0 without any.
 * @param {string} text
 * @param {import("./marks.js").Term[]} terms
 */
export function worthOfHits(text, terms) {
  const distinct = new Set(hits(text, terms).map(({ term }) => term));
  return [...distinct].reduce((sum, { worth }) => sum + EACH_WORD + worth, 0);
}

function sentencesOf(text) {
  const ends = [...text.matchAll(BETWEEN_SENTENCES)].map(({ 0: space, index }) => ({ end: index, next: index + space.length }));
  return [...ends, { end: text.length }].map(({ end }, at) => ({ start: at ? ends[at - 1].next : 0, end }));
}

/**
 * Where the excerpt of a paragraph begins and ends: the sentence whose words of the query say most, and what follows it.
 * @param {string} text
 * @param {import("./marks.js").Term[]} terms
 * @returns {{start: number, end: number}}
 */
export function excerptOf(text, terms) {
  const sentences = sentencesOf(text);
  const worths = sentences.map(({ start, end }) => worthOfHits(text.slice(start, end), terms));
  const first = worths.indexOf(Math.max(...worths));
  const { start, end } = sentences[first];
  if (end - start > MOST_LETTERS) return partOf(text, start, end, terms);
  const isNeeded = (sentence) => sentence.start - start < LEAST_LETTERS && sentence.end - start <= MOST_LETTERS;
  const following = sentences.slice(first + 1);
  const last = following.findIndex((sentence) => !isNeeded(sentence));
  return { start, end: (last < 0 ? following : following.slice(0, last)).at(-1)?.end ?? end };
}

/** A part of a sentence that is too long to be shown whole. */
function partOf(text, start, end, terms) {
  const found = hits(text.slice(start, end), terms);
  const most = Math.max(...found.map(({ term }) => term.worth));
  const hit = found.find(({ term }) => term.worth === most)?.start ?? 0;
  const from = hit > LETTERS_BEFORE ? text.indexOf(" ", start + hit - LETTERS_BEFORE) + 1 : start;
  const space = text.indexOf(" ", from + MOST_LETTERS);
  return { start: from, end: space < 0 || space > end ? end : space };
}
