// Finds the citations in running text, step by step as the finder in Python does.
import { isCode, isInSets, mayBeARange, namesItsChapter, sectionOfChapter, styles, withParts } from "./authorities.js";
import { doubtsAfter, pointingBack } from "./doubts.js";
import { grammar, isAlphanumeric, isUpper, patterns } from "./grammar.js";
import { Introducers } from "./introducers.js";
import { ListReader } from "./lists.js";
import { Opinions } from "./opinions.js";
import { countsSomething } from "./ordinary.js";
import { LOOK_BEHIND, OtherBodies, isOfSomething } from "./others.js";

const MASK = "\0";

const byStart = (a, b) => a.start - b.start;

export class CitationFinder {
  opinions = new Opinions();
  #introducers = new Introducers();
  #others = Object.fromEntries(Object.keys(grammar.others.own).map((kind) => [kind, new OtherBodies(kind)]));

  // The citations in plain words, and what looks like one but is not resolved.
  read(words, ruleSet = null) {
    const text = patterns.WEB_ADDRESS.replace(words, (match) => MASK.repeat(match.text.length));
    const resolved = [];
    const unresolved = [...pointingBack(text)];
    for (const { citations, doubts } of this.#introduced(text, ruleSet)) {
      resolved.push(...citations);
      unresolved.push(...doubts);
    }
    const rest = masked(resolved, text);
    resolved.push(...this.#opinionsAlone(rest), ...this.#sectionsAlone(rest));
    return { resolved: resolved.sort(byStart), unresolved: unresolved.sort(byStart) };
  }

  // The text with blanks for the words that introduce citations.
  withoutNames(text) {
    return this.#introducers.pattern.replace(text, (match) => " ".repeat(match.text.length));
  }

  *#introduced(text, ruleSet) {
    let [done, endOfList, endOfOthers] = [0, 0, 0];
    let match;
    while ((match = this.#introducers.pattern.search(text, done))) {
      done = match.end;
      if (isWithinAWord(text, match.start)) continue;
      const name = this.#name(text, match);
      const citations = this.#citations(text, ruleSet, name, endOfList);
      const doubts = [...doubtsAfter(text, name, citations)];
      if (!citations.length && !doubts.length) continue;
      if (citations.length) endOfList = Math.max(...citations.map((citation) => citation.end));
      done = Math.max(done, endOfList);
      const start = citations.length && !name.meaning.kind ? citations[0].start : name.start;
      const goesOn = name.meaning.isCommon && isJoined(text, endOfOthers, name.start);
      if (goesOn || this.#isOfOthers(text, { ...name, start }, done)) endOfOthers = done;
      else yield { citations, doubts };
    }
  }

  #name(text, { text: words, start, end }) {
    const meaning = this.#introducers.meaning(words);
    const sign = (meaning.isCommon ? patterns.SPACE : patterns.SIGN).match(text, end);
    const isPlural = meaning.isPlural || Object.values(sign.groups).some((group) => group !== undefined);
    const isInCapitals = isUpper(words) && words.length > "A.O.".length;
    return { start, end, numberStart: sign.end, meaning, isPlural, isInCapitals };
  }

  // Whether a citation with this name, which ends here, belongs to another body.
  #isOfOthers(text, { start, meaning, isInCapitals }, end) {
    const kind = meaning.kind ?? "opinion";
    const others = this.#others[kind];
    if (meaning.kind && isInSets(kind)) return false;
    const isSection = meaning.kind !== null && (isCode(kind) || styles()[kind].leading !== null);
    if (isSection && !meaning.isCommon) return others.isKnownBefore(text, start);
    return others.isNamedBefore(text, start, isInCapitals) || others.isNamedAfter(text, end, isSection);
  }

