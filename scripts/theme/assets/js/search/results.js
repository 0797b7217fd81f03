// The results: a row for each opinion, with its answers and the paragraphs that have the words.
import { worthOfHits, excerptOf } from "./excerpts.js";
import { hits, marked } from "./marks.js";
import { hasPhrase, isChecked } from "./query.js";
import { bodyWords, element, withCommas } from "./page.js";
import { successorsOf } from "./rank.js";
import { stem, words } from "./words.js";

/** How many excerpts are shown: beside an answer that has the words, and without one. */
const [BESIDE_ANSWER, WITHOUT_ANSWER] = [1, 2];
/** How much a phrase or a citation counts for: more than all words. */
const PHRASE = 1000;

/**
 * @typedef {object} Row What is needed to show a match.
 * @property {import("./rank.js").Match} match
 * @property {object} [data] Its opinion.json, if it could be loaded.
 * @property {import("./find.js").Found} found
 * @property {import("./marks.js").Term[]} terms What to mark.
 * @property {import("./collection.js").Collection} collection
 */

const address = (data, paragraph) => `../${data.url}${paragraph ? `#p${paragraph}` : ""}`;

const phrasesOf = ({ groups }) => groups.flatMap(({ alternatives }) => alternatives.filter(({ isPhrase }) => isPhrase));
const countPhrases = (text, phrases) => phrases.filter((phrase) => hasPhrase(text, phrase)).length;

/** Whether a question is asked in a paragraph, and none answered. */
const isAskedIn = ({ issues, holdings }) => {
  const [asking, stating] = [issues, holdings].map((parts) => new Set(parts.flatMap(({ at }) => at)));
  return (number) => asking.has(number) && !stating.has(number);
};

/** The paragraphs that cite what was typed, or have its words, best first, and of equal ones those that ask last; each with its number. */
function foundParagraphs({ data, found, terms }) {
  const isPartOf = (url, whole) => url === whole || url.startsWith(whole.includes("#") ? `${whole}-` : whole);
  const cited = data.cites.filter(({ url }) => found.provisions.some((provision) => isPartOf(url, provision.url)));
  const citing = new Set(cited.flatMap(({ paragraphs }) => paragraphs));
  const phrases = phrasesOf(found);
  const isAsked = isAskedIn(data);
  const worthIn = ({ number, text }) => worthOfHits(text, terms) + PHRASE * (Number(citing.has(number)) + countPhrases(text, phrases));
  const valued = data.paragraphs.map((paragraph) => ({ paragraph, worth: worthIn(paragraph), asks: Number(isAsked(paragraph.number)) }));
  return valued.filter(({ worth }) => worth).sort((a, b) => b.worth - a.worth || a.asks - b.asks).map(({ paragraph }) => paragraph);
}

/** The questions that were found, each with its answers: those with the words, then others, best first; the first question if none was found. */
function answeredQuestions({ match, data, found, terms, collection }) {
  const [first] = collection.questionsOf(match.opinion);
  const places = match.questions.length ? match.questions.map((question) => question - first) : [0];
  const issues = places.map((place) => data.issues[place]).filter(Boolean);
  const questions = issues.map((issue) => ({ issue, answers: data.holdings.filter(({ answers }) => answers === issue.id) }));
  const hasWords = (question) => found.provisions.length || worthOfHits(wordsOf(question), terms);
  return { matched: questions.filter(hasWords), others: questions.filter((question) => !hasWords(question)) };
}

const wordsOf = ({ issue, answers }) => [issue.question, ...answers.map(({ text }) => text)].join(" ");

/** The paragraph to open: of the first answer that is shown, or where a phrase or a citation is; never one that only asks. */
function target({ matched, others }, paragraphs, { data, found }) {
  const [first] = [...matched, ...others];
  const stating = first?.answers.flatMap(({ at }) => at) ?? [];
  const isAsked = isAskedIn(data);
  const having = paragraphs.map(({ number }) => number).filter((number) => !isAsked(number));
  const isExact = found.provisions.length || phrasesOf(found).length;
  const best = isExact ? having[0] : having.find((number) => stating.includes(number));
  return best ?? stating[0] ?? having[0];
}

