// Compares the words that the page of an opinion shows with the ledger, in the reader's browser.
import { citationsOf } from "./citations.js";
import { citedPlace } from "./search/copied_citation.js";
import { matchingOpinions } from "./search/opinion_numbers.js";

const form = document.getElementById("choose");
const which = document.getElementById("which");
const steps = document.getElementById("steps");
const resultBox = document.getElementById("result");
const address = new URLSearchParams(location.search);
const opinion = /^(?:[a-z][a-z0-9]*\/)?(?:\d{4}\/)?\d{2,6}[a-z]?$/.exec(address.get("opinion") ?? "")?.[0];
const paragraph = /^\d+$/.exec(address.get("paragraph") ?? "")?.[0];

async function sha256(lines) {
  const bytes = new TextEncoder().encode(lines.map((line) => line + "\n").join(""));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

class MissingFile extends Error {}

async function fetchText(address) {
  const response = await fetch(address, { cache: "no-store" });
  if (response.status === 404) throw new MissingFile(address);
  if (!response.ok) throw new Error(address);
  return response.text();
}

// The hashes of the ledger, by "text" for the whole and "p4" for the fourth paragraph.
async function sealedHashes(folder) {
  const lines = (await fetchText(folder + "seal.txt")).trim().split("\n");
  return new Map(lines.map((line) => line.split(" ")));
}

async function shownPage(folder) {
  return new DOMParser().parseFromString(await fetchText(folder), "text/html");
}

function shownBlocks(page) {
  const blocks = page.getElementById("text").querySelectorAll("h3, h4, h5, h6, p:not(blockquote p), li, blockquote");
  return [...blocks].map((block) => ({
    number: /^p(\d+)$/.exec(block.id)?.[1],
    words: block.textContent.replace(/\s+/g, " ").trim(),
  }));
}

function nameOpinion(page, folder) {
  const [title, name] = ["h1", ".official-name"].map((part) => page.querySelector(part).textContent);
  const href = page.getElementById(`p${paragraph}`) ? `${folder}#p${paragraph}` : folder;
  const link = Object.assign(document.createElement("a"), { href, textContent: title });
  const line = document.createElement("p");
  line.append(`${name}${href === folder ? "" : `, ¶ ${paragraph}`}: `, link);
  resultBox.append(line);
  which.value ||= name.split(" · ")[0];
}

function report(text, className = "") {
  resultBox.append(Object.assign(document.createElement("p"), { textContent: text, className }));
}

// A hash covers the words alone; what became of the opinion is on its page.
function reportStatus(page, folder) {
  const status = page.querySelector(".still-holds .status, .facts .status").textContent.replace(/\s+/g, " ").trim().replace(/([§¶]) /g, "$1\u00a0");
  const line = Object.assign(document.createElement("p"), { textContent: "A match does not show whether it still stands. Its page says: " });
  line.append(Object.assign(document.createElement("a"), { href: folder, textContent: status }), ".");
  resultBox.append(line);
}

// Only a sealed text has the two files that the commands compare.
function fillSteps(folder) {
  steps.textContent = steps.textContent.replaceAll("ADDRESS/", new URL(folder, location).href);
  document.getElementById("address").hidden = true;
}

async function verify(folder) {
  const page = await shownPage(folder);
  nameOpinion(page, folder);
  if (!page.getElementById("text")) {
    report("Its full text is not here, so there is nothing to compare.");
    return;
  }
  const [hashes, blocks] = [await sealedHashes(folder), shownBlocks(page)];
  fillSteps(folder);
  if (!crypto.subtle) {
    report("This browser can verify texts only on an https page.");
    return;
  }
  let differences = 0;
  for (const { number, words } of blocks) {
    if (number && (await sha256([words])) !== hashes.get("p" + number)) {
      report(`Paragraph ${number} does not match the ledger.`, "mismatch");
      differences += 1;
    }
  }
  const whole = await sha256(blocks.map((block) => block.words));
  if (whole === hashes.get("text")) report(`The words match the ledger. SHA-256 ${whole}`, "match");
  else report(`The whole text does not match the ledger${differences ? "" : ": a heading differs"}.`, "mismatch");
  reportStatus(page, folder);
}

function explain(error) {
  if (!(error instanceof MissingFile)) report(`This file could not be read: ${error.message}`, "mismatch");
  else if (error.message.endsWith("seal.txt")) report("It is not sealed yet, so there is nothing to compare its words with.");
  else report("There is no text at this address.", "mismatch");
}

// The opinions that the reader's words cite, as the ends of their addresses, and the paragraph.
async function cited(words) {
  const index = JSON.parse(await fetchText("../search/opinions.json"));
  const place = citedPlace(words.trim(), index.authors);
  const opinions = matchingOpinions(words.trim(), index);
  return { opinions: opinions.length ? opinions : await foundInAnySpelling(words, place.number), paragraph: place.paragraph };
}

async function foundInAnySpelling(...spellings) {
  const { parseQuery } = citationsOf(JSON.parse(await fetchText("../cite-check/grammar.json")));
  const found = spellings.map((words) => parseQuery(words).filter(({ kind }) => kind === "opinion").map(({ id }) => id));
  return found.find(({ length }) => length) ?? [];
}

async function choose(event) {
  event.preventDefault();
  resultBox.replaceChildren();
  try {
    const { opinions, paragraph: typed } = await cited(which.value);
    if (opinions.length === 1) location.search = new URLSearchParams({ opinion: opinions[0], ...(typed && { paragraph: typed }) });
    else if (opinions.length) report("Several have this number. Add the year, as in the citation.");
    else report("Nothing here has this number or citation.");
  } catch (error) {
    explain(error);
  }
}

resultBox.replaceChildren();
form.addEventListener("submit", choose);
form.hidden = false;
if (opinion) verify(`../opinions/${opinion}/`).catch(explain);
else report("You can also choose “Verify this text” on the page of an opinion.");
