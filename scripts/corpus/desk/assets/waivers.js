// The reasons why findings are right as they are, at the end of the form.

import { button } from "./problems.js";

const $ = (id) => document.getElementById(id);

export class Waivers {
  constructor({ changed }) {
    this.changed = (waivers) => changed("waivers", waivers);
    this.waivers = [];
  }

  add(waiver) {
    this.changed([...this.waivers, waiver]);
  }

  show({ fields, waived }) {
    this.waivers = Array.isArray(fields?.waivers) ? fields.waivers : [];
    $("waived").hidden = !this.waivers.length;
    $("waivers").replaceChildren(...this.waivers.map((waiver, position) => this.item(waiver, waived[position])));
  }

  item(waiver, inWords) {
    const item = document.createElement("li");
    const remove = button("Remove this reason", () => this.changed(this.waivers.filter((other) => other !== waiver)));
    item.append(`${inWords ?? `${waiver.about} Your reason: ${waiver.reason}`} `, remove);
    return item;
  }
}
