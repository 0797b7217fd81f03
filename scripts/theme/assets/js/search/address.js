// What was chosen, in the address: results can be bookmarked, sent and returned to.
import { bodyWords, form, narrowForm, sortForm } from "./page.js";

/** The filters in the order in which they are shown; each body has its own kinds of authority. */
export const GROUPS = Object.keys(JSON.parse(bodyWords.filters));
const ORDERS = ["newest", "oldest"];

const yearIn = (text) => (/^\d{4}$/.test(text ?? "") ? Number(text) : undefined);

/**
 * @typedef {object} Choice
 * @property {Map<string, string[]>} filters The chosen values of each group that has any.
 * @property {string} order `newest`, `oldest`, or empty for the best first.
 * @property {number | undefined} from The first year.
 * @property {number | undefined} to The last year.
 */

/** @returns {Choice} */
export function choiceFromAddress() {
  const address = new URLSearchParams(location.search);
  const groups = GROUPS.map((name) => [name, address.getAll(name)]).filter(([, values]) => values.length);
  const order = ORDERS.find((name) => name === address.get("sort")) ?? "";
  const [from, to] = [yearIn(address.get("from")), yearIn(address.get("to"))];
  const isBackwards = from > to;
  return { filters: new Map(groups), order, from: isBackwards ? to : from, to: isBackwards ? from : to };
}

/** @param {Choice} choice */
export const isNarrowed = ({ filters, from, to }) => filters.size > 0 || from !== undefined || to !== undefined;

/** The address of a search for this text, without filters and years. */
export const widerAddress = (text) => `?${new URLSearchParams(text ? { q: text } : {})}`;

/** The next search keeps the filters that are chosen now. */
export function keepChoiceInForm() {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of new URLSearchParams(location.search)) if (name !== "q") formData.append(name, value);
  });
}

/** Show in the forms what is chosen besides the facets. */
export function showChoice({ order, from, to }) {
  sortForm.elements.sort.value = order;
  narrowForm.elements.from.value = from ?? "";
  narrowForm.elements.to.value = to ?? "";
}

/** Put what is chosen in the forms into the address. */
export function writeAddress(text) {
  const address = new URLSearchParams(text ? { q: text } : {});
  for (const box of narrowForm.querySelectorAll("input:checked")) address.append(box.name, box.value);
  const others = { from: narrowForm.elements.from.value, to: narrowForm.elements.to.value, sort: sortForm.elements.sort.value };
  for (const [name, value] of Object.entries(others)) if (value) address.append(name, value);
  history.replaceState({ isOpen: history.state?.isOpen }, "", `?${address}`);
}
