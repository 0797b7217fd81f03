// The search page. A number leads to its opinion, a citation to its provision, words to answers.
import { choiceFromAddress, showChoice, writeAddress } from "./search/address.js";
import { Collection } from "./search/collection.js";
import { citedPlace, opinionAddress } from "./search/copied_citation.js";
import { facetCounts, isChosen, showFacets } from "./search/facets.js";
import { find } from "./search/find.js";
import { termsOf } from "./search/marks.js";
import { countLine, showNotes, showNothing, suggestOpinions } from "./search/messages.js";
import { isNumber, matchingOpinions } from "./search/opinion_numbers.js";
import { bodyWords, count, facetPanel, form, moreButton, narrowForm, noSuchNumber, resultList, sortForm } from "./search/page.js";
import { countParts, withSuccessors } from "./search/rank.js";
import { partHeading, resultRow } from "./search/results.js";
import { restorePlace, rememberPlace, shownBefore } from "./search/place.js";

const ROWS = 10;

/** The results of one query, shown anew whenever something else is chosen. */
class Results {
  #shown = 0;
  #matches = [];
  #parts = {};
  #turn = 0;

  constructor(collection, text, found, filters) {
    Object.assign(this, { collection, text, found, filters });
    this.all = withSuccessors(found.matches, collection);
    this.terms = termsOf(found.groups);
  }

  /** Show the first rows of what is chosen, at least this many. */
  async show(rows = ROWS) {
    const turn = ++this.#turn;
    const choice = choiceFromAddress();
    const { collection, found } = this;
    const filters = await this.filters(choice);
    const mayBeShown = isChosen(choice, filters, collection.years);
    const matches = ordered(this.all.filter(({ opinion }) => mayBeShown(opinion)), choice.order);
    const parts = countParts(matches, found.groups);
    const [first, ...others] = this.#rows(matches.slice(0, rows));
    const items = matches.length ? [await first] : [];
    if (turn !== this.#turn) return;
    [this.#matches, this.#shown] = [matches, Math.min(rows, matches.length)];
    this.#parts = choice.order ? {} : parts;
    if (filters.size) showFacets(facetCounts(this.all.map(({ opinion }) => opinion), choice, filters, collection.years), choice);
    resultList.replaceChildren(...items);
    count.textContent = countLine(matches, parts, found.groups, this.text);
    showNotes(found, matches);
    showNothing(!matches.length, this.text, choice);
    await this.#append(others, turn);
  }

  /** Show each row as soon as it and those before it are here, while nothing else is chosen. */
  async #append(rows, turn) {
    moreButton.hidden = true;
    for (const row of rows) {
      const item = await row;
      if (turn !== this.#turn) return;
      if (resultList.querySelectorAll(".row-title").length === this.#matches.length - this.#parts.after) resultList.append(partHeading(this.#parts.after));
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

function ordered(matches, order) {
  if (!order) return matches;
  const sign = order === "newest" ? -1 : 1;
  return matches.toSorted((a, b) => sign * (a.opinion - b.opinion));
}

/** The filters are large, and loaded only while their panel is open or one is chosen. */
const filtersFor = (collection) => async ({ filters }) =>
  facetPanel.open || filters.size ? collection.filters() : new Map();

function listen(results) {
  const choose = () => {
    writeAddress(results.text);
    results.show();
  };
  facetPanel.addEventListener("toggle", () => facetPanel.open && results.show());
  narrowForm.addEventListener("change", choose);
  sortForm.addEventListener("change", choose);
  for (const chosen of [narrowForm, sortForm]) chosen.addEventListener("submit", (event) => event.preventDefault());
  moreButton.addEventListener("click", () => results.showMore());
}

async function start() {
  const text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  form.elements.q.value = text;
  facetPanel.open = "startsOpen" in facetPanel.dataset && matchMedia("(min-width: 56rem)").matches;
  showChoice(choiceFromAddress());
  const collection = await Collection.load();
  const opinions = matchingOpinions(text, collection.numbers);
  const { paragraph } = citedPlace(text, collection.numbers.authors);
  if (opinions.length === 1) return location.replace(opinionAddress(opinions[0], paragraph));
  if (text) document.title = `${text} – ${document.title}`;
  const results = new Results(collection, text, await find(collection, text), filtersFor(collection));
  if (opinions.length) suggestOpinions(opinions, paragraph, collection);
  noSuchNumber.hidden = opinions.length > 0 || results.found.provisions.length > 0 || !isNumber(text, collection.numbers, collection.years);
  listen(results);
  await results.show(Math.max(ROWS, shownBefore()));
  restorePlace();
}

count.textContent = "Searching…";
start().catch((error) => {
  count.textContent = "The search could not be loaded. Try again, or browse the lists in the menu.";
  throw error;
});
