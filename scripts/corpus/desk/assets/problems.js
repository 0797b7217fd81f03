// Puts each finding at its field, or at its paragraph.

const asking = new Map(); // the boxes in which a reason is typed, by what they are about

const EXPLAINED = /^OP[24]|OP019|OP3(?:0[389]|1[34])/; // rules whose findings may be right as they are
export const GIVES_NUMBER = document.getElementById("make-number-line")?.textContent;
const EMPTY = "OP104"; // a rule that needs no explanation

const shown = new WeakMap(); // what each place shows, so that nothing is drawn again under the mouse

export function showProblems(state, form, listeners) {
  const typing = document.activeElement;
  const left = typing?.closest(".problems");
  const found = Map.groupBy(state.problems, (problem) => (problem.block === null ? placeOf(problem.field, form) : document.getElementById("text-problems")));
  for (const place of document.querySelectorAll(".problems")) {
    const problems = found.get(place) ?? [];
    const asShown = JSON.stringify(problems);
    if (shown.get(place) === asShown) continue;
    if (place.hasChildNodes()) place.classList.add("had-problem"); // so that nothing moves under the mouse
    place.replaceChildren(...problems.map((problem) => entry(problem, state, listeners)));
    shown.set(place, asShown);
  }
  for (const marked of document.querySelectorAll("[aria-invalid]")) {
    marked.removeAttribute("aria-invalid");
    marked.removeAttribute("aria-describedby");
  }
  for (const [place, problems] of found) {
    const field = place.closest(".field")?.querySelector("input, textarea, select");
    if (!field) continue;
    if (problems.some(({ isError }) => isError)) field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [...place.children].map(({ id }) => id).join(" "));
  }
  if (typing?.matches(".reason *")) typing.focus({ preventScroll: true });
  else if (left && !typing.isConnected) goOn(left, typing.textContent);
}

// Moves the focus of a link or button that is gone: to its like in the new sentence, or else to the next control.
export function goOn(place, name) {
  const same = [...place.querySelectorAll("a, button")].find(({ textContent }) => textContent === name);
  const controls = [...document.querySelectorAll("input, textarea, select, button, summary, a[href]")];
  const next = controls.find((control) => control.checkVisibility() && !control.disabled && place.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING);
  (same ?? next)?.focus({ preventScroll: true });
}

// The nearest place on the page for a path such as issues, 0, question.
function placeOf(path, form) {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join(".");
    const part = [...form.querySelectorAll("[data-field]")].find((place) => place.dataset.field.split(" ").includes(name));
    const place = part && (part.matches(".problems") ? part : part.querySelector(":scope > .problems"));
    if (place) {
      part.closest("details")?.setAttribute("open", "");
      return place;
    }
  }
  return document.getElementById("other-problems");
}

let count = 0;

function entry(problem, state, listeners) {
  const line = document.createElement("p");
  count += 1;
  line.id = `problem-${count}`;
  line.className = problem.isError ? "problem is-error" : "problem";
  line.append(...words(problem.message));
  if (problem.hint) {
    const hint = document.createElement("span");
    hint.className = "hint";
    hint.append(" ", ...words(problem.hint));
    line.append(hint);
  }
  if (problem.other) {
    line.append(" ", Object.assign(document.createElement("a"), { href: `/work/${problem.other.key}/`, textContent: `Open ${problem.other.name}` }));
  }
  if (problem.mayBeApproval && problem.block !== null) {
    line.append(" ", button(document.getElementById("make-approval-line").textContent, () => listeners.makeApprovalLine(problem.block)));
  }
  if (problem.numberLine !== null) line.append(" ", numberButton(problem.numberLine, state, listeners));
  if (problem.waivedBy && problem.numberLine === null && EXPLAINED.test(problem.code)) {
    const about = `${problem.code} ${problem.waivedBy}`;
    if (asking.has(about)) line.append(asking.get(about));
    else line.append(" ", button("This is right as it is", (event) => askReason(event.target, about, problem, listeners)));
  }
  if (problem.block !== null) line.append(" ", button("Show the place", () => listeners.show(problem.block)));
  if (problem.code && problem.code !== EMPTY) {
    const link = document.createElement("a");
    link.href = `/rules/${problem.code}`;
    link.target = "_blank";
    link.textContent = "Why?";
    link.setAttribute("aria-label", `Why? ${problem.message}`);
    line.append(" ", link);
  }
  return line;
}

// A button for the line that gives the number; it quotes the line unless the problem is about it.
function numberButton(block, { blocks }, listeners) {
  const quoted = block ? `“${blocks[block].words}” gives them; leave out what is above it` : GIVES_NUMBER;
  return button(quoted, () => listeners.makeNumberLine(block));
}

function askReason(opener, about, problem, listeners) {
  const [box, label, reason] = ["span", "label", "input"].map((tag) => document.createElement(tag));
  box.className = "reason";
  reason.type = "text";
  label.append("Why is it right? For example: The document prints it this way. ", reason);
  reason.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    keep.click();
  });
  const keep = button("Keep this reason", () => {
    if (!reason.value.trim()) {
      reason.focus();
      return;
    }
    asking.delete(about);
    listeners.waive({ code: problem.code, about: problem.waivedBy, reason: reason.value.trim() });
  });
  box.append(label, keep);
  asking.set(about, box);
  opener.replaceWith(box);
  reason.focus();
}

export function button(text, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
}

// Words in which text between backticks is marked as code.
function words(text) {
  return text.split(/`([^`]+)`/).map((part, position) => {
    if (position % 2 === 0) return part;
    const code = document.createElement("code");
    code.textContent = part;
    return code;
  });
}
