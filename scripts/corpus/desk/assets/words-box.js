// The box in which the words of one block of the text are corrected.

import { button } from "./problems.js";
import { TypedBefore } from "./typed-before.js";

const $ = (id) => document.getElementById(id);

export class WordsBox {
  constructor(key, listeners) {
    this.listeners = listeners; // connection, closed(), kept(numbers) if the text is sealed, numberOf(block)
    this.before = new TypedBefore(`correction ${key}`);
    this.dialog = $("words-dialog");
    // What is typed is kept with the line that it is about, and offered again if that line is there.
    for (const input of [$("words"), $("is-heading")]) {
      input.addEventListener("input", () => this.before.keep(this.typed));
    }
    this.dialog.addEventListener("close", () => this.close());
  }

  get state() {
    return this.listeners.connection.state;
  }

  get typed() {
    return { block: this.block, was: this.was, words: $("words").value, isHeading: $("is-heading").checked };
  }

  // `number` is that of the paragraph, if the block is one.
  open(block, number) {
    this.before.forget();
    this.block = block;
    this.number = number;
    this.was = this.state.blocks[block].words;
    $("words").value = this.was;
    $("is-heading").checked = this.state.blocks[block].isHeading;
    this.dialog.returnValue = "";
    this.dialog.showModal();
    $("words").setSelectionRange(0, 0);
    $("words").scrollTop = 0;
  }

  // A correction that was typed before the page was loaded again.
  offerAgain() {
    const typed = this.before.values;
    if (!typed || this.state.blocks[typed.block]?.words !== typed.was) return;
    const again = button("Go on with this correction", () => {
      $("followed").textContent = "";
      this.open(typed.block, this.listeners.numberOf(typed.block));
      $("words").value = typed.words;
      $("is-heading").checked = typed.isHeading;
      this.before.keep(typed);
    });
    $("followed").replaceChildren("A correction was typed here and not kept yet. ", again);
  }

  async close() {
    this.listeners.closed();
    if (this.dialog.returnValue !== "keep") {
      this.before.forget();
      return;
    }
    const isKept = await this.listeners.connection.step("text", this.typed, "PUT");
    $("followed").textContent = isKept ? this.state.followed.join(" ") : "";
    if (!isKept) return;
    this.before.forget();
    if (this.state.isSealed) this.listeners.kept(this.number ? [this.number] : []);
  }
}
