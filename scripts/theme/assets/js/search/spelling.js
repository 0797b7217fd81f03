// The word that was probably meant by one that is not in the collection.
import { STOP_WORDS } from "./words.js";

/** How many letters may be wrong in a word of this length. */
const mostMistakes = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * How many letters must be added, left out, changed or swapped with their neighbor, at most `most` + 1.
 * @param {string} typed
 * @param {string} word
 * @param {number} most
 */
export function mistakes(typed, word, most) {
  if (Math.abs(typed.length - word.length) > most) return most + 1;
  let [beforeLast, last] = [[], Array.from({ length: word.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= word.length; column++) {
      const isSame = typed[row - 1] === word[column - 1];
      current[column] = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
      const isSwapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && isSwapped) current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[word.length];
}

const SHORT = 5;
/** How many letters of a word may be missing at its end, and anywhere. */
const [MOST_AT_END, MOST_MISSING] = [3, 2];

/** Whether a typed word is another without some of its letters: `supena` for `subpoena`. */
function lacksLetters(typed, word) {
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return at === typed.length && word.length - typed.length <= (word.startsWith(typed) ? MOST_AT_END : MOST_MISSING);
}

/** How many mistakes a typed word is from another; letters that were left out of a long one count as a single mistake. */
function distanceTo(word, typed, most) {
  const isShortened = typed.length > SHORT && lacksLetters(typed, word);
  return Math.min(mistakes(typed, word, most), isShortened ? 1 : most + 1);
}

const sorted = (word) => [...word].sort().join("");

/** Whether two short words differ by a letter: `sink` is not `sick` mistyped, but `gfit` is `gift`. */
const isOtherWord = (typed, word) => typed.length <= SHORT && typed.length === word.length && sorted(typed) !== sorted(word);

const SHORTEST = 3;

/**
 * Whether a word is probably one that says nothing, mistyped: `wat` and `teh`.
 * @param {string} typed
 */
export function isNearStopWord(typed) {
  const isMeant = (word) => word.length >= SHORTEST && word[0] === typed[0] && !isOtherWord(typed, word) && mistakes(typed, word, 1) <= 1;
  return typed.length >= SHORTEST && [...STOP_WORDS].some(isMeant);
}

/**
 * The known word closest to one that was typed, of several the most frequent; undefined if none is close.
 * @param {string} typed
 * @param {[string, number][]} known Each word with the number of opinions that have it.
 * @returns {string | undefined}
 */
export function closestWord(typed, known) {
  const most = mostMistakes(typed.length);
  if (!most || /\d/.test(typed)) return undefined;
  let closest;
  for (const [word, count] of known) {
    const distance = distanceTo(word, typed, most);
    if (distance > (count ? most : 1) || word.length < 4 || word[0] !== typed[0] || isOtherWord(typed, word)) continue;
    if (!closest || distance < closest.distance || (distance === closest.distance && count > closest.count)) {
      closest = { word, distance, count };
    }
  }
  return closest?.word;
}
