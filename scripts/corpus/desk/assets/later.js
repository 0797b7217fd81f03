// What happened after publication: corrections of the text, and a withdrawal.

import { asTyped, numbersIn } from "./numbers.js";

const today = () => new Date().toLocaleDateString("sv");

export class Later {
  constructor(listeners) {
    this.listeners = listeners; // changed(name, value)
    this.corrections = [];
    this.list = document.getElementById("corrections");
    this.on = document.getElementById("withdrawn-on");
    this.reason = document.getElementById("withdrawn-reason");
    for (const input of [this.on, this.reason]) input.addEventListener("input", () => this.withdraw());
    this.asPart = document.getElementById("withdrawn-in");
    this.asPart.addEventListener("click", () => {
      this.allowPartOfDate(true);
      this.on.focus();
    });
    document.getElementById("add-correction").addEventListener("click", () => this.add([]));
  }

  show(fields) {
    this.corrections = structuredClone(Array.isArray(fields.corrections) ? fields.corrections : []);
    const on = fields.withdrawn?.on ?? "";
    this.allowPartOfDate(this.on.type === "text" || (on !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(on)));
    this.on.value = on;
    this.reason.value = fields.withdrawn?.reason ?? "";
    document.getElementById("withdrawal").open = Boolean(fields.withdrawn);
    this.draw();
  }

  // A field for days would show nothing for a month or a year.
  allowPartOfDate(isTyped) {
    this.on.type = isTyped ? "text" : "date";
    this.asPart.hidden = isTyped;
    document.getElementById("how-to-type-the-withdrawal").hidden = !isTyped;
  }

  withdraw() {
    const [on, reason] = [this.on.value, this.reason.value];
    this.listeners.changed("withdrawn", on || reason.trim() ? { on, reason } : {});
  }

  // Ask what changed in these paragraphs of a published text.
  add(at) {
    this.corrections.push({ on: today(), at, what: "" });
    this.changed();
    this.draw();
    document.getElementById("correction").open = true;
    this.list.lastElementChild.querySelector("textarea").focus();
  }

  changed() {
    this.listeners.changed("corrections", this.corrections);
  }

  draw() {
    this.list.replaceChildren(...this.corrections.map((correction, position) => this.entry(correction, position)));
    document.getElementById("correction").open = this.corrections.length > 0;
  }

  entry(correction, position) {
    const item = document.getElementById("correction-template").content.firstElementChild.cloneNode(true);
    item.dataset.field = `corrections.${position}`;
    for (const part of ["on", "at", "what"]) {
      const field = item.querySelector(`[data-part="${part}"]`);
      const input = field.querySelector("input, textarea");
      field.dataset.field = `corrections.${position}.${part}`;
      input.id = `correction-${position}-${part}`;
      field.querySelector("label").htmlFor = input.id;
      input.value = part === "at" ? asTyped(correction.at) : (correction[part] ?? "");
      input.addEventListener("input", () => {
        correction[part] = part === "at" ? numbersIn(input.value) : input.value;
        this.changed();
      });
    }
    item.querySelector('[data-do="remove"]').addEventListener("click", () => {
      this.corrections = this.corrections.filter((other) => other !== correction);
      this.changed();
      this.draw();
    });
    return item;
  }
}
