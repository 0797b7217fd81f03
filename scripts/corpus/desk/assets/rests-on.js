// What an answer rests on: boxes for what the opinion cites.

import { propose } from "./suggestions.js";

// Show a checkbox for each citation, and call `changed` when a person ticks or clears one.
export function showRestsOn(rests, holding, cited, changed) {
  rests.hidden = !cited.length;
  const chosen = citesOf(holding);
  offerAll(rests, holding, cited, changed);
  rests.querySelector("ul").replaceChildren(
    ...cited.map(({ id, name }) => {
      const [entry, label, box] = ["li", "label", "input"].map((tag) => document.createElement(tag));
      box.type = "checkbox";
      box.checked = chosen.includes(id);
      box.addEventListener("change", () => {
        const others = citesOf(holding).filter((other) => other !== id);
        holding.cites = box.checked ? [...others, id] : others;
        changed();
      });
      label.append(box, ` ${name}`);
      entry.append(label);
      return entry;
    }),
  );
}

const citesOf = ({ cites }) => (Array.isArray(cites) ? cites : []);

// Offer to tick everything that the paragraphs of an answer cite at once.
function offerAll(rests, holding, cited, changed) {
  const chosen = citesOf(holding);
  const at = (holding.at ?? []).map(String);
  const open = cited.filter((each) => !chosen.includes(each.id) && each.at.some((number) => at.includes(`${number}`)));
  const old = rests.querySelector(".suggestion");
  if (!open.length) {
    old?.remove();
    return;
  }
  propose(rests.querySelector("ul"), old, `Tick what its paragraphs cite: ${open.map(({ name }) => name).join(", ")}`, () => {
    holding.cites = [...chosen, ...open.map(({ id }) => id)];
    changed();
    showRestsOn(rests, holding, cited, changed);
    rests.querySelector("input:checked").focus();
  });
}
