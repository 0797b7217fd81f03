// Numbers that an authority had in earlier editions, such as `8.E`, which became `8(a)(4)`.
import { partsOf } from "../citations/authorities.js";

// How the number in the words of a citation was replaced on or before a day, or may be; empty if the editions do not tell.
export function oldNumber(words, citation, law, written) {
  const editions = law.authorities[citation.kind][citation.id].filter(({ day }) => day <= written);
  return editions.reverse().map((edition) => toldBy(edition, words, citation, law)).find(Boolean) ?? "";
}

function toldBy({ printed, verb, event, oldNumbers = {}, oldName, hasNewNumbers, oldCapital }, words, { kind, id, pinpoint }, law) {
  const numbers = Object.keys(oldNumbers).filter((part) => isWithin(pinpoint, part));
  if (numbers.length) return `${oldNumbers[numbers.sort((a, b) => a.length - b.length).at(-1)]} on ${printed}`;
  if (oldName && plainName(words).includes(oldName)) return `${event[0].toLowerCase()}${event.slice(1)} on ${printed}`;
  if (!hasNewNumbers) return "";
  const numeral = law.roman[kind]?.[id];
  if (numeral && hasNumeral(words, numeral)) return `${numeral} is its number in earlier editions; ${verb} on ${printed}`;
  return oldCapital && /[A-Z]/.test(pinpoint) ? `${verb} on ${printed}, when ${oldCapital}` : "";
}

// Whether a pinpoint is that of a part, or of something within it.
const isWithin = (pinpoint, part) => partsOf({ pinpoint: part }).every((name, at) => name === partsOf({ pinpoint })[at]);

// Words as they are compared: `4hcac10g` for `04 H.C.A.C. 10G`.
const plainName = (words) => words.replace(/\b0+(?=[0-9])/g, "").replace(/[\W_]+/g, "").toLowerCase();

// Whether words have a number as a Roman numeral: `Canon III(C)`.
const hasNumeral = (words, numeral) => new RegExp(`(?<![A-Za-z(])${numeral}(?![IVXLC])`).test(words);
