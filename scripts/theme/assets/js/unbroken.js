// Names with their numbers, and dates, stay on one line: `§ 2A-34.1`, `May 3, 2017`. As in corpus/pages/unbroken.py.
const UNBROKEN = /(?<![^\s—])(?:[0-9]{1,2}\s[A-Z][a-z]+\s[0-9]{4}(?![0-9])|(?:[^\s—]+\s(?![0-9]{1,2}\s[A-Z][a-z]+\s[0-9]{4}(?![0-9]))[0-9]|[0-9]+[A-Z]*-[0-9])[^\s—]*(?:\s\([0-9]{4}\)|(?<=,)\s[0-9]{4}(?![0-9]))?|[(“]?[A-Z][^\s—]*\s[IVXLC]+(?![a-z])[^\s—]*)/g;

function onOneLine(nodes) {
  const span = document.createElement("span");
  span.className = "unbroken";
  span.append(...nodes);
  return span;
}

/**
 * Words as nodes to append, in which no line ends within a number and what belongs to it.
 * @param {string} text
 * @param {(start: number, end: number) => (string | Node)[]} [nodesOf] How a part of the words is shown.
 * @returns {(string | Node)[]}
 */
export function unbroken(text, nodesOf = (start, end) => [text.slice(start, end)]) {
  let last = 0;
  const parts = [...text.matchAll(UNBROKEN)].flatMap(({ 0: words, index: start }) => {
    const before = nodesOf(last, start);
    last = start + words.length;
    return [...before, onOneLine(nodesOf(start, last))];
  });
  return [...parts, ...nodesOf(last, text.length)].filter((part) => part !== "");
}
