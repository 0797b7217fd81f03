// Places that a text names further on: `AO 5 (2003), answer 1 allows it, but answer 2 does not`.
import { POINTS_BACK } from "../citations/doubts.js";
import { patterns } from "../citations/grammar.js";
import { citedText, endOfLead, namedAt, namedBetween, notesBetween, placesIn } from "./cited-paragraphs.js";

const BLANK_LINE = /\n\s*\n/;
const OF_SOMETHING = /\s+of\s+(?!that\b|this\b|the\s+same\b)/y;
// `Compl. ` before a paragraph, which may be that of another document.
const NAME_BEFORE = /\b[A-Z][\w.]*\s+(?:at\s+)?$/;
const LONGEST_NAME = 30;
// How far before a place its opinion stands if it is certain which one is meant.
const LONGEST_STEP = 200;

// The places that a paragraph of a text names after an opinion, besides those right after it: citations of the opinion, each with a place, or with a doubt if it is not certain that this opinion is meant.
// It is certain within its sentence, if the text cites nothing else in between.
export function* laterPlaces(text, { resolved, unresolved }, opinions, law) {
  const spans = [...resolved, ...unresolved].sort((a, b) => a.start - b.start || a.end - b.end);
  const cited = resolved.filter(({ kind }) => kind === "opinion");
  for (const [at, opinion] of cited.entries()) {
    const held = citedText(opinion, opinions);
    if (!held) continue;
    const following = cited[at + 1]?.start ?? text.length;
    const blank = text.slice(opinion.end, following).search(BLANK_LINE);
    const until = blank < 0 ? following : opinion.end + blank;
    const others = spans.filter(({ start }) => opinion.end <= start && start < until);
    yield* placesAfter({ text, opinion, endBefore: cited[at - 1]?.end ?? 0, until, others }, held, law);
  }
}

function* placesAfter(stretch, held, law) {
  const { text, opinion, until } = stretch;
  const first = namedAt(text, opinion, law);
  let since = Math.max(first?.end ?? 0, opinion.end);
  let isCertain = first !== null || isAloneInItsSentence(stretch);
  const notes = [...notesOf(stretch, law)];
  for (const named of namedBetween(text, since, until, law)) {
    const [start, end] = [named.index, named.index + named[0].length];
    const isInNote = notes.some((note) => note.start < start && end <= note.end);
    if (isInNote || isOfSomething(stretch, start, end)) continue;
    isCertain = isCertain && goesOn(stretch, since, named);
    const places = placesIn(held, named);
    const place = { ...opinion, start, end, text: named[0] };
    if (isCertain && places.every((each) => isHere(each, held))) yield* places.map((each) => ({ ...place, ...each }));
    else yield { start, end, text: named[0], doubt: POINTS_BACK };
    since = end;
  }
}

// Where the text repeats a status, as after a citation that was copied from this site.
// `as to ¶ 4 by AO 12 (2010)` cites no place, and `Canon 3(c), cited in ¶ 7,` no other one.
function* notesOf({ text, opinion, until, others }, law) {
  for (const note of notesBetween(text, opinion.end, until, law)) {
    const [start, end] = [note.index, note.index + note[0].length];
    if (end === until || others.some((other) => other.end === start)) yield { start, end };
  }
}

const isHere = ({ paragraph, answer }, { lastParagraph, answers }) => (answer ? answers.includes(String(answer)) : paragraph >= 1 && paragraph <= lastParagraph);

// Whether the sentence cites no opinion before.
function isAloneInItsSentence({ text, opinion, endBefore }) {
  if (!endBefore) return true;
  const between = text.slice(Math.max(endBefore - 1, 0), opinion.start + 1);
  return patterns.END_OF_A_SENTENCE.search(between) !== null || BLANK_LINE.test(between);
}

// Whether a place is within or right after another citation, or is `of the complaint`.
function isOfSomething({ text, others }, start, end) {
  OF_SOMETHING.lastIndex = end;
  if (OF_SOMETHING.test(text)) return true;
  return others.some((other) => other.start < end && (start < other.end || endOfLead(text, other.end) === start));
}

// Whether a place surely belongs to the opinion whose last place ends before.
function goesOn({ text, others }, since, named) {
  const start = named.index;
  if (start - since > LONGEST_STEP || patterns.END_OF_A_SENTENCE.search(text, since - 1, start + 1)) return false;
  if (others.some((other) => since <= other.start && other.start < start)) return false;
  if (named.groups.numbers) return true;
  const name = NAME_BEFORE.test(text.slice(Math.max(start - LONGEST_NAME, since), start));
  return !name && patterns.TURNS_TO_A_DOCUMENT.search(patterns.DATE.replace(text.slice(since, start), () => "")) === null;
}
