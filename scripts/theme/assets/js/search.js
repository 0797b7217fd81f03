// The search page: a number lands on its opinion, a citation on its provision, words on paragraphs.
const form = document.querySelector("form.search-form");
const offers = document.getElementById("suggestions");
const results = document.getElementById("results");
const facets = document.getElementById("facets");
const narrow = document.getElementById("narrow");
const count = document.getElementById("count");
const PAGE = 10;

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (text) made.textContent = text;
  return made;
}

// Numbers

function numbers(words, names) {
  let left = words.toLowerCase().replace(/[‐‑‒–—]/g, "-");
  for (const name of names) left = left.replaceAll(name.toLowerCase(), " ");
  left = left.replace(/\b(numbers?|nos?\.?|op\.?)(?=\s|\d)/g, " ");
  if (/[^\d\s().,-]/.test(left)) return [];
  return (left.match(/\d+/g) ?? []).map(Number);
}

function opinions(words, known) {
  const same = (one) => one.toLowerCase() === words.trim().toLowerCase();
  const alias = Object.keys(known.aliases).find(same);
  if (alias) return [known.aliases[alias]];
  const given = numbers(words, known.names);
  if (!given.length || given.length > 2) return [];
  const forms = given.length === 1 ? [["number"]] : known.forms;
  const found = new Set();
  for (const [year, runs] of Object.entries(known.years)) {
    for (const [first, last] of runs) {
      for (const number of given.filter((one) => first <= one && one <= last)) {
        const blanks = { number, year: Number(year), yy: Number(year) % 100 };
        const fits = (names) => names.length === given.length && names.every((name, at) => blanks[name] === given[at]);
        if (forms.some(fits)) found.add(`${year}/${String(number).padStart(2, "0")}`);
      }
    }
  }
  return [...found];
}

function offer(found, known) {
  offers.append(element("p", "Several opinions are written so:"));
  const list = element("ul");
  for (const one of found) {
    const [year, number] = one.split("/");
    const item = element("li");
    item.append(element("a", `${known.label} ${Number(number)} (${year})`, { href: `../opinions/${one}/` }));
    if (known.changed[one]) item.append(` (${known.changed[one]})`);
    list.append(item);
  }
  offers.append(list);
}

// Citations

const plain = (words) => words.toLowerCase().replace(/[^a-z0-9]/g, "");

function provision(words, known) {
  const wanted = plain(words);
  const found = Object.entries(known.provisions).find(([label, [id]]) => wanted && [plain(label), plain(id)].includes(wanted));
  if (!found) return;
  const [label, [, url]] = found;
  const line = element("p", "Every opinion that cites ");
  line.append(element("a", label, { href: `../${url}` }));
  offers.append(line);
}

// Words

const GROUPS = ["Status", "Topic", "Standard", "Statute", "Rule", "Program", "Year", "Text"];

// What is chosen stands in the address, so that results can be kept, sent and come back to.
function chosen(asked) {
  const groups = GROUPS.map((name) => [name, asked.getAll(name)]).filter(([, values]) => values.length);
  return Object.fromEntries(groups.map(([name, values]) => [name, { any: values }]));
}

function choose(words) {
  const asked = new URLSearchParams(words ? { q: words } : {});
  for (const box of facets.querySelectorAll("input:checked")) asked.append(box.name, box.value);
  history.replaceState(null, "", `?${asked}`);
}

// The paragraph with the most of the words; questions and answers have none.
function nearest(data) {
  const anchors = data.anchors.filter((one) => /^p\d+$/.test(one.id));
  const paragraphs = anchors.map((one, at) => {
    const end = anchors[at + 1]?.location ?? Infinity;
    return { id: one.id, end, hits: data.locations.filter((word) => one.location <= word && word < end) };
  });
  return paragraphs.filter((one) => one.hits.length).sort((one, other) => other.hits.length - one.hits.length)[0];
}

// Its words around the first that was found, each found one marked.
function excerpt(data, paragraph) {
  const words = data.content.split(/\s+/);
  const start = Math.max(paragraph.hits[0] - 12, data.anchors.find((one) => one.id === paragraph.id).location);
  const end = Math.min(start + 34, paragraph.end, words.length);
  const shown = words.slice(start, end).flatMap((word, at) => {
    return [paragraph.hits.includes(start + at) ? element("mark", word) : word, " "];
  });
  return ["… ", ...shown, "…"];
}

