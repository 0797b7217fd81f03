// What is typed in a box and not sent yet stays in the browser, also if the page is closed.

export class TypedBefore {
  constructor(name) {
    this.name = name;
  }

  // What was typed; null if there is nothing.
  get values() {
    try {
      return JSON.parse(localStorage.getItem(this.name));
    } catch {
      return null;
    }
  }

  keep(values) {
    localStorage.setItem(this.name, JSON.stringify(values));
  }

  forget() {
    localStorage.removeItem(this.name);
  }
}
