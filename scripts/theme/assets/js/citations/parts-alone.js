// Parts that lean on a provision before them: `2A-34.1(k) would make subsection (l) idle`.
import { followingPart, isCode, isInSets, partsOf, withParts } from "./authorities.js";
import { POINTS_BACK } from "./doubts.js";
import { patterns } from "./grammar.js";
import { masked } from "./masks.js";

const LONGEST_STEP = 100;

// The citations with the parts that lean on them, and a doubt for each that is not certain.
export function withPartsAlone(text, citations) {
  let found = citations;
  const doubts = [];
  const rest = masked(citations, text);
  for (const match of citations.length ? patterns.LEANING_PARTS.all(rest) : []) {
    const before = found.filter(({ end }) => end <= match.start);
    const provision = provisionBefore(rest, text, before, match);
    if (provision) found = [...found, ...partsIn(rest, provision, match)].sort((a, b) => a.start - b.start);
    else if (before.some(isProvision)) doubts.push({ start: match.start, end: match.end, doubt: POINTS_BACK });
  }
  return { citations: found, doubts };
}

const isProvision = ({ target }) => target.kind !== "opinion";

// The provision that a part leans on; null if it is not certain.
function provisionBefore(rest, text, before, { start, groups }) {
  const last = before.at(-1);
  if (!last || !isProvision(last)) return null;
  const isOfIt = groups.of_a_law !== undefined || !isCode(last.target.kind);
  if (!isOfIt || start - last.end > LONGEST_STEP) return null;
  if (patterns.TURNS_TO_A_DOCUMENT.search(rest, last.end, start)) return null;
  const sentence = startOfSentence(text, start);
  const cited = before.filter((each) => each.end > sentence && isProvision(each)).map(({ target }) => nameOf(whole(target)));
  return new Set(cited).size === 1 && cited.includes(nameOf(whole(last.target))) ? last.target : null;
}

const startOfSentence = (text, end) => [...patterns.END_OF_A_SENTENCE.all(text, 0, end + 1)].at(-1)?.end ?? 0;

const nameOf = ({ kind, id, pinpoint }) => `${kind} ${id} ${pinpoint}`;

// The provision without its parts.
const whole = (target) => ({ ...target, pinpoint: isInSets(target.kind) ? (partsOf(target)[0] ?? "") : "" });

// Each of the parts, the first with its words; `subsection (l)` is of the whole provision.
function* partsIn(rest, provision, match) {
  const [first] = match.span("parts");
  const isFirstLevel = match.groups.section ?? match.groups.paragraph;
  if (isFirstLevel && /^[^A-Za-z0-9]*[A-Za-z]+(?![A-Za-z0-9])/.test(match.groups.parts)) provision = whole(provision);
  for (const part of patterns.EACH_NAMED.all(rest, first, match.end)) {
    provision = followingPart(provision, part.text) ?? withParts(provision, part.text);
    yield { start: part.start === first ? match.start : part.start, end: part.end, target: provision };
  }
}
