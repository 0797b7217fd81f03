// Where the reader is in the results: Back and reload lead there again.

history.scrollRestoration = "manual";

const state = () => history.state ?? {};

/** Keep something with this entry of the history of the browser. */
export const rememberPlace = (values) => history.replaceState({ ...state(), ...values }, "");

/** How many rows were shown when the page was left. */
export const shownBefore = () => state().shown ?? 0;

/** Return to the place and the link of the last visit. */
export function restorePlace() {
  const { scroll = 0, link } = state();
  const focused = link && [...document.querySelectorAll("#results a")].find((anchor) => anchor.getAttribute("href") === link);
  focused?.focus({ preventScroll: true });
  scrollTo(0, scroll);
  addEventListener("pagehide", () => rememberPlace({ scroll: scrollY, link: document.activeElement?.getAttribute("href") }));
  // The page of an opinion links back to these results.
  addEventListener("click", rememberResults);
}

function rememberResults() {
  try {
    sessionStorage.setItem("results", location.href);
  } catch {
    // The browser may forbid storage: then there is no such link.
  }
}