// What was found outside of the text: in a title, a question or an answer.
function outline(data) {
  return data.excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part);
    const text = new DOMParser().parseFromString(`<pre>${marked ? marked[1] : part}`, "text/html").body.textContent;
    return marked ? element("mark", text) : text;
  });
}

async function row(result) {
  const data = await result.data();
  const paragraph = nearest(data);
  const item = element("li");
  const title = element("p", "", { className: "row-title" });
  title.append(element("a", data.meta.title, { href: data.url + (paragraph ? `#${paragraph.id}` : "") }));
  const about = element("p", "", { className: "row-facts" });
  about.append(element("span", data.meta.label));
  if (paragraph) about.append(element("span", `¶ ${paragraph.id.slice(1)}`));
  about.append(element("span", data.meta.status, { className: `status ${data.filters.Status[0].toLowerCase()}` }));
  const words = element("p", "", { className: "row-about" });
  words.append(...(paragraph ? excerpt(data, paragraph) : outline(data)));
  item.append(title, about, words);
  return item;
}

function choices(counts, wanted) {
  const groups = [];
  for (const name of GROUPS) {
    const values = Object.entries(counts[name] ?? {}).sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
    const group = element("fieldset");
    group.append(element("legend", name));
    for (const [value, number] of values.slice(0, 40)) {
      const isChosen = wanted[name]?.any.includes(value) ?? false;
      if (!number && !isChosen) continue;
      const label = element("label");
      label.append(element("input", "", { type: "checkbox", name, value, checked: isChosen }), ` ${value} `, element("span", `(${number})`));
      group.append(label);
    }
    if (group.children.length > 1) groups.push(group);
  }
  const focused = document.activeElement?.closest?.("#facets") ? [document.activeElement.name, document.activeElement.value] : null;
  facets.replaceChildren(...groups);
  if (focused) [...facets.querySelectorAll("input")].find((one) => one.name === focused[0] && one.value === focused[1])?.focus();
}

// A browser may keep nothing for a site; then there is no way back but its own.
function remember() {
  try {
    sessionStorage.setItem("results", location.href);
  } catch {}
}

// The counts of what can be chosen are loaded once somebody sees them.
async function show(pagefind, words) {
  const wanted = chosen(new URLSearchParams(location.search));
  remember();
  const all = narrow.open ? await pagefind.filters() : null;
  const search = await pagefind.search(words || null, { filters: wanted });
  const number = search.results.length;
  count.textContent = number === 1 ? "1 opinion" : `${number.toLocaleString("en")} opinions`;
  if (all) choices(words ? search.totalFilters : all, wanted);
  let shown = 0;
  results.replaceChildren();
  const more = element("button", "Show more", { type: "button" });
  const next = async () => {
    const rows = await Promise.all(search.results.slice(shown, shown + PAGE).map(row));
    results.append(...rows);
    shown += rows.length;
    if (shown < search.results.length) results.after(more);
    else more.remove();
  };
  more.addEventListener("click", next);
  document.querySelectorAll("#results + button").forEach((one) => one.remove());
  await next();
}

async function start(asked) {
  const words = asked.get("q")?.trim() ?? "";
  form.elements.q.value = words;
  if (words) {
    const known = await (await fetch("opinions.json")).json();
    const found = opinions(words, known);
    if (found.length === 1) return location.replace(`../opinions/${found[0]}/`);
    if (found.length) offer(found, known);
    provision(words, known);
    document.title = `${words} – ${document.title}`;
  }
  const pagefind = await import(new URL("../pagefind/pagefind.js", location.href).href);
  await pagefind.options({ excerptLength: 34 });
  narrow.open = "startsOpen" in narrow.dataset && matchMedia("(min-width: 56rem)").matches;
  let counted = narrow.open;
  narrow.addEventListener("toggle", () => {
    if (narrow.open && !counted) show(pagefind, words);
    counted ||= narrow.open;
  });
  facets.addEventListener("change", () => {
    choose(words);
    show(pagefind, words);
  });
  await show(pagefind, words);
}

count.textContent = "Searching…";
start(new URLSearchParams(location.search)).catch((error) => {
  count.textContent = "The search could not be loaded. Try again, or look through the questions and topics in the menu.";
  throw error;
});
