// The words that the server does not have yet. Each window keeps its own, apart from all others.

import { forget, keep, kept, namesThatStartWith } from "./storage.js";

const WINDOW = crypto.randomUUID();
const nameFor = (key) => `unsent ${key} ${WINDOW}`;

// Keep the words of this window, and say whether the browser had room for them.
export function keepWords(key, words) {
  return keep(nameFor(key), { ...words, time: Date.now() });
}

export function forgetWords(key) {
  forget(nameFor(key));
}

// What other windows did not send of the work with this key and the keys that it had before, the
// oldest first. A page that is loaded again is another window.
export function wordsOfOthers({ key, keysBefore }) {
  const listed = [key, ...keysBefore].flatMap((of) =>
    namesThatStartWith(`unsent ${of} `)
      .filter((name) => name !== nameFor(of))
      .map((name) => ({ ...kept(name), isOfThisKey: of === key, forget: () => forget(name) })),
  );
  return listed.filter(({ fields }) => fields).sort((one, other) => one.time - other.time);
}
