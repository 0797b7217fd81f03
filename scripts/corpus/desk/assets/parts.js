// What a line of the document is, if it is no paragraph: the approval line, a heading, or no part of the text.

import { button, GIVES_NUMBER } from "./problems.js";

const $ = (id) => document.getElementById(id);
const [FIRST, LAST] = [6, 4]; // how many blocks at both ends of a text are mostly not paragraphs
const UNDO = "The button “Undo” takes this back.";

// The words of the button for the line with the number; the lines above that one are left out.
const saysNumber = (block) => (block ? `${GIVES_NUMBER}; leave out what is above it` : GIVES_NUMBER);

export class Parts {
  constructor(listeners) {
    this.listeners = listeners; // step(name, values, method), state(), show(block), say(sentence)
    this.block = -1;
    this.isBusy = false;
    $("make-approval-line").addEventListener("click", () => this.makeApprovalLine(this.block));
    $("make-number-line").addEventListener("click", () => this.makeNumberLine(this.block));
    $("make-heading").addEventListener("click", () => this.makeHeading());
    $("make-paragraph").addEventListener("click", () => this.makeParagraph());
    $("leave-out").addEventListener("click", () => this.leaveOut());
  }

  busy(isBusy) {
    this.isBusy = isBusy;
    for (const control of document.querySelectorAll("#parts button, #left-out button")) control.disabled = isBusy;
  }

  // A line was chosen; each button is there if the line may be that.
  choose(block, words) {
    this.block = block;
    const { blocks, isSealed } = this.listeners.state();
    const isAtAnEnd = block < FIRST || block >= blocks.length - LAST;
    const { isHeading, isApproval, givesDay, isNumber, mayBeNumber, mayBeApproval } = blocks[block] ?? {};
    $("parts").hidden = isSealed || Boolean(words) || block < 0 || !(isAtAnEnd || isHeading);
    if ($("parts").hidden) return;
    $("make-approval-line").hidden = isHeading || givesDay || !mayBeApproval;
    $("make-paragraph").hidden = !isHeading;
    $("make-number-line").hidden = !mayBeNumber || isApproval || (block === 0 && isHeading && isNumber) || (blocks[0].isHeading && blocks[0].isNumber);
    $("make-number-line").textContent = saysNumber(block);
    $("make-heading").hidden = isHeading || isApproval;
  }

  show(state) {
    const details = $("left-out");
    details.hidden = !state.leftOut.length;
    const count = state.leftOut.length;
    details.querySelector("summary").textContent = `Left out of the text: ${count} ${count === 1 ? "line" : "lines"}`;
    details.querySelector("ul").replaceChildren(...state.leftOut.map((words, line) => this.entry(words, line)));
  }

  entry(words, line) {
    const item = document.createElement("li");
    if (this.listeners.state().isSealed) {
      item.append(Object.assign(document.createElement("q"), { textContent: words }));
      return item;
    }
    const back = button("Put it back", async () => {
      if (await this.take("put-words-back", { line, was: words })) this.listeners.say(["The line is in the text again.", ...this.listeners.state().followed].join(" "));
    });
    back.setAttribute("aria-label", `Put it back: ${words}`);
    item.append(Object.assign(document.createElement("q"), { textContent: words }), " ", back);
    return item;
  }

  async makeApprovalLine(block) {
    if (!(await this.take("approval-line", this.named(block)))) return;
    this.listeners.say(["The line has no paragraph number now.", ...this.listeners.state().followed, UNDO].join(" "));
    this.listeners.show(block);
  }

  async makeNumberLine(block) {
    if (!(await this.take("number-line", this.named(block)))) return;
    const { name, followed = [] } = this.listeners.state();
    this.listeners.say([`The line is the heading, and gives the number and year: ${name}. ${UNDO}`, ...followed].join(" "));
  }

  async makeHeading() {
    const named = this.named(this.block);
    if (await this.take("text", { ...named, words: named.was, isHeading: true }, "PUT")) {
      this.listeners.say(["The line is a heading now.", UNDO, ...this.listeners.state().followed].join(" "));
    }
  }

  async makeParagraph() {
    const named = this.named(this.block);
    if (await this.take("text", { ...named, words: named.was, isHeading: false }, "PUT")) {
      this.listeners.say(["The line is a paragraph now.", UNDO, ...this.listeners.state().followed].join(" "));
    }
  }

  async leaveOut() {
    if (await this.take("text", { ...this.named(this.block), words: "", isHeading: false }, "PUT")) {
      this.listeners.say(["The line was left out. It is listed below, and can be put back.", ...this.listeners.state().followed].join(" "));
    }
  }

  // A block by its place and its words: after a step, another one may be in its place.
  named(block) {
    return { block, was: this.listeners.state().blocks[block].words };
  }

  // Take a step, unless one is on its way; the line that was chosen is another one then.
  async take(name, values, method = "POST") {
    if (this.isBusy) return false;
    this.busy(true);
    const isDone = await this.listeners.step(name, values, method);
    this.busy(false);
    if (isDone) $("selection").hidden = true;
    return isDone;
  }
}
