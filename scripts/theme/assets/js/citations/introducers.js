// The words that introduce a citation: `Canon`, `Harbor Stat.`, `Pier Rules`, `AO`.
import { Pattern, grammar, patterns } from "./grammar.js";

const LONGEST_INTRODUCTION = 60;
const LOOK_BEHIND_FOR_SETS = 400;

const key = (text) => patterns.WITHOUT_MEANING.replace(text, () => "");

// The id of the set with a name in any case.
function idOfSet(written) {
  const named = written.split(/\s+/).join(" ").toLowerCase();
  return Object.entries(grammar.introducers.sets).find(([name]) => name.toLowerCase() === named)[1];
}

export class Introducers {
  pattern = new Pattern(grammar.introducers.pattern);
  acronymAfter = new Pattern(grammar.introducers.acronymAfter);
  #setBefore = new Pattern(grammar.introducers.setBefore);
  #ownerAfter = new Pattern(grammar.introducers.ownerAfter);
  #setName = new Pattern(grammar.introducers.setName);
  #sharedBefore = new Pattern(grammar.introducers.sharedBefore);
  #sharedAfter = new Pattern(grammar.introducers.sharedAfter);
  #meanings = new Map();

  constructor() {
    for (const { words, ...meaning } of grammar.introducers.meanings) {
      for (const word of words) this.#meanings.set(word, meaning);
    }
  }

  // What words that match the pattern introduce.
  meaning(text) {
    return this.#meanings.get(key(text));
  }

  // The end of words with the short name in parentheses after them: ` (AO)` after `Advisory Opinion`.
  endWithShortName(text, end) {
    const short = patterns.SHORT_NAME.match(text, end);
    return short && this.#meanings.has(short.groups.name) ? short.end : end;
  }

  // The set that words such as `Pier Rules` name; `Pier` alone may be anything.
  #setOfRules(text) {
    const { ruleSet, isCommon } = this.meaning(text);
    return isCommon ? "" : ruleSet;
  }

  // The sets that share the name from here on: `Pier` in `Pier and `.
  *setsBefore(text, start) {
    const match = this.#sharedBefore.search(text, Math.max(start - LONGEST_INTRODUCTION, 0), start);
    if (!match) return;
    for (const name of this.#setName.all(text, match.start, start)) {
      yield { start: name.start, end: name.end, ruleSet: grammar.introducers.sets[name.text] };
    }
  }

  // The sets that share a name further on: `Pier` in `Pier and the Lock Rules`.
  *setsAfter(text, start) {
    for (const name of this.#setName.all(text, start, this.#sharedAfter.match(text, start).end)) {
      yield { start: name.start, end: name.end, ruleSet: grammar.introducers.sets[name.text] };
    }
  }

  // Where the name of a set right before `rule` begins, and its id; empty if none is.
  setInAnyCase(text, start) {
    const match = this.#setBefore.search(text, Math.max(start - LONGEST_INTRODUCTION, 0), start);
    return match ? { start: match.start, ruleSet: idOfSet(match.groups.set) } : { start, ruleSet: "" };
  }

  // The set that the words before `start` name; empty if they name other rules as well.
  onlySetBefore(text, start) {
    let [sets, done] = [new Set(), start];
    for (const match of this.pattern.all(text, Math.max(start - LOOK_BEHIND_FOR_SETS, 0), start)) {
      const ruleSet = this.#setOfRules(match.text);
      if (!ruleSet) continue;
      for (const each of [{ ruleSet }, ...this.setsBefore(text, match.start)]) sets.add(each.ruleSet);
      done = match.end;
    }
    return sets.size === 1 && !patterns.OTHER_RULES.search(text, done, start) ? [...sets][0] : "";
  }

  // Where the title of the set right before a rule begins, and its id; empty if none is:
  // `Rules of the Pier, ` before `Rule 4`, or `Pier Rules provide, at `.
  titleBefore(text, start) {
    const first = Math.max(start - LOOK_BEHIND_FOR_SETS, 0);
    const end = patterns.TO_ITS_RULE.search(text, Math.max(start - LONGEST_INTRODUCTION, 0), start)?.start ?? start;
    const title = [...this.pattern.all(text, first, end)].find((match) => match.end === end);
    return title ? { start: title.start, ruleSet: this.#setOfRules(title.text) } : { start, ruleSet: "" };
  }

  // Where the set of rules that the next words name stands, and its id; empty if none. Further on in
  // the name, a set with a number is a citation of its own: `Arbitration Rules Pier Rule 7`.
  setAfter(text, start) {
    const owner = this.#ownerAfter.match(text, start);
    if (owner) return { start, ruleSet: idOfSet(owner.groups.set) };
    const shared = this.#sharedAfter.match(text, start);
    const phrase = patterns.PHRASE.match(text, shared.end);
    if (phrase) {
      for (const match of this.pattern.all(text, phrase.start, phrase.end)) {
        const ruleSet = this.#setOfRules(match.text);
        if (!ruleSet) continue;
        const isOwn = match.start > phrase.start && patterns.RULE_NUMBER.match(text, match.end);
        return isOwn ? { start, ruleSet: "" } : { start: match.start, ruleSet };
      }
    }
    return { start, ruleSet: "" };
  }
}
