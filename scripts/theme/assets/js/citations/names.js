// How opinions and authorities are written for readers, and where their pages are.
import { grammar } from "./grammar.js";

// `Standard 3(c)`, `MSC Rule 4(f)`, `Advisory Opinion 05 (2003)`.
export function label({ kind, id, pinpoint }) {
  if (kind !== "opinion") return grammar.names[kind].replace("{id}", id) + (kind === "rule" && pinpoint ? " " : "") + pinpoint;
  const [year, number] = id.split("/");
  const fields = { number, year, yy: year.slice(-2) };
  return `${grammar.names.opinion.long} ${grammar.names.opinion.number.replace(/{(\w+)}/g, (_, field) => fields[field])}`;
}

// `standards/3/#c`, `rules/msc/#4-f`, `opinions/2003/05/`.
export function url({ kind, id, pinpoint }) {
  const folder = kind === "rule" ? id.toLowerCase().replaceAll(" ", "-") : id;
  const anchor = (pinpoint.match(/\w+/g) ?? []).join("-");
  return `${kind}s/${folder}/${anchor && `#${anchor}`}`;
}
