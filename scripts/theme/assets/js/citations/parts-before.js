// Parts named before a citation: `subsection (c) of Canon 3`.
import { withParts } from "./authorities.js";
import { isEnumerated } from "./enumeration.js";
import { patterns } from "./grammar.js";
import { LOOK_BEHIND } from "./others.js";

// The citations; `subsection (c) of ` before the first one belongs to it.
export function* withPartsBefore(text, citations, after) {
  let { start, end, target } = citations[0];
  let match;
  while ((match = partsBefore(text, Math.max(after, start - LOOK_BEHIND), start))) {
    const whole = target;
    start = match.start;
    target = withParts(whole, match.groups.parts);
    let endOfPart = match.span("first")[1];
    for (const part of patterns.EACH_NAMED.all(text, ...match.span("others"))) {
      yield { start, end: endOfPart, target };
      start = part.start;
      endOfPart = part.end;
      target = withParts(whole, part.text);
    }
  }
  yield { start, end, target };
  yield* citations.slice(1);
}

// `subsection (c) of ` or `(c) and (d) of `, which ends at `end`.
function partsBefore(text, after, end) {
  const named = patterns.PARTS_BEFORE.search(text, after, end);
  if (named) return named;
  const bare = patterns.BARE_PARTS_BEFORE.search(text, after, end);
  return bare && !isEnumerated(text, ...bare.span("parts")) ? bare : null;
}
