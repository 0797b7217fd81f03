// Offers words that were typed, but not sent before the opinion was changed in another window. A
// person puts them back or leaves them out.

import { button } from "./problems.js";
import { shortened } from "./questions.js";

export class RecoveredWords {
  constructor(message, { putBack }) {
    this.message = message;
    this.putBack = putBack; // puts words into the form, and returns whether that worked
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
  const quoted = typed.map((value) => `“${shortened(value)}”`);
  return quoted.length ? ` They begin: ${quoted.join(", ")}.` : "";
}
