// What was typed: an opinion by its number or alias, a provision by its citation.
import { element, suggestions } from "./page.js";

function numbersIn(text, names) {
  let rest = text.toLowerCase().replace(/[‐‑‒–—]/g, "-");
  for (const name of names) rest = rest.replaceAll(name.toLowerCase(), " ");
  rest = rest.replace(/\b(numbers?|nos?\.?|op\.?)(?=\s|\d)/g, " ");
  if (/[^\d\s().,-]/.test(rest)) return [];
  return (rest.match(/\d+/g) ?? []).map(Number);
}

// The opinions, as "2003/05", that the text may mean. `index` is the content of opinions.json.
export function matchingOpinions(text, index) {
  const typed = text.trim().toLowerCase();
  const alias = Object.keys(index.aliases).find((name) => name.toLowerCase() === typed);
  if (alias) return [index.aliases[alias]];
  const numbers = numbersIn(text, index.names);
  if (!numbers.length || numbers.length > 2) return [];
  const forms = numbers.length === 1 ? [["number"]] : index.forms;
  const matches = new Set();
  for (const [year, ranges] of Object.entries(index.years)) {
    for (const [first, last] of ranges) {
      for (const number of numbers.filter((candidate) => first <= candidate && candidate <= last)) {
        const values = { number, year: Number(year), yy: Number(year) % 100 };
        const fits = (fields) =>
          fields.length === numbers.length && fields.every((field, at) => values[field] === numbers[at]);
        if (forms.some(fits)) matches.add(`${year}/${String(number).padStart(2, "0")}`);
      }
    }
  }
  return [...matches];
}

export function suggestOpinions(opinions, index) {
  const list = element("ul");
  for (const opinion of opinions) {
    const [year, number] = opinion.split("/");
    const item = element("li");
    item.append(element("a", `${index.label} ${Number(number)} (${year})`, { href: `../opinions/${opinion}/` }));
    if (index.changed[opinion]) item.append(` (${index.changed[opinion]})`);
    list.append(item);
  }
  suggestions.append(element("p", "Several opinions are written so:"), list);
}

const normalized = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

export function suggestProvision(text, index) {
  const typed = normalized(text);
  if (!typed) return;
  const provision = Object.entries(index.provisions).find(
    ([label, [id]]) => normalized(label) === typed || normalized(id) === typed,
  );
  if (!provision) return;
  const [label, [, url]] = provision;
  const line = element("p", "Every opinion that cites ");
  line.append(element("a", label, { href: `../${url}` }));
  suggestions.append(line);
}

// The words as they are in the index, which has no signs such as $.
export const indexedWords = (text) => text.replace(/\p{S}/gu, " ").trim();
