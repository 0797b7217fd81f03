// The approved text: its citations are marked, its paragraphs and its words can be chosen.

import { isAboveAnswers, sectionOf } from "./suggest.js";

const OUTLINED_FOR = 6000; // milliseconds, long enough to find the place

const SLACK = 16; // pixels of a block that may be out of view, or stay free beside it
const LINES_KEPT = 48; // pixels that stay in view when the text scrolls on

export class Text {
  constructor(pane, listeners) {
    this.pane = pane;
    this.listeners = listeners; // paragraph(number), selected(words, block), reached(block)
    this.blocks = [];
    this.choosers = []; // of each block, what the keyboard chooses it with
    pane.addEventListener("click", (event) => this.choose(event));
    pane.addEventListener("focusin", (event) => this.stopAt(this.choosers.indexOf(event.target)));
    pane.parentElement.addEventListener("keydown", (event) => this.press(event));
    document.addEventListener("selectionchange", () => this.select());
  }

  show(state) {
    this.state = state;
    if (state.text !== this.html) {
      this.html = state.text;
      this.pane.innerHTML = state.text;
      this.blocks = [...this.pane.querySelectorAll("h3, h4, h5, h6, p, li")].filter(
        (element) => element.id || element.closest("blockquote") || element.matches(".approval"),
      );
      for (const link of this.pane.querySelectorAll("a:not(.paragraph-number)")) link.replaceWith(...link.childNodes);
      this.pane.normalize();
      this.choosers = this.blocks.map((block) => numberOf(block) ?? chooserBefore(block));
      this.stopAt(0);
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

  // Show which line the buttons below the text are about.
  markLine(chosen) {
    this.blocks.forEach((block, position) => {
      block.classList.toggle("is-line", position === chosen);
      if (position === chosen) this.choosers[position].setAttribute("aria-current", "true");
      else this.choosers[position].removeAttribute("aria-current");
    });
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

  // The keyboard stops once in the text; from there, the arrow keys go from line to line.
  stopAt(position) {
    if (position < 0) return;
    this.choosers.forEach((chooser, other) => {
      chooser.tabIndex = other === position ? 0 : -1;
    });
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = this.choosers.indexOf(event.target);
    if (event.key === " " && at >= 0) event.target.click();
    else if (!this.goTo(event.key, at)) return;
    event.preventDefault();
  }

  goTo(key, at) {
    const last = this.choosers.length - 1;
    const stop = this.choosers.findIndex((chooser) => chooser.tabIndex === 0);
    if (this.scrollWithin(at, { ArrowDown: 1, ArrowUp: -1 }[key])) return true;
    const down = at < 0 ? stop : Math.min(at + 1, last);
    const next = { ArrowDown: down, ArrowUp: at < 0 ? stop : Math.max(at - 1, 0), Home: 0, End: last }[key];
    if (!this.choosers[next]) return false;
    this.choosers[next].focus({ preventScroll: true });
    this.reveal(next);
    this.listeners.reached(next);
    return true;
  }

  // In a paragraph that is higher than the box, the arrow keys scroll to its end before they leave it.
  scrollWithin(at, way) {
    const shown = this.blocks[at]?.getBoundingClientRect();
    if (!shown || !way) return false;
    const { top, bottom, height } = this.box.getBoundingClientRect();
    const hidden = way > 0 ? shown.bottom - bottom : top - shown.top;
    if (hidden <= SLACK) return false;
    this.box.scrollTop += way * Math.min(height - LINES_KEPT, hidden + SLACK / 2);
    return true;
  }

  // Show a block in its box, from its beginning if it is higher than the box, and the box in the window.
  reveal(block) {
    const shown = this.blocks[block].getBoundingClientRect();
    const { top, bottom, height } = this.box.getBoundingClientRect();
    if (shown.top < top || shown.height > height - SLACK) this.box.scrollTop += shown.top - top - SLACK / 2;
    else if (shown.bottom > bottom) this.box.scrollTop += shown.bottom - bottom + SLACK / 2;
    const below = this.box.getBoundingClientRect().bottom - innerHeight;
    if (below > 0) scrollBy(0, below);
  }

  // Show a paragraph, unless part of it is in view.
  revealParagraph(number) {
    const block = this.blocks.findIndex((each) => numberOf(each)?.dataset.number === number);
    if (block < 0) return;
    const { top, bottom } = this.blocks[block].getBoundingClientRect();
    const box = this.box.getBoundingClientRect();
    if (bottom - SLACK > box.top && top + SLACK < box.bottom) return;
    this.box.scrollTop += top - box.top - SLACK / 2;
  }

  get box() {
    return this.pane.parentElement;
  }

  select() {
    const selection = getSelection();
    if (selection.isCollapsed || !this.pane.contains(selection.anchorNode)) return;
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (words) this.listeners.selected(words, this.blockOf(selection.anchorNode));
  }

  blockOf(node) {
    const chosen = this.choosers.indexOf(node);
    return chosen >= 0 ? chosen : this.blocks.findIndex((block) => block.contains(node));
  }

  numberOf(block) {
    return numberOf(this.blocks[block])?.dataset.number;
  }

  wordsOf(numbers) {
    const links = [...this.pane.querySelectorAll(".paragraph-number")];
    const chosen = links.filter((link) => numbers.includes(link.dataset.number));
    return chosen.map((link) => wordsIn(link.parentElement)).join(" ");
  }

  // Each paragraph with its words, with the number of the question that its heading names, and
  // whether it stands below a heading such as “Answer”.
  get paragraphs() {
    let section;
    let isInAnswer = false;
    return this.state.blocks.flatMap(({ words, isHeading, isNumber }, block) => {
      if (isHeading && !isNumber) [section, isInAnswer] = [sectionOf(words), isAboveAnswers(words)];
      const number = this.numberOf(block);
      return number ? [{ number, words, section, isInAnswer }] : [];
    });
  }

  scrollTo(block) {
    const shown = this.blocks[block];
    if (!shown) return;
    shown.scrollIntoView({ block: "center" });
    this.choosers[block].focus({ preventScroll: true });
    shown.classList.add("is-shown");
    setTimeout(() => shown.classList.remove("is-shown"), OUTLINED_FOR);
  }
}

function numberOf(block) {
  return block?.closest("p[id], li[id], blockquote[id]")?.querySelector(".paragraph-number");
}

// A heading and the approval line have no number that could be chosen.
function chooserBefore(block) {
  const chooser = Object.assign(document.createElement("button"), { type: "button", className: "choose-line" });
  chooser.setAttribute("aria-label", `Choose the line: ${wordsIn(block)}`);
  block.before(chooser);
  return chooser;
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
