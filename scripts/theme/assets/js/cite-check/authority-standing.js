// What became of a cited authority, in the words of `cite check`.
import { partsOf } from "../citations/authorities.js";
import { filled } from "../citations/grammar.js";
import { label } from "../citations/names.js";
import { oldNumber } from "./old-numbers.js";
import { inWords, withoutSince } from "./standing-words.js";

// The standings of an authority that may have got another number before the text.
const MAY_BE_OF_OLD_NUMBERS = ["no_later_change_recorded", "compare_the_day"];

// The standing of an authority, with a word on a part that nothing in the collection names.
export function ofAuthority(citation, law, written) {
  const { kind, id, pinpoint } = citation;
  const all = law.authorities[kind]?.[id];
  if (!all) return { standing: "unknown", statement: law.statements.NO_AUTHORITY };
  const found = ofLaw(citation, all, law, written);
  const isOld = written && MAY_BE_OF_OLD_NUMBERS.includes(found.standing);
  const event = isOld ? oldNumber(citation.text ?? "", citation, law, written) : "";
  if (event) return { standing: "old_number", statement: law.statements.OLD_NUMBER.replace("{event}", () => event) };
  if (!pinpoint || hasPart(law.cited, citation) || hasPart(law.onlyChanged, citation)) return found;
  return { ...found, statement: filled(law.statements.PART_NOT_NAMED, { statement: found.statement }) };
}

// The standing of an authority in a few words: today, or since the day of a text.
export function markOfLaw(standing, { statements }, written) {
  const isSince = written && ["law_changed_since", "law_renumbered_since", "no_later_change_recorded"].includes(standing);
  return isSince ? filled(statements.MARK_SINCE, { mark: withoutSince(inWords(standing)) }) : inWords(standing);
}

const hasPart = (parts, { kind, id, pinpoint }) => parts[kind]?.[id]?.includes(pinpoint);

// What has a page: an opinion, a part of an authority that has its place there, or the authority.
export const withPlace = (citation, law) => (citation.kind === "opinion" || hasPart(law.cited, citation) ? citation : { ...citation, pinpoint: "" });

// The verbs of editions after which an authority has words.
const BEGINNINGS = ["added", "adopted"];

function ofLaw(citation, all, law, written) {
  const editions = all.filter(({ pinpoints }) => !pinpoints || pinpoints.some((part) => overlaps(part, citation.pinpoint)));
  const later = written ? editions.filter(({ day, undated }) => day > written || (undated && day === written)) : [];
  if (later.length) {
    const events = later.map((edition) => `${action(edition, citation, law)} (${dayAndNumber(edition)})`).join(", ");
    if (later.every(({ onlyAdopted }) => onlyAdopted)) return { standing: "compare_the_day", statement: law.statements.MAY_HAVE_CHANGED.replace("{events}", () => events) };
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
  const adopted = editions.find((edition) => edition.onlyAdopted);
  const last = repeal ?? undated ?? adopted ?? editions.at(-1);
  const values = { day: last.printed, event: whatHappened(last, citation, law) };
  if (repeal) return { standing: "repealed", statement: filled(law.statements.LAST_CHANGE, values) };
  if (undated) return { standing: "compare_the_day", statement: filled(law.statements.UNDATED, values) };
  if (adopted) return { standing: "compare_the_day", statement: filled(law.statements.ADOPTED, values) };
  if (editions.length === 1 && BEGINNINGS.includes(last.verb) && isOfAllOf(last, citation, law)) {
    return { standing: "no_later_change_recorded", statement: filled(law.statements.NO_CHANGE_SINCE, { ...values, verb: last.verb }) };
  }
  const standing = written ? "no_later_change_recorded" : "compare_the_day";
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

// The repeal of all of a provision, if nothing was enacted in its place since; not one that was only adopted.
function repealOf(editions, citation, law) {
  const isRepeal = ({ verb, onlyAdopted }) => verb === "repealed" && !onlyAdopted;
  const last = editions.findLast((edition) => (BEGINNINGS.includes(edition.verb) || isRepeal(edition)) && isOfAllOf(edition, citation, law));
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
