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

  function showSwitch() {
    const button = document.getElementById("theme-switch");
    const label = () => (button.firstChild.data = other() === "dark" ? "Dark" : "Light");
    button.addEventListener("click", () => {
      root.dataset.theme = other();
      store(root.dataset.theme);
      label();
    });
    system.addEventListener("change", label);
    label();
  }

  const stored = storedTheme();
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;
  addEventListener("DOMContentLoaded", showSwitch);
})();
