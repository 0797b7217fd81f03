// The fields of the form: fills them in from the record, and reports what is typed in them.

import { fillIn } from "./suggestions.js";

const $ = (id) => document.getElementById(id);

export class FormFields {
  constructor(form, { changed }) {
    this.form = form;
    for (const input of form.querySelectorAll("[data-lines]")) {
      input.addEventListener("input", () => changed(input.dataset.lines, input.value.split("\n").filter((line) => line.trim())));
    }
    for (const input of form.querySelectorAll("[data-text]")) {
      input.addEventListener("input", () => {
        const [name, part] = input.dataset.text.split(".");
        changed(name, part ? this.partsOf(name) : input.value);
      });
    }
    for (const list of form.querySelectorAll("[data-choices]")) {
      list.addEventListener("change", () => {
        const now = [...list.querySelectorAll("input:checked")].map((box) => box.value);
        changed(list.dataset.choices, now);
      });
    }
    $("names-nobody").addEventListener("click", () => fillIn($("field-requester"), "anonymous"));
    $("compared").addEventListener("change", (event) => changed("source", { compared: event.target.checked }));
    $("type-the-date").addEventListener("click", () => {
      const input = $("field-approved");
      input.type = "text";
      allowPartOfDate(input, input.value);
      input.focus();
    });
  }

  fill(fields) {
    for (const input of this.form.querySelectorAll("[data-text]")) {
      const value = input.dataset.text.split(".").reduce((found, name) => found?.[name], fields) ?? "";
      if (input.dataset.text === "approved") allowPartOfDate(input, value);
      input.value = value;
    }
    for (const input of this.form.querySelectorAll("[data-lines]")) {
      const lines = fields[input.dataset.lines];
      input.value = Array.isArray(lines) ? lines.join("\n") : "";
    }
    for (const details of this.form.querySelectorAll("[data-opens]")) {
      details.open ||= [...details.querySelectorAll("input, textarea, select")].some(({ value }) => value);
    }
    for (const list of this.form.querySelectorAll("[data-choices]")) {
      const chosen = Array.isArray(fields[list.dataset.choices]) ? fields[list.dataset.choices] : [];
      for (const box of list.querySelectorAll("input")) box.checked = chosen.includes(box.value);
    }
    $("read-by-machine").hidden = !fields.source?.read;
    $("compared").checked = false;
  }

  // Show the fields that this record can have. If it is in the collection, its number cannot change.
  showPossible({ fields, isRecord, numbers }) {
    $("later").hidden = !isRecord && !fields?.corrections && !fields?.withdrawn;
    for (const name of ["number", "letter", "year"]) {
      const input = $(`field-${name}`);
      if (!input) continue;
      input.readOnly = isRecord;
      input.closest(".field").hidden = !(numbers[name] ?? true) && !input.value;
    }
    const { stage, comments_until: until } = fields ?? {};
    if ($("field-comments_until")) $("field-comments_until").closest(".field").hidden = stage !== "draft" && !until;
    if ($("field-series")) $("field-series").disabled = isRecord;
  }

  // Fill the form in again, but keep the field in view where it is: the first one below this height.
  keepInPlace(height, redraw) {
    const topOf = (place) => place.getBoundingClientRect().top;
    const places = () => [...this.form.querySelectorAll("[data-field]")].filter((place) => place.checkVisibility());
    const shown = places().find((place) => topOf(place) > height);
    const top = shown && topOf(shown);
    redraw();
    const same = places().find((place) => place.dataset.field === shown?.dataset.field);
    if (same) scrollBy(0, topOf(same) - top);
  }

  // What is typed in the inputs of a field with parts, such as `source` or `vote`.
  partsOf(name) {
    const inputs = [...this.form.querySelectorAll(`[data-text^="${name}."]`)];
    return Object.fromEntries(inputs.map((input) => [input.dataset.text.split(".")[1], input.value]));
  }

  // The labels of the fields that differ; “the text” if none does.
  changesBetween(before, after) {
    const names = Object.keys({ ...before, ...after }).filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]));
    const labels = names.map((name) => this.form.querySelector(`[data-field~="${name}"] :is(label, legend, h2, summary), #${name}-title`)?.textContent ?? "another field");
    return [...new Set(labels)].join(", ") || "the text";
  }
}

// A calendar knows only days. If it is a month or a year, `2011-04` or `2011`, it has to be typed.
function allowPartOfDate(input, value) {
  const isTyped = input.type === "text" || (value !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(value));
  input.type = isTyped ? "text" : "date";
  $("type-the-date").hidden = isTyped;
  $("how-to-type-the-date").hidden = !isTyped;
}
