// The desk that made this page; another collection may have its address later.

export const desk = document.querySelector('meta[name="desk"]').content;

// As `fetch`; the desk of another collection refuses it.
export function ask(address, options = {}) {
  return fetch(address, { ...options, headers: { "x-desk": desk } });
}
