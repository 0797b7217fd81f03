// Which set a rule belongs to: `Rule 4(b) of the Pier Rules`, `Pier and Lock Rules 4(b)`.
import { isInSets } from "./authorities.js";
import { grammar, isUpper, patterns } from "./grammar.js";
import { isBeforeANoun } from "./ordinary.js";
import { LOOK_BEHIND } from "./others.js";

// The set of a rule that is not named with its set; empty if unknown. It is the set named after the
// rule, the only one before `of the same Rules`, the one whose title is right before, that of the
// rule before, or else the usual one of the text.
export function ruleSetOf(text, introducers, rule) {
  const { start } = rule;
  const end = endOfTitle(text, rule.end);
  const usual = setGoingOn(text, rule.earlier, start, end) || rule.usual;
  if (patterns.SAME_RULES.match(text, end)) return introducers.onlySetBefore(text, start);
  const named = patterns.OF_THE.match(text, end) ?? patterns.IN_THE_RULES.match(text, end);
  const ruleSet = named ? introducers.setAfter(text, named.end).ruleSet : "";
  if (ruleSet) return ruleSet;
  const acronym = introducers.acronymAfter.match(text, end);
  if (acronym) return acronym.groups.set;
  if (named) return "";
  const titled = introducers.titleBefore(text, start).ruleSet;
  if (titled) return titled;
  const before = text.slice(Math.max(start - LOOK_BEHIND, 0), start);
  return usual === null || patterns.NAMES_OTHER_RULES.search(before) ? "" : usual;
}

// The set of the rule right before: `Pier` for `Rule 8(a)` in `Pier Rule 4(f) and Rule 8(a)`; empty
// if there is none, or if a noun follows: `and Rule 11 sanctions`.
function setGoingOn(text, { ruleSet, endOfRules }, start, end) {
  const isJoined = ruleSet && patterns.JOINS_RULES.fullMatch(text, endOfRules, start);
  return isJoined && !isBeforeANoun(text, end) ? ruleSet : "";
}

// Whether `Lock 5` goes on with a list that names its kind: `Pier Rule 4(f) and Lock 5`.
export function goesOnWithRules(text, kind, { ruleSet, endOfRules }, start, end) {
  const noun = grammar.kinds[kind].label.split("{id}").at(-1).replace("{part}", "").trim();
  const isNamed = text.slice(Math.max(start - LOOK_BEHIND, 0), start).includes(noun);
  const isJoined = ruleSet && patterns.LIST_SEPARATOR.fullMatch(text, endOfRules, start);
  return isNamed && isJoined && !isBeforeANoun(text, end);
}

// The end of the title that follows a rule in parentheses; `end` if there is none.
const endOfTitle = (text, end) => patterns.TITLE_OF_A_RULE.match(text, end)?.end ?? end;

// Whether the rules to which a rule belongs may be named after it: ` of the Pier Rules`.
export const namesRulesAfter = (text, end) =>
  (patterns.OF_THE.match(text, end) ?? patterns.IN_THE_RULES.match(text, end)) !== null;

// Where a rule of no set that is surely another body's is, with the name of the body; or null.
export function rulesOfOthers(text, { start, numberStart, meaning }, others) {
  const isOfNoSet = meaning.kind && isInSets(meaning.kind) && !meaning.ruleSet && isUpper(text[start]);
  const rules = isOfNoSet ? patterns.RULES.match(text, numberStart) : null;
  return rules && others.hasRule(text, start, rules.end) ? others.withName(text, start, rules.end) : null;
}

// The same rules of the sets that share a name: `Pier` of `Pier and Lock Rules 4(b)`.
export function* inOtherSets(text, introducers, name, rules) {
  for (const { start, end, ruleSet } of setsBeside(text, introducers, name, rules)) {
    for (const { target } of rules) {
      if (target.id !== ruleSet) yield { start, end, target: { ...target, id: ruleSet } };
    }
  }
}

// The sets that share the name of the one to which some rules belong.
function setsBeside(text, introducers, { start, meaning }, rules) {
  if (meaning.ruleSet) return introducers.setsBefore(text, start);
  const ofThe = patterns.OF_THE.match(text, endOfTitle(text, rules.at(-1).end));
  if (ofThe) return introducers.setAfter(text, ofThe.end).ruleSet ? introducers.setsAfter(text, ofThe.end) : [];
  return introducers.setsBefore(text, introducers.titleBefore(text, rules[0].start).start);
}
