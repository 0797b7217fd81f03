// What was typed, as groups of words: an opinion should have something of each group.
import { isOneNumber, otherSpelling } from "./numbers.js";
import { words } from "./words.js";

const MOST_LETTERS = 400;
const MOST_GROUPS = 24;
const PART = /(?<minus>(?<=^|\s)-)?(?:["“”„«](?<phrase>[^"“”„«»]*)["“”»]|(?<word>[^\s"“”„«»]+))/gu;

/**
 * @typedef {object} Alternative One way to say what was typed.
 * @property {string[]} words Words that must all be there.
 * @property {boolean} [isPhrase] Whether they must stand together in exactly this form.
 * @property {string} [term] The term of the thesaurus that it is, as the editors wrote it.
 * @property {boolean} [isJoined] Whether words that were typed became one, as they are a term of the thesaurus.
 * @property {string[][]} [spellings] If it is a term of the thesaurus: its words as they were typed, and as the editors wrote it. They must stand together.
 * @property {boolean} [isSpelled] Whether it was typed as the editors wrote it: then the index knows everywhere it stands.
 * @property {boolean} [saysLittle] Whether its only word is negated, as in `not paid`, or common, as in `take sides`.
 * @property {number} [factor] How much less it counts than what was typed, up to 1.
 * @property {string[]} [printed] The number of the provision that it is, as texts print it.
 * @property {boolean} [isDoubtful] Whether it has another meaning too.
 *
 * @typedef {object} Group What one part of a query asks for.
 * @property {string} typed The part as it was typed.
 * @property {Alternative[]} alternatives
 * @property {Group[]} [parts] Its words one by one, if they are a term of the thesaurus.
 *
 * @typedef {object} Query
 * @property {Group[]} groups
 * @property {Alternative[]} excluded What an opinion must not have.
 */

function alternativeOf({ phrase, word }) {
  return phrase === undefined ? { words: words(word) } : { words: words(phrase), isPhrase: true };
}

/** What was typed, and the same number in digits or in words. */
function alternativesOf(alternative) {
  const other = alternative.isPhrase ? [] : otherSpelling(alternative.words);
  return other.length ? [alternative, { words: other, factor: 1 }] : [alternative];
}

/** Parts such as `two` and `hundred` become one, which can be written in digits. */
function withNumbersJoined(parts, part) {
  const joined = { word: `${parts.at(-1)?.word} ${part.word}` };
  return !part.minus && isOneNumber(words(joined.word)) ? [...parts.slice(0, -1), { ...parts.at(-1), ...joined }] : [...parts, part];
}

/**
 * Read a query: words, "phrases", -words that must be absent, and OR between two of them.
 * @param {string} text
 * @returns {Query}
 */
export function parseQuery(text) {
  const parts = [...text.slice(0, MOST_LETTERS).matchAll(PART)].map((match) => match.groups).reduce(withNumbersJoined, []);
  const isOr = (part) => part?.word === "OR";
  /** @type {Query} */
  const query = { groups: [], excluded: [] };
  parts.forEach((part, at) => {
    const alternative = alternativeOf(part);
    if (isOr(part) || !alternative.words.length) return;
    if (part.minus) return query.excluded.push(...alternativesOf(alternative));
    const group = { typed: part.phrase ?? withoutSigns(part.word), alternatives: alternativesOf(alternative) };
    if (isOr(parts[at - 1]) && query.groups.length) query.groups.at(-1).alternatives.push(...group.alternatives);
    else query.groups.push(group);
  });
  query.groups = distinct(query.groups).slice(0, MOST_GROUPS);
  return query;
}

/** A word without the signs around it, but with all of `4(f)`. */
function withoutSigns(word) {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return bare.includes("(") && word.includes(`${bare})`) ? `${bare})` : bare;
}

const distinct = (groups) => [...new Map(groups.map((group) => [group.typed, group])).values()];

const padded = (all) => ` ${all.join(" ")} `;

/**
 * Whether a text has the words of a phrase one after the other.
 * @param {string} text
 * @param {Alternative} phrase
 */
export const hasPhrase = (text, phrase) => padded(words(text)).includes(padded(phrase.words));

/**
 * Whether the index knows everywhere a part of a query stands; of a phrase it does if the thesaurus has that spelling.
 * @param {Group} group
 */
export const isChecked = ({ alternatives: [{ spellings, isSpelled }] }) => !spellings || isSpelled;
