// From what was typed to the opinions that it finds.
import { isNumber, listedOpinions, matchingOpinions, namesMissingOpinion } from "./opinion_numbers.js";
import { provisionsIn, whatIsCited } from "./provisions.js";
import { hasPhrase, parseQuery } from "./query.js";
import { groupValues, rank } from "./rank.js";
import { isNearStopWord } from "./spelling.js";
import { readThesaurus, withSynonyms } from "./thesaurus.js";
import { isCommon, isLight, isStopWord, words } from "./words.js";
import { ofYearOrStatusFirst, withOwnYears } from "./year_or_status.js";

/**
 * @typedef {object} Found
 * @property {import("./query.js").Group[]} groups What was asked for, with synonyms and corrections.
 * @property {import("./rank.js").Match[]} matches
 * @property {{typed: string, meant: string}[]} corrections Words that are not in the collection, and those nearest to them.
 * @property {string[]} unknown Words that no opinion has, nor any like them.
 * @property {{label: string, url: string}[]} provisions Those that were typed.
 * @property {boolean} [areListed] Whether their numbers were typed, as in `AO 5 and AO 7`.
 * @property {boolean} [areAllThatCite] Whether the matches are every opinion that cites what was typed.
 * @property {boolean} [saysNothing] Whether no word was typed that could be looked for, as in `may` and `-gift`.
 * @property {{label: string, newNumber: string}[]} [uncited] The provision that was typed, if no opinion cites it.
 * @property {{read: number, all: number}} [phraseSearch] How many of the opinions with the words of a phrase were read.
 */

/** How many opinions are read at most, to see which of them have a phrase, and of these before the first are shown. */
const [MOST_READ, READ_FIRST] = [40, 10];
/** How much less a corrected word counts. */
const CORRECTED = 0.9;
/** How much less another form counts of a word that was typed. */
const OTHER_FORM = 0.6;
/** How much less a word counts that says little. */
const LIGHT = 0.3;
/** How much less a word counts that every opinion may have, or that says little but has synonyms. */
const COMMON = 0.6;

/**
 * Find the opinions for what was typed; without anything typed, all of them, newest first.
 * @param {import("./collection.js").Collection} collection
 * @param {string} text
 * @param {(first: Found) => void} [showFirst] Called with the first matches, if those after them take longer.
 * @returns {Promise<Found>}
 */
export async function find(collection, text, showFirst = () => {}) {
  const cited = citedOpinion(text, collection);
  if (cited) return citing(cited, collection);
  const listed = listedOpinions(text, collection.numbers);
  if (listed.length > 1) return { ...NOTHING, matches: listed.map((id) => asMatch(collection.positions.get(id))), areListed: true };
  const { provisions, rest, uncited } = await provisionsIn(text, collection);
  if (!provisions.length && !uncited && namesMissingOpinion(text, collection.numbers, collection.years)) return { ...NOTHING };
  const { groups: typed, excluded } = parseQuery(rest);
  const meant = [...citingGroups(provisions), ...(await inOtherWords(withoutNames(typed, rest, collection), collection))];
  if (!meant.length) return { ...NOTHING, matches: text ? [] : everything(collection), uncited, saysNothing: text !== "" && !uncited };
  const asked = (await Promise.all(meant.map((group) => valued(group, collection)))).flat();
  const [known, values] = [asked.map(({ group }) => group), asked.map(({ values }) => values)];
  const forbidden = await Promise.all(excluded.map((alternative) => places(alternative, collection)));
  const ranked = rank(values, forbidden.map((found) => groupValues([{ places: found }], collection)), collection);
  const matches = withOwnYears(ofYearOrStatusFirst(ranked, text, collection), known, collection);
  const isNowhere = (group) => !values[group].values.some(Boolean) && matches.every(({ missing }) => missing.includes(group));
  const found = {
    groups: known.map((group, at) => ({ ...group, worth: values[at].worth })),
    matches,
    corrections: known.filter(({ meant }) => meant).map(({ typed, meant }) => ({ typed, meant })),
    unknown: known.filter((_, group) => isNowhere(group)).map(({ typed }) => typed),
    provisions,
    uncited,
  };
  return known.some(isPhraseOnly) ? withPhrases(found, collection, showFirst) : found;
}

const NOTHING = { groups: [], matches: [], corrections: [], unknown: [], provisions: [] };

/** The opinion in `opinions citing AO 5`; undefined for anything else. */
function citedOpinion(text, { numbers }) {
  const asked = whatIsCited(text);
  const opinions = asked === text ? [] : matchingOpinions(asked, numbers);
  return opinions.length === 1 ? opinions[0] : undefined;
}

/** The opinions that cite another one, newest first. */
async function citing(id, collection) {
  const { cited_by: later = [] } = (await collection.opinion(collection.positions.get(id))) ?? {};
  const positions = new Set(later.map(({ opinion }) => collection.positions.get(opinion)));
  const provisions = [{ label: collection.nameOf(id), url: `opinions/${id}/` }];
  return { ...NOTHING, matches: everything(collection).filter(({ opinion }) => positions.has(opinion)), provisions, areAllThatCite: true };
}

/** What was typed, with corrections and synonyms. The words are looked up while the thesaurus loads, their synonyms as soon as it is here. */
async function inOtherWords(typed, collection) {
  const lookUp = (groups) => Promise.all(groups.map((group) => located(group, collection)));
  const reading = collection.thesaurus.then(readThesaurus);
  const synonyms = reading.then((thesaurus) => lookUp(withSynonyms(typed, thesaurus)));
  const [thesaurus] = await Promise.all([reading, synonyms, lookUp(typed.filter(saysSomething))]);
  const spelled = await Promise.all(typed.map((group) => corrected(group, collection, thesaurus)));
  return withSynonyms(spelled, thesaurus);
}

