// Lists of opinions, and opinions without the word.
import { isACount, mayBeCited } from "./counts.js";
import { MAY_COUNT, NO_YEAR } from "./doubts.js";
import { grammar, patterns } from "./grammar.js";
import { goesOnAsAList, isInAList } from "./lists.js";
import { countsSomething } from "./ordinary.js";
import { LOOK_BEHIND } from "./others.js";

// A list of opinions; plain numbers after words in the singular need an `and`. A number without its
// year that not exactly one opinion has is unresolved: { start, end, doubt }.
export function* opinionList(text, name, numbers) {
  const { isCommon } = name.meaning;
  let [start, numberStart, mayBeAlone] = [name.start, name.numberStart, !isCommon];
  let number = withYears(text, numberStart, numbers) ?? numbers.read(text, numberStart, mayBeAlone, name.start);
  if (isCommon && number && !numbers.isKnown(number.opinion) && text[number.end - 1] !== ")") return;
  let [found, isFirst, mayBeMeant] = [null, true, false];
  while ((found = number ?? withoutYear(text, start, numberStart, isFirst, mayBeAlone || mayBeMeant))) {
    yield number ? { start: Math.min(start, number.start), end: number.end, target: number.opinion } : found;
    const separator = separatorAt(text, found.end);
    if (!separator) return;
    const previous = number;
    isFirst = false;
    start = separator.end;
    const sign = patterns.NUMBER_SIGN.match(text, start);
    numberStart = sign?.end ?? start;
    mayBeAlone = sign
      ? mayHaveSigns(text, name, separator) && isInAList(text, numberStart)
      : name.isPlural || goesOn(text, separator, previous);
    mayBeMeant = !mayBeAlone && previous && separator.text.trim() === "," && isMeant(text, numberStart, numbers);
    number = withYears(text, numberStart, numbers) ?? numbers.read(text, numberStart, mayBeAlone);
    if (number && previous?.isAfterYear && !number.hasYear) return;
  }
}

// Whether the 33 of `AO 30 (2014), 33` may be the number of an opinion: one has it, and no noun follows it.
function isMeant(text, start, numbers) {
  const number = patterns.PLAIN_NUMBER.match(text, start);
  return number !== null && numbers.withNumber(Number(number.groups.number)).length > 0 && isInAList(text, start);
}

// The only opinion with a number that is of one of the years after it, or between them: `43 (2021–22)`.
function withYears(text, start, numbers) {
  const match = patterns.WITH_YEARS.match(text, start);
  if (!match) return null;
  const written = match.groups.years.match(/[0-9]+/g);
  const years = written.map((year) => Number(year.length > 2 ? year : written[0].slice(0, 2) + year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const found = numbers.withNumber(Number(match.groups.number)).filter(({ year }) => first <= year && year <= last);
  return found.length === 1 ? { opinion: found[0], start, end: match.end, hasYear: true } : null;
}

// What leads from an opinion to the next one of the list, perhaps past a place in the first.
function separatorAt(text, end) {
  const afterAPlace = patterns.SEPARATOR_AFTER_A_PLACE.match(text, end);
  return afterAPlace ?? patterns.RANGE_SIGN.match(text, end) ?? patterns.LIST_SEPARATOR.match(text, end);
}

// Whether `No. 42` can go on with a list: not after `AO 41, `.
function mayHaveSigns(text, name, separator) {
  const hasSign = text.slice(name.end, name.numberStart).trim() !== "";
  return name.isPlural || hasSign || separator.text.trim() !== ",";
}

// Whether a number without its year may follow one after words in the singular.
function goesOn(text, separator, previous) {
  const { sign } = separator.groups;
  if (sign !== undefined) {
    if (previous === null || previous.hasYear) return false;
    if (grammar.dashes.includes(sign)) return true;
  }
  return goesOnAsAList(text, separator);
}

// The number of an opinion that only its year would make clear.
function withoutYear(text, start, numberStart, isFirst, mayBeAlone) {
  const plain = mayBeAlone ? patterns.PLAIN_NUMBER.match(text, numberStart) : null;
  const number = plain ?? patterns.WITH_YEARS.match(text, numberStart);
  if (!number || patterns.YEAR.fullMatch(number.text)) return null;
  const { end } = number;
  if (!isACount(text, isFirst ? start : null, numberStart, end)) return { start, end: endAfterYear(text, number), doubt: NO_YEAR };
  return mayBeCited(text, start, end) ? { start, end, doubt: MAY_COUNT } : null;
}

// The end of `20-05`, whose year no opinion 5 has; that of `20` if it may begin a range.
function endAfterYear(text, number) {
  const joined = patterns.JOINED.match(text, number.end);
  return joined && Number(joined.groups.last) <= Number(number.groups.number) ? joined.end : number.end;
}

// Known opinions by number and year after words such as `see`: `see 43 (2022)`.
export function* opinionsAlone(text, opinions) {
  let endOfList = 0;
  const everywhere = [...opinions.everywhere(text)].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const number of everywhere) {
    if (number.start < endOfList || !standsAlone(text, number, endOfList)) continue;
    endOfList = number.end;
    yield { start: number.start, end: number.end, target: number.opinion };
  }
}

// Whether a number means an opinion without the word; `endOfList` is that of the last.
function standsAlone(text, { start, end, hasYear }, endOfList) {
  const before = text.slice(Math.max(start - LOOK_BEHIND, 0), start);
  const leads = hasYear ? patterns.LEADS_TO_AN_OPINION : patterns.LEADS_TO_A_SHORT_NUMBER;
  if (!leads.search(before) || countsSomething(text, end)) return false;
  const follows = endOfList > 0 && patterns.LIST_SEPARATOR.fullMatch(text, endOfList, start) !== null;
  return follows || !patterns.IN_A_LIST_OF_NUMBERS.search(before);
}
