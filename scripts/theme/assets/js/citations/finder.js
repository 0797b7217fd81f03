// Finds the citations in running text, step by step as the finder in Python does.
import { inNumerals, isCode, isInSets, mayBeARange, namesItsChapter, partsOf, styles } from "./authorities.js";
import { HAVE_A_NUMBER, NUMERAL, POINTS_BACK, WHOSE, doubtAboutGrade, doubtsAfter, pointingBack, withDoubts } from "./doubts.js";
import { NO_CITATIONS } from "./enumeration.js";
import { Pattern, grammar, isAlphanumeric, isLower, isUpper, patterns } from "./grammar.js";
import { Introducers } from "./introducers.js";
import { KindsBeside } from "./kinds-beside.js";
import { ListReader } from "./lists.js";
import { MASK, masked } from "./masks.js";
import { opinionList, opinionsAlone } from "./opinion-lists.js";
import { wholeWord, withDigits } from "./numbers-in-words.js";
import { Opinions, opinionTarget } from "./opinions.js";
import { isAfterADocument, isBeforeANoun, isOfADocument, isOrdinary } from "./ordinary.js";
import { LOOK_BEHIND, OtherBodies, isOfSomething } from "./others.js";
import { withPartsAlone } from "./parts-alone.js";
import { withPartsBefore } from "./parts-before.js";
import { goesOnWithRules, inOtherSets, ruleSetOf, rulesOfOthers } from "./rule-sets.js";
import { sectionsAfterChapter, sectionsAlone, sectionsBefore, sectionsInDoubt, sectionsOfChapter } from "./sections.js";

const byStart = (a, b) => a.start - b.start;

export class CitationFinder {
  opinions;
  #introducers = new Introducers();
  #kindsBeside = new KindsBeside();
  #others = Object.fromEntries(Object.keys(grammar.others.own).map((kind) => [kind, new OtherBodies(kind)]));

  #aliases = grammar.aliases.pattern && new Pattern(grammar.aliases.pattern);

  #citedBodies = grammar.citedBodies.map((source) => new Pattern(source));

  // No opinion is of a year after this one, unless one that has a record is.
  constructor(thisYear) {
    this.opinions = new Opinions(thisYear);
  }

