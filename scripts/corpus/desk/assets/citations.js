// The citations of the text, each with a tick if the record lists it.

import { asTyped, numbersIn } from "./numbers.js";
import { button } from "./problems.js";

export class Citations {
  constructor(list, listeners) {
    this.list = list;
    this.listeners = listeners; // changed(name, value), cited(list)
    this.fields = {};
  }

  show({ fields: all, citations: found, lists, names, text }) {
    const fields = all ?? {};
    this.lists = lists; // the field of each kind of authority
    this.names = names;
    this.hasText = Boolean(text);
    this.fields = { opinions: [] };
    for (const name of Object.values(this.lists)) this.fields[name] = [...asList(fields[name])];
    this.fields.opinions = structuredClone(asList(fields.opinions));
    this.draw(found);
  }

  draw(found) {
    const known = new Set(found.map(({ kind, id }) => `${kind} ${id}`));
    const listed = Object.entries(this.lists).flatMap(([kind, name]) => this.fields[name].map((id) => ({ kind, id })));
    const cites = new Set(this.fields.opinions.map((relation) => relation.cites));
    const opinions = [...cites].map((id) => ({ kind: "opinion", id, answers: [] }));
    const others = [...listed, ...opinions].filter(({ kind, id }) => !known.has(`${kind} ${id}`));
    const all = [...found, ...others.map((other) => ({ name: this.names[`${other.kind} ${other.id}`] ?? other.id, at: [], isMissing: true, ...other }))];
    this.all = all;
    this.list.replaceChildren(...all.map((cited) => this.entry(cited)));
    this.nameFields();
    if (!all.length) {
      const none = document.createElement("li");
      none.className = "note";
      none.textContent = "No citation was found in the text.";
      this.list.append(none);
    }
    this.offerAll();
    this.listeners.cited(this.authorities());
  }

  // Offer to tick all that was found, if several citations are not ticked.
  offerAll() {
    const open = () => [...this.list.querySelectorAll(".cited > label input:not(:checked)")];
    if (open().length < 2) return;
    const item = document.createElement("li");
    const all = button(`Tick all ${this.all.length} that were found`, () => {
      for (const box of open()) box.click();
      item.remove();
      this.list.querySelector("input").focus();
    });
    item.append(all);
    this.list.prepend(item);
  }

  // What an answer can rest on: the authorities that are listed.
  authorities() {
    return this.all.filter((cited) => cited.kind !== "opinion" && this.fields[this.lists[cited.kind]].includes(cited.id));
  }

  entry(cited) {
    const item = document.getElementById("citation-template").content.firstElementChild.cloneNode(true);
    item.cited = cited;
    const box = item.querySelector("input");
    item.querySelector(".cited-name").textContent = cited.name;
    const places = cited.at.length ? `paragraph ${asTyped(cited.at)}` : "";
    item.querySelector(".cited-title").textContent = cited.title ?? "";
    item.querySelector(".cited-at").textContent = cited.isMissing && this.hasText ? "not found in the text" : places;
    if (cited.kind === "opinion") {
      this.opinion(item, box, cited);
      return item;
    }
    const name = this.lists[cited.kind];
    box.checked = this.fields[name].includes(cited.id);
    item.dataset.field = `${name}.${this.fields[name].indexOf(cited.id)}`;
    box.addEventListener("change", () => {
      const others = this.fields[name].filter((other) => other !== cited.id);
      this.fields[name] = box.checked ? [...others, cited.id] : others;
      this.listeners.changed(name, this.fields[name]);
      this.listeners.cited(this.authorities());
    });
    return item;
  }