  // The one citation, the list or the range that a name introduces.
  #citations(text, ruleSet, name, after) {
    if (!name.meaning.kind) return [...this.#opinionList(text, name)];
    let citations = this.#authorities(text, ruleSet, name);
    if (!citations.length) return sectionsBefore(text, name, after);
    citations = [...withPartsBefore(text, citations, after)];
    return [...this.#inOtherSets(text, name, citations), ...citations].sort(byStart);
  }

  #authorities(text, ruleSet, { start, numberStart, meaning, isPlural }) {
    const { kind } = meaning;
    const { leading, nameAfter } = styles()[kind];
    const sections = isCode(kind) ? patterns.SECTIONS_OF_CHAPTER.match(text, numberStart) : null;
    if (sections) return sectionsOfChapter(kind, sections, start);
    const afterChapter = meaning.isCommon ? sectionsAfterChapter(kind, text, start, numberStart) : [];
    if (afterChapter.length) return afterChapter;
    let [set, first] = [meaning.ruleSet, start];
    if (isInSets(kind) && !set) {
      set = this.#ruleSetOf(text, ruleSet, start, new ListReader(text, kind, "", isPlural).end(numberStart));
      if (!set) return [];
    } else if (leading) {
      const title = leading.search(text, Math.max(start - LOOK_BEHIND, 0), start);
      if (!title) return [];
      [set, first] = [title.group(1), title.start];
    }
    const citations = [...new ListReader(text, kind, set, isPlural).read(first, numberStart)];
    const named = citations.length ? nameAfter?.match(text, citations.at(-1).end) : null;
    if (named) return [...citations.slice(0, -1), { ...citations.at(-1), end: named.end }];
    return meaning.isCommon && !this.#isClear(text, citations) ? [] : citations;
  }

  // Whether numbers after a common word are sections of a code, and of nothing else.
  #isClear(text, citations) {
    const target = citations[0]?.target;
    if (!target || !namesItsChapter(target)) return false;
    const { end } = citations.at(-1);
    const isOfOthers = this.#others[target.kind].isNamedAfter(text, end, false);
    const isPlain = /^[0-9-]+$/.test(target.id + target.pinpoint);
    return !mayBeARange(target) && !(isPlain && (isOfOthers || isOfSomething(text, end)));
  }

  // The set of `Rule 4(b)`: the one named after it, or that of the text; empty if unknown.
  #ruleSetOf(text, ruleSet, start, end) {
    const ofThe = patterns.OF_THE.match(text, end);
    if (ofThe) return this.#introducers.setAfter(text, ofThe.end).ruleSet;
    const before = text.slice(Math.max(start - LOOK_BEHIND, 0), start);
    return ruleSet === null || patterns.NAMES_OTHER_RULES.search(before) ? "" : ruleSet;
  }

  // The same rules of the sets that share a name: `Pier` of `Pier and Lock Rules 4(b)`.
  *#inOtherSets(text, { start: nameStart, meaning }, citations) {
    if (!isInSets(meaning.kind)) return;
    const ofThe = meaning.ruleSet ? null : patterns.OF_THE.match(text, citations.at(-1).end);
    const namedAt = ofThe ? this.#introducers.setAfter(text, ofThe.end).start : nameStart;
    for (const { start, end, ruleSet } of this.#introducers.setsBefore(text, namedAt)) {
      for (const { target } of citations) yield { start, end, target: { ...target, id: ruleSet } };
    }
  }

  // A list of opinions; without a year only the first, or all after words in the plural.
  *#opinionList(text, name) {
    const numbers = this.opinions.after(name.meaning);
    let start = name.start;
    let number = numbers.read(text, name.numberStart, true, name.start);
    while (number) {
      yield { start: Math.min(start, number.start), end: number.end, target: number.opinion };
      const rangeSign = patterns.RANGE_SIGN.match(text, number.end);
      const separator = rangeSign ?? patterns.LIST_SEPARATOR.match(text, number.end);
      if (!separator) return;
      const previous = number;
      start = separator.end;
      const isRange = rangeSign !== null && !number.hasYear;
      const mayBeAlone = name.isPlural || (isRange && grammar.dashes.includes(separator.groups.sign));
      number = numbers.read(text, start, mayBeAlone);
      if (number && previous.isAfterYear && !number.hasYear) return;
    }
  }

  // Known opinions by number and year after words such as `see`: `see 43 (2022)`.
  *#opinionsAlone(text) {
    for (const { start, end, opinion, hasYear } of this.opinions.everywhere(text)) {
      const before = text.slice(Math.max(start - LOOK_BEHIND, 0), start);
      const leads = hasYear ? patterns.LEADS_TO_AN_OPINION : patterns.LEADS_TO_A_SHORT_NUMBER;
      if (leads.search(before) && !countsSomething(text, end)) yield { start, end, target: opinion };
    }
  }

  // Sections with a part after words such as `under`: `under 2A-34.1(l)`.
  *#sectionsAlone(text) {
    const codes = Object.keys(grammar.kinds).filter(isCode);
    if (codes.length !== 1) return;
    const reader = new ListReader(text, codes[0], "", false);
    let [done, match] = [0, null];
    while ((match = patterns.SECTION_ALONE.search(text, done))) {
      const citations = [...reader.read(match.start, match.start)];
      const before = text.slice(Math.max(match.start - LOOK_BEHIND, 0), match.start);
      done = citations.at(-1)?.end ?? match.end;
      if (patterns.LEADS_TO_A_SECTION.search(before) && !this.#others[codes[0]].isNamedAfter(text, done, true)) {
        yield* citations;
      }
    }
  }
}

