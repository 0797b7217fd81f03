// The approved text: its citations are marked, its paragraphs and its words can be chosen.

const OUTLINED_FOR = 6000; // milliseconds, for who looks for the place

export class Text {
  constructor(pane, listeners) {
    this.pane = pane;
    this.listeners = listeners; // paragraph(number), selected(words, block)
    this.blocks = [];
    pane.addEventListener("click", (event) => this.choose(event));
    document.addEventListener("selectionchange", () => this.select());
  }

  show(state) {
    if (state.text !== this.html) {
      this.html = state.text;
      this.pane.innerHTML = state.text;
      this.blocks = [...this.pane.querySelectorAll("h3, h4, h5, h6, p, li")].filter(
        (element) => element.id || element.closest("blockquote") || element.matches(".approval"),
      );
      for (const link of this.pane.querySelectorAll("a:not(.paragraph-number)")) link.replaceWith(...link.childNodes);
      this.pane.normalize();
      this.markCitations(state.citations);
    }
  }

  markCitations(citations) {
    const places = citations.flatMap((cited) => cited.places.map((place) => [...place, cited.name]));
    for (const [block, start, end, name] of places.sort((first, second) => second[1] - first[1])) {
      if (this.blocks[block]) mark(this.blocks[block], start, end, name);
    }
  }

  // Show which paragraphs a question or an answer has.
  highlight(numbers) {
    for (const link of this.pane.querySelectorAll(".paragraph-number")) {
      const isChosen = numbers.includes(link.dataset.number);
      link.parentElement.classList.toggle("is-chosen", isChosen);
      link.setAttribute("aria-label", `Paragraph ${link.dataset.number}${isChosen ? ", chosen" : ""}`);
    }
  }

  choose(event) {
    const link = event.target.closest(".paragraph-number");
    if (link) event.preventDefault();
    const paragraph = event.target.closest("p[id], li[id], blockquote[id]");
    const number = paragraph?.querySelector(".paragraph-number")?.dataset.number;
    if (number && (link || getSelection().isCollapsed)) this.listeners.paragraph(number);
    const block = this.blockOf(event.target);
    if (block >= 0 && getSelection().isCollapsed) this.listeners.selected("", block);
  }

  select() {
    const selection = getSelection();
    if (selection.isCollapsed || !this.pane.contains(selection.anchorNode)) return;
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (words) this.listeners.selected(words, this.blockOf(selection.anchorNode));
  }

  blockOf(node) {
    return this.blocks.findIndex((block) => block.contains(node));
  }

  numberOf(block) {
    const paragraph = this.blocks[block]?.closest("p[id], li[id], blockquote[id]");
    return paragraph?.querySelector(".paragraph-number")?.dataset.number;
  }

  wordsOf(numbers) {
    const links = [...this.pane.querySelectorAll(".paragraph-number")];
    const chosen = links.filter((link) => numbers.includes(link.dataset.number));
    return chosen.map((link) => wordsIn(link.parentElement)).join(" ");
  }

  scrollTo(block) {
    const shown = this.blocks[block];
    if (!shown) return;
    shown.scrollIntoView({ block: "center" });
    shown.querySelector(".paragraph-number")?.focus();
    shown.classList.add("is-shown");
    setTimeout(() => shown.classList.remove("is-shown"), OUTLINED_FOR);
  }
}

function textNodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(".item-marker, .correction-mark")) nodes.push(walker.currentNode);
  }
  return nodes;
}

function wordsIn(block) {
  return textNodes(block).map((node) => node.data).join("").trim();
}

// Mark the characters from start to end of a block, which may lie in several elements.
function mark(block, start, end, name) {
  let offset = 0;
  // A list item has a space between its mark and its words.
  if (block.matches("li")) offset = -1;
  for (const node of textNodes(block)) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.length);
    offset += node.length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const marked = document.createElement("mark");
    marked.title = name;
    range.surroundContents(marked);
  }
}
