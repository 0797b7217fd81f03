// Whether a citation belongs to another body: `State Bar Opinion 10`, `Fla. Stat. § 44-106`.
import { Pattern, grammar, isUpper, patterns, words } from "./grammar.js";

export const LOOK_BEHIND = 100;

const behind = (text, start) => text.slice(Math.max(start - LOOK_BEHIND, 0), start);
const plain = (word) => word.replace(/^[,;:()]+|[,;:()]+$/g, "").replace(/['’]s?$/, "").replaceAll(".", "").toLowerCase();

// `Commission.` for `Commission. The State Bar`.
function withinItsSentence(name) {
  const names = name.split(/\s+/);
  const end = names.findIndex((word, at) => at && names[at - 1].endsWith(".") && words.JOINING_WORDS.has(plain(word)));
  return end < 0 ? name : names.slice(0, end).join(" ");
}

const firstGroup = (match) => Object.values(match.groups).find(Boolean) ?? "";

export class OtherBodies {
  #own;
  #collections;
  #isOfOpinions;
  #named = new Pattern(grammar.others.named);
  #namedBeforeComma = new Pattern(grammar.others.namedBeforeComma);
  #namedInFull = new Pattern(grammar.others.namedInFull);
  #namedAsPlace = new Pattern(grammar.others.namedAsPlace);

  constructor(kind) {
    this.#own = new Set(grammar.others.own[kind]);
    this.#collections = new Set(grammar.others.collections[kind]);
    this.#isOfOpinions = kind === "opinion";
  }

  // Where the place begins whose law a sentence is about: `In Florida, a broker has § 4-2`; or null.
  placeBefore(text, start) {
    const match = this.#namedAsPlace.search(text, Math.max(start - LOOK_BEHIND, 0), start);
    if (match) return match.start + match.text.indexOf(match.groups.place);
    return this.#startOfDoubt(text, start);
  }

  // Whether the words before a citation of a common name belong to another body.
  isNamedBefore(text, start, isInCapitals) {
    const before = behind(text, start);
    if (this.#isNamedBeforeComma(before) || this.#documentBefore(before)) return true;
    const last = before.trimEnd().split(" ").at(-1);
    if (/^[A-Z]/.test(last) && words.JOINING_WORDS.has(plain(last))) return false;
    const match = patterns.NAME_BEFORE.search(before);
    if (match) {
      const name = this.#wordsOfName(match.groups.name);
      if (this.#isLawmaker(name)) return false;
      const isForeign = name.some((word) => !this.#own.has(plain(word)));
      const isFirst = patterns.SENTENCE_END.search(before.slice(0, match.start)) !== null;
      const isOneWord = name.length === 1 && !patterns.ACRONYM.fullMatch(name[0]);
      const saysNothing = isInCapitals || (isOneWord && isFirst && !this.#isAbbreviation(name[0]));
      if (isForeign) return !saysNothing || this.#isIn(name.join(" "));
      return this.#namedInFull.search(before) !== null;
    }
    return false;
  }

  // Where a citation begins and ends, with the name of its body or document if it has one.
  withName(text, start, end) {
    const before = behind(text, start);
    const document = this.#bodyBeforeComma(before) ?? this.#documentBefore(before);
    if (document) return { start: start - before.length + document.start, end: this.endOfName(text, end) };
    const first = start - lengthOf(before, this.#nameBefore(before));
    const title = patterns.TITLE_OF_A_CODE.search(text, Math.max(first - 4, 0), first);
    return { start: title?.start ?? first, end: this.endOfName(text, end) };
  }

  // The end of ` of the State Bar` after a citation; `end` if no name follows.
  endOfName(text, end) {
    const match = patterns.NAME_AFTER.match(text, end);
    return match ? match.span("name")[0] + withinItsSentence(match.groups.name).replace(/\.+$/, "").length : end;
  }

  // Where a name begins right before a citation that nobody knows: not own, in no setting; or null.
  unknownNameBefore(text, start) {
    const before = behind(text, start);
    if (this.#isNamedBeforeComma(before) || this.#documentBefore(before)) return null;
    const name = this.#nameBefore(before);
    const isOwn = name.every((word) => this.#own.has(plain(word)));
    return isOwn || this.#isIn(name.join(" ")) ? null : start - lengthOf(before, name);
  }

  // Where the possessive begins that may be another's; null if there is none.
  #otherOwnerBefore(before) {
    const possessive = patterns.POSSESSIVE.search(before);
    return possessive === null || this.#mayOwn(possessive.groups.owner ?? "") ? null : possessive.start;
  }

  // Where a title begins that has other words than its own: `Canons of the Guild, `; or null.
  #unknownTitleBefore(before) {
    const match = patterns.TITLE_BEFORE.search(before);
    if (!match || !this.#collections.has(plain(match.groups.noun))) return null;
    const names = match.groups.rest.split(/\s+/).filter((word) => isUpper(word.slice(0, 1))).map(plain);
    return names.every((word) => this.#own.has(word) || words.OF_LAWMAKERS.has(word)) ? null : match.start;
  }

  // Whether the rules or opinions of an owner are the commission's own: `the board's `.
  #mayOwn(owner) {
    const isLawmaker = !this.#isOfOpinions && patterns.LAWMAKERS.fullMatch(owner) !== null;
    return isLawmaker || this.#own.has(owner);
  }

  // Whether a name is that of who adopted the rules: `Supreme Court's`.
  #isLawmaker(name) {
    const joined = name.join(" ");
    const match = this.#isOfOpinions ? null : patterns.OF_A_LAWMAKER.search(joined);
    if (!match) return false;
    const others = joined.slice(0, match.start).split(/\s+/).filter(Boolean);
    return others.every((word) => this.#own.has(plain(word)));
  }

  // Where a word begins that may name another body: `Riverton ` or `the tenant's `; or null.
  unknownWordBefore(text, start) {
    const before = behind(text, start);
    const body = this.#startOfDoubt(text, start);
    if (body !== null) return body;
    const title = this.#unknownTitleBefore(before);
    if (title !== null) return start - before.length + title;
    const owner = this.#otherOwnerBefore(before);
    if (owner !== null) return start - before.length + owner;
    const name = this.#nameBefore(before);
    if (name.length !== 1 || this.#isLawmaker(name)) return null;
    const word = plain(name[0]);
    const isKnown = words.BEFORE_A_CITATION.has(word) || this.#own.has(word) || patterns.ADVERB_OR_PARTICIPLE.fullMatch(word);
    return isKnown ? null : text.lastIndexOf(name[0], start - name[0].length);
  }

  // Where the subject of the sentence begins if it is another body: `The Guild agreed in `; or null.
  speakerBefore(text, start) {
    const match = patterns.SPEAKER_BEFORE.search(text, Math.max(start - LOOK_BEHIND, 0), start);
    return match && this.#isIn(match.groups.name) ? match.span("name")[0] : null;
  }

  // Whether a configured name of another body stands right before a citation; one before a comma
  // counts only if the name of the code is shared with other bodies.
  isKnownBefore(text, start, isShared) {
    const before = behind(text, start);
    const name = this.#nameBefore(before);
    const isAdjacent = this.#isIn(name.join(" ")) && !this.#isLawmaker(name);
    return isAdjacent || (isShared && this.#isNamedBeforeComma(before));
  }

  // Whether `of the` and the name of another body follow, or its name in parentheses.
  isNamedAfter(text, end, mayBeUnknown) {
    const match = patterns.NAME_AFTER.match(text, end);
    if (match) {
      const name = withinItsSentence(match.groups.name);
      if (this.#isIn(name)) return true;
      const isOwn = name.split(/\s+/).some((word) => this.#own.has(plain(word)));
      const isAcronym = name.length > 1 && isUpper(name);
      return !(isOwn || patterns.IN_A_MONTH.match(name) || (mayBeUnknown && !isAcronym));
    }
    if (mayBeUnknown && this.#hasLettersAfter(text, end)) return true;
    const parenthesis = patterns.PARENTHESIS.match(text, end);
    if (parenthesis) return this.#named.match(parenthesis.groups.name) !== null;
    return this.#isKnownAfter(text, end);
  }

  // Whether a rule is surely another body's, by the name before or after it.
  hasRule(text, start, end) {
    const name = this.#nameBefore(behind(text, start)).join(" ");
    return this.#isIn(patterns.LAWMAKERS.replace(name, () => "")) || this.#namesOtherRules(text, end);
  }

  // Whether ` of the` and rules follow that have the name of another body, or a title with none of
  // the words of the body's own rules: ` of the Model Rules`.
  #namesOtherRules(text, end) {
    const match = patterns.NAME_AFTER.match(text, end);
    if (!match) return this.#isKnownAfter(text, end);
    const name = withinItsSentence(match.groups.name);
    if (this.#isIn(patterns.LAWMAKERS.replace(name, () => ""))) return true;
    const title = patterns.TITLE_OF_RULES.search(name);
    return title !== null && !title.groups.subject.split(/\s+/).some((word) => this.#own.has(plain(word)));
  }

  // Whether the initials of another code follow: `§ 4-101, H.C.C.`, or a known `HCC`.
  #hasLettersAfter(text, end) {
    const letters = patterns.LETTERS_AFTER.match(text, end)?.groups.letters.trimEnd();
    if (letters === undefined) return false;
    return this.#isIn(letters) || (letters.includes(".") && !this.#own.has(plain(letters)));
  }

  // Whether the configured name of another body or of its collection follows.
  #isKnownAfter(text, end) {
    const giver = patterns.GIVER_AFTER.match(text, end);
    if (giver) {
      const name = firstGroup(giver);
      return this.#isIn(name) && (this.#isOfOpinions || !patterns.LAWMAKERS.search(name));
    }
    const source = patterns.SOURCE_AFTER.match(text, end);
    if (source) {
      const name = firstGroup(source);
      return this.#isIn(name) && (this.#isOfOpinions || this.#isCollection(name));
    }
    const name = patterns.DOCUMENT_AFTER.match(text, end)?.groups.name;
    return name !== undefined && this.#isIn(name) && this.#isCollection(name);
  }

  // Whether another body speaks in the opinion: `In Opinion 5 the State Bar held`.
  speaks(text, start, end) {
    if (!this.#isOfOpinions || !patterns.IN.search(text, Math.max(start - 4, 0), start)) return false;
    const match = patterns.SPEAKER_AFTER.match(text, end);
    return match !== null && this.#isIn(match.groups.name);
  }

  // The name of a document of another body: `the Model Rules say in `; or null.
  #documentBefore(before) {
    const match = patterns.DOCUMENT_BEFORE.search(before);
    return match && this.#isIn(match.groups.name) && this.#isCollection(match.groups.name) ? match : null;
  }

  // The words of the name at the end; none if there is no name.
  #nameBefore(before) {
    const match = patterns.NAME_BEFORE.search(before);
    return match ? this.#wordsOfName(match.groups.name) : [];
  }

  #bodyBeforeComma(before) {
    const match = this.#namedBeforeComma.search(before);
    if (!match || this.#isOwnTitle(match.text)) return null;
    return patterns.IN_CONTRAST_TO.search(before, 0, match.start) ? null : match;
  }

  // Whether words lead to the name before a comma that leaves open whose the next citation is:
  // `According to the State Bar, `.
  #leavesOpen(before, { start, text: name }) {
    if (this.#isCollection(name.replace(/[, ]+$/, "")) || !before.trimEnd().endsWith(",")) return false;
    return patterns.LEADS_TO_A_BODY.search(before, 0, start) !== null;
  }

  // Where such a name begins; or null.
  #startOfDoubt(text, start) {
    const before = behind(text, start);
    const match = this.#bodyBeforeComma(before);
    return match && this.#leavesOpen(before, match) ? start - before.length + match.start : null;
  }

  #isNamedBeforeComma(before) {
    const match = this.#bodyBeforeComma(before);
    return match !== null && !this.#leavesOpen(before, match);
  }

  // Whether a title is the commission's own, by who adopts it: `Court Canons of Conduct`.
  #isOwnTitle(title) {
    const names = title.trim().split(/\s+/).map(plain);
    const isOwn = names.every((word) => this.#own.has(word) || words.OF_LAWMAKERS.has(word) || words.JOINING_WORDS.has(word));
    return isOwn && !this.#isOfOpinions && names.some((word) => this.#collections.has(word));
  }

  // Whether a name is that of a whole, as `Model Rules` or `UCC`.
  #isCollection(name) {
    return patterns.ACRONYM.fullMatch(name) !== null || name.split(/\s+/).some((word) => this.#collections.has(plain(word)));
  }

  // The words of a name at the end of a run of capitalized words.
  #wordsOfName(run) {
    const names = run.split(/\s+/);
    const last = names.findLastIndex((word) => words.JOINING_WORDS.has(plain(word)) || this.#endsASentence(word));
    return names.slice(last + 1);
  }

  #endsASentence(word) {
    return word.endsWith(".") && !this.#isAbbreviation(word) && !this.#named.fullMatch(word);
  }

  // Whether a word such as `Reg.` or `H.C.C.` is a short one in a name.
  #isAbbreviation(word) {
    const isShort = word.slice(0, -1).includes(".") || this.#own.has(plain(word)) || words.ABBREVIATIONS.has(plain(word));
    return /\D\.$/.test(word) && isShort && !patterns.DOTTED_PART.fullMatch(word);
  }

  #isIn(name) {
    return this.#named.search(name) !== null;
  }
}

// How long the words of a name at the end are, with the white space after each.
const lengthOf = (before, name) => before.length - name.reduceRight((end, word) => before.lastIndexOf(word, end - word.length), before.length);

// Whether `of the` and a common noun follow: ` of the lease`.
export const isOfSomething = (text, end) => patterns.OF_SOMETHING.match(text, end) !== null;
