// The kind that is named beside a number: `Rule 12 of the Local Rules`, `Local Rules, Rule 12`.
import { isCode, styles } from "./authorities.js";
import { NO_CITATIONS } from "./enumeration.js";
import { Pattern, grammar } from "./grammar.js";
import { ListReader } from "./lists.js";

const LONGEST_NAME_AND_LEAD = 120;

export class KindsBeside {
  #kinds = grammar.kindsBeside.map(({ kind, before, after }) => ({ kind, before: new Pattern(before), after: new Pattern(after) }));

  // The name, as that of the kind that is named beside its number, if another one is.
  withKind(text, name) {
    const { meaning } = name;
    if (!meaning.kind || isCode(meaning.kind) || meaning.ruleSet || meaning.isCommon) return name;
    const beside = this.#kinds.find((each) => each.kind !== meaning.kind && isNamed(text, name, each));
    return beside ? { ...name, meaning: { ...meaning, kind: beside.kind } } : name;
  }
}

// Whether a kind is named beside a number, in the plural and with the noun before it.
function isNamed(text, { start, end, numberStart, isPlural }, { kind, before, after }) {
  const endOfList = new ListReader(text, kind, "", isPlural, "", NO_CITATIONS, styles()[kind]).end(numberStart);
  const named = after.match(text, endOfList) ?? before.search(text, Math.max(start - LONGEST_NAME_AND_LEAD, 0), start);
  const noun = text.slice(start, end).toLowerCase().replace(/s$/, "");
  return named !== null && named.groups.name.toLowerCase().split(/\s+/).includes(`${noun}s`);
}
