// How opinions and authorities are written for readers, and where their pages are.
import { grammar } from "./grammar.js";

const OPINION_ID = /^(?:(?<series>[a-z][a-z0-9]*)\/)?(?:(?<year>\d{4})\/)?(?<number>\d+)(?<letter>[a-z]?)$/;

// `Standard 3(c)`, `MSC Rule 4(f)`, `Advisory Opinion 05 (2003)`.
export function label({ kind, id, pinpoint }) {
  if (kind !== "opinion") return grammar.names[kind].replace("{id}", id) + (kind === "rule" && pinpoint ? " " : "") + pinpoint;
  const { series = "", year = "", number, letter } = OPINION_ID.exec(id).groups;
  const fields = { number: String(Number(number)), year, yy: year.slice(-2), letter: letter.toUpperCase() };
  return grammar.names.opinion[series].replace(/{(\w+)(?::0(\d))?}/g, (_, field, digits) => fields[field].padStart(digits ?? 0, "0"));
}

// `standards/3/#c`, `rules/msc/#4-f`, `opinions/2003/05/`.
export function url({ kind, id, pinpoint }) {
  const folder = kind === "rule" ? id.toLowerCase().replaceAll(" ", "-") : id;
  const anchor = (pinpoint.match(/\w+/g) ?? []).join("-");
  return `${kind}s/${folder}/${anchor && `#${anchor}`}`;
}
