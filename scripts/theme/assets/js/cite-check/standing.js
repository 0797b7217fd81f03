// What became of each citation of a text, in the words of `cite check`.
import { citationsOf } from "../citations.js";
import { partsOf } from "../citations/authorities.js";
import { NO_YEAR } from "../citations/doubts.js";
import { grammar, patterns } from "../citations/grammar.js";
import { label, opinionParts } from "../citations/names.js";
import { joinsARange } from "../citations/opinion-ranges.js";
import { sectionsBetween } from "../citations/range-members.js";

const STANDINGS = ["unresolved", "unknown", "draft", "text_not_held", "withdrawn", "repealed", "superseded", "modified", "law_changed_since", "law_renumbered_since", "law_may_have_changed_since", "compare_the_day", "no_history_recorded", "later_opinions_not_checked", "no_later_change_recorded", "current"];

const files = new Map();

// A file of this page's folder, loaded once; null if there is none.
async function load(name) {
  if (!files.has(name)) {
    const response = await fetch(`../cite-check/${name}.json`);
    if (!response.ok && response.status !== 404) throw new Error("The collection could not be loaded. Try again.");
    files.set(name, response.ok ? await response.json() : null);
  }
  return files.get(name);
}

// Each citation in the order of the text, those of a range with its place: { start, end, words, line, label, url, standing, mark, statement, pieces }.
// `written` is the day of the text, as 2024-05-17, or empty.
export async function checkCitations(text, written) {
  const [grammar, law] = await Promise.all([load("grammar"), load("authorities")]);
  const { read, url } = citationsOf(grammar);
  const { resolved, unresolved, ranges, parts, sections } = read(text);
  const others = [...sections.flatMap((range) => withinSections(range, law)), ...ranges.flatMap(withinRange)];
  const opinions = await standingsOfFolders([...resolved, ...parts, ...others], grammar);
  const cited = [...resolved, ...parts].flatMap((citation) => paragraphsOf(text, citation, opinions, law).map((paragraph) => ({ ...citation, paragraph })));
  const citations = [...cited, ...others];
  const standingOf = (citation) => {
    if (citation.unknown) return { standing: "unknown", mark: "unknown", statement: citation.opinion ? whyUnknown(citation.opinion, law) : law.statements[citation.unknown], label: "", url: "" };
    if (citation.doubt) return { standing: "unresolved", mark: "unresolved", statement: law.doubts[citation.doubt], label: "", url: "" };
    const isOpinion = citation.kind === "opinion";
    const found = isOpinion ? ofOpinion(citation, opinions, law, written) : ofAuthority(citation, law, written);
    const [inLabel, inUrl] = found.paragraph ? [`, ¶ ${found.paragraph}`, `#p${found.paragraph}`] : ["", ""];
    return { mark: inWords(found.standing), countedAs: markOfLaw(found.standing, law, written), ...found, label: label(citation) + inLabel, url: found.standing === "unknown" ? "" : url(withPlace(citation, law)) + inUrl };
  };
  const inOrder = [...citations, ...unresolved.map((doubtful) => withYear(text, doubtful, law))].sort((a, b) => a.start - b.start || a.end - b.end);
  const places = [...rangesOf(text, resolved)];
  const standings = [...placed(text, inOrder.map((citation) => inItsRange(citation, places)))].map((citation) => ({ ...citation, ...standingOf(citation) }));
  return standings.map((standing) => ({ ...standing, pieces: [...piecesOf(standing.statement, law)] }));
}

// A statement in pieces, each { words, url }; those that name what has a page have its address.
function* piecesOf(statement, law) {
  const { read, url } = citationsOf(grammar);
  let last = 0;
  for (const citation of read(statement).resolved) {
    if (citation.start < last || (citation.kind !== "opinion" && !law.authorities[citation.kind]?.[citation.id])) continue;
    yield { words: statement.slice(last, citation.start) };
    yield { words: statement.slice(citation.start, citation.end), url: url(withPlace(citation, law)) };
    last = citation.end;
  }
  yield { words: statement.slice(last) };
}

