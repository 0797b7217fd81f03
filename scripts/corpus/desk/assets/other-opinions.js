// The opinions of other bodies that the text cites.

const PARTS = ["body", "citation", "url"];

export class OtherOpinions {
  constructor(listeners) {
    this.listeners = listeners; // changed(name, value)
    this.opinions = [];
    this.list = document.getElementById("other-opinions");
    document.getElementById("add-other-opinion").addEventListener("click", () => this.add());
  }

  show(fields) {
    this.opinions = structuredClone(Array.isArray(fields.other_opinions) ? fields.other_opinions : []);
    this.draw();
  }

  add() {
    this.opinions.push({ body: "", citation: "" });
    this.changed();
    this.draw();
    this.list.lastElementChild.querySelector("input").focus();
  }

  changed() {
    this.listeners.changed("other_opinions", this.opinions);
  }

  draw() {
    this.list.replaceChildren(...this.opinions.map((opinion, position) => this.entry(opinion, position)));
    document.getElementById("other-opinions-details").open ||= this.opinions.length > 0;
  }

  entry(opinion, position) {
    const item = document.getElementById("other-opinion-template").content.firstElementChild.cloneNode(true);
    item.dataset.field = `other_opinions.${position}`;
    for (const part of PARTS) {
      const field = item.querySelector(`[data-part="${part}"]`);
      const input = field.querySelector("input");
      field.dataset.field = `other_opinions.${position}.${part}`;
      input.id = `other-opinion-${position}-${part}`;
      field.querySelector("label").htmlFor = input.id;
      input.value = opinion[part] ?? "";
      input.addEventListener("input", () => {
        opinion[part] = input.value;
        this.changed();
      });
    }
    item.querySelector('[data-do="remove"]').addEventListener("click", () => {
      this.opinions = this.opinions.filter((other) => other !== opinion);
      this.changed();
      this.draw();
    });
    return item;
  }
}
