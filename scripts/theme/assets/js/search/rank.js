// Which questions a query finds, and in which order. Nothing here loads or shows anything.

/** How much of the weight of a query a partial match must have. */
const LEAST_COVERAGE = 0.4;
/** What a word weighs at least that is in a question and also stands elsewhere in its opinion; and how rare it is if it says much. */
const [IN_QUESTION, TELLING] = [8, Math.log(4)];
/** How much of the score of the best match any other must have. */
const LEAST_OF_FIRST = 0.12;
/** How much of the score of the best question of an opinion its others must have. */
const LEAST_OF_BEST = 0.7;
/** With so few words nothing but their number tells one opinion from another: those with all of them come first. */
const FEW_WORDS = 2;
/** How many times their best score an opinion without all words must have to come before them. */
const CLEARLY_BETTER = 1.25;
/** How much of the score of the best question of an opinion an earlier one must have to come before it, if few words were typed. */
const AS_GOOD = 0.75;
/** What a word weighs in a question that is only in the paragraph that asks, and at least in an opinion that has it in the title. */
const [ONLY_ASKED, IN_TITLE] = [1, 4];
/** How much of a missing word counts against an opinion whose text is not held: it may be in the text. */
const UNKNOWN = 0.5;
/** How much an opinion counts whose text is not held: it gives no answer here. */
const LISTED = 0.95;
/** With so many known words, or more known than unknown ones, words are a sentence; and how much a word counts there that no opinion has. */
const [KNOWN_IN_SENTENCE, DETAIL] = [3, 0.5];
/** How much a term of two meanings counts, such as `present` for a gift: alone, and where an opinion has what was typed. */
const [AMBIGUOUS, BESIDE_TYPED] = [0.2, 0.5];
/** What a typed word weighs at least that is in the title and in the question, and how many times as much it counts there. */
const [IN_TITLE_TOO, WHAT_IT_IS_ABOUT] = [9, 1.2];
/** How much the words of a phrase count that are near each other, if it stands elsewhere as it was typed. */
const NOT_IN_ORDER = 0.8;
/** How soon more weight of a word stops mattering. */
const SATURATION = 20;
/** How much a question counts by its status: current, modified, superseded, withdrawn. */
const BY_STATUS = [1, 0.95, 0.7, 0.4];
const WITHDRAWN = 3;
/** How much of the score of a modified answer the opinion that modifies it must have to come before it. */
const AS_WELL = 0.95;

/**
 * @typedef {import("./collection.js").Places} Places
 * @typedef {import("./collection.js").Collection} Collection
 *
 * @typedef {object} Match An opinion that a query finds.
 * @property {number} opinion Its position.
 * @property {number} score
 * @property {number[]} questions Those that it is found for, best first.
 * @property {number[]} missing The groups of the query that it lacks.
 * @property {boolean} [lacksHalf] Whether these are at least half of the groups that say much.
 * @property {{group: number, alternative: number}[]} synonyms What its best question has instead of words that were typed.
 * @property {number[]} [replaces] The positions of opinions that it replaces and that are found too.
 * @property {number[]} [follows] The positions of withdrawn opinions that it cites and that are found too.
 * @property {boolean} [isNamed] Whether its year or status was typed.
 */

/**
 * How much words say about each question, if they are all in it or its opinion.
 * @param {Places[]} places
 * @param {Question[]} questions
 */
function weightsOf(places, questions) {
  return Float32Array.from(questions, ({ opinion }, number) => Math.min(...places.map(({ questions, opinions }) => questions[number] + opinions[opinion])));
}

/** The same for the words of a term, or they may be far apart: all must be in the question or what answers it, or weigh this much in the opinion. */
function weightsTogether(places, questions, leastInOpinion) {
  const haveAll = (opinion) => places.every(({ opinions }) => opinions[opinion] >= leastInOpinion);
  const areIn = ({ isListed, opinion }, number) => isListed || haveAll(opinion) || places.every(({ questions }) => questions[number] > ONLY_ASKED);
  return weightsOf(places, questions).map((weight, number) => (areIn(questions[number], number) ? weight : 0));
}

