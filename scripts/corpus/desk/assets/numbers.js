// Paragraph numbers, as they are typed: `4, 5` or `4-6`.

const LONGEST = 500; // of a range; a longer one is a slip

// Every number, also within a range. What is neither stays as it is typed, and the desk says so.
export function numbersIn(typed) {
  const joined = typed.replace(/\s*(?:[-\u2010-\u2014]|\b(?:to|through)\b)\s*/gi, "-");
  const parts = joined.split(/[\s,;&]+|\band\b/i).filter(Boolean);
  return [...new Set(parts.flatMap(numbersOf))];
}

function numbersOf(part) {
  const [, first, last = first] = part.match(/^(\d+)(?:-(\d+))?$/) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (!(count >= 1 && count <= LONGEST)) return [part];
  return Array.from({ length: count }, (_, step) => `${Number(first) + step}`);
}

export const asTyped = (numbers) => (Array.isArray(numbers) ? numbers : []).join(", ");

// The numbers with this one added, or without it if it was there.
export function toggled(numbers, number) {
  const others = numbers.filter((other) => other !== number);
  const all = others.length === numbers.length ? [...numbers, number] : others;
  return all.sort((first, second) => first - second);
}
