// What the page says about a search besides its results.
import { isNarrowed, widerAddress } from "./address.js";
import { opinionAddress } from "./copied_citation.js";
import { SHOWN } from "./facets.js";
import { bodyWords, chosen, element, nothingFound, notes, showButton, sortForm, withCommas } from "./page.js";
import { isChecked } from "./query.js";

const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

/** How many opinions were found, how many of them have all that was typed, if any lacks something, and how many the filters leave out if they leave none. */
export function countLine(matches, { whole }, groups, text, found) {
  const all = opinionCount(matches.length);
  if (!matches.length && found.length) return `Nothing found with these filters. Without them: ${opinionCount(found.length)}.`;
  if (!matches.length) return text ? "Nothing found" : all;
  const areSomePartial = groups.length > 1 && matches.some(({ missing }) => missing.length);
  const orSynonyms = matches.some(({ missing, synonyms }) => !missing.length && synonyms.length) ? " or words like them" : "";
  if (!areSomePartial) return all;
  return whole ? `${all}, ${withCommas(whole)} with all of these words${orSynonyms}` : `${all} with only some of these words`;
}

const opinionCount = (count) => `${withCommas(count)} ${count === 1 ? bodyWords.opinion : bodyWords.opinions}`;

/** Say on the button below the filters how many opinions they leave: on a phone the results are out of view. */
export function showButtonFor(matches) {
  showButton.hidden = !matches.length;
  showButton.textContent = `Show ${opinionCount(matches.length)}`;
}

/** Say which opinions a number may mean. */
export function suggestOpinions(opinions, paragraph, collection) {
  suggest(opinions.length > 1 ? `These ${bodyWords.opinions} may be meant:` : `This ${bodyWords.opinion} has the number:`, opinions, paragraph, collection);
}

/** Say which opinions have a number that was typed, but with another year. */
export function suggestOtherYears(opinions, paragraph, collection) {
  if (opinions.length) suggest("This number, with another year:", opinions, paragraph, collection);
}

function suggest(heading, opinions, paragraph, collection) {
  const items = opinions.map((id) => {
    const status = id in collection.numbers.drafts ? "draft for comment" : collection.numbers.changed[id];
    return element("li", [element("a", collection.nameOf(id), { href: opinionAddress(id, paragraph) }), status ? ` (${status})` : ""]);
  });
  document.getElementById("suggestions").replaceChildren(element("p", heading), element("ul", items));
}

/** Say which provision was typed, which words were corrected or are missing, and what the search left out. */
export function showNotes({ provisions, areAllThatCite, uncited = [], saysNothing, corrections, unknown, groups, phraseSearch }, matches) {
  const offers = provisions.map(({ label, url }) => element("p", offer(label, `../${url}`, areAllThatCite)));
  document.getElementById("suggestions").append(...(document.querySelector("#suggestions a") ? [] : offers));
  const lines = [];
  // A number alone may be that of an opinion, which its text need not have.
  const nowhere = matches.length ? unknown : unknown.filter((typed) => !/^\d+$/.test(typed));
  const absent = [...corrections.map(({ typed }) => typed), ...nowhere];
  const replaced = groups.filter((each, group) => !each.meant && isChecked(each) && hasOnlySynonyms(matches, group));
  lines.unshift(...uncited.map(({ label, newNumber }) => `No ${bodyWords.opinion} here cites ${label}.${newNumber && ` ${newNumber[0].toUpperCase()}${newNumber.slice(1)}.`}`));
  if (saysNothing) lines.push("Type at least one word that says what you are looking for. Words such as “may” and “the” say too little.");
  if (absent.length) lines.push(`No ${bodyWords.opinion} here has ${quoted(absent)}.`);
  if (corrections.length) lines.push(`Showing results for ${quoted(corrections.map(({ meant }) => meant))}.`);
  // The rows say which related words they have.
  if (replaced.length && !lines.length) lines.push(`No result has ${replaced.map(asTyped).join(", ")}. Related words were found.`);
  if (phraseSearch?.read < phraseSearch?.all) lines.push(unreadLine(phraseSearch));
  notes.replaceChildren(...(lines.length ? [element("p", lines.join(" "))] : []));
}

/** Where the opinions are that cite something, unless they are the results themselves. */
function offer(label, href, areResults) {
  const [every, name] = [`very ${bodyWords.opinion} that cites `, label];
  return areResults ? [`E${every}`, element("a", name, { href })] : element("a", `See e${every}${name}\u00a0→`, { href });
}

const asTyped = ({ typed, alternatives: [{ spellings }] }) => `${quoted([typed])}${spellings ? " word for word" : ""}`;

/** Whether there are matches for a part of the query, but only for synonyms of it. */
function hasOnlySynonyms(matches, group) {
  const having = matches.filter(({ missing, score }) => score && !missing.includes(group));
  return having.length > 0 && having.every(({ synonyms }) => synonyms.some((synonym) => synonym.group === group));
}

const unreadLine = ({ read, all }) =>
  `${withCommas(all)} ${bodyWords.opinions} have these words. The exact phrase was looked for only in the best ${read}. Add another word to look in fewer.`;

/** Show or hide what helps if nothing was found. */
export function showNothing(isNothing, text, choice) {
  nothingFound.hidden = !isNothing;
  sortForm.hidden = isNothing;
  const wider = nothingFound.querySelector("#wider");
  wider.hidden = !isNarrowed(choice);
  wider.querySelector("a").href = widerAddress(text);
}

/** Show what narrows the results, with a link to all that was found: on a phone the filters are closed. */
export function showChosen(text, choice, found = []) {
  chosen.hidden = !isNarrowed(choice);
  const values = [...choice.filters.values()].flat().map((value) => SHOWN[value] ?? value);
  const words = [...values, ...yearsOf(choice)].join(", ");
  chosen.replaceChildren(`Only: ${words}. `, element("a", found.length ? `Show all ${opinionCount(found.length)}` : "Clear", { href: widerAddress(text) }));
}

function yearsOf({ from, to }) {
  if (from && to) return [from === to ? String(from) : `${from}–${to}`];
  return from ? [`since ${from}`] : to ? [`until ${to}`] : [];
}
