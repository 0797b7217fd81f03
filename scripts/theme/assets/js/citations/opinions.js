// The numbers of opinions as they are written: `5 (2003)`, `03-5`, `30 (Nov. 2014)`, `98 FEO 5`.
import { isACount } from "./counts.js";
import { Pattern, grammar, patterns } from "./grammar.js";
import { countsSomething } from "./ordinary.js";

const LAST_CENTURY = 70;
const LONGEST_YEAR = 12;
const LONGEST_DATE = 24;
const LONGEST_RANGE = 30;

// `2003/05`, `2014/30a`, `rpc/179`: the end of an address.
function opinionId(series, year, number, letter) {
  const name = `${String(number).padStart(2, "0")}${letter.toLowerCase()}`;
  return [series, year || "", name].filter(Boolean).join("/");
}

export const opinionTarget = (series, year, number, letter = "") => ({
  kind: "opinion",
  id: opinionId(series, year, number, letter),
  pinpoint: "",
  series,
  year,
  number,
  letter,
});

function yearOf({ year, yy }) {
  if (year || !yy) return Number(year ?? 0);
  return Number(yy) + (Number(yy) < LAST_CENTURY ? 2000 : 1900);
}

const opinionOf = ({ series, hasYears }, found) => opinionTarget(series, hasYears ? yearOf(found) : 0, Number(found.number), found.letter?.toUpperCase());

const yearInForm = ({ yearBefore }, text, nameStart) => yearBefore.search(text, Math.max(nameStart - LONGEST_YEAR, 0), nameStart);

// The opinions that have a record, and the groups of words that introduce their numbers.
export class Opinions {
  #known = new Map();
  #groups;

  constructor(thisYear) {
    for (const [series, year, letter, runs] of grammar.opinions) {
      for (const [first, last] of runs) {
        for (let number = first; number <= last; number += 1) this.#add(opinionTarget(series, year, number, letter));
      }
    }
    this.#groups = grammar.numbers.map((group) => new OpinionNumbers(group, [...this.#known.values()], thisYear));
  }

  #add(opinion) {
    this.#known.set(opinion.id, opinion);
  }

  isKnown(id) {
    return this.#known.has(id);
  }

  // The opinions of all years with a number.
  withNumber(number) {
    return [...this.#known.values()].filter((opinion) => opinion.number === number && !opinion.letter);
  }

  // The numbers that the words with this meaning introduce.
  after({ numbers }) {
    return this.#groups[numbers];
  }

  // Every number with its year that is in the text and has a record.
  everywhere(text) {
    const found = this.#groups.flatMap((group) => [...group.everywhere(text)]);
    const byPlace = new Map(found.map((number) => [`${number.start} ${number.end} ${number.opinion.id} ${number.hasYear}`, number]));
    return byPlace.values();
  }
}

class OpinionNumbers {
  #forms;
  #dated;
  #known;
  #byNumber = new Map();
  #lastYear;

