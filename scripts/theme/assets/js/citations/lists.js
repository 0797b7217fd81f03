// Lists and ranges of authorities: `Canons 3(c), 4 and 6 to 8`.
import { followingPart, followingSection, furtherNames, hasShortNumbers, isCode, isInSets, isSurelyASection, mayBeARange, styles, withParts } from "./authorities.js";
import { isACount, isBeforeCountedNoun } from "./counts.js";
import { NO_CITATIONS, isEnumerated } from "./enumeration.js";
import { patterns } from "./grammar.js";
import { countsSomething, isBeforeThings, isPronoun } from "./ordinary.js";

const LONGEST_RANGE = 30;
const LOOK_BEHIND_FOR_AND = 16;

export class ListReader {
  #text;
  #kind;
  #ruleSet;
  #isPlural;
  #listMark;
  #earlier;
  #style;

  constructor(text, kind, ruleSet, isPlural, listMark = "", earlier = NO_CITATIONS, style = styles()[kind]) {
    this.#text = text;
    this.#kind = kind;
    this.#ruleSet = ruleSet;
    this.#isPlural = isPlural;
    this.#listMark = listMark;
    this.#earlier = earlier;
    this.#style = style;
  }

  // Each authority of a list; the first extends from `start`, where its words begin.
  *read(start, numberStart) {
    const words = this.#text.slice(start, numberStart);
    let item = this.#numberAt(start, numberStart);
    while (item) {
      const named = this.#withPartsInWords(start, item);
      yield* named;
      let { target: previous, end: numberEnd } = named.at(-1);
      for (const further of furtherNames(this.#text, start, previous, numberEnd)) {
        yield further;
        [previous, numberEnd] = [further.target, further.end];
      }
      const end = this.#afterTitle(numberEnd);
      const rangeSign = patterns.RANGE_SIGN.match(this.#text, end);
      const separator = rangeSign ?? this.#separatorAt(end);
      if (!separator) return;
      start = patterns.ASIDE.match(this.#text, separator.end)?.end ?? separator.end;
      item = this.#itemAfter(previous, separator, start, this.#afterSign(start, words, separator), rangeSign !== null);
      if (!rangeSign || !item) continue;
      const [signStart, signEnd] = rangeSign.span("sign");
      for (const target of this.#between(previous, item.target)) yield { start: signStart, end: signEnd, target };
    }
  }

  // What leads from a number to the next one of the list.
  #separatorAt(end) {
    const turn = isCode(this.#kind) ? null : patterns.TO_A_PART.match(this.#text, end);
    return turn ?? patterns.LIST_SEPARATOR.match(this.#text, end);
  }

  // Where a further number begins, after a sign such as `#`.
  // In `Canon 3, No. 5` the 5 is of something else, unless the words before the first number end with a sign, too.
  // A `§` continues only a list that begins with one.
  #afterSign(start, words, separator) {
    const sign = isCode(this.#kind) ? null : patterns.SIGN_IN_A_LIST.match(this.#text, start);
    if (!sign || (sign.text.startsWith("§") && !words.includes("§"))) return start;
    const mayFollow = patterns.ENDS_WITH_A_SIGN.search(words) || this.#isPlural || separator.text.trim() !== ",";
    return mayFollow && isInAList(this.#text, sign.end) ? sign.end : start;
  }

  // The end of the title in parentheses that follows a number; `end` if there is none.
  #afterTitle(end) {
    return patterns.TITLE.match(this.#text, end)?.end ?? end;
  }

  // The end of the list that begins at `start`; `start` if there is none.
  end(start) {
    return Math.max(start, ...[...this.read(start, start)].map((citation) => citation.end));
  }

  #numberAt(start, numberStart) {
    const pattern = this.#isPlural ? this.#style.inList : this.#style.alone;
    const match = pattern.match(this.#text, numberStart);
    if (!match || this.#isOrdinary(match, start)) return null;
    const target = this.#style.parse(match, this.#ruleSet);
    return target && { target, end: match.end };
  }

  // Whether a number is an ordinary one, as in `3 persons`, or `I` is the pronoun.
  #isOrdinary(number, start) {
    if (/[)\]]$/.test(number.text) || patterns.ENDS_WITH_A_LETTER.search(number.text)) return false;
    if (number.text === "I" && isPronoun(this.#text, start, number.end)) return true;
    const { end } = number;
    if (/^\p{L}+$/u.test(number.text) || !countsSomething(this.#text, end)) return false;
    if (patterns.PARTS_IN_WORDS.match(this.#text, end)) return false;
    return !(isBeforeCountedNoun(this.#text, end) && this.#isCertain(number, start));
  }

  // Whether a number is a citation whatever noun follows: `Pier Rule 4 parties`.
  #isCertain(number, start) {
    const words = this.#text.slice(start, number.start);
    if (isCode(this.#kind)) return isSurelyASection(number.text, words);
    if (!words) return this.#isPlural && patterns.ENDS_WITH_AND.search(this.#text, Math.max(start - LOOK_BEHIND_FOR_AND, 0), start) !== null;
    const namesASet = isInSets(this.#kind) && words.trim().split(/\s+/).length > 1;
    return namesASet || !isACount(this.#text, start, number.start, number.end);
  }

  // The citations of a number and the first part named after it.
  // `Canon 3, subsection (c)` is one citation; `Canon 3, subsections (c) and (d)` also cites 3.
  #withPartsInWords(start, { target, end }) {
    let match = patterns.PARTS_IN_WORDS.match(this.#text, this.#afterTitle(end));
    for (let inner; match && (inner = this.#innerPart(match)); match = inner) {
      target = withParts(target, match.groups.parts);
      end = match.end;
    }
    if (!match) {
      const period = target.pinpoint ? patterns.PERIOD_WITHIN.match(this.#text, end) : null;
      return [{ start, end: period?.end ?? end, target }];
    }
    const part = { start, end: match.end, target: withParts(target, match.groups.parts) };
    if (!match.groups.plural) return [part];
    return [{ start, end, target }, { ...part, start: match.span("parts")[0] }];
  }

  // `, paragraph (5)` after `, subsection (d)`; or null.
  #innerPart({ groups, end }) {
    const inner = groups.plural ? null : patterns.PARTS_IN_WORDS.match(this.#text, end);
    if (!inner || inner.groups.word === groups.word) return null;
    return inner.groups.parts.startsWith("(") || /^sub/i.test(inner.groups.word) ? inner : null;
  }

  // The next authority of the list, or a further part or section of the previous one.
  #itemAfter(previous, separator, start, numberStart, isRange) {
    const isList = this.#isPlural || numberStart > start || goesOnAsAList(this.#text, separator);
    const item = this.#numberAt(start, numberStart);
    if (item && this.#continues(previous, item, isRange, isList)) return item;
    if (isCode(this.#kind)) {
      const section = followingSection(previous, this.#text, start, this.#isPlural || isRange, isList);
      if (section) return countsSomething(this.#text, section.end) ? null : section;
    }
    const part = patterns.PARTS_ALONE.match(this.#text, start);
    if (part && isEnumerated(this.#text, part.start, part.end, this.#listMark, this.#earlier)) return null;
    const match = part ?? this.#letterAfter(separator);
    const target = match && followingPart(previous, match.text);
    return target && { target, end: match.end };
  }

  // `B` of `Canons III.A and B`; after `3(c), B may` it is the name of a person.
  #letterAfter(separator) {
    const { start, end } = separator;
    if (this.#text[start - 2] === "." && this.#text[end] === ".") return patterns.LETTER_ALONE.match(this.#text, end + 1);
    if (patterns.BARE_LETTER.search(this.#text, Math.max(start - 3, 0), start)) {
      return patterns.SMALL_LETTER_ALONE.match(this.#text, end);
    }
    const before = this.#text[start - 1];
    if (/[)\]]/.test(before)) return null;
    if (this.#isPlural || !separator.text.includes(",")) return patterns.LETTER_ALONE.match(this.#text, end);
    return before === "." ? patterns.LETTER_AFTER_A_PERIOD.match(this.#text, end) : null;
  }

  #continues(previous, { target, end }, isRange, isList) {
    if (!this.#style.mayFollow(previous, target)) return false;
    if (isCode(this.#kind) && isRange) return true;
    if (this.#isPlural || this.#style.isUnmistakable(previous, target)) return true;
    if (!isCode(this.#kind)) return isList;
    const goesOn = isList || !isBeforeThings(this.#text, end);
    return goesOn && (hasShortNumbers(previous) || !mayBeARange(target));
  }

  // The authorities between the two ends of a range, if neither end has a pinpoint.
  *#between(first, last) {
    if (!this.#style.fillsRanges || first.pinpoint || last.pinpoint) return;
    const [low, high] = [Number(first.id), Number(last.id)];
    if (high - low > LONGEST_RANGE) return;
    for (let number = low + 1; number < high; number += 1) {
      yield { kind: this.#kind, id: String(number), pinpoint: "" };
    }
  }
}

// Whether the number that begins here is of a list or at its end: no noun follows it.
export const isInAList = (text, start) => patterns.LIST_GOES_ON.match(text, start) !== null;

// Whether plain numbers after words in the singular go on with a list: `Canon 3, 4 and 5 apply`.
export function goesOnAsAList(text, separator) {
  const match = patterns.LIST_GOES_ON.match(text, separator.end);
  if (!match) return false;
  return Boolean(match.groups.and ?? match.groups.last ?? patterns.JOINING.search(separator.text));
}
