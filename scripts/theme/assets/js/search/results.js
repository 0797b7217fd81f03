// The results: one row for each opinion, with the paragraph that has most of the words.
import { element, resultList } from "./page.js";

const ROWS = 10;
export const EXCERPT_WORDS = 34;
const WORDS_BEFORE = 12;

// Titles, questions and answers have no paragraph, so a match in them gives none.
function bestParagraph(data) {
  const anchors = data.anchors.filter((anchor) => /^p\d+$/.test(anchor.id));
  const paragraphs = anchors.map(({ id, location: start }, at) => {
    const end = anchors[at + 1]?.location ?? Infinity;
    return { id, start, end, hits: data.locations.filter((word) => start <= word && word < end) };
  });
  return paragraphs.filter(({ hits }) => hits.length).sort((a, b) => b.hits.length - a.hits.length)[0];
}

function paragraphExcerpt(data, paragraph) {
  const words = data.content.split(/\s+/);
  const start = Math.max(paragraph.hits[0] - WORDS_BEFORE, paragraph.start);
  const end = Math.min(start + EXCERPT_WORDS, paragraph.end, words.length);
  const marked = words.slice(start, end).flatMap((word, at) => {
    return [paragraph.hits.includes(start + at) ? element("mark", word) : word, " "];
  });
  return ["… ", ...marked, "…"];
}

// Pagefind's excerpt is HTML: keep its text and its marks, and nothing else.
function pagefindExcerpt(data) {
  return data.excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part);
    const text = new DOMParser().parseFromString(`<pre>${marked ? marked[1] : part}`, "text/html").body.textContent;
    return marked ? element("mark", text) : text;
  });
}

async function row(result) {
  const data = await result.data();
  const paragraph = bestParagraph(data);
  const title = element("p", "", { className: "row-title" });
  title.append(element("a", data.meta.title, { href: data.url + (paragraph ? `#${paragraph.id}` : "") }));
  const facts = element("p", "", { className: "row-facts" });
  facts.append(element("span", data.meta.label));
  if (paragraph) facts.append(element("span", `¶ ${paragraph.id.slice(1)}`));
  facts.append(element("span", data.meta.status, { className: `status ${data.filters.Status[0].toLowerCase()}` }));
  const excerpt = element("p", "", { className: "row-about" });
  excerpt.append(...(paragraph ? paragraphExcerpt(data, paragraph) : pagefindExcerpt(data)));
  const item = element("li");
  item.append(title, facts, excerpt);
  return item;
}

export async function showResults(results) {
  let shown = 0;
  const more = element("button", "Show more", { type: "button" });
  const showMore = async () => {
    const rows = await Promise.all(results.slice(shown, shown + ROWS).map(row));
    resultList.append(...rows);
    shown += rows.length;
    if (shown < results.length) resultList.after(more);
    else more.remove();
  };
  more.addEventListener("click", showMore);
  document.querySelectorAll("#results + button").forEach((button) => button.remove());
  resultList.replaceChildren();
  await showMore();
}
