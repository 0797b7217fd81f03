// The grammar of citations, as the finder in Python has it, and the matching of its patterns.
// A page reads one grammar; the other modules use it once it is read.

export const patterns = {};
export const words = {};
export let grammar = {};

export function readGrammar(data) {
  grammar = data;
  for (const [name, source] of Object.entries(data.patterns)) patterns[name] = new Pattern(source);
  for (const [name, list] of Object.entries(data.words)) words[name] = new Set(list);
}

export class Pattern {
  #source;
  #compiled = {};

  constructor(source) {
    this.#source = source;
  }

  // Whether a group of the pattern has this name.
  has(group) {
    return this.#source.includes(`(?<${group}>`);
  }

  // The match that begins at `start`, or null. Nothing from `end` on is read.
  match(text, start = 0, end = text.length) {
    return this.#run("dyu", this.#source, text, start, end);
  }

  fullMatch(text, start = 0, end = text.length) {
    return this.#run("dyus", `(?:${this.#source})$`, text, start, end);
  }

  // The first match at `start` or later.
  search(text, start = 0, end = text.length) {
    return this.#run("dgu", this.#source, text, start, end);
  }

  *all(text, start = 0, end = text.length) {
    let match;
    while ((match = this.search(text, start, end))) {
      yield match;
      start = Math.max(match.end, match.start + 1);
    }
  }

  replace(text, replacement) {
    let done = 0;
    let result = "";
    for (const match of this.all(text)) {
      result += text.slice(done, match.start) + replacement(match);
      done = match.end;
    }
    return result + text.slice(done);
  }

  #run(flags, source, text, start, end) {
    const expression = (this.#compiled[flags] ??= new RegExp(source, flags));
    expression.lastIndex = start;
    const found = expression.exec(end < text.length ? text.slice(0, end) : text);
    return found && new Match(found);
  }
}

class Match {
  #found;

  constructor(found) {
    this.#found = found;
    this.text = found[0];
    this.start = found.index;
    this.end = found.index + found[0].length;
    this.groups = found.groups ?? {};
  }

  group(number) {
    return this.#found[number];
  }

  span(name) {
    return this.#found.indices.groups[name];
  }
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;
export const isAlphanumeric = (character) => WORD_CHARACTER.test(character ?? "");
export const isLower = (text) => text === text.toLowerCase() && text !== text.toUpperCase();
export const isUpper = (text) => text === text.toUpperCase() && text !== text.toLowerCase();

// `Canon {id}` with the values of the names in braces.
export const filled = (template, values) => template.replace(/{(\w+)}/g, (_, name) => values[name]);
