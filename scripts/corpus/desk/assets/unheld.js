// What the text cites and the collection does not have can be added here.

import { showAtFields } from "./field-problems.js";
import { button } from "./problems.js";

export class Unheld {
  constructor(list, listeners) {
    this.list = list;
    this.listeners = listeners; // connection
  }

  show({ unheld }) {
    const names = unheld.map(({ name }) => name).join();
    if (this.list.dataset.names === names) return;
    this.list.dataset.names = names;
    this.list.replaceChildren(...unheld.map((authority) => this.entry(authority)));
  }

  entry(authority) {
    const item = document.getElementById("unheld-template").content.firstElementChild.cloneNode(true);
    for (const place of item.querySelectorAll(".unheld-name")) place.textContent = authority.name;
    const source = item.querySelector('[data-field="source_title"]');
    for (const known of authority.sources) source.append(this.offer(known, item));
    item.querySelector("[data-do]").addEventListener("click", () => this.add(authority, item));
    return item;
  }

  // The document from which another of its kind was taken may be that of this one.
  offer({ title, url }, item) {
    const use = button(`I found it in “${title || url}”`, () => {
      item.querySelector('[data-name="source_title"]').value = title;
      item.querySelector('[data-name="source_url"]').value = url;
      item.querySelector("[data-do]").focus();
    });
    use.classList.add("suggestion");
    return use;
  }

  async add(authority, item) {
    const { connection } = this.listeners;
    const typed = [...item.querySelectorAll("[data-name]")].map((input) => [input.dataset.name, input.value]);
    const sent = { kind: authority.kind, id: authority.id, ...Object.fromEntries(typed) };
    const answer = await connection.request("POST", "/authorities", sent);
    const details = item.querySelector("details");
    details.open ||= (answer.problems ?? []).some(({ field }) => details.querySelector(`[data-field="${field}"]`));
    showAtFields(item, answer.problems ?? []);
    if (!answer.ok) return;
    await connection.load();
    const message = document.getElementById("unheld-message");
    message.textContent = `${authority.name} was added to the collection.`;
    (this.list.querySelector("input") ?? message).focus();
  }
}