const saysSomething = ({ alternatives }) => alternatives.some(({ words, isPhrase }) => isPhrase || !words.every(isStopWord));
const isLightWord = ({ words, isPhrase }) => !isPhrase && words.every(isLight);
/** How much a part of a query counts; one that is mistyped may have been a word that says nothing. */
function importance({ alternatives: [typed, ...synonyms], isSlip }) {
  if (isSlip) return LIGHT;
  if (typed.saysLittle || !typed.words.length) return 1;
  if (isLightWord(typed)) return synonyms.length ? COMMON : LIGHT;
  return typed.words.every(isCommon) ? COMMON : 1;
}

/** What an opinion should cite, if provisions were typed: one of them. */
const citingGroups = (provisions) => (provisions.length ? [{ typed: provisions[0].label, alternatives: provisions.flatMap(citingAlternatives) }] : []);
const citingAlternatives = ({ label, url, urls = [url] }) => urls.map((cited) => ({ words: [cited], ...printedNumber(label) }));

/** The number with its parts, such as `48-9(d)`; one number alone may be anything. */
function printedNumber(label) {
  const printed = words(/\d.*$/.exec(label)?.[0] ?? "");
  return printed.length > 1 ? { printed } : {};
}

/** Without the names of opinions in `Advisory Opinion 44`, or their short name in `AO 5 fees`: their texts need not have it. */
function withoutNames(groups, text, { numbers, years }) {
  const withDigits = groups.filter(({ typed }) => /\d/.test(typed));
  if (withDigits.length && isNumber(text, numbers, years)) return withDigits;
  const isName = ({ typed }) => typed.toLowerCase() === numbers.label?.toLowerCase();
  return groups.some(({ typed }) => /^\d+$/.test(typed)) ? groups.filter((group) => !isName(group)) : groups;
}

const asMatch = (opinion) => ({ opinion, score: 0, questions: [], missing: [], synonyms: [] });
const everything = ({ ids }) => ids.map((_, opinion) => asMatch(opinion)).reverse();

async function places({ words: all, isPhrase, term, spellings }, collection) {
  if (spellings) return [await collection.phrasePlaces(spellings)];
  return Promise.all(all.map((word) => collection.places(word, { isExact: isPhrase, otherForms: term ? 1 : OTHER_FORM })));
}

async function located(group, collection) {
  const alternatives = group.alternatives.map(async (alternative) => ({ ...alternative, places: await places(alternative, collection) }));
  return { ...group, alternatives: await Promise.all(alternatives) };
}

/** A group with its values; a term of the thesaurus that is nowhere, nor anything like it, word by word. */
async function valued(asked, collection) {
  const group = await located(asked, collection);
  const values = groupValues(group.alternatives, collection, importance(group));
  if (!group.parts?.length || values.values.some(Boolean)) return [{ group, values }];
  return (await Promise.all(group.parts.map((part) => valued(part, collection)))).flat();
}

const isKnown = ({ places }) => places.every(({ opinions, questions }) => opinions.some(Boolean) || questions.some(Boolean));
const isUnknown = ({ alternatives }) => !alternatives.some(isKnown);

/** A group whose one word nobody knows, with what was probably meant instead. */
async function corrected(group, collection, thesaurus) {
  const [{ words: typed, isPhrase }, ...others] = group.alternatives;
  if (isPhrase || others.length || typed.length > 1 || isStopWord(typed[0]) || isLight(typed[0])) return group;
  if (!isUnknown(await located(group, collection)) || thesaurus.hasFormOf(typed[0])) return group;
  const meant = await collection.suggestion(typed[0], thesaurus.words);
  return meant ? { ...group, meant, alternatives: [{ words: words(meant), factor: CORRECTED }] } : { ...group, isSlip: isNearStopWord(typed[0]) };
}

const isPhraseOnly = ({ alternatives }) => alternatives.every(({ isPhrase }) => isPhrase);

/** The matches that have every phrase word for word; the index only knows that they have its words. */
async function withPhrases(found, collection, showFirst) {
  const phrases = found.groups.filter(isPhraseOnly);
  const all = found.matches.filter(({ missing }) => !missing.some((group) => phrases.includes(found.groups[group])));
  const phraseSearch = { read: Math.min(all.length, MOST_READ), all: all.length };
  const first = await havingPhrases(all.slice(0, READ_FIRST), phrases, collection);
  if (first.length) showFirst({ ...found, matches: first });
  const others = await havingPhrases(all.slice(READ_FIRST, MOST_READ), phrases, collection);
  return { ...found, matches: [...first, ...others], phraseSearch };
}

async function havingPhrases(matches, phrases, collection) {
  const read = await Promise.all(matches.map(({ opinion }) => collection.opinion(opinion)));
  const texts = read.map((data) => data && textsOf(data));
  const has = (at, phrase) => texts[at].some((text) => hasPhrase(text, phrase));
  return matches.filter((_, at) => !texts[at] || phrases.every(({ alternatives }) => alternatives.some((phrase) => has(at, phrase))));
}

function textsOf({ title, summary, issues, holdings, paragraphs }) {
  return [title, summary ?? "", ...issues.map(({ question }) => question), ...[...holdings, ...paragraphs].map(({ text }) => text)];
}
