// Words that were typed and not sent before the opinion was changed in another window: each window's
// are offered, to be put back or left out.

import { button } from "./problems.js";

export class RecoveredWords {
  constructor(message, { putBack }) {
    this.message = message;
    this.putBack = putBack; // puts words into the form, and says whether that was done
    this.isOffering = false;
  }

  // Offer the words of one window after another.
  offer([words, ...others]) {
    this.isOffering = Boolean(words);
    this.message.hide();
    if (!words) return;
    const next = async (isDone) => {
      this.isOffering = false;
      if (await isDone) this.offer(others);
    };
    const putBack = button("Put them back", () => next(this.putBack(words)));
    const leaveOut = button("Leave them out", () => {
      words.forget();
      next(true);
    });
    this.message.show(`Some words that were typed here were not sent before the opinion was changed in another window.${typedIn(words)}`, [putBack, leaveOut]);
  }
}

// The first words of each field that has only words.
function typedIn({ fields }) {
  const typed = Object.values(fields).filter((value) => typeof value === "string" && value);
  const quoted = typed.map((value) => `“${value.length > 60 ? `${value.slice(0, 60)} …` : value}”`);
  return quoted.length ? ` They begin: ${quoted.join(", ")}.` : "";
}
