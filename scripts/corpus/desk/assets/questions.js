// The questions with their answers, as cards.

import { asTyped, numbersIn, toggled } from "./numbers.js";
import { button } from "./problems.js";
import { showRestsOn } from "./rests-on.js";
import { paragraphThatAnswers } from "./suggest.js";
import { propose, putAway } from "./suggestions.js";

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

const capitalized = (word) => word[0].toUpperCase() + word.slice(1);

export class Questions {
  constructor(list, listeners) {
    this.list = list;
    // changed(name, value), sent(), target(item), reveal(number), wordsOf(numbers), paragraphs()
    this.listeners = listeners;
    this.issues = [];
    this.holdings = [];
    this.cited = [];
    this.target = null;
    list.addEventListener("focusin", (event) => this.focus(event.target.closest("[data-item]")));
  }

  show(fields, cited) {
    this.issues = structuredClone(Array.isArray(fields.issues) ? fields.issues : []);
    this.holdings = structuredClone(Array.isArray(fields.holdings) ? fields.holdings : []);
    this.cited = cited;
    this.draw();
  }

  // What is listed as cited has changed; the words stay as they are.
  showCited(cited) {
    this.cited = cited;
    this.holdings.forEach((holding, position) => {
      const item = this.list.querySelector(`[data-field="holdings.${position}"]`);
      if (item) this.drawCited(item, holding);
    });
  }

  draw() {
    this.list.replaceChildren(...this.issues.map((issue, position) => this.question(issue, position)));
    this.target = null;
    this.listeners.target(null);
  }

  question(issue, position) {
    const item = copyOf("question-template");
    item.dataset.field = `issues.${position}`;
    this.bind(item, issue, "question", "issues", position, `${capitalized(this.list.dataset.question)} ${position + 1}`);
    const answers = this.holdings.map((holding, place) => [holding, place]).filter(([holding]) => holding.answers === issue.id);
    item.querySelector(".answers-of").replaceChildren(
      ...answers.map(([holding, place], count) => {
        const name = `${capitalized(this.list.dataset.answer)} ${position + 1}`;
        return this.answer(holding, place, answers.length > 1 ? `${name}, part ${count + 1}` : name);
      }),
    );
    this.when(item, "words", () => this.takeWords(item));
    this.when(item, "remove", () => {
      this.issues = this.issues.filter((other) => other !== issue);
      this.holdings = this.holdings.filter((holding) => holding.answers !== issue.id);
      this.changedAll();
    });
    this.when(item, "answer", () => this.addAnswer(issue));
    return item;
  }

  answer(holding, place, name) {
    const item = copyOf("answer-template");
    item.dataset.field = `holdings.${place}`;
    this.bind(item, holding, "text", "holdings", place, name);
    item.querySelector(".rests-on").dataset.field = `holdings.${place}.cites`;
    this.drawCited(item, holding);
    this.suggestParagraph(item, holding);
    this.when(item, "words", () => this.takeWords(item));
    this.when(item, "remove", () => {
      this.holdings = this.holdings.filter((other) => other !== holding);
      this.changedAll();
    });
    return item;
  }

  // Tie the two inputs of a card to a question or an answer.
  bind(item, values, part, list, position, name) {
    const words = item.querySelector(`:scope > [data-part="${part}"]`);
    const at = item.querySelector(':scope > [data-part="at"]');
    for (const [field, key] of [[words, part], [at, "at"]]) {
      field.dataset.field = `${list}.${position}.${key}`;
      const input = field.querySelector("input, textarea");
      input.id = `${list}-${position}-${key}`;
      field.querySelector("label").htmlFor = input.id;
    }
    words.querySelector("label").textContent = name;
    const [text, numbers] = [words.querySelector("textarea"), at.querySelector("input")];
    numbers.setAttribute("aria-label", `${name}: ${at.querySelector("label").textContent.toLowerCase()}`);
    text.value = values[part] ?? "";
    numbers.value = asTyped(values.at);
    text.addEventListener("input", () => {
      values[part] = text.value;
      this.changed(list);
      this.suggestParagraphs();
    });
    numbers.addEventListener("input", () => {
      values.at = numbersIn(numbers.value);
      this.changed(list);
      this.followParagraphs(item);
      if (values.at.length) this.listeners.reveal(values.at.at(-1));
    });
    const take = item.querySelector(':scope > .item-actions > [data-do="words"]');
    // What it consists of: its values in the record, and the boxes and buttons of its card.
    item.parts = { name, values, list, text, numbers, part, words: take };
    this.showTakeWords(item);
  }

  drawCited(item, holding) {
    showRestsOn(item.querySelector(".rests-on"), holding, this.cited, () => this.changed("holdings"));
  }

  when(item, action, run) {
    item.querySelector(`:scope > [data-do="${action}"], :scope > .item-actions > [data-do="${action}"]`).addEventListener("click", run);
  }

  addQuestion(words = "", at = []) {
    const id = nextId(this.issues);
    this.issues.push({ id, question: words, at });
    this.holdings.push({ id: nextId(this.holdings), answers: id, text: "", at: [] });
    this.changedAll();
    this.list.lastElementChild.querySelector("textarea").focus();
  }

