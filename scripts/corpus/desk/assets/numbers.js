// Paragraph numbers, as they are typed: `4, 5`.

export const numbersIn = (typed) => [...new Set(typed.match(/\d+/g) ?? [])].map((number) => `${Number(number)}`);

export const asTyped = (numbers) => (Array.isArray(numbers) ? numbers : []).join(", ");

// The numbers with this one added, or without it if it was there.
export function toggled(numbers, number) {
  const others = numbers.filter((other) => other !== number);
  const all = others.length === numbers.length ? [...numbers, number] : others;
  return all.sort((first, second) => first - second);
}
