// Marks the words of a query in a text.
import { unbroken } from "../unbroken.js";
import { isNegation, isStopWord, stem, words } from "./words.js";

const WORD = /[\p{L}\p{N}](?:['’,]?[\p{L}\p{N}\p{M}])*/gu;

/** How many times as much a phrase says as its words and those that are typed for it: more than all of them. */
const PHRASE_WORTH = 20;

/**
 * @typedef {object} Term
 * @property {string[]} stems Those of words that stand together.
 * @property {number} worth How much it says, if that is known: a rare word more than a common one.
 */

/**
 * What to mark: each word that was typed, each phrase or synonym whose words stand together, and each citation as it is printed.
 * @param {import("./query.js").Group[]} groups
 * @returns {Term[]}
 */
export function termsOf(groups) {
  return groups.flatMap(({ alternatives, worth = 1 }) => {
    const certain = alternatives.filter(({ isDoubtful, factor }) => !isDoubtful && factor !== 0);
    const worthOf = ({ spellings }) => (spellings ? PHRASE_WORTH * worth : worth);
    return certain.flatMap((alternative) => wordsTogether(alternative).map((words) => ({ stems: words.map(stem), worth: worthOf(alternative) })));
  });
}

/** The words of an alternative that must stand together: those that were typed need not, unless they are a phrase. */
function wordsTogether({ printed, spellings, words, ...alternative }) {
  if (printed || spellings) return spellings ?? [printed];
  return isTyped(alternative) ? words.map((word) => [word]) : [words];
}

const isTyped = ({ isPhrase, factor }) => !isPhrase && factor === undefined;

/** The place after a term that begins at a word, over words such as `the` within it; undefined if it does not. */
function endOf({ stems }, tokens, first) {
  let at = first;
  for (const wanted of stems) {
    while (at > first && tokens[at]?.mayBeLeftOut && !tokens[at].beginsSentence && !tokens[at].stems.includes(wanted)) at++;
    if (!tokens[at]?.stems.includes(wanted) || (at > first && tokens[at].beginsSentence)) return undefined;
    at++;
  }
  return at;
}

/** What ends a sentence: no term goes on after it. */
const SENTENCE_END = /[.?!]["”’)]*\s/;

const isFiller = (word) => isStopWord(word) && !isNegation(word);

function tokensOf(text) {
  let last = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index: start }) => {
    const parts = words(word);
    const beginsSentence = SENTENCE_END.test(text.slice(last, start));
    last = start + word.length;
    return { start, end: last, stems: parts.map(stem), mayBeLeftOut: parts.every(isFiller), beginsSentence };
  });
}

/** The end of a mark, behind the parenthesis that closes one in it, as in `48-9(d)`. */
const closedEnd = (text, start, end) => (text[end] === ")" && /\([^)]*$/.test(text.slice(start, end)) ? end + 1 : end);

/**
 * The places of the terms in a text, the longest where several begin.
 * @param {string} text
 * @param {Term[]} terms
 * @returns {{start: number, end: number, term: Term}[]}
 */
export function hits(text, terms) {
  const tokens = tokensOf(text);
  const found = [];
  for (let at = 0; at < tokens.length; ) {
    const ends = terms.map((term) => ({ term, end: endOf(term, tokens, at) ?? at }));
    const longest = ends.reduce((best, each) => (each.end > best.end ? each : best), { end: at });
    const { start } = tokens[at];
    if (longest.term) found.push({ start, end: closedEnd(text, start, tokens[longest.end - 1].end), term: longest.term });
    at = Math.max(longest.end, at + 1);
  }
  return found;
}

/**
 * A text with marks, as nodes to append.
 * @param {string} text
 * @param {Term[]} terms
 * @returns {(string | HTMLElement)[]}
 */
export function marked(text, terms) {
  const places = hits(text, terms);
  return unbroken(text, (start, end) => markedPart(text, places, start, end));
}

function markedPart(text, places, first, last) {
  let at = first;
  const inside = places.filter(({ start, end }) => start < last && end > first);
  const parts = inside.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(Math.max(start, first), Math.min(end, last));
    at = end;
    return [before, mark];
  });
  return [...parts, text.slice(at, last)];
}

/**
 * Mark words in an element that is on the page.
 * @param {HTMLElement} element
 * @param {Term[]} terms
 */
export function markIn(element, terms) {
  for (const part of element.querySelectorAll(".unbroken")) part.replaceWith(...part.childNodes);
  element.normalize();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) if (hits(text.data, terms).length) text.replaceWith(...marked(text.data, terms));
}