  // Put a question where none is typed yet, or below the others.
  takeQuestion(words, at) {
    const empty = this.issues.findIndex((issue) => !issue.question && !issue.at?.length);
    if (empty < 0) {
      this.addQuestion(words, at);
      return;
    }
    Object.assign(this.issues[empty], { question: words, at });
    this.changedAll();
    this.list.children[empty].querySelector("textarea").focus();
  }

  // Offer the questions of a paragraph that asks several.
  offer(paragraphs) {
    document.getElementById("more-questions").replaceChildren(...paragraphs.map((paragraph) => this.offerOf(paragraph)));
  }

  offerOf({ number, count, questions }) {
    const [box, sentence] = ["div", "p"].map((tag) => document.createElement(tag));
    const { question: word } = this.list.dataset;
    const many = count === 1 ? `a ${word}` : `${count === 2 ? "two" : count} ${this.list.dataset.questions}`;
    sentence.textContent = `Paragraph ${number} seems to ask ${many}.`;
    sentence.className = "note";
    const adding = questions.map((words) => button(`Add “${words}”`, () => this.takeQuestion(words, [`${number}`])));
    for (const each of adding) each.setAttribute("aria-label", `${each.textContent} as a ${word}`);
    box.append(sentence, ...adding);
    return box;
  }

  addAnswer(issue) {
    const places = this.holdings.map((holding, place) => (holding.answers === issue.id ? place : -1));
    const place = Math.max(...places, -1) + 1 || this.holdings.length;
    this.holdings.splice(place, 0, { id: nextId(this.holdings), answers: issue.id, text: "", at: [] });
    this.changedAll();
    this.list.querySelector(`[data-field="holdings.${place}"] textarea`)?.focus();
  }

  changed(list) {
    this.listeners.changed(list, list === "issues" ? this.issues : this.holdings);
  }

  changedAll() {
    this.changed("issues");
    this.changed("holdings");
    this.draw();
  }

  // What the paragraphs that are chosen in the text belong to; null for nothing.
  focus(item) {
    if (item === this.target) return;
    this.target?.classList.remove("is-target");
    this.target = item;
    item?.classList.add("is-target");
    this.listeners.target(item);
    const [first] = item?.parts.values.at ?? [];
    if (first) this.listeners.reveal(`${first}`);
  }

  // Give a paragraph to the question or answer that has the focus, or take it away.
  toggleParagraph(number) {
    if (!this.target) return;
    const { values, list, numbers } = this.target.parts;
    values.at = toggled((values.at ?? []).map(String), number);
    numbers.value = asTyped(values.at);
    this.changed(list);
    this.followParagraphs(this.target);
  }

  // What is proposed for the answers follows the words of the questions and all paragraphs.
  suggestParagraphs() {
    for (const answer of this.list.querySelectorAll(".answer")) this.suggestParagraph(answer, answer.parts.values);
  }

  // What is proposed follows the paragraphs that a question or an answer has.
  followParagraphs(item) {
    const { values, list } = item.parts;
    this.showTakeWords(item);
    if (list === "holdings") this.drawCited(item, values);
    this.suggestParagraphs();
    this.listeners.target(this.target);
  }

  // Words can be taken from paragraphs once there are some.
  showTakeWords({ parts: { values, words } }) {
    words.hidden = !values.at?.length;
  }

  // Offer the paragraph that most likely states an answer which has none.
  suggestParagraph(item, holding) {
    const place = this.issues.findIndex(({ id }) => id === holding.answers);
    const numbersOf = (items) => items.flatMap(({ at }) => (at ?? []).map(String));
    const others = { asked: numbersOf(this.issues), answered: numbersOf(this.holdings) };
    const isOpen = !holding.at?.length && !holding.text && this.issues[place]?.question;
    const found = isOpen && paragraphThatAnswers(this.issues[place].question, { place, count: this.issues.length }, this.listeners.paragraphs(), others);
    const words = item.querySelector(':scope > [data-part="text"]');
    const old = words.querySelector(".suggestion");
    if (!found) {
      putAway(old);
      return;
    }
    const offered = `Use paragraph ${found.number}: “${shortened(found.words)}”`;
    propose(words.querySelector(".problems"), old, offered, () => this.useParagraph(item, found.number));
  }

  async useParagraph(item, number) {
    const { values, list, text, numbers } = item.parts;
    values.at = [number];
    numbers.value = number;
    this.changed(list);
    await this.takeWords(item);
    this.followParagraphs(item);
    text.focus();
  }

  // Put the words of its paragraphs into a question or an answer.
  takeWords(item) {
    return this.addWords(item, this.listeners.wordsOf(item.parts.values.at ?? []));
  }

  async putWords(words) {
    if (!this.target) return;
    const { text } = this.target.parts;
    await this.addWords(this.target, words);
    text.focus();
  }

  // Put words after those that are typed, as a change of its own.
  async addWords(item, words) {
    const { values, list, text, part } = item.parts;
    if (!words || values[part]?.endsWith(words)) return;
    await this.listeners.sent();
    values[part] = [values[part], words].filter(Boolean).join(" ");
    text.value = values[part];
    this.changed(list);
    await this.listeners.sent();
  }
}

export const shortened = (words) => (words.length > 90 ? `${words.slice(0, 90)} …` : words);

function nextId(items) {
  const numbers = items.map((item) => Number(item.id)).filter(Number.isInteger);
  return `${Math.max(0, ...numbers) + 1}`;
}
