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
    const opinions = this.fields.opinions.map(({ cites }) => ({ kind: "opinion", id: cites, answers: [] }));
    const others = [...listed, ...opinions].filter(({ kind, id }) => !known.has(`${kind} ${id}`));
    const all = [...found, ...others.map((other) => ({ name: this.names[`${other.kind} ${other.id}`] ?? other.id, at: [], isMissing: true, ...other }))];
    this.all = all;
    this.list.replaceChildren(...all.map((cited) => this.entry(cited)));
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

  // An earlier opinion also asks what this one does to it.
  opinion(item, box, cited) {
    const find = () => this.fields.opinions.find(({ cites }) => sameOpinion(cites, cited.id));
    const effect = item.querySelector(".effect");
    const [kind, answer, at] = ["effect", "answer", "at"].map((name) => item.querySelector(`[data-${name}]`));
    item.dataset.field = `opinions.${this.fields.opinions.indexOf(find())}`;
    for (const { id, text } of cited.answers) answer.append(new Option(`answer ${id}: ${text.slice(0, 60)}…`, id));
    const relation = find();
    box.checked = Boolean(relation);
    effect.hidden = !relation;
    kind.value = relation?.effect || "cites";
    answer.value = relation?.holding ?? "";
    at.value = asTyped(relation?.at ?? cited.at);
    const changed = () => {
      const now = { effect: kind.value, holding: answer.value, at: numbersIn(at.value) };
      const old = find();
      if (old) Object.assign(old, now);
      else this.fields.opinions.push({ cites: cited.id, ...now });
      this.listeners.changed("opinions", this.fields.opinions);
    };
    for (const input of [kind, answer, at]) input.addEventListener("input", changed);
    box.addEventListener("change", () => {
      effect.hidden = !box.checked;
      if (box.checked) changed();
      else {
        this.fields.opinions = this.fields.opinions.filter((other) => other !== find());
        this.listeners.changed("opinions", this.fields.opinions);
      }
    });
  }
}

const asList = (value) => (Array.isArray(value) ? value : []);

const sameOpinion = (first, second) => first.replace(/\/0*/, "/") === second.replace(/\/0*/, "/");
