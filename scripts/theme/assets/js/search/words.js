// Words as the index of the search has them, and which of them are forms of one word.
import { isNumberWord } from "./numbers.js";

// Words that say nothing about what is looked for.
export const STOP_WORDS = new Set(
  `a about above across after all along also although am among amongst an and any anybody anyone anything are
  arent as ask asked asks at be because been before behind being below beneath beside besides between beyond
  both but by can cant cannot come could couldnt d did didnt despite do does doesnt doing dont done during each
  either else even ever every everybody everyone for from gave get gets getting give given go goes going gone got had has hasnt have havent
  having he her here hers him his how however i id if im in into is isnt it its ive just know let lets like ll
  make may maybe me might mine must my myself need needs no nobody not now of off ok okay on once onto or other our out
  over own please put said saw say saying says see seen shall she should shouldnt since so some someone somebody
  something still such sure t take taken than that thats the their them then there these they theyre thing things this
  those though through to too took toward towards under unless until up upon us use ve very via want wanted wants was wasnt
  we well went were werent what whats whatever when where whether which while who whoever whom whose why will
  with within without wont would wouldnt yes yet you your yours youre`.split(/\s+/),
);

// Words that say little: a match without them is nearly as good.
const LIGHT_WORDS = new Set(
  `able actually again against ago ahead allow allowed already always another apart appropriate away back bad
  begin best better big bit call called certain day days different down early end enough example explain extra
  fair far feel few find first full general good great guy guys half happen happened happens hear hard help hour
  hours however important include instead interested interesting involve involved issue issues keep kind know
  last late later least left less little long longer look lot main make makes making man many matter mean might
  minute minutes moment month months more most much need needed needs new next nice number old one only open
  part people per perhaps permitted person possible problem proper properly put question questions quite rather
  really right same second serve set several show showed shown shows simply single situation small somehow sort special start started
  still strange stuff suddenly talk tell thing think third thought three time times today together tomorrow
  tonight try trying turn two usually wait way ways week weeks whole woman work worked working works wrong year
  years yesterday`.split(/\s+/),
);

const LEFT_OUT = /['’](?:(?:s|ll)(?![\p{L}\p{N}_]))?|,(?<=\d,)(?=\d)|[\u0300-\u036f]/gu;

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

/** @param {string} word */
export const isLight = (word) => LIGHT_WORDS.has(word);

const NEGATIONS = new Set(
  `no not never without arent cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt wasnt werent wont
  wouldnt`.split(/\s+/),
);

/** @param {string} word */
export const isNegation = (word) => NEGATIONS.has(word);

// Irregular and short forms of words, each after the form that stands for all.
const IRREGULAR_FORMS = `advertise ad ads|attorney atty attys|beat beaten|begin began begun|break broke broken|bring brought|buy bought|child children|
  choose chose chosen|come came|die dying|drink drank|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|forget forgot
  forgotten|give gave given|hear heard|hide hid hidden|hold held|keep kept|know knew known|lead led|leave left|lend lent|
  lie lying|lose lost|man men|meet met|pay paid payment|phone phones phoned telephone telephones telephoned|
  photo photos photograph photographs photographed|pressure pressured pressuring|run ran|say said|sell sold|send sent|shoot shot|
  sit sat|speak spoke spoken|spend spent|steal stole stolen|sue sued suing|swear swore sworn|take took taken|teach taught|tell told|
  think thought|threat threaten|throw threw thrown|wear wore worn|wife wives|win won|withdraw withdrew withdrawn|withhold withheld|
  woman women|write wrote written`.split("|").map((forms) => forms.trim().split(/\s+/));
const STANDS_FOR = new Map(IRREGULAR_FORMS.flatMap((forms) => forms.map((form) => [form, forms[0]])));

/** Words that mean something else than what is left of them without their ending. */
const WHOLE_WORDS = new Set(
  `accountable accountant apartment association claimant comment department deposition disputant evening executive executor false follower
  formal former general hearing hospitality informal interested interesting mental mention mentor mentoring new news number
  objective objectivity officer participant partial paste positive pressure professor publicity rating records reference
  reporter respondent roommate signal speaker statement teammate worker`.split(/\s+/),
);

// Each ending with the letters that must at least stand before it, and what replaces it.
const ENDINGS = [
  [/ification$/, 2, "ify"],
  [/ie[sd]$/, 2, "y"],
  [/(?<=[sxz]|[cs]h)es$/, 3, ""],
  [/(?<![su]|is|i)s$/, 3, ""],
  [/(?<=[aeiouy].*ee)d$/, 3, ""],
  [/(?<=[aeiouy].*)(?:ing|(?<!e)ed)$/, 3, ""],
  [/(?:ment|ation|ator|ate|ness|ity|ial|ion|ive|ure|able|ible|ee|al|ly|er|or)$/, 4, ""],
  [/(?:ance|ence|ant|ent|en)$/, 5, ""],
  [/(?:at|iv|ur)$/, 4, ""],
  [/e$/, 4, ""],
];

/** What is left of a short word such as `note` when an ending replaced its last letter: `noting`, but not `letting`. */
const LOST_E = /^[^aeiou][aeiou][^aeiouwxy]$/;

function withoutEnding(word) {
  for (const [ending, least, replacement] of ENDINGS) {
    const shorter = word.replace(ending, "");
    if (shorter === word || shorter.length < least) continue;
    return !replacement && LOST_E.test(shorter) && word !== `${shorter}s` ? `${shorter}e` : shorter + replacement;
  }
  return word;
}

const STEMS = new Map();

/**
 * What the forms of a word have in common: `disclos` for `disclosure` and `disclosing`.
 * @param {string} word
 */
export function stem(word) {
  if (!STEMS.has(word)) STEMS.set(word, newStem(word));
  return STEMS.get(word);
}

function newStem(word) {
  if (/\d/.test(word) || isNumberWord(word) || WHOLE_WORDS.has(word)) return word;
  if (word.endsWith("s") && WHOLE_WORDS.has(word.slice(0, -1))) return word.slice(0, -1);
  let stem = STANDS_FOR.get(word) ?? word;
  let longer;
  while (stem !== longer && !stem.endsWith("ify") && !WHOLE_WORDS.has(stem)) {
    longer = stem;
    stem = longer.length < 4 ? longer : withoutEnding(longer);
  }
  return stem.length > 3 ? stem.replace(/([^aeiou])\1$/, "$1") : stem;
}

const IRREGULAR_BY_STEM = new Map(IRREGULAR_FORMS.map((forms) => [stem(forms[0]), forms]));

/**
 * The irregular forms of a word: `pay`, `paid` and `payment` for `paying`; of most words there are none.
 * @param {string} word
 */
export const irregularForms = (word) => IRREGULAR_BY_STEM.get(stem(word)) ?? [];

const singular = (word) => word.replace(/ies$/, "y").replace(/s$/, "");

/**
 * Whether two forms of a word say the same, as `gift` and `gifts`, `child` and `children`; `record` is not `recording`.
 * @param {string} form
 * @param {string} word
 */
export const areAlike = (form, word) => singular(form) === singular(word) || irregularForms(word).includes(form);

// Who and what nearly every matter has: a match for these alone hardly shows what an opinion is about.
const COMMON_STEMS = new Set(
  "attorney client counsel court judge lawyer party session side".split(" ").map(stem),
);

/** @param {string} word */
export const isCommon = (word) => COMMON_STEMS.has(stem(word));
