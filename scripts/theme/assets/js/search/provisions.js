// What was typed, if it is a citation of an authority.

const LONGEST_CITATION = 80;
// The word `I` is a number only at the end or before a sign.
const HAS_NUMBER = /\d|\b(?:i(?=\W*$|\s*[.(])|[ivx]{2,}|[vx])\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;
/** A number alone, such as `48-9`, may be that of an opinion too. */
const NAMES_A_KIND = /§|\p{L}{2,}/u;
/** Words before a number for which a body may print others. */
const ABBREVIATIONS = ["section", "sec", "std", "stat"];

const NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ROMAN_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii".split(" ");
// One numeral alone, such as `I` or `V`, is no number, nor is a number word.
const SPELLED_NUMBER = new RegExp(`(?:(?<=^\\p{L}+\\.?\\s+)(?:${NUMBER_WORDS.join("|")}|[ivx]+)|^[ivx]{2,})(?!\\p{L})`, "iu");

/** A part after its number without parentheses, as in `rule 5 c`; a letter between words may be one of them, such as `a`. */
const SPACED_PART = /(\d)\s+([a-z])$/i;

/** What all spellings of a label have in common, such as `canon3c` for `Canon III(c)`: most citations need no grammar then. */
const normalized = (text) => text.trim().replace(SPELLED_NUMBER, inDigits).toLowerCase().replace(/[^a-z0-9]/g, "");

function inDigits(number) {
  const lower = number.toLowerCase();
  const at = Math.max(NUMBER_WORDS.indexOf(lower), ROMAN_NUMERALS.indexOf(lower));
  return at < 0 ? number : String(at + 1);
}

/** The name of a set of rules in the label of one of them, such as `Harbor Court` in `Harbor Court Rule 5(b)`. */
const IN_SET = /^(?<name>\p{L}[\p{L} ]*) (?<kind>\p{L}+) \d/u;

/** What stands before the citation in `every opinion that cites Canon 3(a)`. */
const CITING = /^(?:.*\s)?(?:cites?|citing)\s+/is;

/**
 * The text without words such as `opinions that cite` before a citation.
 * @param {string} text
 */
export const whatIsCited = (text) => text.replace(CITING, "");

/**
 * @typedef {object} Named
 * @property {{label: string, url: string, urls?: string[]}[]} provisions Each with those in it, if it is a whole set of rules.
 * @property {string} rest The words beside them.
 * @property {{label: string, newNumber: string}[]} [uncited] What was typed, if no opinion cites it, and what became of its number.
 */

/**
 * The provisions that the text names, with the URLs of their pages, and the words beside them.
 * @param {string} typed
 * @param {import("./collection.js").Collection} collection
 * @returns {Promise<Named>}
 */
export async function provisionsIn(typed, collection) {
  const text = typed.replace(SPACED_PART, "$1($2)");
  const asked = whatIsCited(text);
  const provisions = await namedProvisions(asked, collection);
  if (provisions.length) return { provisions, rest: "" };
  const among = mayCite(text) ? (await uncitedProvision(asked, collection)) ?? (await citedAmongWords(text, collection)) : setAmongWords(typed, collection);
  return among ?? { provisions: [], rest: typed };
}

/** A set of rules within other words, by its name, such as `harbor court`; a name of one word needs `rule` after it. */
function setAmongWords(text, collection) {
  const sets = setsOf(collection);
  const isNamed = ({ name, kind }) => new RegExp(`\\b${name.includes(" ") ? name : `${name} ${kind}s?`}\\b`, "i").test(text);
  const named = sets.find(isNamed);
  if (!named) return undefined;
  const { name, kind, page } = named;
  const urls = sets.filter((set) => set.page === page).map(({ url }) => url);
  return { provisions: [{ label: `any ${name} ${kind}`, url: page, urls }], rest: text.replace(new RegExp(`\\b(?:${name}|${kind}s?)\\b`, "gi"), "") };
}

/** Each provision of a set of rules, with the name of the set. */
function setsOf({ numbers }) {
  return Object.entries(numbers.provisions).flatMap(([label, [id, url]]) => {
    const { name, kind } = IN_SET.exec(label)?.groups ?? {};
    return name && id.startsWith(`${name} `) ? [{ name, kind, url, page: url.replace(/#.*/, "") }] : [];
  });
}

/**
 * The provisions that the text names if it says nothing else: several for a rule of any set.
 * @param {string} text
 * @param {import("./collection.js").Collection} collection
 * @returns {Promise<{label: string, url: string}[]>}
 */
export async function namedProvisions(text, collection) {
  const cited = Object.entries(collection.numbers.provisions).map(([label, [id, url]]) => ({ label, id, url }));
  const [kind, number] = kindAndNumber(text);
  const ofKind = cited.filter(({ url }) => ABBREVIATIONS.includes(kind) || url.startsWith(kind));
  const isNamed = isSameAs(text);
  const named = cited.find(({ label, id }) => isNamed(label) || isNamed(id)) ?? ofKind.find(({ id }) => isSameAs(number)(id));
  if (named) return [named];
  const isCitation = mayCite(text);
  const found = isCitation ? await foundProvisions(text, collection) : [];
  return found.length || !isCitation || !ofKind.length ? found : foundProvisions(number, collection);
}

const mayCite = (text) => text.length <= LONGEST_CITATION && HAS_NUMBER.test(text);

function isSameAs(typed) {
  const wanted = normalized(typed);
  return (name) => wanted !== "" && wanted === normalized(name);
}

/** `statute` and `48-9` for `statute 48-9`. */
function kindAndNumber(text) {
  const [, kind = "?", number = ""] = /^\s*(\p{L}+)\.?\s+(\S.*)$/u.exec(text) ?? [];
  return [kind.toLowerCase(), number];
}

// The finder of citations is large, and loaded only for what may be one.
async function citations(collection) {
  const [{ citationsOf }, grammar] = await Promise.all([import("../citations.js"), collection.grammar()]);
  return citationsOf(grammar);
}

async function foundProvisions(text, collection) {
  const { parseQuery, label, url } = await citations(collection);
  const found = await citedOf(parseQuery(text), url, collection);
  return found.map((target) => ({ label: label(target), url: url(target) }));
}

/** Those of the targets that are provisions which opinions cite. */
async function citedOf(targets, url, collection) {
  const provisions = targets.filter(({ kind }) => kind !== "opinion");
  const isCited = await Promise.all(provisions.map(async (target) => collection.has(url(target))));
  return provisions.filter((_, at) => isCited[at]);
}

/** A provision that no opinion cites, with the one that contains it if that is cited; undefined for anything else. */
async function uncitedProvision(text, collection) {
  if (!NAMES_A_KIND.test(text)) return undefined;
  const { parseQuery, label, url } = await citations(collection);
  const targets = parseQuery(text);
  if (!targets.length || targets.some(({ kind }) => kind === "opinion")) return undefined;
  const whole = await citedOf(targets.map((target) => ({ ...target, pinpoint: "" })), url, collection);
  const uncited = await Promise.all(targets.map(async (target) => ({ label: label(target), newNumber: await newNumberOf(text, target, collection) })));
  return { provisions: whole.map((target) => ({ label: label(target), url: url(target) })), rest: "", uncited };
}

/** What became of a number that an edition replaced: `8.E became 8(a)(4) on March 1, 2020`; empty for others. */
async function newNumberOf(text, target, collection) {
  const [{ oldNumber }, law] = await Promise.all([citations(collection), collection.law()]);
  const today = new Date().toISOString().slice(0, "2020-03-01".length);
  return law.authorities[target.kind]?.[target.id] ? oldNumber(text, target, law, today) : "";
}

/** A provision within other words, such as `Canon 3(b) fee`. */
async function citedAmongWords(text, collection) {
  const { find, label, url } = await citations(collection);
  const [found] = await citedOf(find(text), url, collection);
  if (!found) return undefined;
  return { provisions: [{ label: label(found), url: url(found) }], rest: text.slice(0, found.start) + text.slice(found.end) };
}
