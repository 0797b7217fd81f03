// Marks the words of a query in a text.
import { stem, words } from "./words.js";

const WORD = /[\p{L}\p{N}](?:['’,]?[\p{L}\p{N}\p{M}])*/gu;

/**
 * The stems of all words that a query asks for, and that mean nothing else.
 * @param {import("./query.js").Group[]} groups
 * @returns {Set<string>}
 */
export function stemsOf(groups) {
  const asked = groups.flatMap(({ alternatives }) => alternatives.filter(({ isDoubtful }) => !isDoubtful).flatMap((alternative) => alternative.words));
  return new Set(asked.map(stem));
}

/**
 * The places of the words in a text that have one of these stems.
 * @param {string} text
 * @param {Set<string>} stems
 * @returns {{start: number, end: number, stem: string}[]}
 */
export function hits(text, stems) {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const hit = words(word).map(stem).find((each) => stems.has(each));
    return hit === undefined ? [] : [{ start, end: start + word.length, stem: hit }];
  });
}

/**
 * A text with marks, as nodes to append.
 * @param {string} text
 * @param {Set<string>} stems
 * @returns {(string | HTMLElement)[]}
 */
export function marked(text, stems) {
  let last = 0;
  const parts = hits(text, stems).flatMap(({ start, end }) => {
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
 * @param {Set<string>} stems
 */
export function markIn(element, stems) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) if (hits(text.data, stems).length) text.replaceWith(...marked(text.data, stems));
}