  // The citations in plain words, and what looks like one but is not resolved. What is a number of
  // another body in a form of the settings is neither.
  // After a list mark such as `(a)`, a `(b)` in the words is that of the next item.
  read(words, ruleSet = null, listMark = "") {
    const text = patterns.WEB_ADDRESS.replace(words, (match) => MASK.repeat(match.text.length));
    const introduced = [];
    const unresolved = [];
    const linked = this.#citedBodies.flatMap((pattern) => [...pattern.all(words)]);
    const ofOthers = [];
    for (const { citations, doubts, others } of this.#introduced({ text, ruleSet, listMark })) {
      introduced.push(...citations);
      unresolved.push(...doubts);
      ofOthers.push(...others);
    }
    const alone = this.#alone(masked(introduced, text));
    unresolved.push(...this.#sectionsInDoubt(masked([...introduced, ...alone].sort(byStart), text), [...ofOthers, ...unresolved]));
    const { citations: resolved, doubts: leaning } = withPartsAlone(text, [...introduced, ...alone].sort(byStart));
    unresolved.push(...leaning, ...pointingBack(text, resolved));
    const byAlias = [...this.#byAlias(text)];
    const isApart = ({ start, end }) => ![...linked, ...byAlias].some((other) => start < other.end && other.start < end);
    const citations = [...resolved.filter(isApart), ...byAlias];
    const isUnlinked = ({ start, end }) => !linked.some((other) => start < other.end && other.start < end);
    const named = [...linked.map(({ start, end }) => ({ start, end })), ...ofOthers.filter(isUnlinked)];
    return { resolved: citations.sort(byStart), unresolved: unresolved.filter(isApart).sort(byStart), ofOthers: named.sort((a, b) => a.start - b.start || a.end - b.end) };
  }

  // Opinions that the words cite by another number, such as that of a joint body.
  *#byAlias(text) {
    for (const { text: words, start, end } of this.#aliases ? this.#aliases.all(text) : []) {
      const [year, number, letter, series] = grammar.aliases.opinions[words.split(/\s+/).join(" ")];
      yield { start, end, target: opinionTarget(series, year, number, letter) };
    }
  }

  // The text with blanks for the words that introduce citations.
  withoutNames(text) {
    return this.#introducers.pattern.replace(text, (match) => " ".repeat(match.text.length));
  }

  // Whether a whole text is words that introduce citations.
  isName(text) {
    return this.#introducers.pattern.fullMatch(text) !== null;
  }

  // Sections and opinions that no words introduce; a number is one of the two.
  #alone(text) {
    const codes = Object.keys(grammar.kinds).filter(isCode);
    const sections = codes.length === 1 ? [...sectionsAlone(text, codes[0], this.#others[codes[0]])] : [];
    const isApart = ({ start, end }) => !sections.some((section) => start < section.end && section.start < end);
    return [...sections, ...[...opinionsAlone(text, this.opinions)].filter(isApart)];
  }

  // Numbers of sections after other words, apart from what was read.
  #sectionsInDoubt(text, read) {
    const codes = Object.keys(grammar.kinds).filter(isCode);
    const doubts = codes.length === 1 ? [...sectionsInDoubt(text, codes[0], this.#others[codes[0]])] : [];
    return doubts.filter(({ start, end }) => !read.some((other) => start < other.end && other.start < end));
  }

  *#introduced(words) {
    let { text } = words;
    let [done, endOfList, endOfRules, endOfOthers, lastSet] = [0, 0, 0, 0, ""];
    const starts = new Set();
    let match;
    while ((match = this.#introducers.pattern.search(text, done))) {
      done = match.end;
      let name = this.#name(text, match);
      if (isWithinAWord(text, match.start) && !this.#followsYear(text, name)) continue;
      text = withDigits(text, name);
      name = this.#kindsBeside.withKind(text, this.#name(text, match));
      const { citations: found, doubts } = this.#read({ ...words, text, earlier: { starts, end: endOfList, listStart: name.start, endOfRules, ruleSet: lastSet } }, name, endOfList);
      const citations = text === words.text ? found : found.map((each) => ({ ...each, start: wholeWord(words.text, each.start) }));
      if (!citations.length && !doubts.length) {
        const other = rulesOfOthers(text, name, this.#others[name.meaning.kind ?? "opinion"]);
        if (other) yield { citations: [], doubts: [], others: [other] };
        continue;
      }
      const followsASentence = patterns.END_OF_A_CITED_SENTENCE.fullMatch(text, endOfList, name.start) !== null;
      for (const citation of citations) starts.add(citation.start);
      if (citations.length) endOfList = Math.max(...citations.map((citation) => citation.end));
      const end = Math.max(done, endOfList, ...doubts.map((doubt) => doubt.end));
      done = end;
      endOfRules = name.meaning.kind && isInSets(name.meaning.kind) ? end : 0;
      lastSet = endOfRules && citations.length ? citations.at(-1).target.id : "";
      const start = citations.length && !name.meaning.kind ? Math.min(name.start, citations[0].start) : name.start;
      const goesOn = name.meaning.isCommon && isJoined(text, endOfOthers, name.start);
      const named = { ...name, start, followsASentence };
      if (goesOn || this.#isOfOthers(text, named, end)) {
        endOfOthers = done;
        const doubt = this.#ownNumber(text, named, citations);
        const hasNumber = citations.length > 0 || HAVE_A_NUMBER.has(doubts[0].doubt);
        if (doubt) yield { citations: [], doubts: [doubt], others: [] };
        else if (hasNumber) yield { citations: [], doubts: [], others: [this.#withName(text, named, end)] };
        continue;
      }
      const whose = citations.length ? this.#whose(text, named, end) : null;
      yield whose ? { citations: [], doubts: [whose], others: [] } : { citations, doubts, others: [] };
    }
  }

  #name(text, { text: words, start, end }) {
    const meaning = this.#introducers.meaning(words);
    const nameEnd = this.#introducers.endWithShortName(text, end);
    const sign = (meaning.isCommon && meaning.kind ? patterns.SPACE : patterns.SIGN).match(text, nameEnd);
    const isPlural = meaning.isPlural || Object.values(sign.groups).some((group) => group !== undefined);
    const isInCapitals = isUpper(words) && words.length > "A.O.".length;
    return { start, end, numberStart: sign.end, meaning, isPlural, isInCapitals };
  }

  // Whether a citation with this name, which ends here, belongs to another body.
  #isOfOthers(text, { start, meaning, isInCapitals, followsASentence }, end) {
    const kind = meaning.kind ?? "opinion";
    const others = this.#others[kind];
    if (meaning.kind && isInSets(kind)) return false;
    const isSection = meaning.kind !== null && (isCode(kind) || styles()[kind].leading !== null);
    if (isSection && !meaning.isCommon) return !followsASentence && others.isKnownBefore(text, start, meaning.isShared);
    if (others.speaks(text, start, end)) return true;
    const isNamedBefore = !followsASentence && others.isNamedBefore(text, start, isInCapitals);
    return isNamedBefore || others.isNamedAfter(text, end, isSection);
  }

  // Where a citation of another body begins and ends, with the name of the body.
  #withName(text, { start, meaning, followsASentence }, end) {
    const others = this.#others[meaning.kind ?? "opinion"];
    return followsASentence ? { start, end: others.endOfName(text, end) } : others.withName(text, start, end);
  }

  // The doubt about an opinion of this collection, with its whole number, that an unknown name seems
  // to own: `Guild of Brokers Opinion 2014-30`; or null.
  #ownNumber(text, { start, meaning }, citations) {
    if (meaning.kind || !citations.some((citation) => this.opinions.after(meaning).hasWhole(text, citation))) return null;
    const [others, { end }] = [this.#others.opinion, citations.at(-1)];
    const word = others.unknownNameBefore(text, start);
    return word === null || others.isNamedAfter(text, end, false) ? null : { start: word, end, doubt: WHOSE };
  }

  // The doubt about a citation that may be another body's, or is ` of that document`; null if none.
  #whose(text, { start, meaning, followsASentence }, end) {
    if (patterns.OF_THAT_DOCUMENT.match(text, end)) return { start, end, doubt: POINTS_BACK };
    if (followsASentence) return null;
    const kind = meaning.kind ?? "opinion";
    const isNumbered = !meaning.kind || grammar.kinds[kind].numbering === "number";
    if (!isNumbered && !(isCode(kind) && (meaning.isCommon || meaning.isShared))) return null;
    const others = this.#others[kind];
    let word = isNumbered ? others.unknownWordBefore(text, start) : others.placeBefore(text, start);
    if (word === null && !meaning.kind) word = others.speakerBefore(text, start);
    return word === null ? null : { start: word, end, doubt: WHOSE };
  }

  // Whether the year of an opinion stands right before, as in `2011-AG-3`.
  #followsYear(text, { meaning, start }) {
    return !meaning.kind && this.opinions.after(meaning).hasYearBefore(text, start);
  }

  // The one citation, the list or the range that a name introduces, and the doubts.
  #read(words, name, after) {
    const { text } = words;
    if (name.meaning.kind) {
      const citations = this.#citations(words, name, after);
      if (citations.length && isOrdinaryEnglish(text, name, citations)) return { citations: [], doubts: [] };
      const doubt = citations.length ? doubtAboutGrade(text, name, citations) : this.#inNumerals(words, name, after);
      if (doubt) return { citations: [], doubts: [doubt] };
      return withDoubts(text, name, citations, words.earlier.endOfRules);
    }
    const found = [...opinionList(text, name, this.opinions.after(name.meaning))];
    const citations = found.filter(({ target }) => target);
    const doubts = found.filter(({ doubt }) => doubt);
    return { citations, doubts: doubts.length ? doubts : [...doubtsAfter(text, name, citations)] };
  }

  // The doubt about what would be cited if its kind had Roman numerals: `Pier Rule IV`; or null.
  #inNumerals(words, name, after) {
    const { kind } = name.meaning;
    const { text } = words;
    if (grammar.kinds[kind].hasNumerals || isCode(kind) || !/[IVX]/.test(text[name.numberStart])) return null;
    const isRange = patterns.JOINED_NUMERALS.match(text, name.numberStart) !== null;
    const cited = this.#citations(words, isRange ? { ...name, isPlural: true } : name, after, inNumerals(styles()[kind]));
    if (!cited.length || isOrdinaryEnglish(text, name, cited)) return null;
    return { start: cited[0].start, end: cited.at(-1).end, doubt: NUMERAL };
  }

