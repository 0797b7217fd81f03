// What the page says about a search besides its results.
import { opinionAddress } from "./copied_citation.js";
import { bodyWords, element, nothingFound, notes, sortForm, withCommas } from "./page.js";

const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

/** How many opinions were found, and how many of them have all that was typed, if that says more. */
export function countLine(matches, { whole }, groups, text) {
  const all = opinionCount(matches.length);
  if (!matches.length) return text ? "Nothing found" : all;
  const isMixed = groups.length > 1 && 0 < whole && matches.some(({ missing }) => missing.length);
  return isMixed ? `${all}, ${withCommas(whole)} with all of these words` : all;
}

const opinionCount = (count) => `${withCommas(count)} ${count === 1 ? bodyWords.opinion : bodyWords.opinions}`;

/** Say which opinions a number may mean. */
export function suggestOpinions(opinions, paragraph, collection) {
  const items = opinions.map((id) => {
    const status = collection.numbers.changed[id];
    return element("li", [element("a", collection.nameOf(id), { href: opinionAddress(id, paragraph) }), status ? ` (${status})` : ""]);
  });
  document.getElementById("suggestions").replaceChildren(element("p", `More than one ${bodyWords.opinion} has this number:`), element("ul", items));
}

/** Say which provision was typed, which words were corrected or are missing, and what the search left out. */
export function showNotes({ provisions, corrections, unknown, groups, phraseSearch }, matches) {
  const offers = provisions.map(({ label, url }) => element("p", [`Every ${bodyWords.opinion} that cites `, element("a", label, { href: `../${url}` })]));
  document.getElementById("suggestions").append(...(document.querySelector("#suggestions a") ? [] : offers));
  const lines = corrections.map(({ typed, meant }) => `No ${bodyWords.opinion} has “${typed}”. Showing results for “${meant}”.`);
  const isPartial = matches.length && groups.length > 1 && matches.every(({ missing, replaces }) => missing.length || replaces);
  if (unknown.length && matches.length) lines.push(`No ${bodyWords.opinion} has ${quoted(unknown)}.`);
  if (isPartial) lines.push(`No ${bodyWords.opinion} has all of these words. The best partial matches come first.`);
  if (phraseSearch?.read < phraseSearch?.all) lines.push(unreadLine(phraseSearch));
  notes.replaceChildren(...lines.map((line) => element("p", line)));
}

const unreadLine = ({ read, all }) =>
  `${withCommas(all)} ${bodyWords.opinions} have these words. The exact phrase was looked for only in the best ${read}. Add another word to look in fewer.`;

/** Show or hide what helps if nothing was found. */
export function showNothing(isNothing, text, { filters, from, to }) {
  nothingFound.hidden = !isNothing;
  sortForm.hidden = isNothing;
  const wider = nothingFound.querySelector("#wider");
  const isNarrowed = filters.size || from || to;
  wider.hidden = !isNarrowed;
  wider.querySelector("a").href = `?${new URLSearchParams(text ? { q: text } : {})}`;
}
