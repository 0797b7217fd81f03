// Where the reader is in the results: Back and reload lead there again.

history.scrollRestoration = "manual";

const state = () => history.state ?? {};

/** Keep something with this entry of the history of the browser. */
export const rememberPlace = (values) => history.replaceState({ ...state(), ...values }, "");

/** How many rows were shown when the page was left. */
export const shownBefore = () => state().shown ?? 0;

/** Whether the filters were open when the page was left; undefined on the first visit. */
export const wasOpenBefore = () => state().isOpen;

const CONTROLS = "#search-layout :is(a, [name]), #more";

/** What a link or control is known by when the page is built anew. */
const identityOf = ({ id, name, type, value, href }) => [id, name, type === "checkbox" ? value : "", href].join(" ");

/** Return to the place and the focus of the last visit. */
export function restorePlace() {
  const { scroll = 0, focus } = state();
  const focused = focus && [...document.querySelectorAll(CONTROLS)].find((control) => identityOf(control) === focus);
  focused?.focus({ preventScroll: true });
  scrollTo(0, scroll);
  // What is stored while a page is left for its own reload comes too late: it is stored before.
  for (const event of ["scrollend", "focusin", "pagehide"]) addEventListener(event, rememberPosition);
  // The page of an opinion links back to these results.
  addEventListener("click", rememberResults);
}

function rememberPosition() {
  const control = document.activeElement?.closest(CONTROLS);
  rememberPlace({ scroll: scrollY, focus: control ? identityOf(control) : undefined });
}

function rememberResults() {
  try {
    sessionStorage.setItem("results", location.href);
  } catch {
    // The browser may forbid storage: then there is no such link.
  }
}
