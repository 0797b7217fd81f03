// What readers type for one another, from the thesaurus of the editors.
import { isNegation, isStopWord, stem, words } from "./words.js";

/** How much less a synonym counts than what was typed: the first term of an entry, and another. */
const [MAIN, OTHER] = [0.8, 0.6];
/** How many words a term of the thesaurus may span in a query. */
const LONGEST_TERM = 6;
const NOT = "not";
/** Words that say little by themselves, but much in a term. */
const KEPT = new Set([NOT, "who"]);

/**
 * @typedef {object} Thesaurus
 * @property {Map<string, import("./query.js").Alternative[]>} synonyms What else means the same as a term, by its key.
 * @property {Set<string>} words Every word in it.
 */

/** What counts of a text to recognize a term: `not show` for `no-show`, `did not show up` and `never shows up`. */
function keyWords(text) {
  const all = words(text).map((word) => (isNegation(word) ? NOT : word));
  return all.filter((word) => KEPT.has(word) || !isStopWord(word)).map(stem);
}

const keyOf = (text) => keyWords(text).join(" ");

const meaningful = (text) => words(text).filter((word) => !isStopWord(word));

/** Whether the words of a term say what it means: `no lawyer` is not about lawyers. */
const canBeLookedUp = (text) => meaningful(text).length > 0 && !keyWords(text).some((word) => KEPT.has(word));

/**
 * @param {string[][]} entries Each has a word and others that readers type for it.
 * @returns {Thesaurus}
 */
export function readThesaurus(entries) {
  const synonyms = new Map();
  for (const entry of entries) {
    for (const key of new Set(entry.map(keyOf).filter(Boolean))) synonyms.set(key, [...(synonyms.get(key) ?? []), ...othersOf(entry, key)]);
  }
  return { synonyms, words: new Set(entries.flat().flatMap(words)) };
}

function othersOf(entry, key) {
  const others = entry.filter((other) => keyOf(other) !== key && canBeLookedUp(other));
  return others.map((other) => ({ words: meaningful(other), factor: other === entry[0] ? MAIN : OTHER }));
}

/**
 * The groups of a query with their synonyms. Words that are one term, such as `passed away`, become one group;
 * words that say nothing are left out.
 * @param {import("./query.js").Group[]} groups
 * @param {Thesaurus} thesaurus
 * @returns {import("./query.js").Group[]}
 */
export function withSynonyms(groups, { synonyms }) {
  const terms = [];
  for (let first = 0; first < groups.length; ) {
    const length = termLength(groups.slice(first, first + LONGEST_TERM), synonyms);
    terms.push(length > 1 ? joined(groups.slice(first, first + length)) : groups[first]);
    first += length;
  }
  return terms.map((group) => expanded(group, synonyms)).filter(({ alternatives }) => alternatives.some(isMeaningful));
}

const isMeaningful = ({ words, isPhrase }) => isPhrase || words.some((word) => !isStopWord(word));
const meant = ({ typed, meant }) => meant ?? typed;

/** How many of the first groups are one term: the longest that the thesaurus has, from a word that counts to another. */
function termLength(groups, synonyms) {
  for (let length = groups.length; length > 1; length--) {
    const part = groups.slice(0, length);
    const isTerm = synonyms.has(keyOf(part.map(meant).join(" "))) && keyOf(meant(part[0])) && keyOf(meant(part[length - 1]));
    if (isTerm && part.every(isPlain)) return length;
  }
  return 1;
}

const isPlain = ({ alternatives }) => alternatives.length === 1 && !alternatives[0].isPhrase;

function joined(groups) {
  const typed = groups.map(({ typed }) => typed).join(" ");
  const corrected = groups.map(meant).join(" ");
  return { typed, ...(corrected !== typed && { meant: corrected }), alternatives: [{ words: meaningful(corrected) }] };
}

function expanded(group, synonyms) {
  return { ...group, alternatives: [...group.alternatives, ...(synonyms.get(keyOf(meant(group))) ?? [])] };
}
