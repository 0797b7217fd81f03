// The numbers of opinions as they are written: `5 (2003)`, `03-5`, `30 (Nov. 2014)`.
import { Pattern, grammar, patterns } from "./grammar.js";
import { countsSomething } from "./ordinary.js";

const LAST_CENTURY = 70;

export const opinionId = (year, number) => `${year}/${String(number).padStart(2, "0")}`;

const opinionTarget = (year, number) => ({ kind: "opinion", id: opinionId(year, number), pinpoint: "", year, number });

function opinionOf({ groups: { year, yy, number } }) {
  const short = Number(yy);
  return opinionTarget(Number(year) || short + (short < LAST_CENTURY ? 2000 : 1900), Number(number));
}

export class OpinionNumbers {
  #forms = grammar.numbers.map((source) => new Pattern(source));
  #known = new Set();
  #byNumber = new Map();
  #lastYear;

  constructor() {
    for (const [year, runs] of Object.entries(grammar.years)) {
      for (const [first, last] of runs) {
        for (let number = first; number <= last; number += 1) this.#add(opinionTarget(Number(year), number));
      }
    }
    this.#lastYear = Math.max(new Date().getUTCFullYear(), ...Object.keys(grammar.years).map(Number));
  }

  #add(opinion) {
    this.#known.add(opinion.id);
    this.#byNumber.set(opinion.number, [...this.withNumber(opinion.number), opinion]);
  }

  isKnown(id) {
    return this.#known.has(id);
  }

  // The opinions of all years with a number.
  withNumber(number) {
    return this.#byNumber.get(number) ?? [];
  }

  // The opinion whose number begins at `start`, and the end of the number.
  read(text, start, mayBeAlone) {
    const alone = mayBeAlone ? this.#alone(text, start) : null;
    for (const form of this.#forms) {
      const match = form.match(text, start);
      if (!match) continue;
      const opinion = opinionOf(match);
      if (!this.#canBe(opinion, form)) continue;
      if (alone && !this.isKnown(opinion.id) && this.#isRange(text, alone)) return alone;
      return { opinion, end: match.end, hasYear: true };
    }
    return this.#withDate(text, start) ?? alone;
  }

  // Every number with its year that is in the text and has a record.
  *everywhere(text) {
    for (const form of this.#forms) {
      for (const match of form.all(text)) {
        const opinion = opinionOf(match);
        if (this.isKnown(opinion.id)) yield { start: match.start, end: match.end, opinion, hasYear: form.has("year") };
      }
    }
  }

  // An opinion with a year of two digits must fit the others if the numbers run on.
  #canBe(opinion, form) {
    return (form.has("year") || !grammar.runOn || this.#fits(opinion)) && this.#isPossible(opinion);
  }

  // Whether opinions of earlier years have lower numbers, and those of later years higher.
  #fits({ id, year, number }) {
    const others = [...this.#byNumber.values()].flat().filter((other) => other.year !== year);
    return this.isKnown(id) || others.every((other) => other.year > year === other.number > number);
  }

  #isPossible({ year, number }) {
    return number > 0 && year <= this.#lastYear;
  }

  #alone(text, start) {
    const match = patterns.ALONE.match(text, start);
    const opinions = match ? this.withNumber(Number(match.groups.number)) : [];
    if (opinions.length !== 1 || countsSomething(text, match.end)) return null;
    const number = { opinion: opinions[0], end: match.end, hasYear: false };
    return patterns.JOINED.match(text, match.end) && !this.#isRange(text, number) ? null : number;
  }

  // Whether a dash and a higher number that one opinion has follow: `41-43`.
  #isRange(text, first) {
    const last = Number(patterns.JOINED.match(text, first.end)?.groups.last ?? 0);
    return last > first.opinion.number && this.withNumber(last).length === 1;
  }

  #withDate(text, start) {
    const ofTheYear = patterns.OF_THE_YEAR.match(text, start);
    const match = ofTheYear ?? patterns.DATED.match(text, start);
    if (!match) return null;
    const { year, number, first, second } = match.groups;
    const opinion = opinionTarget(Number(year ?? first), Number(number ?? second));
    const end = ofTheYear ? match.end : match.span("date")[0];
    return this.#isPossible(opinion) ? { opinion, end, hasYear: true } : null;
  }
}
