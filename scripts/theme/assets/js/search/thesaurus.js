// What readers type for one another, from the thesaurus of the editors.
import { isCommon, isLight, isNegation, isStopWord, stem, words } from "./words.js";

/** How much less a synonym counts than what was typed: the first term of an entry, and another. */
const [MAIN, OTHER] = [0.8, 0.6];
/** How many words a term of the thesaurus may span in a query. */
const LONGEST_TERM = 6;
/** How many synonyms of an entry are looked for at most. */
const MOST_SYNONYMS = 8;
/** What every negation becomes; no word has this stem. */
const NOT = "no";
/** Words that say little by themselves, but much in a term. */
const KEPT = new Set([NOT, "who"]);
/** Words that a term may have or not. */
const FILLERS = new Set("a an the my your his her its our their me you him us them it this that these those some any be is are was were do does did".split(" "));

/** What counts of a text to recognize a term: `not show` for `no-show`, `did not show up` and `never shows up`. */
function keyWords(text) {
  const all = words(text).map((word) => (isNegation(word) ? NOT : word));
  const counting = all.filter((word) => KEPT.has(word) || !isStopWord(word));
  // `Take sides` is not `sides`: where only one word would count, the others do too.
  const parts = [counting, all.filter((word) => !FILLERS.has(word)), all];
  return (all.length > 1 ? (parts.find(({ length }) => length > 1) ?? all) : counting).map(stem);
}

const KEYS = new Map();

/** What all spellings of a term have in common; most are asked for several times. */
function keyOf(text) {
  if (!KEYS.has(text)) KEYS.set(text, keyWords(text).join(" "));
  return KEYS.get(text);
}

/** Words that turn a term into its opposite: `good faith` does not mean `bad faith`. */
const OPPOSITES = [["good", "bad"], ["first", "last"], ["old", "new"], ["before", "after"], ["more", "less"]].map((pair) => pair.map(stem));

/** Whether two terms, by their keys, differ in nothing but a word and its opposite, or a negation. */
function areOpposite(one, other) {
  const without = (words, others) => words.filter((word) => !others.includes(word));
  const [words, others] = [one.split(" "), other.split(" ")];
  const differing = [...without(words, others), ...without(others, words)];
  const isShared = differing.length < words.length + others.length;
  return isShared && (differing.join() === NOT || OPPOSITES.some((pair) => pair.length === differing.length && pair.every((word) => differing.includes(word))));
}

const meaningful = (text) => words(text).filter((word) => !isStopWord(word));

/** Words without which the others of a term mean something else: `settled out of court` is not about courts. */
const TURNING = new Set("back out off after against".split(" "));

const saysMuch = (word) => !isLight(word) && !isCommon(word);

/** Whether the words of a term say what it means, of three at least two much: `no lawyer` is not about lawyers, `take the case` about cases, nor `favor one side` about favors. */
function canBeLookedUp(text) {
  const all = words(text);
  const left = meaningful(text);
  const areEnough = (left.length === 2 || left.filter(saysMuch).length > 1) && !all.some((word) => TURNING.has(word));
  return left.length > 0 && (areEnough || all.length === 1) && !keyWords(text).some((word) => KEPT.has(word));
}

/** Whether two entries share a single term: then it has a meaning in each. */
const haveOneInCommon = (a, b) => a !== b && [...a.keys].filter((key) => b.keys.has(key)).length === 1;

/** The words of the editors. Only what is asked for is worked out: they are many, and a phone is slow. */
class Thesaurus {
  #terms;
  #entries = new Map();
  #synonyms = new Map();

  constructor(entries) {
    this.#terms = entries.flat(2);
    for (const [first, known, unknown] of entries) {
      const entry = { first, known, keys: new Set([first, ...known, ...unknown].map(keyOf).filter(Boolean)) };
      for (const key of entry.keys) this.#entries.set(key, [...(this.#entries.get(key) ?? []), entry]);
    }
  }

  has(key) {
    return this.#entries.has(key);
  }

  /** The terms that have a key, each as its words: `not paid` and `never paid`. */
  spellings(key) {
    return this.#terms.filter((term) => keyOf(term) === key).map(words);
  }

  /** Whether words are a term as the editors wrote it, or in other forms. */
  hasSpelling(all) {
    return this.spellings(keyOf(all.join(" "))).some((term) => term.length === all.length && term.every((word, at) => stem(word) === stem(all[at])));
  }

