// Words as the index of the search has them, and which of them are forms of one word.
import { isNumberWord } from "./numbers.js";

// Words that say nothing about what is looked for.
export const STOP_WORDS = new Set(
  `a about above across after all along also although am among amongst an and any anybody anyone anything are arent
  as ask asked asking asks at be because been before behind being below beneath beside besides between beyond both
  but by can cannot cant come comes coming could couldnt d despite did didnt do does doesnt doing done dont during
  each either else even ever every everybody everyone for from gave get gets getting give given gives giving go
  goes going gone gonna got gotta gotten had hadnt has hasnt have havent having he her here hers hes him his how
  however hows i id if im in into is isnt it itll its ive just knew know knowing known knows let lets letting like
  ll make many may maybe me might mine much must mustnt my myself need needs no nobody not now of off ok okay on
  once onto or other our out over own please put puts putting said saw say saying says see seeing seem seemed
  seems seen sees shall she shes should shouldnt since so some somebody someone something still such sure t take
  taken takes taking than that thats the their them then there theres these they theyd theyll theyre theyve thing
  things this those though through to too took toward towards under unless until up upon us use used uses using ve
  very via wanna want wanted wanting wants was wasnt we well went were werent weve what whatever whats when where
  wheres whether which while who whoever whom whos whose why will with within without wont would wouldnt yes yet
  you youd youll your youre yours youve`.split(/\s+/),
);

// Words that say little: a match without them is nearly as good.
const LIGHT_WORDS = new Set(
  `able actually again against ago ahead allow allowed already always another apart appropriate away back bad began
  begin beginning begins best better big bit call called calling calls certain day days different down early end
  enough example explain explained explains extra fair far feel feeling feels felt few find finding finds first
  full general good great guy guys half happen happened happening happens hard hear heard hears help helped
  helping helps hour hours important include instead interested interesting involve involved issue issues keep
  keeping keeps kept kind last late later least left less little long longer look looked looking looks lot main
  makes making man matter mean means meant minute minutes moment month months more most needed needing new next
  nice number old one only open part people per perhaps permitted person possible problem proper properly question
  questions quite rather really right same second serve set several show showed showing shown shows simply single
  situation small somehow sort special start started starting starts strange stuff suddenly talk talked talking
  talks tell telling tells think thinking thinks third thought three time times today together told tomorrow
  tonight tried tries try trying turn two usually wait waited waiting waits way ways week weeks whole woman work
  worked working works wrong year years yesterday`.split(/\s+/),
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
  `no not never without arent cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt wasnt werent wont
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
  `accountable accountant apartment association claimant comment contractor department deposition disputant evening executive executor false follower
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
