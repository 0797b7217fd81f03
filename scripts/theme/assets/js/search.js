// The search page. A number leads to its opinion, a citation to its provision, words to answers.
import { choiceFromAddress, isNarrowed, keepChoiceInForm, showChoice, writeAddress } from "./search/address.js";
import { Collection } from "./search/collection.js";
import { citedPlace, opinionAddress } from "./search/copied_citation.js";
import { facetCounts, isChosen, showFacets, showNoFacets } from "./search/facets.js";
import { find } from "./search/find.js";
import { termsOf } from "./search/marks.js";
import { countLine, showButtonFor, showChosen, showNotes, showNothing, suggestOpinions, suggestOtherYears } from "./search/messages.js";
import { isNumber, matchingOpinions, ofOtherYears } from "./search/opinion_numbers.js";
import { bodyWords, count, element, facetPanel, form, moreButton, narrowForm, noSuchNumber, resultList, showButton, sortForm } from "./search/page.js";
import { arranged, countParts, earlierOf, withSuccessors } from "./search/rank.js";
import { partHeading, resultRow } from "./search/results.js";
import { restorePlace, rememberPlace, shownBefore, wasOpenBefore } from "./search/place.js";

const ROWS = 10;

/** The results of one query, shown anew whenever something else is chosen. */
class Results {
  #shown = 0;
  #matches = [];
  #parts = {};
  #turn = 0;

  constructor(collection, text, filters) {
    Object.assign(this, { collection, text, filters });
  }

