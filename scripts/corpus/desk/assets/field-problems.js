// Says what is wrong with a form, each sentence at its field.

// Show the sentences, go to the first field that has one, and return those that belong to no field.
export function showAtFields(form, problems) {
  const fields = [...form.querySelectorAll("[data-field]")];
  for (const field of fields) showAt(field, problems.filter((problem) => problem.field === field.dataset.field));
  form.querySelector("[aria-invalid]")?.focus();
  const known = new Set(fields.map((field) => field.dataset.field));
  return problems.filter(({ field }) => !known.has(field)).map(({ sentence }) => sentence);
}

function showAt(field, problems) {
  const place = field.querySelector(".problems");
  const input = field.querySelector("input, select, textarea");
  place.id ||= `problems-${Math.random().toString(36).slice(2)}`;
  place.replaceChildren(...problems.map(({ sentence }) => line(sentence)));
  for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", place.id]]) {
    if (problems.length) input.setAttribute(name, value);
    else input.removeAttribute(name);
  }
}

function line(sentence) {
  return Object.assign(document.createElement("p"), { className: "problem is-error", textContent: sentence.replaceAll("`", "") });
}