/**
 * What a group of the query is worth for each question, and at most.
 * `certain` has the questions with a word that means nothing else, `best` the alternative that each question has, and
 * `telling` those that are about it, and `inOrder` those with the very phrase that was typed; `saysMuch` is whether its words may tell that.
 * @typedef {{values: Float32Array, certain: Uint8Array, best: Uint8Array, telling: Uint8Array, inOrder: Uint8Array, saysMuch: boolean, worth: number}} GroupValues
 */

/** How much a word says that this many of all opinions have: little if most have it. */
const rarity = (count, all) => Math.log(1 + (all - count + 0.5) / (Math.max(count, 1) + 0.5));

/**
 * The values of a group: for each question, that of the best alternative whose words are all there.
 * @param {{places: Places[], term?: string, spellings?: string[][], isJoined?: boolean, factor?: number, isDoubtful?: boolean}[]} alternatives
 * @param {Collection} collection
 * @returns {GroupValues}
 */
export function groupValues(alternatives, { ids, questions }, importance = 1) {
  const values = new Float32Array(questions.length);
  const certain = new Uint8Array(questions.length);
  const best = new Uint8Array(questions.length);
  const telling = new Uint8Array(questions.length);
  const inOrder = new Uint8Array(questions.length);
  let typedRarity;
  const worths = alternatives.map(({ places, term, isJoined, spellings, factor = 1, isDoubtful = false }, at) => {
    const areNear = (term || isJoined) && places.length > 1;
    const least = areNear ? weightsTogether(places, questions, term ? Infinity : IN_TITLE) : weightsOf(places, questions);
    const count = opinionsWith(least, questions).size;
    const own = rarity(count, ids.length);
    const trust = isDoubtful ? (typedRarity ? BESIDE_TYPED : AMBIGUOUS) : 1;
    const order = isJoined && typedRarity ? NOT_IN_ORDER : 1;
    const worth = importance * factor * trust * order * (typedRarity ? Math.sqrt(own * typedRarity) : own);
    if (!typedRarity && !term && count && factor) typedRarity = own;
    least.forEach((weight, number) => {
      const emphasis = !term && weight >= IN_TITLE_TOO ? WHAT_IT_IS_ABOUT : 1;
      const value = (emphasis * worth * weight) / (weight + SATURATION);
      const isTyped = !term || (values[number] && !best[number]);
      if (value > values[number]) [values[number], best[number]] = [value, isTyped ? 0 : at];
      if (value && !isDoubtful) certain[number] = 1;
      if (value && spellings) inOrder[number] = 1;
      if (value && weight >= leastTelling(questions[number]) && own >= TELLING && importance === 1 && !isDoubtful) telling[number] = 1;
    });
    return count ? worth : 0;
  });
  return { values, certain, best, telling, inOrder, saysMuch: importance === 1, worth: worths[0] || Math.max(...worths) || importance * rarity(0, ids.length) };
}

/** What a word weighs at least that tells what an opinion is about: of one whose text is not held, any form of it in the title. */
const leastTelling = ({ isListed }) => (isListed ? IN_TITLE : IN_QUESTION);

function opinionsWith(weights, questions) {
  return new Set(questions.filter((_, number) => weights[number]).map(({ opinion }) => opinion));
}

/** What each group counts: in a sentence, a word that no opinion has is rather a detail than what is asked. */
function worthsInSentence(groups) {
  const isKnown = groups.map(({ values }) => values.some(Boolean));
  const known = isKnown.filter(Boolean).length;
  const isSentence = known >= KNOWN_IN_SENTENCE || 2 * known > groups.length;
  return groups.map(({ worth }, at) => (isSentence && !isKnown[at] ? DETAIL * worth : worth));
}

/** Whether at least half of the groups that say much are absent. */
function areHalfAbsent(groups, isAbsent) {
  const telling = [...groups.keys()].filter((group) => groups[group].saysMuch);
  const count = telling.filter(isAbsent).length;
  return count > 0 && 2 * count >= telling.length;
}

