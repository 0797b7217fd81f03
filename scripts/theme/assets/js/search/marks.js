// Marks the words of a query in a text.
import { isNegation, isStopWord, stem, words } from "./words.js";

const WORD = /[\p{L}\p{N}](?:['’,]?[\p{L}\p{N}\p{M}])*/gu;

/** @typedef {string[]} Term The stems of words that stand together. */

/**
 * What to mark: each word that was typed, and each phrase or synonym whose words stand together.
 * @param {import("./query.js").Group[]} groups
 * @returns {Term[]}
 */
export function termsOf(groups) {
  const certain = groups.flatMap(({ alternatives }) => alternatives.filter(({ isDoubtful }) => !isDoubtful));
  const terms = certain.flatMap((alternative) => (isTyped(alternative) ? alternative.words.map((word) => [word]) : [alternative.words]));
  return terms.map((words) => words.map(stem));
}

const isTyped = ({ isPhrase, factor }) => !isPhrase && factor === undefined;

/** The place after a term that begins at a word, over words such as `the` within it; undefined if it does not. */
function endOf(term, tokens, first) {
  let at = first;
  for (const wanted of term) {
    while (at > first && tokens[at]?.mayBeLeftOut && !tokens[at].stems.includes(wanted)) at++;
    if (!tokens[at]?.stems.includes(wanted)) return undefined;
    at++;
  }
  return at;
}

const isFiller = (word) => isStopWord(word) && !isNegation(word);

function tokensOf(text) {
  return [...text.matchAll(WORD)].map(({ 0: word, index: start }) => {
    const parts = words(word);
    return { start, end: start + word.length, stems: parts.map(stem), mayBeLeftOut: parts.every(isFiller) };
  });
}

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
    if (longest.term) found.push({ start: tokens[at].start, end: tokens[longest.end - 1].end, term: longest.term });
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
  let last = 0;
  const parts = hits(text, terms).flatMap(({ start, end }) => {
    const before = text.slice(last, start);
    last = end;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    return [before, mark];
  });
  return [...parts, text.slice(last)];
}

/**
 * Mark words in an element that is on the page.
 * @param {HTMLElement} element
 * @param {Term[]} terms
 */
export function markIn(element, terms) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) if (hits(text.data, terms).length) text.replaceWith(...marked(text.data, terms));
}
