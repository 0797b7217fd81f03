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

/** What all spellings of a label have in common, such as `canon3c` for `Canon III(c)`: most citations need no grammar then. */
const normalized = (text) => text.trim().replace(SPELLED_NUMBER, inDigits).toLowerCase().replace(/[^a-z0-9]/g, "");

function inDigits(number) {
  const lower = number.toLowerCase();
  const at = Math.max(NUMBER_WORDS.indexOf(lower), ROMAN_NUMERALS.indexOf(lower));
  return at < 0 ? number : String(at + 1);
}

/** What stands before the citation in `every opinion that cites Canon 3(a)`. */
const CITING = /^(?:.*\s)?(?:cites?|citing)\s+/is;

/**
 * The text without words such as `opinions that cite` before a citation.
 * @param {string} text
 */
export const whatIsCited = (text) => text.replace(CITING, "");

/**
 * @typedef {object} Named
 * @property {{label: string, url: string}[]} provisions
 * @property {string} rest The words beside them.
 * @property {{label: string, newNumber: string}[]} [uncited] What was typed, if no opinion cites it, and what became of its number.
 */

/**
 * The provisions that the text names, with the URLs of their pages, and the words beside them.
 * @param {string} text
 * @param {import("./collection.js").Collection} collection
 * @returns {Promise<Named>}
 */
export async function provisionsIn(text, collection) {
  const asked = whatIsCited(text);
  const provisions = await namedProvisions(asked, collection);
  if (provisions.length) return { provisions, rest: "" };
  if (!mayCite(text)) return { provisions: [], rest: text };
  return (await uncitedProvision(asked, collection)) ?? citedAmongWords(text, collection);
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
  if (!found) return { provisions: [], rest: text };
  return { provisions: [{ label: label(found), url: url(found) }], rest: text.slice(0, found.start) + text.slice(found.end) };
}
