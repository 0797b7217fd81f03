// Marks the topics and programs whose words the text has, and lists them first.

import { wordsMeant } from "./suggest.js";
import { isStopWord } from "../theme/js/search/words.js";

export class SuggestedChoices {
  constructor(lists) {
    this.lists = lists;
  }

  show({ blocks }) {
    const text = blocks.map(({ words }) => words).join(" ");
    if (text === this.text) return;
    this.text = text;
    for (const list of this.lists) this.mark(list);
  }

  mark(list) {
    const choices = [...list.querySelectorAll("[data-means]")];
    for (const choice of choices) {
      const found = JSON.parse(choice.dataset.means).map((groups) => meant(groups, this.text)).find(({ length }) => length) ?? [];
      choice.querySelector(".in-text")?.remove();
      if (!found.length) continue;
      const note = Object.assign(document.createElement("span"), { className: "in-text", textContent: `The text says ${found.map((term) => `“${term}”`).join(" and ")}.` });
      choice.querySelector("label").append(" ", note);
    }
    list.prepend(...choices.filter((choice) => choice.querySelector(".in-text")));
  }
}

const meant = (groups, text) => wordsMeant(groups.filter(([first]) => !isStopWord(first)), text);
