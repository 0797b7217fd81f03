// Which set a rule belongs to: `Rule 4(b) of the Pier Rules`, `Pier and Lock Rules 4(b)`.
import { patterns } from "./grammar.js";
import { LOOK_BEHIND } from "./others.js";

// The set of the rule from `start` to `end`: the one named after it, the only one before
// `of the same Rules`, or the usual one of the text; empty if unknown.
export function ruleSetOf(text, introducers, usual, start, end) {
  if (patterns.SAME_RULES.match(text, end)) return introducers.onlySetBefore(text, start);
  const named = patterns.OF_THE.match(text, end) ?? patterns.IN_THE_RULES.match(text, end);
  if (named) return introducers.setAfter(text, named.end).ruleSet;
  const before = text.slice(Math.max(start - LOOK_BEHIND, 0), start);
  return usual === null || patterns.NAMES_OTHER_RULES.search(before) ? "" : usual;
}

// Whether the rules to which a rule belongs may be named after it: ` of the Pier Rules`.
export const namesRulesAfter = (text, end) =>
  (patterns.OF_THE.match(text, end) ?? patterns.IN_THE_RULES.match(text, end)) !== null;

// The same rules of the sets that share a name: `Pier` of `Pier and Lock Rules 4(b)`.
export function* inOtherSets(text, introducers, { start: nameStart, meaning }, rules) {
  const ofThe = meaning.ruleSet ? null : patterns.OF_THE.match(text, rules.at(-1).end);
  const namedAt = ofThe ? introducers.setAfter(text, ofThe.end).start : nameStart;
  for (const { start, end, ruleSet } of introducers.setsBefore(text, namedAt)) {
    for (const { target } of rules) yield { start, end, target: { ...target, id: ruleSet } };
  }
}
