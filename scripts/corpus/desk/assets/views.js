// What can be shown below the text: the document, the page for readers, and what changes.

const WAIT = 400; // milliseconds after the last word that was typed

export class Views {
  constructor(frame, listeners) {
    this.frame = frame;
    this.listeners = listeners; // sent(), a promise that all is kept
    this.openers = [...document.querySelectorAll("[data-view]")];
    this.timer = 0;
    for (const opener of this.openers) opener.addEventListener("click", () => this.toggle(opener));
    frame.addEventListener("load", () => this.loaded());
  }

  toggle(opener) {
    const isOpen = opener.getAttribute("aria-expanded") === "true";
    for (const other of this.openers) other.setAttribute("aria-expanded", `${other === opener && !isOpen}`);
    this.frame.hidden = isOpen;
    document.querySelector(".left").classList.toggle("has-view", !isOpen);
    this.frame.title = opener.textContent;
    if (!isOpen) this.frame.scrollIntoView({ block: "nearest" });
    if (!isOpen) this.listeners.sent().then(() => this.load(opener.dataset.view));
  }

  load(name) {
    const { frame } = this;
    this.lastScroll = frame.dataset.shown === name ? (frame.contentDocument?.documentElement?.scrollTop ?? 0) : 0;
    frame.dataset.shown = name;
    frame.setAttribute("aria-busy", "true");
    frame.src = name;
  }

  // No link of the page leads away from it.
  loaded() {
    this.frame.removeAttribute("aria-busy");
    const page = this.frame.contentDocument;
    page?.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link && !link.getAttribute("href")?.startsWith("#")) event.preventDefault();
    });
    page?.documentElement?.scrollTo(0, this.lastScroll ?? 0);
  }

  // The page for readers follows what is typed.
  refresh() {
    const open = this.openers.find((opener) => opener.getAttribute("aria-expanded") === "true");
    if (!open || open.dataset.view === "document") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(open.dataset.view), WAIT);
  }
}
