// What a person does next: one button that says it and goes there, and one sentence beside it.

const $ = (id) => document.getElementById(id);

export class NextStep {
  constructor(listeners) {
    this.listeners = listeners; // unseen(), a sentence about what was not compared yet
    $("next").addEventListener("click", () => this.goToProblem());
    // With nothing to save, the way to Save leads to what comes next.
    addEventListener("click", (event) => {
      if (!event.target.closest(".to-save") || !$("save").disabled) return;
      event.preventDefault();
      this.control.focus();
    });
  }

  show(state) {
    $("next").textContent = state.toDo ? `Next: ${nameOf(firstProblem())}` : "All filled in";
    $("next").title = $("next").textContent; // which may be longer than the button
    $("next").disabled = !state.toDo;
    $("next").classList.toggle("is-next", state.toDo > 0);
    $("save").classList.toggle("is-next", state.toDo === 0);
    $("next-step").textContent = this.sentence(state);
  }

  sentence(state) {
    if (state.toDo) return state.isSaved ? `${state.toDo} to do.` : `${state.toDo} to do. Save keeps it unfinished.`;
    if (!state.isSaved) return `Next: Save ${state.isRecord ? "changes it in" : "puts it into"} the collection. ${this.listeners.unseen()}`;
    return state.isSealed ? "" : `${this.listeners.unseen()} Next: Seal, so that nobody changes the text unnoticed. You can take the seal back.`;
  }

  // The control that gets the focus after a button has done its work.
  get control() {
    return [$("to-hand-over"), $("seal"), $("save"), $("next")].find((control) => !control.hidden && !control.disabled) ?? $("undo");
  }

  goToProblem() {
    const problem = firstProblem();
    problem?.closest("details")?.setAttribute("open", "");
    problem?.scrollIntoView({ block: "center" });
    fieldOf(problem)?.focus({ preventScroll: !problem.closest(".cited") });
  }
}

const firstProblem = () => document.querySelector(".problem.is-error");

// What mends a problem: its own button, the form for what the collection lacks, or its field.
function fieldOf(problem) {
  if (problem?.closest(".cited") && $("unheld").firstChild) return $("unheld").querySelector("input");
  const field = problem?.closest(".field, [data-item], [data-field]")?.querySelector("input, textarea, select, button");
  return field ?? problem?.querySelector("button, a");
}

// What a person calls the place of a problem.
function nameOf(problem) {
  if (!problem || problem.closest("#text-problems")) return "check the text";
  if (problem.closest(".cited")) return problem.closest(".cited").querySelector(".cited-name").textContent;
  const field = problem.closest(".field, [data-item], details, section");
  const input = field?.querySelector("input, textarea, select");
  const name = field?.querySelector("legend, label, summary, h2")?.textContent ?? "";
  return input?.getAttribute("aria-label") ?? name;
}
