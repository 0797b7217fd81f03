// The cite check: the citations of a pasted text or of a file, each with its standing today.
import { textOfFile } from "./cite-check/files.js";
import { checkCitations, total } from "./cite-check/standing.js";

const form = document.getElementById("check");
const letter = document.getElementById("letter");
const file = document.getElementById("file");
const written = document.getElementById("written");
const result = document.getElementById("result");
const summary = document.getElementById("summary");
const list = document.getElementById("citations");

const STATUS_CLASSES = { "law-changed": "modified", "full-text-not-available": "not-held", unknown: "not-held", unresolved: "not-held" };

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

const mark = (words, standing) => element("span", words, { className: `status ${STATUS_CLASSES[standing] ?? standing}` });

function row({ words, line, label, url, standing, mark: shortly, statement }) {
  const facts = element("p", "", { className: "row-facts" });
  facts.append(element("span", `Line ${line}`));
  if (label) facts.append(url ? element("a", label, { href: `../${url}` }) : element("span", label));
  const item = element("li", "");
  item.append(element("p", words, { className: "row-title" }), facts);
  // As in every list, the mark itself says what happened to the law.
  if (standing === "law-changed") {
    item.append(element("p", "", { className: "row-note" }));
    item.lastChild.append(mark(statement, standing));
  } else {
    facts.append(mark(shortly, standing));
    item.append(element("p", `${statement}.`, { className: "row-about" }));
  }
  return item;
}

async function check() {
  const citations = await checkCitations(letter.value, written.value);
  summary.textContent = total(citations);
  list.replaceChildren(...citations.map(row));
}

async function openFile() {
  if (!file.files.length) return;
  letter.value = await textOfFile(file.files[0]);
  await check();
}

function reportErrors(action) {
  return async (event) => {
    event.preventDefault();
    result.hidden = false;
    summary.textContent = "Checking…";
    list.replaceChildren();
    try {
      await action();
    } catch (error) {
      summary.textContent = error.message;
    }
  };
}

form.addEventListener("submit", reportErrors(check));
file.addEventListener("change", reportErrors(openFile));
form.hidden = false;
