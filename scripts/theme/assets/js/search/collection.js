// The opinions and their questions, and the files of the index that say which words they have.
import { closestWord } from "./spelling.js";
import { areAlike, irregularForms, isNegation, isStopWord, stem } from "./words.js";

const [SHORTEST_BEGINNING, WITHOUT_ENDING] = [3, 2];
const SHORTEST_HALF = 2;
/** What a word says at most, in all its forms together. */
const MOST_WEIGHT = 10;

/** How often a file is loaded at once that has the forms of a word, if any has them: the list of words that says so takes long. */
const MOST_GUESSES = 6;

/**
 * @typedef {object} Places How much a word says, up to 10, about each opinion and each question.
 * @property {Float32Array} opinions
 * @property {Float32Array} questions
 */

async function fetchOnce(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return response.json();
}

/** A file of JSON; if the first request fails, it is asked for once more. */
const fetchJson = (url) => fetchOnce(url).catch(() => fetchOnce(url));

/** What was loaded under a key, or is loaded now; after a failure, the next call loads it again. */
function loadedOnce(loaded, key, load) {
  if (!loaded.has(key)) {
    loaded.set(key, load());
    loaded.get(key).catch(() => loaded.delete(key));
  }
  return loaded.get(key);
}

/** Combine the weight at each place of a list with the weight that is there. */
function combineAll(weights, lists, combined) {
  for (const [weight, ...distances] of lists) {
    let number = 0;
    for (const distance of distances) {
      number += distance;
      weights[number] = combined(weights[number], weight);
    }
  }
}

const added = (share) => (weight, more) => Math.min(weight + share * more, MOST_WEIGHT);

const stems = (all) => all.map(stem).join(" ");

/** The numbers of the files with the words from `first` to `last`, if these are their first words. */
function filesBetween(starts, first, last) {
  return [...starts.keys()].filter((at) => starts[at] <= last && !(starts[at + 1] <= first));
}

/** The ids of the opinions, oldest first, such as `2003/05`, from the ranges of each year. */
function idsOf(years) {
  return Object.entries(years).flatMap(([year, ranges]) =>
    ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => `${year}/${String(first + at).padStart(2, "0")}`),
    ),
  );
}

/** The letters with which all forms of a word begin, apart from irregular ones. */
function beginningOf(word) {
  const wanted = stem(word);
  const isShort = word.length <= SHORTEST_BEGINNING || !word.startsWith(wanted.slice(0, SHORTEST_BEGINNING));
  return isShort ? word : wanted.slice(0, Math.max(SHORTEST_BEGINNING, wanted.length - WITHOUT_ENDING));
}

/** The letters with which the forms of a phrase begin; a negation has no forms, so they go on in its next word. */
function beginningsOf([first, second]) {
  const ofForms = (word) => [word, ...irregularForms(word)].map(beginningOf);
  return isNegation(first) ? ofForms(second).map((beginning) => `${first} ${beginning}`) : ofForms(first);
}

export class Collection {
  #files = new Map();
  #words = new Map();
  #places = new Map();
  #guesses = MOST_GUESSES;

  /** Load what every search needs. */
  static async load() {
    // The page preloads the thesaurus, so the browser expects that it is used. Without it, words have no synonyms.
    const thesaurus = fetchJson("index/thesaurus.json").catch(() => []);
    const [numbers, start] = await Promise.all([fetchJson("opinions.json"), fetchJson("index/start.json")]);
    return new Collection(numbers, start, thesaurus);
  }

  constructor(numbers, start, thesaurus) {
    this.thesaurus = thesaurus;
    this.numbers = numbers;
    this.start = start;
    this.ids = numbers.opinions?.map(([id]) => id) ?? idsOf(numbers.years);
    this.years = numbers.opinions?.map(([, year]) => year) ?? this.ids.map((id) => Number(id.slice(0, 4)));
    this.names = new Map([...(numbers.opinions ?? []).map(([id, , name]) => [id, name]), ...Object.entries(numbers.drafts)]);
    this.positions = new Map(this.ids.map((id, position) => [id, position]));
    const listed = new Set(start.listed);
    // For each question: the position of its opinion, its place there, its status, and whether its opinion is only listed.
    this.questions = start.statuses.flatMap((statuses, opinion) => [...statuses].map((status, place) => ({ opinion, place, status: Number(status), isListed: listed.has(opinion) })));
    this.firstQuestions = [0];
    for (const statuses of start.statuses) this.firstQuestions.push(this.firstQuestions.at(-1) + statuses.length);
  }

  /** Every question of an opinion, by number. */
  questionsOf(position) {
    const [first, end] = [this.firstQuestions[position], this.firstQuestions[position + 1]];
    return Array.from({ length: end - first }, (_, place) => first + place);
  }

  /** The positions of the opinions that replace the answer to a question. */
  successorsOf(question) {
    return (this.start.successors[question] ?? []).map((id) => this.positions.get(id));
  }

  /** The positions of the opinions that modify the answer to a question or, if it was withdrawn, cite it. */
  laterOn(question) {
    return (this.start.later[question] ?? []).map((id) => this.positions.get(id));
  }