  /** Every word in it. */
  get words() {
    return new Set(this.#terms.flatMap(words));
  }

  /** Whether it has a form of a word. */
  hasFormOf(word) {
    return [...this.words].some((other) => stem(other) === stem(word));
  }

  /**
   * What else means the same as a term, by its key.
   * @returns {import("./query.js").Alternative[]}
   */
  synonyms(key) {
    if (!this.#synonyms.has(key)) this.#synonyms.set(key, (this.#entries.get(key) ?? []).flatMap((entry) => this.#others(entry, key)));
    return this.#synonyms.get(key);
  }

  /** The other terms of an entry to look for: its first, and those of the fewest words. */
  #others({ first, known }, key) {
    const rest = known.toSorted((one, other) => meaningful(one).length - meaningful(other).length);
    const others = [first, ...rest].filter((other) => keyOf(other) !== key && canBeLookedUp(other) && !areOpposite(keyOf(other), key)).slice(0, MOST_SYNONYMS);
    return others.map((other) => {
      const isFirst = other === first;
      return { words: meaningful(other), term: other, factor: isFirst ? MAIN : OTHER, isDoubtful: !isFirst && this.#isAmbiguous(keyOf(other)) };
    });
  }

  #isAmbiguous(key) {
    const entries = this.#entries.get(key) ?? [];
    return entries.some((a) => entries.some((b) => haveOneInCommon(a, b)));
  }
}

/**
 * @param {[string, string[], string[]][]} entries A term, what readers type for it, and of this what the collection lacks.
 */
export const readThesaurus = (entries) => new Thesaurus(entries);

/**
 * The groups of a query with their synonyms. Words that are one term, such as `passed away`, become one group;
 * words that say nothing are left out.
 * @param {import("./query.js").Group[]} groups
 * @param {Thesaurus} thesaurus
 * @returns {import("./query.js").Group[]}
 */
export function withSynonyms(groups, thesaurus) {
  const terms = [];
  for (let first = 0; first < groups.length; ) {
    const length = termLength(groups.slice(first, first + LONGEST_TERM), thesaurus);
    terms.push(length > 1 ? joined(groups.slice(first, first + length), thesaurus) : groups[first]);
    first += length;
  }
  const typed = new Set(terms.flatMap(({ alternatives }) => alternatives.slice(0, 1).map(({ words }) => keyOf(words.join(" ")))));
  return terms.map((group) => expanded(group, thesaurus, typed)).filter(({ alternatives }) => alternatives.some(isMeaningful));
}

const isMeaningful = ({ words, isPhrase, spellings }) => isPhrase || spellings || words.some((word) => !isStopWord(word));
const meant = ({ typed, meant }) => meant ?? typed;

/** How many of the first groups are one term: the longest that the thesaurus has. */
function termLength(groups, thesaurus) {
  for (let length = groups.length; length > 1; length--) {
    const part = groups.slice(0, length);
    const key = keyOfAll(part);
    // A negation at the end negates what follows.
    const isWhole = () => thesaurus.hasSpelling(words(part.map(meant).join(" "))) || ![part.slice(1), part.slice(0, -1)].some((shorter) => keyOfAll(shorter) === key);
    if (thesaurus.has(key) && !isNegation(keyOfAll(part.slice(-1))) && isWhole() && part.every(isPlain) && !endsInFullerTerm(part, groups, thesaurus)) return length;
  }
  return 1;
}

/** Whether the last word of a term begins one that says more, as `golf club` in `my golf club`. */
function endsInFullerTerm(part, groups, thesaurus) {
  const count = (groups) => meaningful(groups.map(meant).join(" ")).length;
  const pair = groups.slice(part.length - 1, part.length + 1);
  return pair.length > 1 && count(pair) > count(part) && pair.every(isPlain) && thesaurus.has(keyOfAll(pair));
}

const keyOfAll = (groups) => keyOf(groups.map(meant).join(" "));
/** Whether a group is a word; a number may also be written in another way. */
const isPlain = ({ alternatives: [typed, ...others] }) => !typed.isPhrase && others.every(({ factor }) => factor === 1);

/** What negates a noun: `no lawyer` is still about lawyers. */
const BEFORE_NOUNS = new Set(["no", "without"]);

/** Whether the one word of a term that says something is negated, as `paid` in `not paid`: where it stands, the opposite is meant. */
function isOnlyNegated(text) {
  const [word, ...others] = meaningful(text);
  const negations = words(text).filter(isNegation);
  return !others.length && negations.some((negation) => isLight(word) || !BEFORE_NOUNS.has(negation));
}

/** Whether the one word of a term that says something may be in every matter: `side` in `take sides`, but not in `no sides`. */
function isOnlyCommon(text) {
  const [word, ...others] = meaningful(text);
  return word !== undefined && !others.length && isCommon(word) && !words(text).some(isNegation);
}

/** Words that are one term, as one group: all of them together, or those that say something near each other. */
function joined(parts, thesaurus) {
  const typed = parts.map(({ typed }) => typed).join(" ");
  const corrected = parts.map(meant).join(" ");
  const [run, left] = [words(corrected), meaningful(corrected)];
  const saysLittle = isOnlyNegated(corrected) || isOnlyCommon(corrected);
  const spellings = [run, ...thesaurus.spellings(keyOf(corrected))];
  const together = { words: left, spellings, isSpelled: thesaurus.hasSpelling(run), saysLittle };
  const near = left.length ? [{ words: left, isJoined: true, saysLittle }] : [];
  return { typed, ...(corrected !== typed && { meant: corrected }), parts: parts.flatMap((part) => withSynonyms([part], thesaurus)), alternatives: [together, ...near] };
}

/** A group with its synonyms, unless it is a phrase; without those that were typed too, which say something else then. A word that is negated or common does not count beside them. */
function expanded(group, thesaurus, typed) {
  if (group.alternatives.some(({ isPhrase }) => isPhrase)) return group;
  const others = thesaurus.synonyms(keyOf(meant(group))).filter(({ words }) => !typed.has(keyOf(words.join(" "))));
  const own = group.alternatives.map((alternative) => (alternative.saysLittle && !alternative.spellings && others.length ? { ...alternative, factor: 0 } : alternative));
  return { ...group, alternatives: [...own, ...others] };
}
