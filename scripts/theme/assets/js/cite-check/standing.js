// What became of each citation of a text, in the words of `cite check`.
import { citationsOf } from "../citations.js";
import { filled, grammar, patterns } from "../citations/grammar.js";
import { label } from "../citations/names.js";
import { joinsARange } from "../citations/opinion-ranges.js";
import { sectionsBetween } from "../citations/range-members.js";
import { markOfLaw, ofAuthority, withPlace } from "./authority-standing.js";
import { placesOf } from "./cited-paragraphs.js";
import { folderOf, ofOpinion, placeName, whyUnknown, withYear } from "./opinion-standing.js";
import { laterPlaces } from "./later-places.js";
import { inWords } from "./standing-words.js";

const STANDINGS = ["withdrawn", "repealed", "superseded", "modified", "law_changed_since", "law_renumbered_since", "law_may_have_changed_since", "separate_opinion", "modified_elsewhere", "old_number", "compare_the_day", "unknown", "unresolved", "text_not_held", "draft", "no_history_recorded", "later_opinions_not_checked", "no_later_change_recorded", "current"];

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
  const cited = [...resolved, ...parts].flatMap((citation) => placesOf(text, citation, opinions, law).map((place) => ({ ...citation, ...place })));
  const later = [...laterPlaces(text, { resolved, unresolved }, opinions, law)];
  const citations = [...cited, ...others, ...later];
  const standingOf = (citation) => {
    if (citation.unknown) return { standing: "unknown", mark: "unknown", statement: citation.opinion ? whyUnknown(citation.opinion, law) : law.statements[citation.unknown], label: "", url: "" };
    if (citation.doubt) return { standing: "unresolved", mark: "unresolved", statement: law.doubts[citation.doubt], label: "", url: "" };
    const isOpinion = citation.kind === "opinion";
    const found = isOpinion ? ofOpinion(citation, opinions, law, written) : ofAuthority(citation, law, written);
    const [inLabel, inUrl] = namedPlace(found, law);
    const mark = isOpinion ? inWords(found.standing) : markOfLaw(found.standing, law, written);
    return { mark, ...found, label: label(citation) + inLabel, url: found.standing === "unknown" ? "" : url(withPlace(citation, law)) + inUrl };
  };
  const inOrder = [...citations, ...unresolved.map((doubtful) => withYear(text, doubtful, law))].sort((a, b) => a.start - b.start || a.end - b.end);
  const places = [...rangesOf(text, resolved)];
  const standings = [...placed(text, inOrder.map((citation) => inItsRange(citation, places)))].map((citation) => ({ ...citation, ...standingOf(citation) }));
  return standings.map((standing) => ({ ...standing, pieces: [...piecesOf(standing.statement, law)] }));
}

// The sentence that names each citation of another body's document once; empty if the text has none.
export async function notChecked(text) {
  const [grammar, { statements }] = await Promise.all([load("grammar"), load("authorities")]);
  const { ofOthers } = citationsOf(grammar).read(text);
  const words = [...new Set(ofOthers.map((citation) => citation.text.split(/\s+/).filter(Boolean).join(" ")))];
  const statement = words.length === 1 ? statements.OF_OTHER_BODY : statements.OF_OTHER_BODIES;
  return words.length ? filled(statement, { count: words.length, citations: words.join("; ") }) : "";
}

// How the label and the address of an opinion end for a paragraph or an answer.
function namedPlace({ paragraph, answer }, law) {
  if (!paragraph && !answer) return ["", ""];
  return [`, ${placeName({ paragraph, answer }, law)}`, answer ? `#holding-${answer}` : `#p${paragraph}`];
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

// The standings of the opinions of each year or series that is cited, by number.
async function standingsOfFolders(citations, grammar) {
  const cited = new Set(citations.filter(({ kind }) => kind === "opinion").map(({ id }) => folderOf(id)));
  const known = new Set(grammar.opinions.map(([series, year]) => [series, year || ""].filter(Boolean).join("-") || "all"));
  const folders = [...cited].filter((folder) => known.has(folder));
  return Object.fromEntries(await Promise.all(folders.map(async (folder) => [folder, await load(folder)])));
}
