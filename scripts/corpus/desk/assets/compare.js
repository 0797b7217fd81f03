// The places that a person must compare with the document: open where there is room for them.

import { keep, kept } from "./storage.js";

const WIDE = matchMedia("(min-width: 56rem)");

export class Compare {
  constructor(details) {
    this.details = details;
    this.list = details.querySelector("ul");
    details.addEventListener("toggle", () => {
      if (details.open) keep(this.keys[0], this.count);
    });
  }

  show({ toCompare, isSealed, key, keysBefore }) {
    this.keys = [key, ...keysBefore].map((each) => `compared ${each}`);
    const isFirst = this.count === undefined;
    this.count = toCompare.length;
    this.details.hidden = !this.count;
    this.details.querySelector("summary").textContent = `Compare with the document: ${this.places}`;
    if (isFirst && WIDE.matches && !isSealed) this.details.open = true;
    this.list.replaceChildren(
      ...toCompare.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence.replaceAll("`", "") })),
    );
  }

  get places() {
    return `${this.count} ${this.count === 1 ? "place" : "places"}`;
  }

  // A sentence before saving and sealing, if the list was never open.
  get unseen() {
    if (!this.count || this.details.open || this.keys.some(kept)) return "";
    return `Look first at “Compare with the document”: ${this.places}.`;
  }
}