/** Whether so few words were typed that those with all of them come first. */
export const areFew = (groups) => groups.length <= FEW_WORDS;

/** Whether an opinion lacks something of what was typed; a successor that no word matched lacks all. */
export const isPartial = ({ missing, score }) => missing.length > 0 || !score;

/**
 * The opinions that have enough of what was typed, best first.
 * @param {GroupValues[]} groups
 * @param {GroupValues[]} excluded What an opinion must not have.
 * @param {Collection} collection
 * @returns {Match[]}
 */
export function rank(groups, excluded, collection) {
  const { questions } = collection;
  const forbidden = new Set(excluded.flatMap(({ values }) => [...opinionsWith(values, questions)]));
  const worths = worthsInSentence(groups);
  const all = worths.reduce((sum, worth) => sum + worth, 0);
  // Beside words that are nowhere, others say too little, unless they tell what an opinion is about.
  const least = areHalfAbsent(groups, (group) => !groups[group].values.some(Boolean)) ? 1 : LEAST_COVERAGE;
  const byOpinion = new Map();
  questions.forEach(({ opinion, status, isListed }, number) => {
    const missing = [...groups.keys()].filter((group) => !groups[group].certain[number]);
    const absent = missing.filter((group) => !groups[group].values[number]);
    const score = groups.reduce((sum, { values }) => sum + values[number], 0);
    const lacking = absent.reduce((sum, group) => sum + worths[group], 0) / all;
    const coverage = 1 - (isListed ? UNKNOWN * lacking : lacking);
    const isTold = groups.some(({ telling }) => telling?.[number]);
    if (!score || (coverage < least && !isTold)) return;
    const found = { number, missing, score: score * coverage * BY_STATUS[status] * (isListed ? LISTED : 1) };
    byOpinion.set(opinion, [...(byOpinion.get(opinion) ?? []), found]);
  });
  const asGood = areFew(groups) ? AS_GOOD : 1;
  const matches = [...byOpinion].map(([opinion, found]) => matchOf(opinion, found, asGood, groups));
  const isAllowed = ({ opinion }) => !forbidden.has(opinion);
  return inOrder(matches.filter(isGoodEnough(matches, groups)).filter(isAllowed), groups);
}

/** Matches that are not far below the best, or have the phrase that alone was typed; those with nothing but words of two meanings only if there are no others. */
function isGoodEnough(matches, groups) {
  const least = LEAST_OF_FIRST * Math.max(...matches.map(({ score }) => score));
  const isDoubtful = ({ missing }) => missing.length === groups.length;
  const areAllDoubtful = matches.every(isDoubtful);
  const hasPhrase = ({ questions }) => groups.length === 1 && groups[0].inOrder?.[questions[0]];
  return (match) => (match.score >= least || hasPhrase(match)) && (areAllDoubtful || !isDoubtful(match));
}

/** The best first; if few words were typed, first those with all of these words, then with synonyms of them, then with some. */
function inOrder(matches, groups) {
  const kindOf = (match) => (isPartial(match) ? 2 : match.synonyms.length ? 1 : 0);
  const best = [0, 1].map((kind) => Math.max(0, ...matches.filter((match) => kindOf(match) <= kind).map(({ score }) => score)));
  const isAfter = (match, kind) => kindOf(match) > kind && match.score < CLEARLY_BETTER * best[kind];
  const after = (match) => (areFew(groups) ? [1, 0].find((kind) => isAfter(match, kind)) ?? -1 : 0);
  return matches.sort((a, b) => after(a) - after(b) || b.score - a.score || b.opinion - a.opinion);
}

