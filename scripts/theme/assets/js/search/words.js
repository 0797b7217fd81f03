// Words as the index of the search has them, and which of them are forms of one word.

// Words that say nothing about what is looked for.
const STOP_WORDS = new Set(
  `a about after all also although am an and any anybody anyone anything are arent as ask asked asks at be
  because been before being both but by can cant cannot come could couldnt d did didnt do does doesnt doing
  dont done during each either else even ever every for from get gets getting give given go goes going got
  had has hasnt have havent having he her here hers him his how however i id if ill im in into is isnt it its
  ive just know let lets like ll make may maybe me might mine must my myself need needs no not now of off ok
  okay on once onto or other our out over own please put say says see shall she should shouldnt since so
  some someone somebody something still such sure t take than that thats the their them then there these
  they theyre thing things this those though through to too under until up upon us use ve very via want
  wants was wasnt we well went were werent what whats whatever when where whether which while who whoever
  whom whose why will with within without wont would wouldnt yes yet you your yours youre`.split(/\s+/),
);

const NUMBERS = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty`.split(/\s+/);

const LEFT_OUT = /['’](?:s(?![\p{L}\p{N}_]))?|,(?<=\d,)(?=\d)|[\u0300-\u036f]/gu;

/**
 * The words of a text: `party` and `1250` for `Party’s $1,250`.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.normalize("NFKD").replace(LEFT_OUT, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @param {string} word */
export const isStopWord = (word) => STOP_WORDS.has(word);

const NEGATIONS = new Set(
  `no not never without arent cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt wasnt werent wont
  wouldnt`.split(/\s+/),
);

/** @param {string} word */
export const isNegation = (word) => NEGATIONS.has(word);

/**
 * The digits of a number in words: `3` for `three`; undefined for any other word.
 * @param {string} word
 */
export function digits(word) {
  const number = NUMBERS.indexOf(word);
  return number < 0 ? undefined : String(number);
}

// Each ending with the letters that must at least stand before it, and what replaces it.
const ENDINGS = [
  [/ification$/, 2, "ify"],
  [/ie[sd]$/, 2, "y"],
  [/(?<=[sxz]|[cs]h)es$/, 3, ""],
  [/(?<![su]|is|i)s$/, 3, ""],
  [/(?:ing|ed|ment)$/, 3, ""],
  [/(?:ation|ator|ate|ness|ity|ial|ion|ive|ure|able|ible|ee|al|ly|er|or)$/, 4, ""],
  [/(?:ance|ence|ant|ent|en)$/, 5, ""],
  [/at$/, 4, ""],
  [/e$/, 3, ""],
];

function withoutEnding(word) {
  for (const [ending, least, replacement] of ENDINGS) {
    const shorter = word.replace(ending, "");
    if (shorter !== word && shorter.length >= least) return shorter + replacement;
  }
  return word;
}

/**
 * What the forms of a word have in common: `disclos` for `disclosure` and `disclosing`.
 * @param {string} word
 */
export function stem(word) {
  if (/\d/.test(word)) return word;
  let stem = word;
  let longer;
  do {
    longer = stem;
    stem = longer.length < 4 ? longer : withoutEnding(longer);
  } while (stem !== longer && !stem.endsWith("ify"));
  return stem.replace(/([^aeiou])\1$/, "$1");
}