  constructor({ forms, dated }, opinions, thisYear) {
    this.#forms = forms.map(({ yearBefore, number, ...form }) => ({
      ...form,
      yearBefore: yearBefore && new Pattern(yearBefore),
      number: new Pattern(number),
    }));
    this.#dated = dated;
    const series = new Set(forms.map((form) => form.series));
    this.#known = new Map(opinions.filter((opinion) => series.has(opinion.series)).map((opinion) => [opinion.id, opinion]));
    for (const opinion of this.#known.values()) {
      if (!opinion.letter) this.#byNumber.set(opinion.number, [...this.withNumber(opinion.number), opinion]);
    }
    this.#lastYear = Math.max(thisYear, ...[...this.#known.values()].map(({ year }) => year));
  }

  // The known opinions with a number and without a letter.
  withNumber(number) {
    return this.#byNumber.get(number) ?? [];
  }

  // The opinion whose number begins at `start`. `nameStart` is where the introducing words begin if it follows them.
  read(text, start, mayBeAlone, nameStart = null) {
    const alone = mayBeAlone ? this.#alone(text, start, nameStart) : null;
    for (const form of this.#forms) {
      const number = this.#inForm(form, text, start, nameStart);
      if (!number) continue;
      if (alone && !this.#known.has(number.opinion.id) && this.#isRange(text, alone)) return alone;
      return number;
    }
    const withYear = nameStart === null ? null : this.#withYearBefore(text, start, nameStart);
    return this.#withDate(text, start) ?? withYear ?? alone;
  }

  isKnown({ id }) {
    return this.#known.has(id);
  }

  // Whether a citation is of a known opinion and has its year, unless its series has none.
  hasWhole(text, { start, end, target }) {
    const digits = text.slice(start, end).match(/[0-9]+/g) ?? [];
    return this.isKnown(target) && (digits.length > 1 || !target.year);
  }

  // Whether a year in one of the forms stands before the introducing words.
  hasYearBefore(text, nameStart) {
    return this.#forms.some((form) => form.yearBefore && yearInForm(form, text, nameStart));
  }

  *everywhere(text) {
    for (const form of this.#forms.filter(({ isBare }) => !isBare)) {
      for (const { start, end, groups } of form.number.all(text)) {
        const opinion = opinionOf(form, groups);
        if (this.#known.has(opinion.id)) yield { opinion, start, end, hasYear: form.number.has("year") };
      }
    }
  }

  // The number in one form; without a year after it, it must follow the words.
  #inForm(form, text, start, nameStart) {
    const match = form.number.match(text, start);
    if (!match || (form.isBare && nameStart === null)) return null;
    if ((form.isBare || nameStart === null) && isACount(text, nameStart, start, match.end)) return null;
    let found = match.groups;
    let first = start;
    if (form.yearBefore && nameStart !== null) {
      const before = yearInForm(form, text, nameStart);
      if (!before) return null;
      found = { ...found, ...before.groups };
      first = before.start;
    }
    const opinion = opinionOf(form, found);
    if (!this.#canBe(opinion, found.yy === undefined, form.runsOn)) return null;
    const isAfterYear = form.yearBefore !== null;
    return { opinion, start: first, end: match.end, hasYear: isAfterYear || !form.isBare, isAfterYear };
  }

  // An opinion with a year of two digits must fit the others if the numbers run on.
  #canBe(opinion, hasWholeYear, runsOn) {
    return (hasWholeYear || !runsOn || this.#fits(opinion)) && this.#isPossible(opinion);
  }

  // Whether opinions of earlier years have lower numbers, and those of later years higher.
  #fits({ id, series, year, number }) {
    const others = [...this.#known.values()].filter((other) => other.series === series && other.year !== year);
    return this.#known.has(id) || others.every((other) => other.year > year === other.number > number);
  }

  #isPossible({ year, number }) {
    return number > 0 && year <= this.#lastYear;
  }

  #alone(text, start, nameStart) {
    const match = patterns.PLAIN_NUMBER.match(text, start);
    const opinions = match ? this.withNumber(Number(match.groups.number)) : [];
    if (opinions.length !== 1 || isACount(text, nameStart, start, match.end)) return null;
    const year = patterns.YEAR_AFTER.match(text, match.end);
    if (year && opinions[0].year && Number(year.groups.year) !== opinions[0].year) return null;
    const number = { opinion: opinions[0], start, end: match.end, hasYear: false };
    const joined = patterns.JOINED.match(text, match.end);
    const distance = joined ? Number(joined.groups.last) - Number(match.groups.number) : 1;
    return 0 < distance && distance <= LONGEST_RANGE ? number : null;
  }

  // Whether a dash and a higher number that one opinion has follow: `41-43`.
  #isRange(text, first) {
    const last = Number(patterns.JOINED.match(text, first.end)?.groups.last ?? 0);
    return last > first.opinion.number && this.withNumber(last).length === 1;
  }

  #withDate(text, start) {
    if (this.#dated === null) return null;
    const ofTheYear = patterns.OF_THE_YEAR.match(text, start);
    const match = ofTheYear ?? patterns.DATED.match(text, start);
    if (!match) return null;
    const { year, number, first, second } = match.groups;
    const opinion = opinionTarget(this.#dated, Number(year ?? first), Number(number ?? second));
    const end = ofTheYear ? match.end : match.span("date")[0];
    return this.#isPossible(opinion) && !countsSomething(text, match.end) ? { opinion, start, end, hasYear: true } : null;
  }

  // `30` of `2014 AO 30`, or of `AO of 2014, No. 30`.
  #withYearBefore(text, start, nameStart) {
    const number = this.#dated === null ? null : patterns.PLAIN_NUMBER.match(text, start);
    if (!number || countsSomething(text, number.end)) return null;
    const before = patterns.YEAR_BEFORE.search(text, Math.max(nameStart - LONGEST_DATE, 0), nameStart);
    const written = patterns.YEAR_WITHIN.search(text, nameStart, start) ?? (before?.groups.of_a_date ? null : before);
    if (!written) return null;
    const opinion = opinionTarget(this.#dated, Number(written.groups.year), Number(number.groups.number));
    const begin = Math.min(written.start, nameStart);
    return this.#isPossible(opinion) ? { opinion, start: begin, end: number.end, hasYear: true } : null;
  }
}