// Where each range begins and ends; what is between its ends is found at its sign.
function* rangesOf(text, citations) {
  const ends = citations.filter(({ start, end }) => !patterns.RANGE_SIGN.fullMatch(text, start, end));
  for (const [at, last] of ends.entries()) {
    const first = ends[at - 1];
    if (first && first.kind === last.kind && joinsARange(text, first, last)) yield { start: first.start, end: last.end };
  }
}

function inItsRange(citation, ranges) {
  return { ...citation, ...ranges.find(({ start, end }) => start <= citation.start && citation.end <= end) };
}

// The opinions between the ends of a range, and one line if some are not here.
function withinRange({ start, end, between, isWhole }) {
  const opinions = between.map((opinion) => ({ ...opinion, start, end }));
  return isWhole ? opinions : [...opinions, { start, end, unknown: "RANGE_HAS_OTHERS" }];
}

// The sections between the ends of a range that have a page, and one line on the others.
function withinSections(range, law) {
  const { start, end, kind } = range;
  const held = sectionsBetween(range, Object.keys(law.authorities[kind] ?? {}));
  return [...held.map((id) => ({ start, end, kind, id, pinpoint: "" })), { start, end, unknown: "RANGE_OF_SECTIONS" }];
}

// How many citations there are, and how many have each standing: { all: "3 citations", counts: [["superseded", 1], …] }.
export function total(citations) {
  const counts = new Map();
  for (const standing of STANDINGS) {
    for (const { mark, countedAs = mark } of citations.filter((citation) => citation.standing === standing)) counts.set(countedAs, (counts.get(countedAs) ?? 0) + 1);
  }
  return { all: `${citations.length || "No"} citation${citations.length === 1 ? "" : "s"}`, counts: [...counts] };
}

const OTHER_WORDS = { no_later_change_recorded: "no change recorded", compare_the_day: "may have changed or been renumbered since", law_may_have_changed_since: "law may have changed or been renumbered since", law_changed_since: "law changed or renumbered since", law_renumbered_since: "law changed or renumbered since", text_not_held: "full text not available" };

// `no history recorded` for `no_history_recorded`.
const inWords = (standing) => OTHER_WORDS[standing] ?? standing.replaceAll("_", " ");

const UNCHANGED = ["current", "no_later_change_recorded", "later_opinions_not_checked"];

// The citations, which are in order, with their words and their lines.
function* placed(text, citations) {
  let [line, counted] = [1, 0];
  for (const citation of citations) {
    const { start, end } = citation;
    line += text.slice(counted, start).split("\n").length - 1;
    counted = start;
    yield { ...citation, line, words: text.slice(start, end).split(/\s+/).filter(Boolean).join(" ") };
  }
}

const folderOf = (id) => id.split("/").slice(0, -1).join("-") || "all";

// The standings of the opinions of each year or series that is cited, by number.
async function standingsOfFolders(citations, grammar) {
  const cited = new Set(citations.filter(({ kind }) => kind === "opinion").map(({ id }) => folderOf(id)));
  const known = new Set(grammar.opinions.map(([series, year]) => [series, year || ""].filter(Boolean).join("-") || "all"));
  const folders = [...cited].filter((folder) => known.has(folder));
  return Object.fromEntries(await Promise.all(folders.map(async (folder) => [folder, await load(folder)])));
}

const NUMBERS = "[0-9]{1,3}(?:\\s*(?:[-\\u2010-\\u2014]|to|through)\\s*[0-9]{1,3})?";
const AND = "\\s*(?:,\\s*(?:and\\b|&)?|and\\b|&)\\s*";
const PARAGRAPHS = new RegExp(
  ",?\\s*(?:at\\s+)?" +
    `(?:(?:¶¶+|[Pp]aras\\.?|[Pp]aragraphs)\\s*(?<listed>${NUMBERS}(?:${AND}¶*\\s*${NUMBERS})*)` +
    `|(?:¶|[Pp]ara(?:graph|\\.)?)\\s*(?<each>${NUMBERS}(?:${AND}¶\\s*${NUMBERS})*))` +
    "(?!\\w|\\s*[-\\u2010-\\u2014]\\s*[0-9])",
);
const PARAGRAPHS_AFTER = new RegExp(PARAGRAPHS, "y");
const RUN = /([0-9]+)(?:\s*(?:[-\u2010-\u2014]|to|through)\s*([0-9]+))?/g;

