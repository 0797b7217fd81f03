// The topics: found by their words, and added to the list.

import { TypedBefore } from "./typed-before.js";
import { isStopWord, stem, words } from "../theme/js/search/words.js";

const BOXES = ["topic-title", "topic-about"];
const $ = (id) => document.getElementById(id);

export class Topics {
  constructor(list, listeners) {
    this.list = list;
    this.listeners = listeners; // request(path, sent)
    this.added = null;
    this.before = new TypedBefore("topic");
    $("find-topic").addEventListener("input", () => this.find());
    $("new-topic-button").addEventListener("click", () => this.open());
    $("add-topic").addEventListener("click", () => this.add());
    for (const id of ["topic-title", "topic-about"]) $(id).addEventListener("keydown", (event) => this.press(event));
    $("take-topic-back").addEventListener("click", () => this.takeBack());
    for (const id of BOXES) $(id).addEventListener("input", () => this.before.keep(BOXES.map((box) => $(box).value)));
    this.showTypedBefore();
  }

  // Show the topics with all typed words, or else those with any of them, and always the chosen ones.
  find() {
    this.list.style.minHeight ||= `${this.list.offsetHeight}px`; // so that the page does not move
    const typed = words($("find-topic").value);
    const telling = typed.filter((word) => !isStopWord(word));
    const topics = [...this.list.children];
    const withAll = topics.filter((topic) => typed.every((word) => has(topic, word)));
    const found = withAll.length ? withAll : topics.filter((topic) => telling.some((word) => has(topic, word)));
    for (const topic of topics) topic.hidden = !found.includes(topic) && !topic.querySelector("input").checked;
    const some = found.length ? "No topic has all of these words. These have one of them:" : "";
    $("no-topic").textContent = withAll.length ? "" : some || "No topic has these words. Try another word, or add a topic.";
    const name = $("find-topic").value.trim();
    $("new-topic-button").textContent = withAll.length || !name ? "Add a topic to the list" : `Add “${name}” to the list`;
  }

  // A topic that was typed and not added is in its boxes again.
  showTypedBefore() {
    const typed = this.before.values;
    if (!typed?.some(Boolean)) return;
    BOXES.forEach((id, position) => {
      $(id).value = typed[position];
    });
    $("new-topic").hidden = false;
    $("new-topic-button").setAttribute("aria-expanded", "true");
  }

  // Ask for a new topic; what was looked for is its name, unless one is typed.
  open() {
    const name = $("no-topic").textContent ? $("find-topic").value.trim() : "";
    const isOpen = $("new-topic").hidden || Boolean(name && !$("topic-title").value);
    $("new-topic").hidden = !isOpen;
    $("new-topic-button").setAttribute("aria-expanded", `${isOpen}`);
    if (!isOpen) return;
    if (name) $("topic-title").value ||= name[0].toUpperCase() + name.slice(1);
    ($("topic-title").value ? $("topic-about") : $("topic-title")).focus();
  }

  // Enter adds the topic, as it would in any short form.
  press(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.add();
  }

  async add() {
    const answer = await this.listeners.request("/topics", { title: $("topic-title").value, about: $("topic-about").value });
    if (!answer.ok) {
      $("topic-message").textContent = answer.message;
      return;
    }
    this.added = answer.state;
    this.before.forget();
    $("topic-message").textContent = `The topic “${answer.state.title}” is in the list, and chosen here.`;
    for (const id of ["topic-title", "topic-about", "find-topic"]) $(id).value = "";
    $("take-topic-back").hidden = false;
    this.list.append(entry(answer.state));
    this.find();
    this.choose(true);
    $("new-topic").hidden = true;
    $("new-topic-button").setAttribute("aria-expanded", "false");
    $("new-topic-button").focus();
  }

  async takeBack() {
    const answer = await this.listeners.request("/changes/take-back", { number: this.added.number });
    $("topic-message").textContent = answer.ok ? `The topic “${this.added.title}” was taken back.` : answer.message;
    if (!answer.ok) return;
    this.choose(false);
    this.list.querySelector(`[value="${this.added.id}"]`).closest("li").remove();
    $("take-topic-back").hidden = true;
    $("new-topic-button").focus();
  }

  // Tick the new topic, or not, as a person would.
  choose(isChosen) {
    const box = this.list.querySelector(`[value="${this.added.id}"]`);
    box.checked = isChosen;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// Whether a topic has a word, another form of it, or a longer word that begins with it.
function has(topic, word) {
  const known = words(topic.dataset.words);
  return known.some((other) => other.startsWith(word) || stem(other) === stem(word));
}

function entry({ id, title, about }) {
  const [item, label, box, note] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
  box.type = "checkbox";
  box.value = id;
  item.dataset.words = `${title} ${about}`;
  note.className = "note";
  note.textContent = about;
  label.append(box, ` ${title} `, note);
  item.append(label);
  return item;
}
