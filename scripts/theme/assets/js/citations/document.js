// The blocks of a text in plain words or Markdown, and the citations at their offsets in it.
import { DAMAGED } from "./doubts.js";
import { patterns } from "./grammar.js";

const MOST_STARS = 3;

// The citations in a document, and what looks like one but is not resolved. Characters that nobody
// sees are skipped.
export function readDocument(text, finder) {
  if (!patterns.HIDDEN.search(text)) return citationsIn(text, finder);
  const shown = [...patterns.SHOWN.all(text)].flatMap(({ start, end }) => (end - start > 1 ? [start, start + 1] : [start]));
  const inSource = ({ start, end, ...found }) => ({ ...found, start: shown[start], end: shown[end - 1] + 1 });
  const { resolved, unresolved, ofOthers } = citationsIn(patterns.HIDDEN.replace(text, () => ""), finder);
  return { resolved: resolved.map(inSource), unresolved: unresolved.map(inSource), ofOthers: ofOthers.map(inSource) };
}

function citationsIn(text, finder) {
  const prose = withoutMarks(text);
  const [resolved, unresolved, ofOthers] = [[], [], []];
  for (const block of blocksOf(prose)) {
    const found = finder.read(block.words, null, block.mark);
    for (const { start, end, target } of found.resolved) {
      resolved.push({ ...withWholeEmphasis(prose, ...block.inSource(start, end)), target });
    }
    for (const { start, end, doubt } of found.unresolved) {
      const [from, to] = block.inSource(start, end);
      unresolved.push({ start: from, end: to, doubt });
    }
    for (const { start, end } of found.ofOthers) ofOthers.push(withWholeEmphasis(prose, ...block.inSource(start, end)));
  }
  const found = [...resolved, ...unresolved];
  const isApart = (damaged) => !found.some(({ start, end }) => start < damaged.end && damaged.start < end);
  unresolved.push(...[...damagedIn(prose, finder)].filter(isApart));
  return { resolved, unresolved: unresolved.sort((a, b) => a.start - b.start), ofOthers };
}

// Citations that a wrong encoding or the end of a line has broken.
function* damagedIn(prose, finder) {
  for (const { start, end } of patterns.DAMAGED.all(prose)) yield { start, end, doubt: DAMAGED };
  for (const match of patterns.DIVIDED.all(prose)) {
    if (finder.isName(match.group(1) + match.group(2))) yield { start: match.start, end: match.end, doubt: DAMAGED };
  }
}

// The text with blanks for code and addresses, and stars for underscores; offsets stay.
function withoutMarks(text) {
  const prose = patterns.NOT_PROSE.replace(text.replaceAll("\f", "\n"), (match) => match.text.replace(/\S/g, " "));
  return patterns.UNDERSCORES.replace(prose, (match) => "*".repeat(match.text.length));
}

// The blocks of a text, which need no blank line before a quotation or a list item.
function* blocksOf(prose) {
  let start = 0;
  for (const line of patterns.LAST_LINE.all(prose)) {
    yield* blocksOfPiece(prose, start, line.end);
    start = line.end;
  }
  yield* blocksOfPiece(prose, start, prose.length);
}

function* blocksOfPiece(prose, start, end) {
  const piece = prose.slice(start, end);
  for (const match of patterns.BLOCK.all(piece)) {
    const role = ["heading", "item", "quote", "paragraph"].find((name) => match.groups[name] !== undefined);
    const markdown = match.groups[role];
    const written = role === "quote" ? patterns.QUOTE_MARK.replace(markdown, blank) : markdown;
    yield { ...block(written, start + match.span(role)[0]), mark: match.groups.mark ?? "" };
  }
}

const blank = (match) => " ".repeat(match.text.length);

// The words of a block, and where they stand in the document.
function block(markdown, start) {
  const tokens = [...tokensOf(markdown)];
  const marks = pairedStars(tokens);
  const shown = tokens.filter((_, at) => !marks.has(at));
  const offsets = shown.flatMap(({ words, start: from }) => [...words.split("").keys()].map((at) => start + from + at));
  return {
    words: shown.map((token) => token.words).join(""),
    inSource: (from, to) => [offsets[from] ?? start, (offsets[to - 1] ?? start) + 1],
  };
}

function* tokensOf(markdown) {
  const text = markdown.trimEnd(); // a pattern for the end takes quadratic time
  for (const { text: written, start, end, groups } of patterns.TOKEN.all(text, patterns.SPACE.match(text).end)) {
    if (groups.space) yield { words: " ", start };
    else if (groups.escaped) yield { words: groups.escaped, start: end - groups.escaped.length };
    else if (groups.stars && end - start <= MOST_STARS) {
      const canClose = start > 0 && !/\s/.test(text[start - 1]);
      const canOpen = end < text.length && !/\s/.test(text[end]);
      yield { words: written, start, stars: end - start, canOpen, canClose };
    } else yield { words: written, start };
  }
}

// The indexes of stars that open or close an emphasis: pairs of the same number of stars.
function pairedStars(tokens) {
  const paired = new Set();
  const open = [[], [], [], []];
  tokens.forEach(({ stars, canOpen, canClose }, at) => {
    if (canClose && open[stars].length) {
      const partner = open[stars].at(-1);
      paired.add(partner).add(at);
      for (const indexes of open) while (indexes.length && indexes.at(-1) >= partner) indexes.pop();
    } else if (canOpen) open[stars].push(at);
  });
  return paired;
}

// The span with the other mark of an emphasis that begins or ends within it.
function withWholeEmphasis(text, start, end) {
  let unpaired = "";
  for (const { text: stars } of patterns.STARS.all(text, start, end)) unpaired = unpaired === stars ? "" : stars;
  if (unpaired && text.startsWith(unpaired, end)) return { start, end: end + unpaired.length };
  if (unpaired && text.endsWith(unpaired, start)) return { start: start - unpaired.length, end };
  return { start, end };
}
