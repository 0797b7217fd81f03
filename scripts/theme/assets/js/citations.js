// Finds citations of opinions and authorities in the browser, as `cite find` does on a computer.
//
//   const citations = citationsOf(await (await fetch("../cite-check/grammar.json")).json());
//
// A target is { kind, id, pinpoint }: `kind` is "opinion" or a kind of authority, `id` as in `3`,
// `12-34.5`, `Pier` or `2003/05`, and `pinpoint` as in `(c)`, `4(f)` or empty.
//
// find(text)        the citations in a text or in Markdown: targets with `start`, `end` and `text`
// read(text)        { resolved, unresolved, ofOthers, ranges, parts, sections }: the same, what looks like a
//                   citation but is not resolved, { start, end, text, doubt }, citations of documents of
//                   other bodies, { start, end, text }, the opinions within
//                   ranges, { start, end, between, isWhole }, the parts within ranges, each at the
//                   sign of its range, and the ranges of sections, { start, end, kind, low, high }
// parseQuery(text)  the targets that somebody means who types nothing but a citation, in any
//                   spelling, such as `#10` or `iii.c`; several for `rule 4(f)`, a rule of any set;
//                   empty for other words. Opinions without a record are left out; whether an
//                   authority has a page is not known here.
// label(target)     the target as pages print it: `Canon 3(c)`, `Advisory Opinion 05 (2003)`
// url(target)       the URL of its page, below the site
// oldNumber(…)      what became of a number that an edition replaced; see `cite-check/old-numbers.js`
import { readDocument } from "./citations/document.js";
import { CitationFinder } from "./citations/finder.js";
import { readGrammar } from "./citations/grammar.js";
import { label, url } from "./citations/names.js";
import { opinionRanges } from "./citations/opinion-ranges.js";
import { partsInRanges, sectionRanges } from "./citations/range-members.js";
import { targetsOf } from "./citations/query.js";
import { oldNumber } from "./cite-check/old-numbers.js";

export function citationsOf(grammar) {
  readGrammar(grammar);
  const finder = new CitationFinder(new Date().getUTCFullYear());
  const read = (text) => {
    const found = readDocument(text, finder);
    const { resolved, unresolved, ofOthers } = found;
    const told = ({ start, end, target: { kind, id, pinpoint } }) => ({ start, end, text: text.slice(start, end), kind, id, pinpoint });
    return {
      resolved: resolved.map(told),
      unresolved: unresolved.map(({ start, end, doubt }) => ({ start, end, text: text.slice(start, end), doubt })),
      ofOthers: ofOthers.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      ranges: [...opinionRanges(text, found, finder.opinions)],
      parts: [...partsInRanges(text, resolved)].map(told),
      sections: [...sectionRanges(text, resolved)],
    };
  };
  return { oldNumber, read, find: (text) => read(text).resolved, parseQuery: (text) => targetsOf(text, finder), label, url };
}
