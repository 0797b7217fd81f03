// The elements of the search page, and how new ones are made.
import { unbroken } from "../unbroken.js";

const byId = (id) => document.getElementById(id);

export const form = document.querySelector("form.search-form");
export const resultList = byId("results");
export const moreButton = byId("more");
export const chosen = byId("chosen");
export const notes = byId("search-notes");
export const noSuchNumber = byId("no-such-number");
export const nothingFound = byId("nothing-found");
export const narrowForm = byId("narrow-form");
export const facets = byId("facets");
export const facetPanel = byId("narrow");
export const showButton = byId("show-results");
export const sortForm = byId("sort-form");
export const count = byId("count");
/** The body's own words for what it publishes, and its filters. */
export const bodyWords = byId("search-layout").dataset;

/** A new element; no line in it ends within the name of an opinion or a provision. */
export function element(name, content = [], properties = {}) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...[content].flat().flatMap((part) => (typeof part === "string" ? unbroken(part) : part)));
  return created;
}

/** `1,312`, without what a browser loads to write numbers: on a slow phone that takes longer than a result. */
export const withCommas = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