  #citations(words, name, after, style = styles()[name.meaning.kind]) {
    const { text } = words;
    const { kind, isCommon } = name.meaning;
    let citations = this.#authorities(words, name, style);
    if (!citations.length) return isCode(kind) && !isCommon ? sectionsBefore(text, kind, name.start, after) : [];
    citations = [...withPartsBefore(text, citations, after)];
    if (!isInSets(kind)) return citations;
    return [...inOtherSets(text, this.#introducers, name, citations), ...citations].sort(byStart);
  }

  #authorities({ text, ruleSet, listMark, earlier }, { start, numberStart, meaning, isPlural }, style) {
    const { kind } = meaning;
    const { leading, nameAfter } = style;
    const sections = isCode(kind) ? sectionsOfChapter(text, kind, start, numberStart) : [];
    if (sections.length) return sections;
    const afterChapter = meaning.isCommon ? sectionsAfterChapter(text, kind, start, numberStart) : [];
    if (afterChapter.length) return afterChapter;
    let [set, first] = [meaning.ruleSet, start];
    const named = isInSets(kind) && !set ? this.#introducers.setInAnyCase(text, start) : null;
    if (named?.ruleSet) [set, first] = [named.ruleSet, named.start];
    else if (named) {
      const end = new ListReader(text, kind, "", isPlural, "", NO_CITATIONS, style).end(numberStart);
      set = ruleSetOf(text, this.#introducers, { start, end, earlier, usual: ruleSet });
      if (!set) return [];
    } else if (leading) {
      const title = leading.search(text, Math.max(start - LOOK_BEHIND, 0), start);
      if (!title) return [];
      [set, first] = [title.group(1), title.start];
    }
    const citations = [...new ListReader(text, kind, set, isPlural, listMark, earlier, style).read(first, numberStart)];
    const after = citations.length ? nameAfter?.match(text, citations.at(-1).end) : null;
    if (after) return [...citations.slice(0, -1), { ...citations.at(-1), end: after.end }];
    const isSure = !meaning.isCommon || this.#isClear(text, citations);
    const isNextRule = citations.length && isInSets(kind) && goesOnWithRules(text, kind, earlier, start, citations.at(-1).end);
    return isSure || isNextRule ? citations : [];
  }

  // Whether numbers after a common word are sections of a code, and of nothing else.
  #isClear(text, citations) {
    const target = citations[0]?.target;
    if (target && isInSets(target.kind)) return partsOf(target).length > 1 || target.pinpoint.startsWith(".");
    if (!target || !namesItsChapter(target)) return false;
    if (mayBeOfADocument(text, citations[0].start, target)) return false;
    const { end } = citations.at(-1);
    const isOfOthers = this.#others[target.kind].isNamedAfter(text, end, false);
    const isPlain = /^[0-9-]+$/.test(target.id + target.pinpoint);
    return !mayBeARange(target) && !(isPlain && (isOfOthers || isOfSomething(text, end)));
  }
}

