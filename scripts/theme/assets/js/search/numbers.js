// Numbers in words and in digits: whoever types `30` also finds `thirty`.

const SMALL = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen`.split(/\s+/);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const LARGE = [["thousand", 1000], ["hundred", 100]];

/** The words of a number below a million: `two hundred five` for 205. */
function numberWords(number) {
  for (const [name, size] of LARGE) {
    if (number >= size) return [...numberWords(Math.floor(number / size)), name, ...restOf(number % size)];
  }
  return number < SMALL.length ? [SMALL[number]] : [TENS[Math.floor(number / 10) - 2], ...restOf(number % 10)];
}

const restOf = (number) => (number ? numberWords(number) : []);

const inWords = (word) => (/^(?:0|[1-9]\d{0,5})$/.test(word) ? numberWords(Number(word)) : []);

/** @param {string} word */
export const isNumberWord = (word) => SMALL.includes(word) || TENS.includes(word) || LARGE.some(([name]) => name === word);

function valueOf(all) {
  for (const [name, size] of LARGE) {
    const at = all.indexOf(name);
    if (at >= 0) return (at ? valueOf(all.slice(0, at)) : 1) * size + (at + 1 < all.length ? valueOf(all.slice(at + 1)) : 0);
  }
  const [first, ...others] = all;
  const ten = TENS.indexOf(first);
  return ten < 0 ? SMALL.indexOf(first) : (ten + 2) * 10 + (others.length ? valueOf(others) : 0);
}

function inDigits(all) {
  const value = all.length && all.every(isNumberWord) ? valueOf(all) : -1;
  return value >= 0 && inWords(String(value)).length === all.length ? [String(value)] : [];
}

/**
 * Whether these words are one number, such as `two hundred`.
 * @param {string[]} all
 */
export const isOneNumber = (all) => inDigits(all).length > 0;

/** What may follow a number and a hyphen, as in `30-day`, but not in `3(a)` or `48-9`. */
const BEHIND_NUMBER = /^\p{L}{3,}$/u;

/**
 * The other way to write a number: `thirty` for `30`, and `200` for `two hundred`; nothing for other words.
 * @param {string[]} all
 * @returns {string[]}
 */
export function otherSpelling(all) {
  const spelledOut = inWords(all[0] ?? "");
  const end = spelledOut.length ? 1 : all.findLastIndex(isNumberWord) + 1;
  const other = spelledOut.length ? spelledOut : inDigits(all.slice(0, end));
  const others = all.slice(end);
  return other.length && others.every((word) => BEHIND_NUMBER.test(word)) ? [...other, ...others] : [];
}
