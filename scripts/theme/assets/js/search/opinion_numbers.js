// What was typed, if it is the number or an alias of an opinion.

function numbersIn(text, names) {
  let rest = text.toLowerCase().replace(/[‐‑‒–—]/g, "-");
  for (const name of names) rest = rest.replaceAll(name.toLowerCase(), " ");
  rest = rest.replace(/\b(numbers?|nos?\.?|op\.?)(?=\s|\d)/g, " ");
  if (/[^\d\s().,-]/.test(rest)) return [];
  return (rest.match(/\d+/g) ?? []).map(Number);
}

/** Whether the text seems to be the number of an opinion and nothing else; a year is not one. */
export function isNumber(text, { names }, years) {
  const numbers = numbersIn(text, names);
  const isYear = numbers[0] >= Math.min(...years) && numbers[0] <= Math.max(...years);
  return numbers.length === 2 || (numbers.length === 1 && !isYear);
}

/** The opinions that have one of the numbers. */
function* candidates(numbers, index) {
  for (const [year, ranges] of Object.entries(index.years)) {
    for (const [first, last] of ranges) {
      for (const number of numbers.filter((candidate) => first <= candidate && candidate <= last)) {
        yield { id: `${year}/${String(number).padStart(2, "0")}`, year: Number(year), number };
      }
    }
  }
  for (const [id, year] of index.opinions ?? []) yield { id, year, number: parseInt(id.split("/").at(-1), 10) };
}

/**
 * The opinions, as `2003/05`, that the text may mean.
 * @param {string} text
 * @param {object} index The content of opinions.json.
 * @returns {string[]}
 */
export function matchingOpinions(text, index) {
  const typed = text.trim().toLowerCase();
  const alias = Object.keys(index.aliases).find((name) => name.toLowerCase() === typed);
  if (alias) return [index.aliases[alias]];
  const numbers = numbersIn(text, index.names);
  if (!numbers.length || numbers.length > 2) return [];
  const forms = numbers.length === 1 ? [["number"]] : index.forms;
  const matches = new Set();
  for (const { id, year, number } of candidates(numbers, index)) {
    const values = { number, year, yy: year % 100 };
    const fits = (fields) => fields.length === numbers.length && fields.every((field, at) => values[field] === numbers[at]);
    if (forms.some(fits)) matches.add(id);
  }
  return [...matches];
}
