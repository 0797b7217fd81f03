// What the page can propose from the words of the text, for a person to take or leave.

import { isStopWord, stem, words } from "../theme/js/search/words.js";

const SECTION = /^(?:answers? to )?(?:the )?(?:question|issue|inquiry|answer)s? (?:no\. ?)?(\w+)\b/i;
const COUNTED = { one: 1, i: 1, two: 2, ii: 2, three: 3, iii: 3, four: 4, iv: 4, five: 5, v: 5 };
const ASKED = /^(May|Can|Must|Should|Will|Would) ((?:a|an|the) [\w’'-]+) (.+?)\?*$/;
const TWO_QUESTIONS = /\b(?:and|or),? (?:if so,? )?(?:what|who|when|where|how|why|whether|may|can|must|should|will|would|is|are|does|do)\b/i;
const LONGEST_TITLE = 80; // characters
const [MOST_SENTENCES, LONGEST_SUMMARY] = [3, 500]; // of a summary
const ASKS = /\?|\b(?:ask(?:s|ed)?|inquire[sd]?|wonder(?:s|ed)?|wish(?:es|ed)? to know)\b[^.]*\b(?:whether|if|what|who|how|when)\b/i;
const VERB = /\b(?:may|can|must|should|will|would)\b/i;
const OPENING = /^((?:[^\s.;:]+ ){0,5}?)(yes\b|no\b|may\b|can(?=(?:not)?\b)|must\b|should\b|shall\b|will\b|would\b|need not\b)/i;
const INDIRECT = /\b(?:that|if|whether|when|where|unless|although|because)\b/i;
const ABOVE_ANSWERS = /^(?:the )?(?:(?:advisory|ethics|formal|committee['’]?s|commission['’]?s|board['’]?s|short) )*(?:answers?|opinion|advice|analysis|discussion|response|conclusions?|decision|ruling)\b[^0-9]*$/i;
const KINDS = { docx: "Word document", doc: "Word document", odt: "text document", rtf: "text document", pdf: "PDF", txt: "plain text", htm: "web page", html: "web page", eml: "e-mail" };
const FILE_NAME = /^.*\.(\w+)(, .+)?$/;

const telling = (text) => new Set(words(text).filter((word) => !isStopWord(word)).map(stem));

// The paragraph that answers a question, if there is a sign of that: the words with which it opens,
// or words of the question below a heading such as “Answer”. `place` is the place of the question among
// `count`, and `others` are the paragraphs of other questions and answers.
export function paragraphThatAnswers(question, { place, count }, paragraphs, others) {
  const open = paragraphs.filter(({ number, words: said }) => !others.asked.includes(number) && !ASKS.test(said));
  const ofSection = open.filter(({ section }) => section === place + 1);
  const lastAsked = Math.max(0, ...others.asked.map(Number));
  const below = open.filter(({ number, isInAnswer }) => isInAnswer || Number(number) > lastAsked);
  const inOrder = below.filter(({ words: said }) => openingOf(said));
  const isFree = ({ number }) => !others.answered.includes(number);
  if (!ofSection.length && count > 1 && inOrder.length === count) return [inOrder[place]].find(isFree);
  return bestOf(question, (ofSection.length ? ofSection : below).filter(isFree));
}

// The paragraph that opens like an answer to this kind of question, or like any answer, or has its words.
function bestOf(question, candidates) {
  const asked = telling(question);
  const shared = (paragraph) => telling(paragraph.words).intersection(asked).size;
  const [verb = ""] = question.match(VERB) ?? [];
  const kinds = [verb.toLowerCase(), ...(question.startsWith(verb) ? ["yes", "no"] : [])];
  const opening = candidates.filter((paragraph) => openingOf(paragraph.words) && shared(paragraph));
  const inKind = opening.filter((paragraph) => kinds.includes(openingOf(paragraph.words)));
  const sharing = candidates.filter((paragraph) => paragraph.isInAnswer && shared(paragraph) > 1 && shared(paragraph) * 2 >= asked.size);
  const found = [inKind, opening, sharing].find((some) => some.length) ?? [];
  return best(asked, found.length > 1 ? found.filter((paragraph) => shared(paragraph) > 1) : found);
}

// Yes, no, or the verb of what someone may or must do, if words open with it.
function openingOf(said) {
  const [, beginning = "", found = ""] = said.match(OPENING) ?? [];
  return INDIRECT.test(beginning) ? "" : found.toLowerCase();
}

// The paragraph that has most of these words; rare words count more.
function best(asked, candidates) {
  const sets = candidates.map((paragraph) => telling(paragraph.words));
  const weight = (word) => 1 / sets.filter((set) => set.has(word)).length;
  const scores = sets.map((set) => [...asked].filter((word) => set.has(word)).reduce((sum, word) => sum + weight(word), 0));
  return candidates[scores.indexOf(Math.max(...scores))];
}

// Whether a heading introduces answers: “Answer”, “Advisory Opinion”.
export const isAboveAnswers = (heading) => ABOVE_ANSWERS.test(heading);

// The number in a heading such as “Question 2”; the paragraphs below it are its section.
export function sectionOf(heading) {
  const [, number = ""] = heading.match(SECTION) ?? [];
  return Number(number) || COUNTED[number.toLowerCase()];
}

// A short question as the beginning of a title, “Whether a member may …”; empty if it makes none.
export function titleFrom(question) {
  const [, verb, who, rest] = question.match(ASKED) ?? [];
  const title = verb ? `Whether ${who} ${verb.toLowerCase()} ${rest}` : "";
  return title.length > LONGEST_TITLE || TWO_QUESTIONS.test(rest) || /[?.;:]/.test(rest) ? "" : title;
}

// The questions with their answers, as the beginning of a summary; or else the first sentence of each
// answer, and nothing if that is too long.
export function summaryFrom(issues, holdings) {
  const answersTo = ({ id }) => holdings.filter(({ answers }) => answers === id).map(({ text }) => text);
  const answered = issues.map((issue) => [issue.question, ...answersTo(issue)]);
  if (!answered.every((parts) => parts.length > 1 && parts.every(Boolean))) return "";
  const firsts = issues.flatMap(answersTo).map(beginningOf);
  const [summary = ""] = [answered.flat(), firsts].map((parts) => parts.join(" ")).filter(isSummary);
  return summary;
}

const isSummary = (words) => words.length <= LONGEST_SUMMARY && sentencesOf(words).filter(saysMore).length <= MOST_SENTENCES;

// “Yes.” or “No.” says nothing without what was asked.
const saysMore = (sentence) => !/^(?:yes|no)\W*$/i.test(sentence);

// The sentences of an answer up to the first one that says more than yes or no.
function beginningOf(answer) {
  const sentences = sentencesOf(answer);
  return sentences.slice(0, sentences.findIndex(saysMore) + 1 || undefined).join(" ");
}

const sentencesOf = (said) => [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(said)].map(({ segment }) => segment.trim());

// A name for readers instead of that of a file; empty if the title is no name of a file.
export function documentName(title, opinion) {
  const [, ending = "", part = ""] = title.match(FILE_NAME) ?? [];
  const kind = KINDS[ending.toLowerCase()];
  return kind ? `${opinion}, ${kind}${part}` : "";
}

// The words of a text that stand for each of these groups; none if one group has none in the text.
export function wordsMeant(groups, text) {
  const said = words(text);
  const stems = said.map(stem);
  const found = groups.map((group) => group.map((term) => wordsAt(said, stems, words(term).map(stem))).find(Boolean));
  return groups.length && found.every(Boolean) ? [...new Set(found)] : [];
}

// The words of a text that are forms of these; undefined if it has none.
function wordsAt(said, stems, term) {
  const start = term.length ? stems.findIndex((_, at) => term.every((word, step) => stems[at + step] === word)) : -1;
  return start < 0 ? undefined : said.slice(start, start + term.length).join(" ");
}
