// What became of a cited opinion, in the words of `cite check`.
import { NO_YEAR } from "../citations/doubts.js";
import { filled, grammar } from "../citations/grammar.js";
import { opinionParts } from "../citations/names.js";
import { inWords, withoutSince } from "./standing-words.js";

const UNCHANGED = ["current", "no_later_change_recorded", "later_opinions_not_checked"];

export const folderOf = (id) => id.split("/").slice(0, -1).join("-") || "all";

// What is known of an opinion: its standing and its day. If its text is here, also its last paragraph, and the
// standings of its answers and of paragraphs with one of their own, and the paragraphs of concurrences and dissents.
export function standingsOf(id, opinions) {
  const name = id.split("/").at(-1).replace(/^0+/, "").toUpperCase();
  return opinions[folderOf(id)]?.[name];
}

export function ofOpinion({ id, paragraph, answer }, opinions, law, written) {
  const found = standingsOf(id, opinions);
  if (id in law.drafts) return { standing: "draft", statement: law.drafts[id] };
  if (!found) return { standing: "unknown", statement: whyUnknown(opinionParts(id), law) };
  const [whole, given, last, own, answers, separate = {}] = found;
  const told = (standing) => withLaterDay(seenFrom(standing, law, written), given, law, written);
  const ofWhole = told(whole);
  if (!answer && !paragraph) return ofWhole;
  const isHere = answer ? answer in answers : paragraph <= last;
  const place = placeName({ paragraph, answer }, law);
  if (!isHere) return withoutPlace(ofWhole, place, law.statements);
  const standing = told((answer ? answers[answer] : own[paragraph]) ?? whole);
  const kind = separate[paragraph];
  return { ...(kind ? inSeparate(standing, place, kind, law.statements) : standing), paragraph, answer };
}

// What is said of an opinion that is not here: its year, if the number has another one.
export function whyUnknown({ series, number, letter }, { runOn, statements }) {
  const hasNumber = ([ofSeries, , ofLetter, runs]) => ofSeries === series && ofLetter === letter && runs.some(([first, last]) => first <= number && number <= last);
  const known = runOn.includes(series) && grammar.opinions.find(hasNumber);
  return known ? filled(statements.OTHER_YEAR, { number: `${number}${letter}`, year: known[1] }) : statements.NO_OPINION;
}

const YEAR = /\s*\((?:19|20)[0-9]{2}\)/y;

// What looks like a citation; a number of no year, or of one to come, is unknown.
export function withYear(text, doubtful, law) {
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

// `¶ 4` or `answer 1`.
export const placeName = ({ paragraph, answer }, { answerWords: [, word] }) => (answer ? `${word} ${answer}` : `¶ ${paragraph}`);

// The standing of an opinion that does not have the cited paragraph or answer.
function withoutPlace(whole, place, statements) {
  const statement = filled(statements.NO_PLACE, { place, statement: whole.statement });
  return marked(whole, statement, filled(statements.NO_PLACE_MARK, { place }), statements);
}

// The standing of a paragraph of a concurrence or a dissent.
function inSeparate(found, place, kind, statements) {
  const statement = filled(statements.IN_SEPARATE, { place, kind, statement: found.statement });
  const shown = marked(found, statement, filled(statements.IN_SEPARATE_MARK, { kind }), statements);
  return UNCHANGED.includes(found.standing) ? { ...shown, standing: "separate_opinion" } : shown;
}

// A standing with a mark for its place, and what happened to the opinion if anything did.
function marked(found, statement, placeMark, { PLACE_AND_MARK }) {
  if (UNCHANGED.includes(found.standing)) return { ...found, statement, mark: placeMark, countedAs: placeMark };
  const { mark = inWords(found.standing), countedAs = mark } = found;
  const [shown, counted] = [mark, countedAs].map((words) => filled(PLACE_AND_MARK, { place: placeMark, mark: words }));
  return { ...found, statement, mark: shown, countedAs: counted };
}

// A standing, with the day of an opinion that came after the day of the text.
function withLaterDay(standing, [firstDay, day], law, written) {
  if (!written || !firstDay || firstDay <= written) return standing;
  return { ...standing, statement: filled(law.statements.GIVEN_LATER, { day, statement: standing.statement }) };
}

// The standing of an opinion, and the same in words, with what came before and after the day of the text.
// What came before an opinion ended is said only if the text may lie between the two.
function seenFrom([standing, changes, corrections = [], beforeEnd = [], caution = ""], law, written) {
  const [[, , , lastDayOfEnd]] = changes;
  const earlier = written && lastDayOfEnd > written ? beforeEnd.filter(([, first]) => first <= written) : [];
  const told = [...changes, ...earlier, ...corrections].map((change) => changeSeenFrom(change, law, written)).join("; ");
  const mark = UNCHANGED.includes(standing) ? changes[0][0] : inWords(standing);
  const seen = markSeenFrom(mark, changes, law, written);
  const counted = caution ? filled(law.statements.MARK_UNCHECKED, { mark: seen, caution }) : seen;
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

function whenSeenFrom([first, lastBegins, last], written) {
  if (first > written) return "SINCE";
  if (last <= written) return "BEFORE";
  return lastBegins > written ? "PARTLY_SINCE" : "BEFORE_OR_SINCE";
}
