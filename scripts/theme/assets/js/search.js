// The search page. A number leads to its opinion, a citation to its provision, words to paragraphs.
import { filtersFromAddress, showFacets, writeAddress } from "./search/facets.js";
import { count, facetForm, facetPanel, form } from "./search/page.js";
import { indexedWords, matchingOpinions, suggestOpinions, suggestProvision } from "./search/query.js";
import { EXCERPT_WORDS, showResults } from "./search/results.js";

async function loadPagefind() {
  const pagefind = await import(new URL("../pagefind/pagefind.js", location.href).href);
  await pagefind.options({ excerptLength: EXCERPT_WORDS });
  return pagefind;
}

// The page of an opinion links back to these results.
function rememberResults() {
  try {
    sessionStorage.setItem("results", location.href);
  } catch {
    // The browser may forbid storage: then there is no such link.
  }
}

// The counts of facets are large, and loaded only while their panel is open.
async function search(pagefind, text) {
  const filters = filtersFromAddress();
  rememberResults();
  const allCounts = facetPanel.open ? await pagefind.filters() : null;
  const { results, totalFilters } = await pagefind.search(indexedWords(text) || null, { filters });
  count.textContent = results.length === 1 ? "1 opinion" : `${results.length.toLocaleString("en")} opinions`;
  if (allCounts) showFacets(text ? totalFilters : allCounts, filters);
  await showResults(results);
}

function listenToFacets(pagefind, text) {
  let hasCounts = facetPanel.open;
  facetPanel.addEventListener("toggle", () => {
    if (facetPanel.open && !hasCounts) search(pagefind, text);
    hasCounts ||= facetPanel.open;
  });
  facetForm.addEventListener("change", () => {
    writeAddress(text);
    search(pagefind, text);
  });
}

async function start() {
  const text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  form.elements.q.value = text;
  if (text) {
    const index = await (await fetch("opinions.json")).json();
    const opinions = matchingOpinions(text, index);
    if (opinions.length === 1) return location.replace(`../opinions/${opinions[0]}/`);
    if (opinions.length) suggestOpinions(opinions, index);
    suggestProvision(text, index);
    document.title = `${text} – ${document.title}`;
  }
  const pagefind = await loadPagefind();
  facetPanel.open = "startsOpen" in facetPanel.dataset && matchMedia("(min-width: 56rem)").matches;
  listenToFacets(pagefind, text);
  await search(pagefind, text);
}

count.textContent = "Searching…";
start().catch((error) => {
  count.textContent = "The search could not be loaded. Try again, or look through the questions and topics in the menu.";
  throw error;
});