const isChanged = ({ status }) => ["modified", "superseded", "withdrawn"].includes(status);
const isEnded = ({ status }) => ["superseded", "withdrawn"].includes(status);
/** The class of the mark of each status that a change of the law gave, or perhaps gave. */
const LAW_MARKS = { law_changed_since: "law-changed", law_renumbered_since: "law-renumbered", law_may_have_changed_since: "law-changed" };
const isMarked = (shown) => isChanged(shown) || shown.status in LAW_MARKS;
const cssClass = ({ status }) => LAW_MARKS[status] ?? status;

/** The words of a mark, in which the name of each opinion with an address leads there. */
function linked(words, addresses) {
  const places = addresses.map(([name, href]) => ({ name, href, at: words.indexOf(name) })).filter(({ at }) => at >= 0);
  const [first] = places.sort((a, b) => a.at - b.at || b.name.length - a.name.length);
  if (!first) return [words];
  const link = element("a", first.name, { href: first.href });
  return [words.slice(0, first.at), link, ...linked(words.slice(first.at + first.name.length), addresses)];
}

/** The label of a status; each opinion in it that changed this one is a link. */
function statusMark(className, label, data, collection) {
  const addresses = data.changes.map(({ opinion, at = [] }) => [collection.nameOf(opinion), `../opinions/${opinion}/${at.length ? `#p${at[0]}` : ""}`]);
  return element("span", linked(label, addresses), { className: `status ${className}` });
}

/** A label after `The opinion: `, in which a name such as `Canon 3(c)` keeps its capital. */
const ofOpinion = (label) => `The ${bodyWords.opinion}: ${label.replace(/^(?:Modified|Superseded|Later history)/, (words) => words.toLowerCase())}`;

/** What a row says of the status of the opinion, and of each answer that it shows: what stands only for the opinion says so. As on all pages. */
function marksOf(data, answers) {
  const ownMark = (holding) => (isMarked(holding) ? holding.status_label : "");
  if (answers.some(({ mark }) => mark)) return { whole: ofOpinion(data.status_label), own: ({ mark }) => mark };
  if (answers.every(({ status_label: label }) => label === data.status_label)) return { whole: data.status_label, own: () => "" };
  const [unsaid = [], ...others] = answers.map(({ law_beside: law = [] }) => law);
  const isSaid = answers.some(isMarked) && !unsaid.some((law) => others.every((other) => other.includes(law)));
  return { whole: isSaid ? "" : ofOpinion(data.status_label), own: ownMark };
}

const answersIn = ({ matched, others }) => [...matched, ...others].flatMap(({ answers }) => answers);

/** What is unusual about an opinion: that it or the law was changed, or that its text is not here. */
function exceptionLine({ data, collection, marks: { whole } }) {
  const marks = [];
  if (data.text === "elsewhere") marks.push(element("span", "Full text not available here", { className: "status not-held" }));
  if (isMarked(data) && whole) marks.push(" ", statusMark(cssClass(data), whole, data, collection));
  return marks.length ? [element("p", marks, { className: "row-note" })] : [];
}

/** The mark of an answer; there is none if that of the opinion says it all. */
function ownStatus(holding, { data, collection, marks: { own } }) {
  const css = isMarked(holding) ? cssClass(holding) : "current";
  return own(holding) ? [" ", statusMark(css, own(holding), data, collection)] : [];
}

/** The opinions that replace it, unless its status names them. */
function successorLine({ match, data, collection }) {
  const [first] = collection.questionsOf(match.opinion);
  const all = match.questions.length ? successorsOf(match, collection) : collection.successorsOf(first);
  const successors = all.filter((opinion) => !data.status_label.includes(collection.nameOf(collection.ids[opinion])));
  return linesTo("See", successors.map((opinion) => collection.ids[opinion]), collection);
}

/** What the later law may be, if an opinion was withdrawn: the opinions that cite it. */
function citingLine({ data, collection }) {
  const citing = data.status === "withdrawn" ? data.cited_by.map(({ opinion }) => opinion) : [];
  return linesTo("Cited by", [...new Set(citing)], collection);
}

/** A line with links to opinions; none without opinions. */
function linesTo(words, ids, collection) {
  const links = ids.flatMap((id, at) => [at ? " and " : `${words} `, element("a", collection.nameOf(id), { href: `../opinions/${id}/` })]);
  return ids.length ? [element("p", links, { className: "row-successor" })] : [];
}

/** The first word of the status of an answer that no longer holds, to stand before it. */
function endedMark(holding) {
  return isEnded(holding) ? [element("span", holding.status_label.split(" ", 1), { className: `status ${holding.status}` }), " "] : [];
}

/** What the opinions that modify an answer say, folded: a reader learns from it which way. */
function changingWords({ id }, { data, collection }) {
  const changes = data.changes.filter(({ holding, words }) => words && [undefined, null, id].includes(holding));
  return changes.map(({ opinion, at: [number], words }) => {
    const name = collection.nameOf(opinion);
    const link = element("a", `¶ ${number}`, { href: `../opinions/${opinion}/#p${number}` });
    const summary = element("summary", ["What ", name, " says"]);
    return element("details", [summary, element("p", [link, " ", words], { className: "row-excerpt" })], { className: "more" });
  });
}

function answerBlock({ issue, answers }, row) {
  const { data, terms } = row;
  const question = element("p", marked(issue.question, terms), { className: "row-question" });
  const blocks = answers.flatMap((holding) => {
    const pinpoints = holding.at.flatMap((number, at) => [at ? ", " : "", element("a", `¶ ${number}`, { href: address(data, number) })]);
    const text = [...endedMark(holding), ...marked(holding.text, terms), " ", element("span", pinpoints, { className: "pinpoints" })];
    const answer = element("p", [...text, ...ownStatus(holding, row)], { className: isEnded(holding) ? "row-answer ended" : "row-answer" });
    return [answer, ...changingWords(holding, row)];
  });
  return element("div", [question, ...blocks], { className: "row-found" });
}

/** That a paragraph is in a dissent or a concurrence, so that nobody takes it for what was decided. */
function separateMark(number, { separate_opinions: parts }) {
  const part = parts.find(({ paragraphs }) => paragraphs.includes(number));
  return part ? [element("span", part.kind[0].toUpperCase() + part.kind.slice(1), { className: "status separate" }), " "] : [];
}

function excerpt({ number, text }, { data, terms }) {
  const { start, end } = excerptOf(text, terms);
  const words = marked(text.slice(start, end), terms);
  const link = element("a", `¶ ${number}`, { href: address(data, number) });
  return element("p", [...separateMark(number, data), link, start ? " …\u00a0" : " ", ...words, end < text.length ? "\u00a0…" : ""], { className: "row-excerpt" });
}

/** The words of a part of the query, as corrected. */
const meantBy = ({ typed, meant }) => meant ?? typed;

function missingLine({ match, data, found }) {
  const words = match.missing.map((group) => found.groups[group]).filter(isChecked).map(meantBy);
  const label = data.text === "elsewhere" ? "Not in its title or topics" : "Missing";
  return words.length ? [element("p", `${label}: ${words.join(", ")}`, { className: "row-missing" })] : [];
}

/** The words of an opinion that stand for a term, as it prints them: together or, if they are not, each where it is first. */
function printedWords(term, { title, summary, issues, holdings, paragraphs }) {
  const texts = [...issues.map(({ question }) => question), ...holdings.map(({ text }) => text), title, summary ?? "", ...paragraphs.map(({ text }) => text)];
  const firstHit = (stems) => texts.flatMap((text) => hits(text, [{ stems, worth: 1 }]).map(({ start, end }) => text.slice(start, end)))[0];
  const stems = term.map(stem);
  const together = firstHit(stems);
  return together ? [together] : stems.flatMap((one) => firstHit([one]) ?? []);
}

/** Which words an opinion has instead of those that were typed. */
function synonymLine({ match, found, data }) {
  const named = match.synonyms.map(({ group, alternative }) => [meantBy(found.groups[group]), found.groups[group].alternatives[alternative]]);
  const isSaidToo = (typed, term) => ` ${words(typed).join(" ")} `.includes(` ${words(term).join(" ")} `);
  const said = named.filter(([typed, { term }]) => term && !isSaidToo(typed, term)).flatMap(([typed, alternative]) => {
    const printed = printedWords(alternative.words, data).map((word) => `“${word}”`);
    return printed.length ? [`${printed.join(" and ")} for “${typed}”`] : [];
  });
  return said.length ? [element("p", `Matched: ${said.join(", ")}`, { className: "row-missing" })] : [];
}

/** The earlier opinions that it modifies. */
function modifiesLine({ data, collection }) {
  const modified = data.opinions.filter(({ effect }) => effect === "modifies").map(({ opinion }) => opinion);
  return linesTo("Modifies", [...new Set(modified)], collection);
}

/** The lines that say for which opinions below it a match is shown. */
function earlierLines({ match, collection }) {
  const { score, replaces = [], follows = [] } = match;
  const lines = [[score ? "Supersedes" : "Shown here because it supersedes", replaces], [score ? "Cites the withdrawn" : "Shown here because it cites the withdrawn", follows]];
  return lines.flatMap(([words, opinions]) => linesTo(words, opinions.map((opinion) => collection.ids[opinion]), collection));
}

/** For an opinion that lacks half of the words only what has the others: a question, or else a paragraph. */
function foundPart({ matched }, paragraphs, row) {
  const asking = matched.find(({ issue }) => worthOfHits(issue.question, row.terms));
  return asking ? [element("p", marked(asking.issue.question, row.terms))] : paragraphs.slice(0, 1).map((paragraph) => excerpt(paragraph, row));
}

/** The answers and the excerpts: first what cites the provision or has the words, and the answer beside them if only the text has them. */
function foundParts({ matched, others }, paragraphs, row) {
  const most = matched.length ? BESIDE_ANSWER : WITHOUT_ANSWER;
  const excerpts = paragraphs.slice(0, most).map((paragraph) => excerpt(paragraph, row));
  const isBeside = excerpts.length && others.length && !matched.length;
  const beside = `${row.match.missing.length ? "Some of these words appear, but only" : "These words appear only"} in the text. The ${bodyWords.opinion}’s answers:`;
  const blocks = (some) => some.map((question) => answerBlock(question, row));
  if (row.found.provisions.length) return [...excerpts, ...blocks(matched), ...blocks(others)];
  if (!isBeside) return [...blocks(matched), ...blocks(others), ...excerpts];
  return [...excerpts, element("p", beside, { className: "row-beside" }), ...blocks(others)];
}

/** The heading above the opinions that have only some of the words. */
export function partHeading(count) {
  const words = `${withCommas(count)} ${count === 1 ? "other has" : "others have"} only some of these words`;
  return element("li", element("h2", words), { className: "results-part" });
}

/** The row of an opinion that could not be loaded. */
function rowWithoutData({ match, collection }) {
  const id = collection.ids[match.opinion];
  const link = element("a", collection.nameOf(id), { href: `../opinions/${id}/` });
  const notes = `This result could not be loaded. Open the ${bodyWords.opinion}, or search again.`;
  return element("li", [element("p", link, { className: "row-title" }), element("p", notes, { className: "row-missing" }), ...earlierLines({ match, collection })]);
}

/**
 * The row of a match.
 * @param {Row} row
 */
export function resultRow(row) {
  const { match, data, collection } = row;
  if (!data) return rowWithoutData(row);
  const paragraphs = foundParagraphs(row);
  const questions = answeredQuestions(row);
  const number = target(questions, paragraphs, row);
  const shown = { ...row, marks: marksOf(data, match.lacksHalf ? [] : answersIn(questions)) };
  const facts = [element("span", collection.nameOf(data.id))];
  if (number) facts.push(element("span", `¶ ${number}`));
  const title = element("a", marked(data.title, row.terms), { href: address(data, number) });
  return element("li", [
    element("p", title, { className: "row-title" }),
    element("p", facts, { className: "row-facts" }),
    ...exceptionLine(shown),
    ...successorLine(row),
    ...citingLine(row),
    ...earlierLines(row),
    ...modifiesLine(row),
    ...synonymLine(row),
    ...(match.lacksHalf ? foundPart : foundParts)(questions, paragraphs, shown),
    ...missingLine(row),
  ]);
}
