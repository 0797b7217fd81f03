// How opinions and authorities are written for readers, and where their pages are.
import { isInSets } from "./authorities.js";
import { Pattern, filled, grammar } from "./grammar.js";

const OPINION_ID = /^(?:(?<series>[a-z][a-z0-9]*)\/)?(?:(?<year>\d{4})\/)?(?<number>\d+)(?<letter>[a-z]?)$/;

// The series, year, number and letter of `2003/05` or `rpc/179a`.
export function opinionParts(id) {
  const { series = "", year = "", number, letter } = OPINION_ID.exec(id).groups;
  return { series, year, number: Number(number), letter: letter.toUpperCase() };
}

// `Canon 3(c)`, `Pier Rule 4(f)`, `Advisory Opinion 05 (2003)`.
export function label({ kind, id, pinpoint }) {
  if (kind !== "opinion") return authorityLabel({ kind, id, pinpoint });
  const { series, year, number, letter } = opinionParts(id);
  const fields = { number: String(number), year, yy: year.slice(-2), letter };
  return grammar.names.opinion[series].replace(/{(\w+)(?::0(\d))?}/g, (_, field, digits) => fields[field].padStart(digits ?? 0, "0"));
}

function authorityLabel({ kind, id, pinpoint }) {
  const { label: printed, number } = grammar.kinds[kind];
  const values = { ...new Pattern(number).fullMatch(id)?.groups, id, part: pinpoint };
  return filled(printed, values).trim();
}

// `canons/3/#c`, `rules/pier/#4-f`, `opinions/2003/05/`.
export function url({ kind, id, pinpoint }) {
  if (kind === "opinion") return `opinions/${id}/`;
  const name = id.replaceAll(/[ :]/g, "-");
  const folder = isInSets(kind) ? name.toLowerCase() : name;
  const anchor = (pinpoint.match(/\w+/g) ?? []).join("-");
  return `${grammar.kinds[kind].plural}/${folder}/${anchor && `#${anchor}`}`;
}
