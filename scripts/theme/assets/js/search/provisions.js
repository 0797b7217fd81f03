// What was typed, if it is a citation of an authority.

const MOST_LETTERS = 80;
// The word `I` is a number only at the end or before a sign.
const HAS_NUMBER = /\d|\b(?:i(?=\W*$|\s*[.(])|[ivx]{2,}|[vx])\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;

const normalized = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * The provisions that the text names, with the URLs of their pages: several for a rule of any set.
 * @param {string} text
 * @param {import("./collection.js").Collection} collection
 * @returns {Promise<{label: string, url: string}[]>}
 */
export async function namedProvisions(text, collection) {
  const typed = normalized(text);
  const cited = Object.entries(collection.numbers.provisions);
  const named = cited.find(([label, [id]]) => typed && (normalized(label) === typed || normalized(id) === typed));
  if (named) return [{ label: named[0], url: named[1][1] }];
  return text.length <= MOST_LETTERS && HAS_NUMBER.test(text) ? foundProvisions(text, collection) : [];
}

// The finder of citations is large, and loaded only for what may be one.
async function foundProvisions(text, collection) {
  const [{ citationsOf }, grammar] = await Promise.all([import("../citations.js"), collection.grammar()]);
  const { parseQuery, label, url } = citationsOf(grammar);
  const provisions = parseQuery(text).filter(({ kind }) => kind !== "opinion");
  const isCited = await Promise.all(provisions.map(async (target) => collection.has(url(target))));
  return provisions.filter((_, at) => isCited[at]).map((target) => ({ label: label(target), url: url(target) }));
}
