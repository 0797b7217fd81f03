// Light or dark: the reader's choice is set before the page is drawn, and kept on this device.
// It loads in the head, so it is not a module: those wait until the page is read.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemTheme = () => (system.matches ? "dark" : "light");
  const theme = () => root.dataset.theme ?? systemTheme();
  const other = () => (theme() === "dark" ? "light" : "dark");

  function storedTheme() {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // The browser may forbid storage.
    }
  }

  /** Keep a choice only while it differs from the system's, which is followed otherwise. */
  function store(choice) {
    try {
      if (choice === systemTheme()) localStorage.removeItem("theme");
      else localStorage.setItem("theme", choice);
    } catch {
      // Then it lasts until the next page.
    }
  }

  // There is one in the masthead, and for phones one in the menu.
  function showSwitches() {
    const buttons = document.querySelectorAll(".theme-switch");
    const label = () => buttons.forEach((button) => (button.textContent = other() === "dark" ? "Dark mode" : "Light mode"));
    const change = () => {
      root.dataset.theme = other();
      store(root.dataset.theme);
      label();
    };
    buttons.forEach((button) => button.addEventListener("click", change));
    system.addEventListener("change", label);
    label();
  }

  const stored = storedTheme();
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;
  addEventListener("DOMContentLoaded", showSwitches);
})();