  // An earlier opinion also asks what this one does to it, or to each of its answers.
  opinion(item, box, cited) {
    const relations = this.relationsTo(cited);
    box.checked = relations.length > 0;
    const isWhole = relations.some(({ holding }) => !holding);
    const named = relations.map(({ holding }) => holding);
    const others = cited.answers.filter(({ id }) => !named.includes(id));
    item.querySelector(".effects").replaceChildren(...relations.map((relation) => this.effect(relation, cited, others, relations.length > 1)));
    const another = item.querySelector('[data-do="another"]');
    another.hidden = !relations.length || isWhole || !others.length;
    another.addEventListener("click", () => {
      const { effect, at } = relations.at(-1);
      this.fields.opinions.splice(this.fields.opinions.indexOf(relations.at(-1)) + 1, 0, { cites: cited.id, effect, holding: others[0].id, at });
      this.changedOpinion(cited, "[data-answer]");
    });
    box.addEventListener("change", () => {
      if (box.checked) this.fields.opinions.push({ cites: cited.id, effect: "cites", holding: "", at: cited.at.map(String) });
      else this.fields.opinions = this.fields.opinions.filter(({ cites }) => !sameOpinion(cites, cited.id));
      this.changedOpinion(cited, "input");
    });
  }

  // What one relation does, to which answer, and where the text says so.
  effect(relation, cited, others, isOneOfSeveral) {
    const box = document.getElementById("effect-template").content.firstElementChild.cloneNode(true);
    const [kind, answer, at] = ["effect", "answer", "at"].map((name) => box.querySelector(`[data-${name}]`));
    const remove = box.querySelector('[data-do="remove"]');
    kind.value = relation.effect || "cites";
    const own = cited.answers.filter(({ id }) => id === relation.holding || others.some((other) => other.id === id));
    answer.append(...own.map(({ id, text }) => new Option(`answer ${id}: ${text}`, id)));
    answer.options[0].textContent = ALTERING.includes(kind.value) && cited.answers.length ? "each of its answers" : "all of it";
    answer.options[0].disabled = isOneOfSeveral;
    answer.value = relation.holding ?? "";
    answer.closest("label").hidden = !cited.answers.length && !relation.holding;
    box.querySelector(".answer-words").textContent = cited.answers.find(({ id }) => id === relation.holding)?.text ?? "";
    at.value = asTyped(relation.at);
    for (const input of [kind, answer]) {
      input.addEventListener("change", () => {
        Object.assign(relation, { effect: kind.value, holding: answer.value });
        const place = [...box.parentElement.children].indexOf(box) + 1;
        this.changedOpinion(cited, `.effect:nth-child(${place}) [${input === kind ? "data-effect" : "data-answer"}]`);
      });
    }
    at.addEventListener("input", () => {
      relation.at = numbersIn(at.value);
      this.listeners.changed("opinions", this.fields.opinions);
    });
    remove.hidden = !isOneOfSeveral;
    remove.addEventListener("click", () => {
      this.fields.opinions = this.fields.opinions.filter((other) => other !== relation);
      this.changedOpinion(cited, "[data-answer]");
    });
    return box;
  }

  relationsTo({ id }) {
    return this.fields.opinions.filter(({ cites }) => sameOpinion(cites, id));
  }

  // Draw an opinion again, and return the focus to the same control.
  changedOpinion(cited, control) {
    this.listeners.changed("opinions", this.fields.opinions);
    const item = [...this.list.children].find((other) => other.cited?.id === cited.id && other.cited.kind === "opinion");
    const drawn = this.entry(cited);
    drawn.querySelector(":scope > .problems").replaceWith(item.querySelector(":scope > .problems"));
    item.replaceWith(drawn);
    this.nameFields();
    drawn.querySelector(control).focus();
  }

  // Note the place of each entry in the list; places change when an entry is added or removed.
  nameFields() {
    for (const item of this.list.children) {
      if (item.cited?.kind !== "opinion") continue;
      const places = this.relationsTo(item.cited).map((relation) => this.fields.opinions.indexOf(relation));
      item.dataset.field = places.map((place) => `opinions.${place}`).join(" ");
    }
  }
}

const ALTERING = ["modifies", "supersedes"];

const asList = (value) => (Array.isArray(value) ? value : []);

const sameOpinion = (first, second) => first.replace(/\/0*/, "/") === second.replace(/\/0*/, "/");
