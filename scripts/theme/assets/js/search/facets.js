// The facets that narrow a search. What is chosen is in the address, so that results can be
// bookmarked, sent and returned to.
import { element, facetForm } from "./page.js";

const GROUPS = ["Status", "Topic", "Standard", "Statute", "Rule", "Program", "Year", "Text"];
const MOST_VALUES = 40;

// The chosen values as filters for Pagefind.
export function filtersFromAddress() {
  const address = new URLSearchParams(location.search);
  const groups = GROUPS.map((name) => [name, address.getAll(name)]).filter(([, values]) => values.length);
  return Object.fromEntries(groups.map(([name, values]) => [name, { any: values }]));
}

export function writeAddress(text) {
  const address = new URLSearchParams(text ? { q: text } : {});
  for (const box of facetForm.querySelectorAll("input:checked")) address.append(box.name, box.value);
  history.replaceState(null, "", `?${address}`);
}

function facetGroup(name, counts, chosen) {
  const group = element("fieldset");
  group.append(element("legend", name));
  const byCount = ([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.localeCompare(b);
  for (const [value, count] of Object.entries(counts).sort(byCount).slice(0, MOST_VALUES)) {
    const checked = chosen.includes(value);
    if (!count && !checked) continue;
    const label = element("label");
    label.append(element("input", "", { type: "checkbox", name, value, checked }), ` ${value} `, element("span", `(${count})`));
    group.append(label);
  }
  return group;
}

export function showFacets(counts, filters) {
  const groups = GROUPS.map((name) => facetGroup(name, counts[name] ?? {}, filters[name]?.any ?? []));
  const focused = document.activeElement?.closest?.("#facets") ? document.activeElement : null;
  facetForm.replaceChildren(...groups.filter((group) => group.children.length > 1));
  if (!focused) return;
  const boxes = [...facetForm.querySelectorAll("input")];
  boxes.find((box) => box.name === focused.name && box.value === focused.value)?.focus();
}