  file(name) {
    return loadedOnce(this.#files, name, () => fetchJson(`index/${name}.json?${this.start.version}`));
  }

  /** The filters, each value with the positions of its opinions. */
  async filters() {
    const filters = await this.file("filters");
    const positions = (distances) => distances.map(((last) => (distance) => (last += distance))(0));
    const group = (values) => new Map(Object.entries(values).map(([value, distances]) => [value, new Set(positions(distances))]));
    return new Map(Object.entries(filters).map(([name, values]) => [name, group(values)]));
  }

  /** Everything about an opinion, as its opinion.json has it; undefined if that cannot be loaded. */
  opinion(position) {
    const url = `../opinions/${this.ids[position]}/opinion.json`;
    return loadedOnce(this.#files, url, () => fetchJson(url)).catch(() => undefined);
  }

  /** `AO 5 (2003)` for `2003/05`. */
  nameOf(id) {
    if (this.names.has(id)) return this.names.get(id);
    const [year, number] = id.split("/");
    return `${this.numbers.label} ${Number(number)} (${year})`;
  }

  /** How citations are written. */
  grammar() {
    return fetchJson("../cite-check/grammar.json");
  }

  /** The editions of the law, and the numbers that they replaced. */
  law() {
    return fetchJson("../cite-check/authorities.json");
  }

  /** Whether any opinion has exactly this word, or cites this provision. */
  async has(word) {
    return (await this.#placesOfForm(word)) !== undefined;
  }

  /** The forms of a word that the collection has; only their files are loaded then. */
  async #formsOf(word) {
    if (this.#guesses-- > 0) this.#placesOfForm(word);
    const wanted = stem(word);
    const beginnings = new Set([word, ...irregularForms(word)].map(beginningOf));
    const listed = await Promise.all([...beginnings].map((beginning) => this.#knownWords(beginning)));
    const isForm = (form) => form === word || (stem(form) === wanted && !isStopWord(form));
    return [...new Set(listed.flat().map(([form]) => form))].filter(isForm);
  }

  /** The words with these first letters, each with the number of opinions that have it. */
  async #knownWords(beginning) {
    const numbers = filesBetween(this.start.words, beginning, `${beginning}\uffff`);
    const listed = await Promise.all(numbers.map((number) => this.#wordsOf(`words-${number}`)));
    return listed.flatMap((words) => words.filter(([word]) => word.startsWith(beginning)));
  }

  #wordsOf(file) {
    return loadedOnce(this.#words, file, () => this.file(file).then(Object.entries));
  }

  async #placesOfForm(form) {
    const [number] = filesBetween(this.start.files, form, form);
    if (number === undefined) return undefined;
    const places = await this.file(number);
    return Object.hasOwn(places, form) ? places[form] : undefined; // every object has a `constructor`
  }

  /**
   * Where the forms of a word are; of a provision, such as `canons/3/#c`, where it is cited.
   * @param {string} word
   * @param {{isExact?: boolean, otherForms?: number}} [options] `isExact` for this form alone; `otherForms` for how much the others say.
   * @returns {Promise<Places>}
   */
  places(word, { isExact = false, otherForms = 1 } = {}) {
    return loadedOnce(this.#places, `${word} ${isExact} ${otherForms}`, () => this.#newPlaces(word, isExact, otherForms));
  }

  async #newPlaces(word, isExact, otherForms) {
    const forms = isExact || /[\d/]/.test(word) ? [word] : await this.#formsOf(word);
    const places = this.#nowhere();
    const found = await Promise.all(forms.map((form) => this.#placesOfForm(form)));
    forms.forEach((form, at) => {
      if (!found[at]) return;
      const share = areAlike(form, word) ? 1 : otherForms;
      combineAll(places.opinions, found[at][0], added(share));
      combineAll(places.questions, found[at][1], added(share));
    });
    return places;
  }

  #nowhere() {
    return { opinions: new Float32Array(this.ids.length), questions: new Float32Array(this.questions.length) };
  }

  /**
   * Where a phrase of the thesaurus stands, in any of its forms.
   * @param {string[][]} spellings The words of each of its spellings.
   * @returns {Promise<Places>}
   */
  async phrasePlaces(spellings) {
    const beginnings = [...new Set(spellings.flatMap(beginningsOf))];
    const wanted = new Set(spellings.map(stems));
    const numbers = new Set(beginnings.flatMap((beginning) => filesBetween(this.start.phrases, beginning, `${beginning}\uffff`)));
    const files = await Promise.all([...numbers].map((number) => this.file(`phrases-${number}`)));
    const places = this.#nowhere();
    for (const [run, [opinions, questions]] of files.flatMap(Object.entries)) {
      if (!wanted.has(stems(run.split(" ")))) continue;
      // A longer spelling contains a shorter one: they are not two places.
      combineAll(places.opinions, opinions, Math.max);
      combineAll(places.questions, questions, Math.max);
    }
    return places;
  }

  /**
   * What was probably meant by a word that no opinion has: one close to it, or two that were written as one.
   * @param {string} word
   * @param {Set<string>} others Words that are known too.
   */
  async suggestion(word, others) {
    const letters = [...new Set(word.slice(0, 2))];
    const listed = await Promise.all(letters.map((letter) => this.#knownWords(letter)));
    const known = new Map([...[...others].map((other) => [other, 0]), ...listed.flat()]);
    return closestWord(word, [...known]) ?? this.#twoWords(word);
  }

  /** Only the list of words is asked: the files with their places are larger. */
  async #twoWords(word) {
    for (let at = word.length - SHORTEST_HALF; at >= SHORTEST_HALF; at--) {
      const halves = [word.slice(0, at), word.slice(at)];
      if (halves.some(isStopWord)) continue;
      if ((await this.#isKnown(halves[0])) && (await this.#isKnown(halves[1]))) return halves.join(" ");
    }
    return undefined;
  }

  async #isKnown(word) {
    return (await this.#knownWords(word)).some(([known]) => known === word);
  }
}
