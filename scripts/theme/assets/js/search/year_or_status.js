// A year, or the word for a status, that was typed alone: its opinions come first.
import { isStopWord, words } from "./words.js";

/** The words for what a question is marked with, by its status. */
const STATUS_WORDS = [undefined, "modified", "superseded", "withdrawn"];
const NAMES = ["opinion", "opinions"];

/**
 * The positions of the opinions of the year or status that was typed, newest first; none for other words.
 * @param {string} text
 * @param {import("./collection.js").Collection} collection
 * @returns {number[]}
 */
function ofYearOrStatus(text, { years, questions }) {
  const [typed, ...others] = words(text).filter((word) => !isStopWord(word) && !NAMES.includes(word));
  if (!typed || others.length) return [];
  const ofYear = [...years.keys()].filter((opinion) => String(years[opinion]) === typed);
  const ofStatus = questions.filter(({ status }) => STATUS_WORDS[status] === typed).map(({ opinion }) => opinion);
  return [...new Set([...ofYear, ...ofStatus])].reverse();
}

/**
 * The same matches. An opinion of the year that was typed no longer lacks that year, or a name for opinions typed beside it, as in `opinion of 2020 on masks`.
 * @param {import("./rank.js").Match[]} matches
 * @param {import("./query.js").Group[]} groups
 * @param {import("./collection.js").Collection} collection
 */
export function withOwnYears(matches, groups, { years }) {
  const typed = groups.map(({ typed }) => typed.toLowerCase());
  const withOwn = (match, year) => ({ ...match, missing: match.missing.filter((group) => typed[group] !== year && !NAMES.includes(typed[group])) });
  return matches.map((match) => {
    const year = String(years[match.opinion]);
    return typed.includes(year) ? withOwn(match, year) : match;
  });
}

/**
 * The matches, after those of the year or status that was typed.
 * @param {import("./rank.js").Match[]} matches
 * @param {string} text
 * @param {import("./collection.js").Collection} collection
 */
export function ofYearOrStatusFirst(matches, text, collection) {
  const first = ofYearOrStatus(text, collection);
  const byOpinion = new Map(matches.map((match) => [match.opinion, match]));
  const named = (opinion) => ({ score: 1, questions: collection.questionsOf(opinion), synonyms: [], ...byOpinion.get(opinion), opinion, missing: [], isNamed: true });
  return [...first.map(named), ...matches.filter(({ opinion }) => !first.includes(opinion))];
}
