// What the page can propose from the words of the text, for a person to take or leave.

import { isStopWord, stem, words } from "/theme/js/search/words.js";

const SECTION = /^(?:answers? to )?(?:the )?(?:question|issue|inquiry|answer)s? (?:no\. ?)?(\w+)\b/i;
const COUNTED = { one: 1, i: 1, two: 2, ii: 2, three: 3, iii: 3, four: 4, iv: 4, five: 5, v: 5 };
const ASKED = /^(May|Can|Must|Should|Will|Would) ((?:a|an|the) [\w’'-]+) (.+?)\?*$/;
const KINDS = { docx: "Word document", doc: "Word document", odt: "text document", rtf: "text document", pdf: "PDF", txt: "plain text", htm: "web page", html: "web page", eml: "e-mail" };
const FILE_NAME = /^.*\.(\w+)(, .+)?$/;

const telling = (text) => new Set(words(text).filter((word) => !isStopWord(word)).map(stem));

// The paragraph that most likely answers a question; `place` is its place among the questions, and
// `others` are the paragraphs of other questions and answers.
export function paragraphThatAnswers(question, place, paragraphs, others) {
  const free = paragraphs.filter(({ number }) => !others.asked.includes(number));
  const ofSection = free.filter(({ section }) => section === place + 1);
  const lastAsked = Math.max(0, ...others.asked.map(Number));
  const below = free.filter(({ number }) => Number(number) > lastAsked);
  const candidates = [ofSection, below, free].find((some) => some.length) ?? [];
  const unused = candidates.filter(({ number }) => !others.answered.includes(number));
  return best(telling(question), unused.length ? unused : candidates);
}

// The paragraph that has most of these words; rare words count more, and answers come last.
function best(asked, candidates) {
  const sets = candidates.map((paragraph) => telling(paragraph.words));
  const weight = (word) => 1 / sets.filter((set) => set.has(word)).length;
  const scores = sets.map((set) => [...asked].filter((word) => set.has(word)).reduce((sum, word) => sum + weight(word), 0));
  const highest = Math.max(0, ...scores);
  return highest > 0 ? candidates[scores.lastIndexOf(highest)] : undefined;
}

// The number in a heading such as “Question 2”; the paragraphs below it are its section.
export function sectionOf(heading) {
  const [, number = ""] = heading.match(SECTION) ?? [];
  return Number(number) || COUNTED[number.toLowerCase()];
}

// A question as the beginning of a title: “Whether a member may …”.
export function titleFrom(question) {
  const [, verb, who, rest] = question.match(ASKED) ?? [];
  return verb ? `Whether ${who} ${verb.toLowerCase()} ${rest}` : question.replace(/\?+$/, "");
}

// The questions with their answers, as the beginning of a summary.
export function summaryFrom(issues, holdings) {
  const answered = issues.map(({ id, question }) => [question, ...holdings.filter(({ answers }) => answers === id).map(({ text }) => text)]);
  return answered.every((parts) => parts.length > 1 && parts.every(Boolean)) ? answered.flat().join(" ") : "";
}

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