/** The match of an opinion; questions that are as good as the best come first, in the order of the opinion. */
function matchOf(opinion, found, asGood, groups) {
  const score = Math.max(...found.map((question) => question.score));
  const isAsGood = (question) => question.score >= asGood * score;
  const byScore = found.toSorted((a, b) => b.score - a.score || a.number - b.number);
  const [best, ...others] = [...found.filter(isAsGood), ...byScore.filter((question) => !isAsGood(question))];
  const close = others.filter((question) => question.score >= LEAST_OF_BEST * score);
  const shown = [best, ...close];
  const missing = best.missing.filter((group) => shown.every((question) => question.missing.includes(group)));
  const synonyms = groups.map(({ best: ofGroup }, group) => ({ group, alternative: ofGroup?.[best.number] })).filter(({ group, alternative }) => alternative && !best.missing.includes(group));
  const lacksHalf = areHalfAbsent(groups, (group) => missing.includes(group));
  return { opinion, score, questions: shown.map(({ number }) => number), missing, lacksHalf, synonyms };
}

/**
 * Put each successor directly above what it replaces, and what cites a withdrawn opinion above that, also if no word matched them;
 * and what modifies an answer above it, if it matches as well.
 * @param {Match[]} matches
 * @param {Collection} collection
 * @returns {Match[]}
 */
export function withSuccessors(matches, collection) {
  const byOpinion = new Map(matches.map((match) => [match.opinion, match]));
  const placed = new Map();
  const placeAbove = (match, later, relation) => {
    if (!placed.has(later)) place(byOpinion.get(later) ?? unmatched(later, collection));
    const above = placed.get(later);
    placed.set(later, { ...above, [relation]: [...(above[relation] ?? []), match.opinion] });
  };
  const place = (match) => {
    for (const successor of successorsOf(match, collection)) placeAbove(match, successor, "replaces");
    for (const later of citingWithdrawn(match, collection)) placeAbove(match, later, "follows");
    const isLater = (opinion) => byOpinion.get(opinion)?.score >= AS_WELL * match.score && !placed.has(opinion);
    for (const later of collection.laterOn(match.questions[0])) if (isLater(later)) place(byOpinion.get(later));
    placed.set(match.opinion, match);
  };
  for (const match of matches) if (!placed.has(match.opinion)) place(match);
  return [...placed.values()];
}

/** The opinions that replace any answer that a match shows. */
export const successorsOf = ({ questions }, collection) => [...new Set(questions.flatMap((question) => collection.successorsOf(question)))];

/** The opinions that cite a match that was withdrawn, unless its year or status was typed. */
function citingWithdrawn({ questions, isNamed }, collection) {
  const withdrawn = isNamed ? [] : questions.filter((question) => collection.questions[question].status === WITHDRAWN);
  return [...new Set(withdrawn.flatMap((question) => collection.laterOn(question)))];
}

/** The opinions below a match for which it is shown. */
export const earlierOf = ({ replaces = [], follows = [] }) => [...replaces, ...follows];

const unmatched = (opinion, collection) => ({ opinion, score: 0, questions: collection.questionsOf(opinion), missing: [], synonyms: [] });

/**
 * How many matches have all that was typed, and how many after them have not; none are after them if many words were typed.
 * @param {Match[]} matches
 * @param {object[]} groups
 */
export function countParts(matches, groups) {
  const end = matches.findLastIndex((match) => !isPartial(match)) + 1;
  const isApart = groups.length > 1 && areFew(groups) && end > 0;
  return { whole: matches.filter((match) => !isPartial(match)).length, after: isApart ? matches.length - end : 0 };
}

/**
 * The matches in an order, and their parts; by date, those with all that was typed and what replaces them come before the others.
 * @param {Match[]} matches
 * @param {object[]} groups
 * @param {"" | "newest" | "oldest"} order
 */
export function arranged(matches, groups, order) {
  if (!order) return { matches, parts: countParts(matches, groups) };
  const whole = new Set(matches.filter((match) => !isPartial(match)).map(({ opinion }) => opinion));
  const isAfter = (match) => Number(![match.opinion, ...earlierOf(match)].some((opinion) => whole.has(opinion)));
  const sign = order === "newest" ? -1 : 1;
  const sorted = matches.toSorted((a, b) => isAfter(a) - isAfter(b) || sign * (a.opinion - b.opinion));
  return { matches: sorted, parts: { whole: whole.size, after: whole.size ? matches.filter(isAfter).length : 0 } };
}