// The paragraphs within or after a citation: `5, ¶ 4 (2003)`, `5 (2003), ¶¶ 4-6`; only 0 if it has none, or if the text of the opinion is not here.
// Of a range that goes on after the last paragraph, its end stands for what does not exist.
function paragraphsOf(text, { kind, id, start, end }, opinions, law) {
  const [, , lastHere, , answers] = (kind === "opinion" && standingsOf(id, opinions)) || [];
  if (lastHere === undefined) return [0];
  PARAGRAPHS_AFTER.lastIndex = end;
  const found = PARAGRAPHS.exec(text.slice(start, end)) ?? PARAGRAPHS_AFTER.exec(text);
  return found ? numbersIn(found.groups.listed ?? found.groups.each, lastHere) : statedIn(text, end, answers, law);
}

// The paragraphs that state the answers named after an opinion: `, answer 1`; only 0 if it has none.
function statedIn(text, end, answers, { answerWords }) {
  const pattern = new RegExp(`,?\\s*(?:at\\s+)?(?:${answerWords.map(escaped).join("|")})\\s+(?<numbers>${NUMBERS}(?:${AND}${NUMBERS})*)(?!\\w)`, "iy");
  pattern.lastIndex = end;
  const found = pattern.exec(text);
  const named = found ? numbersIn(found.groups.numbers, Object.keys(answers).length) : [];
  if (!named.length || named.some((answer) => !(answer in answers))) return [0];
  const stated = Object.keys(answers).filter((answer) => named.includes(Number(answer)));
  return [...new Set(stated.flatMap((answer) => answers[answer]))];
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function numbersIn(listed, lastHere) {
  const numbers = new Set();
  for (const run of listed.matchAll(RUN)) {
    const [first, last] = [Number(run[1]), Number(run[2] ?? run[1])];
    numbers.add(first);
    for (let number = first; number <= Math.min(last, lastHere); number += 1) numbers.add(number);
    numbers.add(last);
  }
  return [...numbers];
}

// What is known of an opinion: its standing, when it was given and, if its text is here, its last paragraph, the standings of those of their own and the paragraphs of each answer.
function standingsOf(id, opinions) {
  const name = id.split("/").at(-1).replace(/^0+/, "").toUpperCase();
  return opinions[folderOf(id)]?.[name];
}

const YEAR = /\s*\((?:19|20)[0-9]{2}\)/y;

// What looks like a citation; a number of no year, or of one to come, is unknown.
function withYear(text, doubtful, law) {
  if (doubtful.doubt !== NO_YEAR) return doubtful;
  const number = /[0-9]+$/.exec(text.slice(doubtful.start, doubtful.end));
  YEAR.lastIndex = doubtful.end;
  if (!YEAR.test(text)) return number && !isKnown(Number(number[0]), law) ? { ...doubtful, unknown: "NO_OPINION" } : doubtful;
  const [first, ...others] = Object.keys(grammar.names.opinion);
  const opinion = number && !others.length ? { series: first, number: Number(number[0]), letter: "" } : undefined;
  return { ...doubtful, end: YEAR.lastIndex, unknown: "NO_OPINION", opinion };
}

// Whether any opinion or draft here has this number.
function isKnown(number, { drafts }) {
  const isHeld = grammar.opinions.some(([, , , runs]) => runs.some(([first, last]) => first <= number && number <= last));
  return isHeld || Object.keys(drafts).some((id) => opinionParts(id).number === number);
}

function ofOpinion({ id, paragraph }, opinions, law, written) {
  const found = standingsOf(id, opinions);
  if (id in law.drafts) return { standing: "draft", statement: law.drafts[id] };
  if (!found) return { standing: "unknown", statement: whyUnknown(opinionParts(id), law) };
  const [whole, given, last, own] = found;
  const told = (standing) => withLaterDay(seenFrom(standing, law, written), given, law, written);
  const ofWhole = told(whole);
  if (!paragraph || last === undefined) return ofWhole;
  if (paragraph > last) return withoutParagraph(ofWhole, paragraph, law.statements);
  return { ...told(own[paragraph] ?? whole), paragraph };
}

// What is said of an opinion that is not here: its year, if the number has another one.
function whyUnknown({ series, number, letter }, { runOn, statements }) {
  const hasNumber = ([ofSeries, , ofLetter, runs]) => ofSeries === series && ofLetter === letter && runs.some(([first, last]) => first <= number && number <= last);
  const known = runOn.includes(series) && grammar.opinions.find(hasNumber);
  return known ? filled(statements.OTHER_YEAR, { number: `${number}${letter}`, year: known[1] }) : statements.NO_OPINION;
}

// The standing of an opinion that does not have the cited paragraph.
function withoutParagraph(whole, paragraph, { NO_PARAGRAPH, NO_PARAGRAPH_MARK }) {
  const { mark = inWords(whole.standing), countedAs = mark } = whole;
  const [shown, counted] = [mark, countedAs].map((words) => filled(NO_PARAGRAPH_MARK, { paragraph, mark: words }));
  return { ...whole, mark: shown, countedAs: counted, statement: filled(NO_PARAGRAPH, { paragraph, statement: whole.statement }) };
}

// A standing, with the day of an opinion that came after the day of the text.
function withLaterDay(standing, [day, when], law, written) {
  if (!written || !day || day <= written) return standing;
  return { ...standing, statement: filled(law.statements.GIVEN_LATER, { when, statement: standing.statement }) };
}

const filled = (sentence, values) => sentence.replace(/{(\w+)}/g, (_, name) => values[name]);

// The standing of an opinion, and the same in words, with what came before and after the day of the text.
function seenFrom([standing, changes, corrections = []], law, written) {
  const told = [...changes, ...corrections].map((change) => changeSeenFrom(change, law, written)).join("; ");
  const mark = UNCHANGED.includes(standing) ? changes[0][0] : inWords(standing);
  const counted = markSeenFrom(mark, changes, law, written);
  const countedAs = corrections.length ? filled(law.statements.MARK_CORRECTED, { mark: counted }) : counted;
  return { standing, mark, countedAs, statement: told[0].toUpperCase() + told.slice(1) };
}

function changeSeenFrom([change, ...days], law, written) {
  return written && days.length ? filled(law.statements[whenSeenFrom(days, written)], { change }) : change;
}

// The mark; if the day of a text is given, with whether what happened came before or after that day.
function markSeenFrom(mark, changes, { statements }, written) {
  const days = changes.filter((change) => change.length > 1);
  if (!written || !days.length) return mark;
  const [first, lastBegins, last] = [1, 2, 3].map((at) => days.map((change) => change[at]).sort());
  const seen = whenSeenFrom([first[0], lastBegins.at(-1), last.at(-1)], written);
  return filled(statements[`MARK_${seen}`], { mark: withoutSince(mark) });
}

const withoutSince = (words) => words.replace(/ since$/, "");

// The standing of an authority in a few words: today, or since the day of a text.
function markOfLaw(standing, { statements }, written) {
  const isSince = written && ["law_changed_since", "law_renumbered_since", "no_later_change_recorded"].includes(standing);
  return isSince ? filled(statements.MARK_SINCE, { mark: withoutSince(inWords(standing)) }) : inWords(standing);
}

function whenSeenFrom([first, lastBegins, last], written) {
  if (first > written) return "SINCE";
  if (last <= written) return "BEFORE";
  return lastBegins > written ? "PARTLY_SINCE" : "BEFORE_OR_SINCE";
}

// The standing of an authority, with a word on a part that nothing in the collection names.
function ofAuthority(citation, law, written) {
  const { kind, id, pinpoint } = citation;
  const all = law.authorities[kind]?.[id];
  if (!all) return { standing: "unknown", statement: law.statements.NO_AUTHORITY };
  const found = ofLaw(citation, all, law, written);
  if (!pinpoint || hasPart(law.cited, citation) || hasPart(law.onlyChanged, citation)) return found;
  return { ...found, statement: filled(law.statements.PART_NOT_NAMED, { statement: found.statement }) };
}

const hasPart = (parts, { kind, id, pinpoint }) => parts[kind]?.[id]?.includes(pinpoint);

// What has a page: an opinion, a part of an authority that has its place there, or the authority.
const withPlace = (citation, law) => (citation.kind === "opinion" || hasPart(law.cited, citation) ? citation : { ...citation, pinpoint: "" });

// The verbs of editions after which an authority has words.
const BEGINNINGS = ["added", "adopted"];

function ofLaw(citation, all, law, written) {
  const editions = all.filter(({ pinpoints }) => !pinpoints || pinpoints.some((part) => overlaps(part, citation.pinpoint)));
  const later = written ? editions.filter(({ day, undated }) => day > written || (undated && day === written)) : [];
  if (later.length) {
    const events = later.map((edition) => `${action(edition, citation, law)} (${dayAndNumber(edition)})`).join(", ");
    const standing = later.every(({ verb }) => law.renumbering.includes(verb)) ? "law_renumbered_since" : "law_changed_since";
    return { standing, statement: law.statements.CHANGED.replace("{events}", () => events) };
  }
  if (!editions.length && law.withNote[citation.kind]?.includes(citation.id)) {
    return { standing: "compare_the_day", statement: law.statements.NOTE };
  }
  if (!all.length) return { standing: "no_history_recorded", statement: law.statements.NO_HISTORY };
  if (!editions.length) return { standing: "no_later_change_recorded", statement: law.statements.NO_CHANGE };
  const repeal = repealOf(editions, citation, law);
  const undated = editions.find((edition) => edition.undated);
  const last = repeal ?? undated ?? editions.at(-1);
  const values = { day: last.printed, event: whatHappened(last, citation, law) };
  if (repeal) return { standing: "repealed", statement: filled(law.statements.LAST_CHANGE, values) };
  if (undated) return { standing: "compare_the_day", statement: filled(law.statements.UNDATED, values) };
  if (editions.length === 1 && BEGINNINGS.includes(last.verb) && isOfAllOf(last, citation, law)) {
    return { standing: "no_later_change_recorded", statement: filled(law.statements.NO_CHANGE_SINCE, { ...values, verb: last.verb }) };
  }
  const standing = written && !last.withUnknownEffect ? "no_later_change_recorded" : "compare_the_day";
  return { standing, statement: filled(law.statements.LAST_CHANGE, values) };
}

// Of what an edition did something: the cited pinpoint, or only parts of it, such as a repeal.
function affectedParts({ verb, pinpoints = [] }, { pinpoint }, law) {
  const named = pinpoints.filter((part) => overlaps(part, pinpoint));
  const depth = partsOf({ pinpoint }).length;
  const isOfAll = !named.length || named.some((part) => partsOf({ pinpoint: part }).length <= depth);
  return isOfAll || !law.ofPart.includes(verb) ? [pinpoint] : named;
}

const isOfAllOf = (edition, citation, law) => affectedParts(edition, citation, law)[0] === citation.pinpoint;

// The repeal of all of a provision, if nothing was enacted in its place since.
function repealOf(editions, citation, law) {
  const last = editions.findLast((edition) => [...BEGINNINGS, "repealed"].includes(edition.verb) && isOfAllOf(edition, citation, law));
  return last?.verb === "repealed" ? last : undefined;
}

// The event of an edition; of a repeal, or of a change of parts, also the verb: `repealed (Chapter 12)`.
function whatHappened(edition, citation, law) {
  const { verb, event } = edition;
  const [done, lowered] = [action(edition, citation, law), event.toLowerCase()];
  if ((verb !== "repealed" && done === verb) || lowered === done) return event;
  return lowered === verb ? done : `${done} (${event})`;
}

// `amended`; `Canon 3(c) repealed` if it was only this part of what is cited.
function action(edition, citation, law) {
  if (isOfAllOf(edition, citation, law)) return edition.verb;
  const parts = affectedParts(edition, citation, law).map((pinpoint) => label({ ...citation, pinpoint }));
  return `${parts.join(", ")} ${edition.verb}`;
}

// The day of an edition; with its event if that says which number the authority has now.
const dayAndNumber = ({ verb, printed, event }) => (["recodified", "renumbered"].includes(verb) ? `${printed}: ${event}` : printed);

// Whether two pinpoints are the same, or one is a part of the other.
function overlaps(one, other) {
  const [shorter, longer] = [one, other].map((pinpoint) => partsOf({ pinpoint })).sort((a, b) => a.length - b.length);
  return shorter.every((part, at) => part === longer[at]);
}