function isWithinAWord(text, start) {
  const before = text[start - 1];
  return isAlphanumeric(before) || before === "_" || (before === "-" && isAlphanumeric(text.at(start - 2)));
}

// Whether only `, ` or ` and ` stands between two citations.
const isJoined = (text, end, start) => end > 0 && patterns.LIST_SEPARATOR.fullMatch(text, end, start) !== null;

// The citations; `subsection (c) of ` before the first one belongs to it.
function* withPartsBefore(text, citations, after) {
  let { start, end, target } = citations[0];
  let match;
  while ((match = patterns.PARTS_BEFORE.search(text, Math.max(after, start - LOOK_BEHIND), start))) {
    const whole = target;
    start = match.start;
    target = withParts(whole, match.groups.parts);
    let endOfPart = match.span("first")[1];
    for (const part of patterns.EACH_NAMED.all(text, ...match.span("others"))) {
      yield { start, end: endOfPart, target };
      start = part.start;
      endOfPart = part.end;
      target = withParts(whole, part.text);
    }
  }
  yield { start, end, target };
  yield* citations.slice(1);
}

// `Section 34.1 of Chapter 2A`; each section of a list has its own place.
function sectionsOfChapter(kind, match, start) {
  const sections = [...patterns.SECTION.all(match.groups.sections)];
  const [offset] = match.span("sections");
  return sections.map(({ start: from, end, groups }, at) => ({
    start: at === 0 ? start : offset + from,
    end: sections.length === 1 ? match.end : offset + end,
    target: withParts(sectionOfChapter(kind, groups.number, match.groups.chapter), groups.parts),
  }));
}

// `Chapter 2A, Section 34.1`, or a list of sections after the chapter.
function sectionsAfterChapter(kind, text, start, numberStart) {
  const chapter = styles()[kind].chapterBefore?.search(text, Math.max(start - LOOK_BEHIND, 0), start);
  const sections = chapter ? patterns.SECTIONS.match(text, numberStart) : null;
  if (!sections) return [];
  const number = chapter.groups.lettered ?? chapter.groups.plain;
  return [...patterns.SECTION.all(text, sections.start, sections.end)].map(({ start: from, end, groups }) => ({
    start: from === numberStart ? chapter.start : from,
    end,
    target: withParts(sectionOfChapter(kind, groups.number, number), groups.parts),
  }));
}

// `2A-34.1(l)` before ` of the General Statutes`.
function sectionsBefore(text, { start, meaning }, after) {
  if (!isCode(meaning.kind) || meaning.isCommon) return [];
  const match = patterns.NUMBERS_BEFORE.search(text, Math.max(after, start - LOOK_BEHIND), start);
  return match ? [...new ListReader(text, meaning.kind, "", true).read(match.start, match.start)] : [];
}

// The text with citations masked, at the same offsets.
function masked(citations, text) {
  let [done, result] = [0, ""];
  for (const { start, end } of citations) {
    if (start < done) continue;
    result += text.slice(done, start) + MASK.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}
