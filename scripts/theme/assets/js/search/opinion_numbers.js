// What was typed, if it is the number, a citation, an alias or the docket of an opinion.
import { citedPlace } from "./copied_citation.js";

/** The text in one way for all that print it: `ao 2024-5` for `A.O. No. 2024–5`. */
function plain(text) {
  const lower = text.normalize("NFKC").toLowerCase().replace(/#\s*(?=\d)/g, "").replace(/[‐‑‒–—]/g, "-").replace(/[‘’]/g, "'").replace(/(?<=\b\p{L})\./gu, "");
  return lower.replace(/\b(numbers?|nos?\.?)(?=\s|\d|$)/g, " ").replace(/\s+/g, " ").trim();
}

/** The numbers that were typed, and the names before them; no numbers if there is anything else. */
function read(text, names) {
  let rest = plain(text);
  const typedNames = [];
  for (const name of names) {
    if (rest.includes(plain(name))) typedNames.push(name);
    rest = rest.replaceAll(plain(name), " ");
  }
  rest = rest.replace(/\bop\.?(?=\s|\d)|(?<=\d\s*)\bof\b(?=\s*\d)/g, " ");
  const isMore = /[^\d\s().,/-]|\d\.\d/.test(rest);
  return { typedNames, numbers: isMore ? [] : (rest.match(/\d+/g) ?? []).map(Number) };
}

/** Whether the text seems to be the number of an opinion and nothing else; a year is not one, nor is `12.34`. */
export function isNumber(text, { names, forms, authors }, years) {
  const { numbers } = read(citedPlace(text, authors).number, names);
  const isYear = numbers[0] >= Math.min(...years) && numbers[0] <= Math.max(...years);
  if (numbers.length === 1) return !isYear;
  const canBe = { number: () => true, year: (value) => value >= 1000, yy: (value) => value < 100 };
  return forms.some((form) => form.length === numbers.length && form.length === 2 && form.every((field, at) => canBe[field](numbers[at])));
}

/** Whether the text names an opinion that is not here, as `Opinion 12` or `12 (2008)` does; a bare `12` may be a word of a text. */
export function namesMissingOpinion(text, index, years) {
  const { typedNames, numbers } = read(citedPlace(text, index.authors).number, index.names);
  const isName = typedNames.length > 0 || (numbers.length > 1 && numbers.some((number) => number >= 1000));
  return isName && isNumber(text, index, years) && !matchingOpinions(text, index).length;
}

/** In a search, `-5` leaves out what has a 5. */
const LEAVES_OUT = /^\s*-/;
const YEAR = /\W*(?:\bof\s+)?\b(?:1[6-9]|2\d)\d\d\b\W*/g;

/** The opinions with a number that was typed with a year in which there is none: `Opinion 5 (2004)` for `Opinion 5 (2003)`. */
export function ofOtherYears(text, index) {
  const withoutYear = text.replace(YEAR, " ").trim();
  return /\d/.test(withoutYear) && withoutYear !== text.trim() ? matchingOpinions(withoutYear, index) : [];
}

/** The opinions that have one of the numbers. */
function* candidates(numbers, index) {
  for (const [year, ranges] of Object.entries(index.years)) {
    for (const [first, last] of ranges) {
      for (const number of numbers.filter((candidate) => first <= candidate && candidate <= last)) {
        yield { id: `${year}/${String(number).padStart(2, "0")}`, year: Number(year), number };
      }
    }
  }
  for (const [id, year] of index.opinions ?? []) yield { id, year, number: parseInt(id.split("/").at(-1), 10) };
}

/** The opinions with this name, in whatever way it is printed. */
function named(text, { aliases }) {
  const typed = text.trim().toLowerCase();
  const isSame = Object.keys(aliases).filter((name) => plain(name) === plain(typed));
  const exact = isSame.filter((name) => name.toLowerCase() === typed);
  return (exact.length ? exact : isSame).map((name) => aliases[name]);
}

/** The opinions whose request has this number, with the body's word for it or without. */
function ofDocket(text, { docket, dockets }) {
  const printed = Object.keys(dockets).filter((number) => [number, `${docket} ${number}`].map(plain).includes(plain(text)));
  return printed.flatMap((number) => dockets[number]);
}

/** Whether an opinion is of a series that one of the names means; any is, if they mean none. */
function isOfSeries(typedNames, { series = {} }) {
  const meant = Object.keys(series).filter((id) => series[id].some((name) => typedNames.includes(name)));
  return (opinion) => !meant.length || meant.includes(/^[a-z]/.test(opinion) ? opinion.split("/")[0] : "");
}

/** The opinions whose number is the one that was typed. */
function numbered(text, index) {
  const { numbers, typedNames } = read(text, index.names);
  if (!numbers.length || numbers.length > 2) return [];
  const forms = numbers.length === 1 ? [["number"]] : index.forms;
  const isMeant = isOfSeries(typedNames, index);
  const fits = (values) => forms.some((fields) => fields.length === numbers.length && fields.every((field, at) => values[field] === numbers[at]));
  const matches = [...candidates(numbers, index)].filter(({ id, year, number }) => isMeant(id) && fits({ number, year, yy: year % 100 }));
  return matches.map(({ id }) => id);
}

/** The opinions whose number stands in a citation with a paragraph, a status or the name of the body. */
function cited(text, index) {
  const { number } = citedPlace(text, index.authors);
  const { numbers, typedNames } = read(number, index.names);
  return number !== text && (typedNames.length || numbers.length > 1) ? numberedOrNamed(number, index) : [];
}

function numberedOrNamed(text, index) {
  const byName = named(text, index);
  return byName.length ? byName : [...ofDocket(text, index), ...numbered(text, index)];
}

/** The parts of a list of numbers; one without a name has that of the part before it, as in `Opinions 5 and 6`. */
function partsOfList(text, { names }) {
  const parts = [];
  let lastName = "";
  for (const part of inSingular(text, names).split(/[,;]\s*(?:and\s|or\s|&)?|\s(?:and|or|&)\s/)) {
    const [name] = read(part, names).typedNames;
    parts.push(name ? part : `${lastName} ${part}`);
    lastName = name ?? lastName;
  }
  return parts;
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const inSingular = (text, names) => text.replace(new RegExp(`(?<=\\b(?:${names.map(escaped).join("|")}))s\\b`, "gi"), "");

/** The opinions of a list such as `AO 5, AO 7` in its order, each once, if each part of it is the number of one. */
export function listedOpinions(text, index) {
  const parts = LEAVES_OUT.test(text) || !/\d/.test(text) ? [] : partsOfList(text, index);
  const found = parts.length > 1 ? parts.map((part) => numberedOrNamed(part, index)) : [];
  return found.every(({ length }) => length === 1) ? [...new Set(found.flat())] : [];
}

/**
 * The opinions, as `2003/05`, that the text may mean.
 * @param {string} text
 * @param {object} index The content of opinions.json.
 * @returns {string[]}
 */
export function matchingOpinions(text, index) {
  if (LEAVES_OUT.test(text)) return [];
  for (const findIn of [numberedOrNamed, cited, listedOpinions]) {
    const opinions = findIn(text, index);
    if (opinions.length) return [...new Set(opinions)];
  }
  return [];
}