  #take(found) {
    this.found = found;
    this.all = withSuccessors(found.matches, this.collection);
    this.terms = termsOf(found.groups);
  }

  /** Show the first rows while the opinions after them are still read. */
  async showFirst(found) {
    const choice = choiceFromAddress();
    if (isNarrowed(choice) || choice.order) return;
    this.#take(found);
    const { after } = countParts(this.all, found.groups);
    this.#matches = this.all.slice(0, Math.min(ROWS, this.all.length - after));
    await this.#append(this.#rows(this.#matches), ++this.#turn);
  }

  /** Show all that was found. */
  async showFound(found, rows) {
    this.#take(found);
    await this.show(rows);
  }

  /** Show the first rows of what is chosen, at least this many. */
  async show(rows = ROWS) {
    const turn = ++this.#turn;
    const choice = choiceFromAddress();
    const { collection, found } = this;
    const filters = await this.filters(choice);
    const mayBeShown = isChosen(choice, filters, collection.years);
    const { matches, parts } = arranged(this.all.filter(({ opinion }) => mayBeShown(opinion)), found.groups, choice.order);
    const isKept = this.#isContinuedBy(matches);
    const added = this.#rows(matches.slice(isKept ? this.#rowCount : 0, rows));
    const first = isKept ? [] : await Promise.all(added.splice(0, 1));
    if (turn !== this.#turn) return;
    if (!isKept) resultList.replaceChildren(...first);
    [this.#matches, this.#parts, this.#shown] = [matches, parts, this.#rowCount + added.length];
    if (filters.size) showFacets(facetCounts(this.all.map(({ opinion }) => opinion), choice, filters, collection.years), choice);
    count.textContent = countLine(matches, parts, found.groups, this.text, this.all);
    showButtonFor(matches);
    showChosen(this.text, choice, this.all);
    showNotes(found, matches);
    showNothing(!matches.length, this.text, choice);
    await this.#append(added, turn);
  }

  get #rowCount() {
    return resultList.querySelectorAll(".row-title").length;
  }

  /** Whether the rows on the page are the first of these matches: then a link keeps the focus. */
  #isContinuedBy(matches) {
    const isSame = (one, other) => one.opinion === other?.opinion && String(earlierOf(one)) === String(earlierOf(other));
    return this.#rowCount > 0 && !resultList.querySelector(".results-part") && this.#matches.slice(0, this.#rowCount).every((match, at) => isSame(match, matches[at]));
  }

  /** Show each row as soon as it and those before it are here, while nothing else is chosen. */
  async #append(rows, turn) {
    moreButton.hidden = true;
    for (const row of rows) {
      const item = await row;
      if (turn !== this.#turn) return;
      if (this.#rowCount === this.#matches.length - this.#parts.after) resultList.append(partHeading(this.#parts.after));
      resultList.append(item);
    }
    moreButton.hidden = this.#shown >= this.#matches.length;
  }

  async showMore() {
    const rows = this.#rows(this.#matches.slice(this.#shown, this.#shown + ROWS));
    this.#shown += rows.length;
    rememberPlace({ shown: this.#shown });
    await this.#append(rows, this.#turn);
    (await rows[0])?.querySelector("a").focus();
  }

  #rows(matches) {
    const { collection, found, terms } = this;
    return matches.map(async (match) => resultRow({ match, data: await collection.opinion(match.opinion), found, terms, collection }));
  }
}

/** The filters are large, and loaded only while their panel is open or one is chosen. */
const filtersFor = (collection) => async ({ filters }) => {
  if (filters.size) return collection.filters();
  return facetPanel.open ? collection.filters().catch(showNoFacets) : new Map();
};

function listen(results) {
  const choose = () => {
    writeAddress(results.text);
    showChosen(results.text, choiceFromAddress());
    // A changed field fires its event before the focus moves. Draw after that, or the filter that gets the focus would be gone.
    setTimeout(() => results.show());
  };
  facetPanel.addEventListener("toggle", () => {
    rememberPlace({ isOpen: facetPanel.open });
    if (facetPanel.open) results.show();
  });
  narrowForm.addEventListener("change", choose);
  sortForm.addEventListener("change", choose);
  for (const chosen of [narrowForm, sortForm]) chosen.addEventListener("submit", (event) => event.preventDefault());
  moreButton.addEventListener("click", () => results.showMore());
  showButton.addEventListener("click", () => {
    facetPanel.open = false;
    count.focus();
  });
}

async function start() {
  const text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  form.elements.q.value = text;
  facetPanel.open = wasOpenBefore() ?? ("startsOpen" in facetPanel.dataset && matchMedia("(min-width: 56rem)").matches);
  const choice = choiceFromAddress();
  showChoice(choice);
  showChosen(text, choice);
  keepChoiceInForm();
  const collection = await Collection.load();
  const filters = filtersFor(collection);
  const opinions = matchingOpinions(text, collection.numbers);
  const { paragraph } = citedPlace(text, collection.numbers.authors);
  if (opinions.length === 1 && isChosen(choice, await filters(choice), collection.years)(collection.positions.get(opinions[0]))) {
    return location.replace(opinionAddress(opinions[0], paragraph));
  }
  if (text) {
    document.title = `${text} – ${document.title}`;
    count.dataset.searched = text; // A print has it above the results.
  }
  const results = new Results(collection, text, filters);
  const found = await find(collection, text, (first) => results.showFirst(first));
  const isMissing = !opinions.length && !found.provisions.length && !found.uncited && isNumber(text, collection.numbers, collection.years);
  if (opinions.length && !found.areListed) suggestOpinions(opinions, paragraph, collection);
  if (isMissing) suggestOtherYears(ofOtherYears(text, collection.numbers), paragraph, collection);
  noSuchNumber.hidden = !isMissing;
  const rows = results.showFound(found, Math.max(ROWS, shownBefore()));
  listen(results);
  await rows;
  restorePlace();
}

count.textContent = "Searching…";
start().catch((error) => {
  const again = element("a", "Try again", { href: location.href });
  count.replaceChildren("The search could not be loaded. ", again, ", or browse ", element("a", `the list of all ${bodyWords.opinions}`, { href: "../opinions/" }), ".");
  sortForm.hidden = true;
  console.error(error);
});
