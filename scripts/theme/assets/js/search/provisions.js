// What was typed, if it is a citation of an authority.

const LONGEST_CITATION = 80;
// The word `I` is a number only at the end or before a sign.
const HAS_NUMBER = /\d|\b(?:i(?=\W*$|\s*[.(])|[ivx]{2,}|[vx])\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;
/** Words before a number for which a body may print others. */
const ABBREVIATIONS = ["section", "sec", "std", "stat"];

const normalized = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const isSame = (typed, name) => normalized(typed) !== "" && normalized(typed) === normalized(name);

/**
 * The provisions that the text names, with the URLs of their pages: several for a rule of any set.
 * @param {string} text
 * @param {import("./collection.js").Collection} collection
 * @returns {Promise<{label: string, url: string}[]>}
 */
export async function namedProvisions(text, collection) {
  const cited = Object.entries(collection.numbers.provisions).map(([label, [id, url]]) => ({ label, id, url }));
  const [kind, number] = kindAndNumber(text);
  const ofKind = cited.filter(({ url }) => ABBREVIATIONS.includes(kind) || url.startsWith(kind));
  const named = cited.find(({ label, id }) => isSame(text, label) || isSame(text, id)) ?? ofKind.find(({ id }) => isSame(number, id));
  if (named) return [named];
  const isCitation = text.length <= LONGEST_CITATION && HAS_NUMBER.test(text);
  const found = isCitation ? await foundProvisions(text, collection) : [];
  return found.length || !isCitation || !ofKind.length ? found : foundProvisions(number, collection);
}

/** `statute` and `48-9` for `statute 48-9`. */
function kindAndNumber(text) {
  const [, kind = "?", number = ""] = /^\s*(\p{L}+)\.?\s+(\S.*)$/u.exec(text) ?? [];
  return [kind.toLowerCase(), number];
}

// The finder of citations is large, and loaded only for what may be one.
async function foundProvisions(text, collection) {
  const [{ citationsOf }, grammar] = await Promise.all([import("../citations.js"), collection.grammar()]);
  const { parseQuery, label, url } = citationsOf(grammar);
  const provisions = parseQuery(text).filter(({ kind }) => kind !== "opinion");
  const isCited = await Promise.all(provisions.map(async (target) => collection.has(url(target))));
  return provisions.filter((_, at) => isCited[at]).map((target) => ({ label: label(target), url: url(target) }));
}
