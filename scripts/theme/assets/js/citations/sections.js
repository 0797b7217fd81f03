// Sections of a code: by their chapter, alone, or before the name of the code.
import { sectionOfChapter, styles, withParts } from "./authorities.js";
import { WHOSE } from "./doubts.js";
import { patterns } from "./grammar.js";
import { ListReader } from "./lists.js";
import { LOOK_BEHIND } from "./others.js";

// `Section 34.1 of Chapter 2A`; each section of a list has its own place.
export function sectionsOfChapter(text, kind, start, numberStart) {
  const match = patterns.SECTIONS_OF_CHAPTER.match(text, numberStart);
  if (!match) return [];
  const sections = [...patterns.SECTION.all(match.groups.sections)];
  const [offset] = match.span("sections");
  return sections.map(({ start: from, end, groups }, at) => ({
    start: at === 0 ? start : offset + from,
    end: sections.length === 1 ? match.end : offset + end,
    target: withParts(sectionOfChapter(kind, groups.number, match.groups.chapter), groups.parts),
  }));
}

// `Chapter 2A, Section 34.1`, or a list of sections after the chapter.
export function sectionsAfterChapter(text, kind, start, numberStart) {
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
export function sectionsBefore(text, kind, start, after) {
  const match = patterns.NUMBERS_BEFORE.search(text, Math.max(after, start - LOOK_BEHIND), start);
  return match ? [...new ListReader(text, kind, "", true).read(match.start, match.start)] : [];
}

// Sections after words such as `under`: `under 2A-34.1(l)`, `G.S. 2A-2, not 2A-34.1`.
export function* sectionsAlone(text, kind, others) {
  const reader = new ListReader(text, kind, "", false);
  let [done, match] = [0, null];
  while ((match = patterns.SECTION_ALONE.search(text, done))) {
    done = match.end;
    const before = text.slice(Math.max(match.start - LOOK_BEHIND, 0), match.start);
    const leads = match.groups.part === undefined ? patterns.LEADS_TO_A_WHOLE_SECTION : patterns.LEADS_TO_A_SECTION;
    if (!leads.search(before) && !patterns.LEADS_TO_A_CONTRAST.search(before)) continue;
    const citations = [...reader.read(match.start, match.start)];
    done = citations.at(-1)?.end ?? done;
    if (!others.isNamedAfter(text, done, true)) yield* citations;
  }
}

// Sections with a part after any other word: `Lock 2A-34.1(l)`, in text without citations.
export function* sectionsInDoubt(text, kind, others) {
  const reader = new ListReader(text, kind, "", false);
  let [done, match] = [0, null];
  while ((match = patterns.SECTION_ALONE.search(text, done))) {
    const citations = match.groups.part === undefined ? [] : [...reader.read(match.start, match.start)];
    done = citations.at(-1)?.end ?? match.end;
    const before = text.slice(Math.max(match.start - LOOK_BEHIND, 0), match.start);
    const isInDoubt = citations.length && patterns.OTHER_WORDS.search(before);
    if (isInDoubt && !others.isNamedAfter(text, done, true)) yield { start: match.start, end: done, doubt: WHOSE };
  }
}
