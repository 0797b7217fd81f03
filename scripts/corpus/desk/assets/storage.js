// What the browser keeps for this desk alone: another collection at the same address has its own.

import { desk } from "./this-desk.js";

const START = `desk ${desk} `;

// What is kept under a name; null if there is nothing.
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(START + name));
  } catch {
    return null;
  }
}

// Keep a value, and say whether the browser had room for it.
export function keep(name, value) {
  try {
    localStorage.setItem(START + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(name) {
  localStorage.removeItem(START + name);
}

export function namesThatStartWith(words) {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(START));
  return names.map((name) => name.slice(START.length)).filter((name) => name.startsWith(words));
}
