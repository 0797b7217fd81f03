// Parts that lean on a provision before them: `2A-34.1(k) would make subsection (l) idle`.
import { followingPart, isCode, isInSets, partsOf, styles, withParts } from "./authorities.js";
import { POINTS_BACK } from "./doubts.js";
import { patterns } from "./grammar.js";
import { masked } from "./masks.js";

const LONGEST_STEP = 100;
const LONGEST_LEAD = 8;

const byStart = (a, b) => a.start - b.start;
const isProvision = ({ target }) => target.kind !== "opinion";

// The citations with the parts that lean on them, and a doubt for each that is not certain.
export function withPartsAlone(text, citations) {
  let found = citations;
  const doubts = [];
  const rest = masked(citations, text);
  for (const match of citations.length ? leaning(rest) : []) {
    const before = found.filter(({ end }) => end <= match.start);
    const provision = provisionBefore(rest, text, before, match.start);
    const parts = provision ? [...partsIn(rest, provision, match)] : [];
    found = [...found, ...parts].sort(byStart);
    if (!parts.length && before.some(isProvision)) doubts.push(...doubtAbout(provision, match));
  }
  return { citations: found, doubts };
}

// Parts in words such as `subsection (l)`, and numbers such as `3(d)`, in reading order.
function leaning(rest) {
  const isLed = ({ start }) => patterns.LEADS_TO_A_NUMBER.search(rest, Math.max(start - LONGEST_LEAD, 0), start) !== null;
  return [...patterns.LEANING_IN_WORDS.all(rest), ...[...patterns.NUMBER_WITH_A_PART.all(rest)].filter(isLed)].sort(byStart);
}

const isNumber = ({ groups }) => groups.parts === undefined;

// The only provision of the sentence, on which a part leans; null if it is not certain.
function provisionBefore(rest, text, before, start) {
  const last = before.at(-1);
  if (!last || !isProvision(last) || start - last.end > LONGEST_STEP) return null;
  if (patterns.TURNS_TO_A_DOCUMENT.search(rest, last.end, start)) return null;
  const sentence = startOfSentence(text, start);
  const cited = before.filter((each) => each.end > sentence && isProvision(each)).map(({ target }) => nameOf(target));
  return cited.includes(nameOf(last.target)) && new Set(cited).size === 1 ? last.target : null;
}

const startOfSentence = (text, end) => [...patterns.END_OF_A_SENTENCE.all(text, 0, end + 1)].at(-1)?.end ?? 0;

// The provision without its parts.
const whole = (target) => ({ ...target, pinpoint: isInSets(target.kind) ? (partsOf(target)[0] ?? "") : "" });

function nameOf(target) {
  const { kind, id, pinpoint } = whole(target);
  return `${kind} ${id} ${pinpoint}`;
}

// The parts of a provision that the words name.
function* partsIn(rest, provision, match) {
  if (isNumber(match)) yield* partAfterItsNumber(rest, provision, match);
  else if (match.groups.of_a_law || !isCode(provision.kind)) yield* namedParts(rest, provision, match);
}

// The `3(d)` of `at 3(d)` if the provision is `Canon 3`.
function* partAfterItsNumber(rest, provision, { start }) {
  const style = styles()[provision.kind];
  const number = isCode(provision.kind) ? null : style.alone.match(rest, start);
  const target = number && style.parse(number, provision.id);
  if (target && nameOf(target) === nameOf(provision)) yield { start: number.start, end: number.end, target };
}

// Each of the parts, the first with its words; `subsection (l)` is of the whole provision.
function* namedParts(rest, provision, match) {
  const [first, end] = match.span("parts");
  const isFirstLevel = match.groups.section ?? match.groups.paragraph;
  if (isFirstLevel && /^[^A-Za-z0-9]*[A-Za-z]+(?![A-Za-z0-9])/.test(match.groups.parts)) provision = whole(provision);
  for (const part of patterns.EACH_NAMED.all(rest, first, end)) {
    provision = followingPart(provision, part.text) ?? withParts(provision, part.text);
    yield { start: part.start === first ? match.start : part.start, end: part.end, target: provision };
  }
}

// The doubt about parts in words, or about a number such as `5(a)` after `Canon 3(c)`.
function* doubtAbout(provision, match) {
  const { start, end } = match;
  if (!isNumber(match) || (provision && !isCode(provision.kind))) yield { start, end, doubt: POINTS_BACK };
}
