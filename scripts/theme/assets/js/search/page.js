// The elements of the search page, and how new ones are made.
export const form = document.querySelector("form.search-form");
export const suggestions = document.getElementById("suggestions");
export const resultList = document.getElementById("results");
export const facetForm = document.getElementById("facets");
export const facetPanel = document.getElementById("narrow");
export const count = document.getElementById("count");

export function element(name, text, properties = {}) {
  const created = Object.assign(document.createElement(name), properties);
  if (text) created.textContent = text;
  return created;
}
