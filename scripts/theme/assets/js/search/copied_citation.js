// A citation as pages print and copy it, without what surrounds the number of the opinion.

const ADDRESS = /,?\s*https?:\/\/\S+$/;
const PARAGRAPH = /,?\s*(?:\bat\s+)?(?:¶|\bpara(?:graph|\.)?)\s*(\d+)(?!\w)/i;
/** What follows the number and its year in a citation in plain words: the title. */
const TITLE = /(?<=[\d)]),\s.*$/s;
const WORD = /\p{L}{3}/u;

const plainQuotes = (text) => text.replace(/[‘’]/g, "'").toLowerCase();

/** The text after the name of the body, if it begins with it. */
function afterAuthor(text, authors) {
  const author = authors.find((name) => plainQuotes(text).startsWith(plainQuotes(name)));
  return author && text.slice(author.length).replace(/^[\s,]+/, "");
}

/** The text without the status in parentheses at its end, such as `(superseded by AO 12 (2010))`. */
function withoutStatus(text) {
  let depth = 0;
  for (let at = text.length - 1; at > 0 && text.endsWith(")"); at--) {
    depth += Number(text[at] === ")") - Number(text[at] === "(");
    if (!depth) return WORD.test(text.slice(at)) ? text.slice(0, at).trim() : text;
  }
  return text;
}

/** The text without all that can follow a citation. */
function withoutEnd(text) {
  const shorter = withoutStatus(text.trim()).replace(ADDRESS, "");
  return shorter === text ? text : withoutEnd(shorter);
}

/**
 * What names the opinion in a citation such as `Harbor Bd., Advisory Op. 5, ¶ 4 (2003), https://… (withdrawn)`.
 * @param {string} text
 * @param {string[]} authors The names of the body.
 * @returns {{number: string, paragraph: string}} `Advisory Op. 5 (2003)` and `4`; no paragraph if there is none.
 */
export function citedPlace(text, authors = []) {
  const rest = afterAuthor(text, authors);
  const core = withoutEnd(rest ?? text);
  const paragraph = PARAGRAPH.exec(core)?.[1] ?? "";
  const number = core.replace(PARAGRAPH, "");
  return { number: rest === undefined ? number : number.replace(TITLE, ""), paragraph };
}

/** The address of an opinion, or of one of its paragraphs, from a page such as the search. */
export const opinionAddress = (id, paragraph) => `../opinions/${id}/${paragraph ? `#p${paragraph}` : ""}`;
