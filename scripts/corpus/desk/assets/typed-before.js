// What is typed in a box and not sent yet stays in the browser, also if the page is closed.

import { forget, keep, kept } from "./storage.js";

export class TypedBefore {
  constructor(name) {
    this.name = name;
  }

  // What was typed; null if there is nothing.
  get values() {
    return kept(this.name);
  }

  keep(values) {
    keep(this.name, values);
  }

  forget() {
    forget(this.name);
  }
}
