// The facets that narrow a search: for each value, how many of the opinions found have it.
import { GROUPS } from "./address.js";
import { bodyWords, element, facets } from "./page.js";

/** How many values of a group are shown before the others are unfolded. */
const SHOWN_AT_ONCE = 10;

/** The heading of each filter. */
const TITLES = JSON.parse(bodyWords.filters);

/** The values that read better than their words in the address. */
export const SHOWN = { Held: "Full text here", "Not held": "Full text not available here", "Text not held": "Unknown: full text not available here", Current: bodyWords.inForce, "Law renumbered since": "Law renumbered only" };

/**
 * @typedef {Map<string, Map<string, Set<number>>>} Filters Each group with its values and their opinions.
 * @typedef {import("./address.js").Choice} Choice
 */

/**
 * Whether an opinion is within the chosen years and has a chosen value of every group but `except`.
 * @param {Choice} choice
 * @param {Filters} filters
 * @param {number[]} years The year of each opinion.
 * @param {string} [except]
 */
export function isChosen({ filters: chosen, from = 0, to = Infinity }, filters, years, except) {
  const sets = [...chosen].filter(([name]) => name !== except).map(([name, values]) => {
    return values.map((value) => filters.get(name)?.get(value)).filter(Boolean);
  });
  return (opinion) => from <= years[opinion] && years[opinion] <= to && sets.every((any) => any.some((set) => set.has(opinion)));
}

/**
 * For each group, its values and how many of the opinions have them, given what is chosen in the others.
 * @param {number[]} opinions
 * @param {Choice} choice
 * @param {Filters} filters
 * @param {number[]} years
 * @returns {Map<string, [string, number][]>}
 */
export function facetCounts(opinions, choice, filters, years) {
  return new Map(
    [...filters].map(([name, values]) => {
      const others = opinions.filter(isChosen(choice, filters, years, name));
      return [name, [...values].map(([value, set]) => [value, others.filter((opinion) => set.has(opinion)).length])];
    }),
  );
}

const mostFirst = ([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.localeCompare(b);
const newestFirst = ([a], [b]) => b - a;

function facetGroup(name, counts, chosen, isUnfolded) {
  const shown = counts.toSorted(name === "Year" ? newestFirst : mostFirst).filter(([value, count]) => chosen.includes(value) || count);
  const boxes = shown.map(([value, count]) => {
    const box = element("input", [], { type: "checkbox", name, value, checked: chosen.includes(value) });
    return element("label", [box, ` ${SHOWN[value] ?? value} `, element("span", `(${count})`)]);
  });
  const [first, others] = [boxes.slice(0, SHOWN_AT_ONCE), boxes.slice(SHOWN_AT_ONCE)];
  const open = isUnfolded || others.some((label) => label.querySelector(":checked"));
  const folded = others.length ? [element("details", [element("summary", `Show all ${boxes.length}`), ...others], { className: "more", open })] : [];
  return element("fieldset", [element("legend", TITLES[name]), ...first, ...folded], { name });
}

/** Show the facets; the box that has the focus keeps it, or the first does if that box is gone. */
export function showFacets(counts, { filters }) {
  const focused = facets.contains(document.activeElement) ? document.activeElement : null;
  const unfolded = [...facets.querySelectorAll("fieldset:has([open])")].map(({ name }) => name);
  const groups = GROUPS.map((name) => facetGroup(name, counts.get(name) ?? [], filters.get(name) ?? [], unfolded.includes(name)));
  facets.replaceChildren(...groups.filter((group) => group.children.length > 1));
  if (!focused) return;
  const boxes = [...facets.querySelectorAll("input")];
  const isSame = (box) => box.name === focused.name && box.value === focused.value;
  (boxes.find(isSame) ?? boxes[0])?.focus({ preventScroll: true });
}

/**
 * Say that the filters could not be loaded.
 * @returns {Filters} None.
 */
export function showNoFacets() {
  facets.replaceChildren("The filters could not be loaded. ", element("a", "Try again", { href: location.href }));
  return new Map();
}
