// What an answer rests on: boxes for what the opinion cites.

import { propose } from "./suggestions.js";

// Show a box for each citation; `changed` is told when one is ticked.
export function showRestsOn(rests, holding, cited, changed) {
  rests.hidden = !cited.length;
  const chosen = Array.isArray(holding.cites) ? holding.cites : [];
  offerAll(rests, holding, cited, changed);
  rests.querySelector("ul").replaceChildren(
    ...cited.map(({ id, name }) => {
      const [entry, label, box] = ["li", "label", "input"].map((tag) => document.createElement(tag));
      box.type = "checkbox";
      box.checked = chosen.includes(id);
      box.addEventListener("change", () => {
        const others = (holding.cites ?? []).filter((other) => other !== id);
        holding.cites = box.checked ? [...others, id] : others;
        changed();
      });
      label.append(box, ` ${name}`);
      entry.append(label);
      return entry;
    }),
  );
}

// Offer what the paragraphs of an answer cite, to tick all of it at once.
function offerAll(rests, holding, cited, changed) {
  const chosen = Array.isArray(holding.cites) ? holding.cites : [];
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
