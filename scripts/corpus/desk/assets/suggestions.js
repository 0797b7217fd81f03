// Buttons below empty fields that fill in what the page proposes.

import { button, goOn } from "./problems.js";
import { documentName, summaryFrom, titleFrom } from "./suggest.js";

// Propose something above `below`, with the button that is there: a click that has begun stays on it.
export function propose(below, old, words, take) {
  const use = old ?? button("", () => {});
  if (use.textContent !== words) use.textContent = words;
  use.onclick = take;
  use.classList.add("suggestion");
  use.classList.remove("is-gone");
  use.disabled = false;
  if (!old) below.before(use);
}

// Hide a suggestion that no longer applies, but keep its space, so that nothing moves under the mouse.
export function putAway(suggestion) {
  suggestion?.classList.add("is-gone");
  suggestion?.setAttribute("disabled", "");
}

// Fill in a field as if a person had typed it, and go there.
export function fillIn(input, words) {
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.focus();
}

export class Suggestions {
  constructor(form) {
    this.form = form;
    this.offered = new Map(); // the words that are offered for each field
  }

  show({ fields, name, numbers }) {
    const { title, summary, source, issues, holdings } = fields ?? {};
    const asked = Array.isArray(issues) ? issues : [];
    const first = asked.find(({ question }) => question)?.question;
    const whole = asked.length && !summary ? summaryFrom(asked, Array.isArray(holdings) ? holdings : []) : "";
    const hasNumber = Boolean(fields?.number && (fields.year || !numbers.year));
    this.offer("title", title || !first ? "" : titleFrom(first), (words) => `Begin with “${words}”`);
    this.offer("summary", whole, (words) => `Begin with “${words}”`);
    this.offer("source.title", hasNumber ? documentName(source?.title ?? "", name) : "", (words) => `Use “${words}”`);
  }

  // Offer words for a field; nothing moves while they stay the same.
  offer(path, words, saying) {
    if ((this.offered.get(path) ?? "") === words) return;
    this.offered.set(path, words);
    const field = this.form.querySelector(`[data-field="${path}"]`);
    if (!field) return;
    const input = field.querySelector("input, textarea");
    const old = field.querySelector(".suggestion");
    if (!words) {
      const isAtOld = old === document.activeElement;
      putAway(old);
      if (isAtOld) goOn(field.querySelector(".problems"), "");
      return;
    }
    propose(field.querySelector(".problems"), old, saying(words), () => fillIn(input, words));
  }
}