// Whether a number such as `12-4` after a common word may be of a contract; `2A-34` is not.
function mayBeOfADocument(text, start, { id }) {
  return /^[0-9-]+$/.test(id) && (/^[0-9]-[0-9]$/.test(id) || isAfterADocument(text, start));
}

// Whether a name in lowercase and its numbers cite nothing: `section 3.2 of the lease`.
function isOrdinaryEnglish(text, { start }, citations) {
  if (!isLower(text[start])) return false;
  const [citation] = citations;
  const { end } = citations.at(-1);
  if (citations.length > 1) return isOfADocument(text, end);
  if (isInSets(citation.target.kind) && citation.start < start) return false;
  if (isPlain(citation) && isOrdinary(text, start, end)) return true;
  const hasDash = patterns.LETTER_AFTER_A_DASH.search(text, start, end) !== null;
  return (hasDash && isBeforeANoun(text, end)) || isOfADocument(text, end);
}

// Whether a number is one that anything may have: a whole one such as `3`, without a part.
function isPlain({ target: { kind, pinpoint } }) {
  return ["number", "sets"].includes(grammar.kinds[kind].numbering) && /^[0-9]*$/.test(pinpoint);
}

function isWithinAWord(text, start) {
  const before = text[start - 1];
  return isAlphanumeric(before) || before === "_" || (before === "-" && isAlphanumeric(text[start - 2]));
}

// Whether only `, ` or ` and ` stands between two citations.
const isJoined = (text, end, start) => end > 0 && patterns.LIST_SEPARATOR.fullMatch(text, end, start) !== null;
