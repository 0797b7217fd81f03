// The page of an opinion: citations of the chosen paragraph, copying, the way from and to the search.
import { unbroken } from "./unbroken.js";

const citations = document.querySelectorAll("[data-citation]");
const citeSection = document.querySelector(".cite");
const statuses = JSON.parse(citeSection.dataset.paragraphStatuses ?? "{}");
const statusMessage = document.getElementById("status-message");
const backLink = document.getElementById("back-to-results");

// The published address, or that of a page which a server shows; what only this computer has is no address to cite.
function addressOfPage() {
  const published = document.querySelector('link[rel="cite-as"]')?.href;
  const isLocal = location.protocol === "file:" || /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(location.hostname);
  return published ?? (isLocal ? "" : location.href.split(/[?#]/)[0]);
}

function citationText(citation, paragraph) {
  const page = addressOfPage();
  const address = page && `, ${page}${paragraph ? `#p${paragraph}` : ""}`;
  const { citation: whole, paragraphCitation } = citation.dataset;
  const corrected = paragraph && document.querySelector(`#p${paragraph} .correction-mark`)?.dataset.mark;
  return (paragraph ? paragraphCitation : whole)
    .replace("{paragraph}", () => paragraph)
    .replace("{corrected}", () => (corrected ? ` (${corrected})` : ""))
    .replace("{status}", () => statuses[paragraph] ?? citeSection.dataset.status)
    .replace(", {address}", () => address);
}

// A citation that breaks within an address, before each of its parts such as `05/`, but not within `¶ 4` or `§ 2A-34.1`.
function breaking(text) {
  return unbroken(text).flatMap((part) => (typeof part === "string" ? breakingAtSlashes(part) : part));
}

function breakingAtSlashes(text) {
  const [first, ...others] = text.split(/(?<=[^\s/:]\/)(?=\w)/);
  return [first, ...others.flatMap((part) => [document.createElement("wbr"), part])];
}

// What to say of a link to a paragraph that does not exist.
function withoutParagraph(number) {
  const count = document.querySelectorAll(".paragraph-number").length;
  const here = `There is no paragraph ${number} here.`;
  return count ? `${here} The text has ${count} paragraph${count === 1 ? "" : "s"}.` : here;
}

function showCitations() {
  const asked = /^#p(\d+)$/.exec(location.hash)?.[1];
  const paragraph = document.getElementById(`p${asked}`) ? asked : undefined;
  for (const citation of citations) citation.replaceChildren(...breaking(citationText(citation, paragraph)));
  if (asked && !paragraph) statusMessage.textContent = withoutParagraph(asked);
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  statusMessage.replaceChildren("Copied: ", ...unbroken(text));
  setTimeout(() => (statusMessage.textContent = ""), 4000);
}

function enableCopying() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy).textContent));
  }
  for (const number of document.querySelectorAll(".paragraph-number")) {
    number.addEventListener("click", () => copy(citationText(citations[0], number.dataset.number)));
  }
}

function lastResults() {
  try {
    return sessionStorage.getItem("results");
  } catch {
    return null; // The browser may forbid storage.
  }
}

function showBackLink() {
  const results = lastResults();
  if (!results?.startsWith(backLink.href)) return;
  backLink.href = results;
  backLink.hidden = false;
}

// Whoever comes from the search sees its words in the paragraph that it led to.
async function markSearchedWords() {
  const search = backLink.href;
  const paragraph = /^#p\d+$/.test(location.hash) && document.querySelector(`#text ${location.hash}`);
  const typed = document.referrer.startsWith(search) && new URL(document.referrer).searchParams.get("q");
  if (!typed || !paragraph) return;
  const [{ parseQuery }, { readThesaurus, withSynonyms }, { markIn, termsOf }, entries] = await Promise.all([
    import("./search/query.js"),
    import("./search/thesaurus.js"),
    import("./search/marks.js"),
    fetch(new URL("index/thesaurus.json", search)).then((response) => response.json()),
  ]);
  markIn(paragraph, termsOf(withSynonyms(parseQuery(typed).groups, readThesaurus(entries))));
}

function enableSharing() {
  const button = document.getElementById("share");
  button.hidden = false;
  button.addEventListener("click", () => navigator.share({ title: document.title, url: location.href }).catch(() => {}));
}

if (navigator.share) enableSharing();
addEventListener("hashchange", showCitations);
markSearchedWords();
showCitations();
showBackLink();
if (navigator.clipboard) enableCopying();
