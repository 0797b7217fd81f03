// The cite check: the citations of a pasted text or of a file, each with its standing today.
import { textOfFile } from "./cite-check/files.js";
import { checkCitations, notChecked, total } from "./cite-check/standing.js";
import { unbroken } from "./unbroken.js";

const form = document.getElementById("check");
const letter = document.getElementById("letter");
const file = document.getElementById("file");
const refused = document.getElementById("refused");
const written = document.getElementById("written");
const result = document.getElementById("result");
const summary = document.getElementById("summary");
const totals = document.getElementById("totals");
const checked = document.getElementById("checked");
const list = document.getElementById("citations");

const STATUS_CLASSES = { law_changed_since: "law-changed", law_renumbered_since: "law-renumbered", law_may_have_changed_since: "law-changed", text_not_held: "unknown", old_number: "law-changed", separate_opinion: "separate", compare_the_day: "law-changed", unresolved: "not-held" };

// How many characters before and after a citation are shown.
const CONTEXT = 60;
const BLANK_LINE = /\n\s*\n/;

function element(name, words, properties = {}) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...unbroken(words));
  return created;
}

const mark = (words, standing) => element("span", words, { className: `status ${STATUS_CLASSES[standing] ?? standing}` });

// The statement, in which what has a page is a link.
const linked = (pieces) => pieces.map(({ words, url }) => (url ? element("a", words, { href: `../${url}` }) : element("span", words)));

// The entry of a place in the text: a citation, or a range with all that it names; with its line, if the one before is on another.
function row(citations, at, places) {
  const [{ words, line }] = citations;
  const item = element("li", "");
  const facts = element("p", "", { className: "row-facts" });
  const lines = places.map(([first]) => first.line);
  if (lines[at - 1] !== line && lines.some((other) => other !== line)) facts.append(element("span", `Line ${line}`));
  const below = citations.length === 1 ? standing(citations[0], facts) : [named(citations)];
  item.append(element("p", words, { className: "row-title" }), context(citations[0]), ...(facts.hasChildNodes() ? [facts] : []), ...below);
  return item;
}

// A few words on each side of a place, without those of other paragraphs.
function context({ start, end, words }) {
  const before = letter.value.slice(Math.max(start - CONTEXT, 0), start).split(BLANK_LINE).at(-1);
  const [after] = letter.value.slice(end, end + CONTEXT).split(BLANK_LINE);
  const begins = before.length < Math.min(CONTEXT, start) || start <= CONTEXT;
  const ends = after.length < CONTEXT || end + CONTEXT >= letter.value.length;
  const about = element("p", begins ? before : before.replace(/^\S*/, "…"), { className: "row-context" });
  about.append(element("b", words), ...unbroken(ends ? after : after.replace(/\S*$/, "…")));
  return about;
}

// What a range names, below its words.
function named(citations) {
  const list = element("ul", "", { role: "list" });
  for (const citation of citations) {
    const facts = element("p", "", { className: "facts" });
    const below = standing(citation, facts);
    list.append(element("li", ""));
    list.lastChild.append(facts, ...below);
  }
  return list;
}

// Adds what is cited to the facts, with a mark, and returns its standing: a mark, and a sentence if there is more to say.
function standing({ label, url, standing: name, mark: shortly, statement, pieces }, facts) {
  if (label) facts.append(url ? element("a", label, { href: `../${url}` }) : element("span", label));
  const note = element("p", "", { className: "row-note" });
  // As in every list, the mark itself says what happened, unless there is more to say.
  if (name.startsWith("law_") || statement.toLowerCase().startsWith(shortly.toLowerCase())) {
    note.append(mark("", name));
    note.lastChild.append(...linked(pieces));
    return [note];
  }
  note.append(mark(shortly[0].toUpperCase() + shortly.slice(1), name));
  const about = element("p", "", { className: "row-about" });
  about.append(...linked(pieces), ".");
  return [note, about];
}

// The citations, which are in order, in lists of those at one place.
function byPlace(citations) {
  const places = [];
  for (const citation of citations) {
    const last = places.at(-1);
    if (last?.[0].start === citation.start && last[0].end === citation.end) last.push(citation);
    else places.push([citation]);
  }
  return places;
}

function counted([words, count]) {
  const item = element("li", "");
  item.append(element("strong", String(count)), " ", ...unbroken(words));
  return item;
}

const longDate = (day) => day.toLocaleDateString("en-US", { dateStyle: "long" });

// The day of the check, the day of the text, and the collection: a print shows them nowhere else.
function checkedOn(written) {
  const document = written ? `, for a document dated ${longDate(new Date(`${written}T00:00`))}` : "";
  return `Checked on ${longDate(new Date())}${document}, ${checked.dataset.collection}.`;
}

async function check() {
  const citations = await checkCitations(letter.value, written.value);
  const { all, counts } = total(citations);
  summary.textContent = all;
  totals.replaceChildren(...counts.map(counted));
  checked.replaceChildren(...unbroken([checkedOn(written.value), await notChecked(letter.value)].filter(Boolean).join(" ")));
  list.replaceChildren(...byPlace(citations).map(row));
}

async function openFile() {
  result.hidden = true;
  refused.textContent = "";
  if (!file.files.length) return;
  try {
    letter.value = await textOfFile(file.files[0]);
    form.requestSubmit();
  } catch (error) {
    refused.textContent = error.message;
  }
}

async function submit(event) {
  event.preventDefault();
  refused.textContent = "";
  result.hidden = false;
  summary.textContent = "Checking…";
  totals.replaceChildren();
  checked.textContent = "";
  list.replaceChildren();
  try {
    await check();
  } catch (error) {
    summary.textContent = error.message;
  }
  result.scrollIntoView();
}

form.addEventListener("submit", submit);
file.addEventListener("change", openFile);
form.inert = false;
