// The page on which an opinion is edited.

import { Citations } from "./citations.js";
import { Compare } from "./compare.js";
import { sendFiles } from "./documents.js";
import { Later } from "./later.js";
import { Message } from "./message.js";
import { NextStep } from "./next-step.js";
import { OtherOpinions } from "./other-opinions.js";
import { Parts } from "./parts.js";
import { button, showProblems } from "./problems.js";
import { Questions, shortened } from "./questions.js";
import { Connection } from "./server.js";
import { SuggestedChoices } from "./suggested-choices.js";
import { fillIn, Suggestions } from "./suggestions.js";
import { Text } from "./text.js";
import { Topics } from "./topics.js";
import { Unheld } from "./unheld.js";
import { UndoKeys } from "./undo-keys.js";
import { Views } from "./views.js";
import { WordsBox } from "./words-box.js";

const $ = (id) => document.getElementById(id);
const form = $("form");
const UNDONE = { undo: "Undone", redo: "Redone" };
const first = JSON.parse($("state").textContent);

// What lies below the bar begins where it ends, however many lines it has.
const bar = document.querySelector(".desk-bar");
new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);

const message = new Message($("message"));
const connection = new Connection(first, { answered, kept: (sentence) => say(sentence), failed, refused });
const changed = (name, value) => {
  $("save").disabled = false;
  connection.change(name, value);
};
const later = new Later({ changed });
const otherOpinions = new OtherOpinions({ changed });
const howToChoose = $("target").textContent;
const text = new Text($("text"), { paragraph, selected, reached });
const sent = () => connection.flush();
const wordsOf = (numbers) => text.wordsOf(numbers.map(String));
const questions = $("questions") && new Questions($("questions"), { changed, sent, target, reveal: (number) => text.revealParagraph(number), wordsOf, paragraphs: () => text.paragraphs });
const citations = new Citations($("citations"), { changed, cited: (list) => questions?.showCited(list) });

const compare = new Compare($("to-compare"));
const views = new Views($("view"), { sent });
const wordsBox = new WordsBox(first.key, {
  connection,
  closed: () => correct(false),
  kept: (numbers) => later.add(numbers),
  numberOf: (block) => text.numberOf(block),
});

const nextStep = new NextStep({ unseen: () => compare.unseen });
const unheld = new Unheld($("unheld"), { connection });
const suggestions = new Suggestions(form);
const suggestedChoices = new SuggestedChoices(form.querySelectorAll("[data-choices]"));
const undoKeys = new UndoKeys($("undo"), $("redo"));

const parts = new Parts({
  step: (name, values, method) => connection.step(name, values, method),
  state: () => connection.state,
  show: (block) => text.scrollTo(block),
  say: (sentence) => {
    $("followed").textContent = sentence;
    $("followed").focus();
  },
});

let selectedWords = "";
let selectedBlock = -1;
let waivers = [];
let isOffering = false; // words of another window are offered, until they are put back or left out
let isCorrecting = false; // the next paragraph that is chosen has wrong words

function say(sentence) {
  $("kept").textContent = sentence;
}

// Something was not done; `now` is the key that the work has now, if it has another one. If another
// program changed the file, the buttons for that are offered.
function failed(sentence, now, isFileChanged = false) {
  $("changed-elsewhere").hidden &&= !isFileChanged;
  const steps = now ? [connection.linkTo(now)] : [];
  isOffering = false;
  message.show(sentence, steps);
  say("Not sent yet.");
}

// A step was refused: its reason is said where the person is.
function refused() {
  if (!connection.isWaiting) say(whereItIs(connection.state));
  message.focus();
}

// The server has answered; `isReplaced` if the fields are not what is typed in the form.
function answered(state, isReplaced) {
  if (!isOffering) message.hide();
  history.replaceState(null, "", `/work/${state.key}/`);
  document.title = `${state.name} – The desk`;
  $("name").textContent = state.name;
  text.show(state);
  if (isReplaced) fill(state);
  if (isReplaced) undoKeys.enter(document.activeElement);
  waivers = Array.isArray(state.fields?.waivers) ? state.fields.waivers : [];
  unheld.show(state);
  showWaivers();
  parts.show(state);
  questions?.offer(state.moreQuestions);
  suggestions.show(state);
  suggestedChoices.show(state);
  showProblems(state, form, { show: (block) => text.scrollTo(block), waive, makeApprovalLine: (block) => parts.makeApprovalLine(block), makeNumberLine: (block) => parts.makeNumberLine(block) });
  describe(state);
  views.refresh();
}

// Put words back into the form that were typed before the window was closed.
function recover(words) {
  fill({ ...connection.state, fields: { ...connection.state.fields, ...words.fields } });
  return connection.recover(words);
}

// Offer what windows typed before the opinion was changed elsewhere, the words of one after another.
function offer([words, ...others]) {
  isOffering = Boolean(words);
  message.hide();
  if (!words) return;
  const next = async (isDone) => {
    isOffering = false;
    if (await isDone) offer(others);
  };
  const putBack = button("Put them back", () => next(recover(words)));
  const leaveOut = button("Leave them out", () => {
    words.forget();
    next(true);
  });
  message.show(`Some words that were typed here were not sent before the opinion was changed in another window.${typedIn(words)}`, [putBack, leaveOut]);
}

// The first words of each field that has only words.
function typedIn({ fields }) {
  const typed = Object.values(fields).filter((value) => typeof value === "string" && value);
  const quoted = typed.map((value) => `“${value.length > 60 ? `${value.slice(0, 60)} …` : value}”`);
  return quoted.length ? ` They begin: ${quoted.join(", ")}.` : "";
}

function describe(state) {
  if (!connection.isWaiting) say(whereItIs(state));
  $("to-hand-over").hidden = state.toDo > 0 || !state.isTouched || !state.isSaved || !state.isSealed || (Boolean(state.handedOver) && !state.isPrepared);
  $("to-hand-over").textContent = state.isPrepared ? "Send it for review" : "Hand it over";
  $("undo").disabled = !state.canUndo;
  $("redo").disabled = !state.canRedo;
  $("save").disabled = state.isSaved;
  $("seal").disabled = !state.isSaved || state.toDo > 0 || state.isSealed;
  $("seal").textContent = state.isSealed ? "Sealed" : "Seal";
  $("changed-elsewhere").hidden = !state.isChangedElsewhere;
  $("take-back").hidden = !state.canTakeBack;
  $("take-back").textContent = state.isSealed ? "Take the seal back" : "Take it out of the collection";
  $("later").hidden = !state.isRecord && !state.fields?.corrections && !state.fields?.withdrawn;
  compare.show(state);
  nextStep.show(state);
  for (const name of ["number", "letter", "year"]) {
    const input = $(`field-${name}`);
    if (!input) continue;
    input.readOnly = state.isRecord;
    input.closest(".field").hidden = !(state.numbers[name] ?? true) && !input.value;
  }
  const { stage, comments_until: until } = state.fields ?? {};
  if ($("field-comments_until")) $("field-comments_until").closest(".field").hidden = stage !== "draft" && !until;
  if ($("field-series")) $("field-series").disabled = state.isRecord;
}

function whereItIs(state) {
  if (!state.isSaved) return "Kept on the desk, not saved yet.";
  if (!state.isTouched) return "In the collection.";
  return state.handedOver ? `Saved in the collection, and ${state.handedOver}.` : "Saved in the collection.";
}

// Fill the form in from the fields of the record.
function fill(state) {
  const fields = state.fields ?? {};
  for (const input of form.querySelectorAll("[data-text]")) {
    const value = input.dataset.text.split(".").reduce((found, name) => found?.[name], fields) ?? "";
    if (input.dataset.text === "approved") allowPartOfDate(input, value);
    input.value = value;
  }
  for (const input of form.querySelectorAll("[data-lines]")) {
    const lines = fields[input.dataset.lines];
    input.value = Array.isArray(lines) ? lines.join("\n") : "";
  }
  for (const details of form.querySelectorAll("[data-opens]")) {
    details.open ||= [...details.querySelectorAll("input, textarea, select")].some(({ value }) => value);
  }
  for (const list of form.querySelectorAll("[data-choices]")) {
    const chosen = Array.isArray(fields[list.dataset.choices]) ? fields[list.dataset.choices] : [];
    for (const box of list.querySelectorAll("input")) box.checked = chosen.includes(box.value);
  }
  $("read-by-machine").hidden = !fields.source?.read;
  $("compared").checked = false;
  citations.show(state);
  questions?.show(fields, citations.authorities());
  later.show(fields);
  otherOpinions.show(fields);
}

// A calendar knows only days. If it is a month or a year, `2011-04` or `2011`, it has to be typed.
function allowPartOfDate(input, value) {
  const isTyped = input.type === "text" || (value !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(value));
  input.type = isTyped ? "text" : "date";
  $("type-the-date").hidden = isTyped;
  $("how-to-type-the-date").hidden = !isTyped;
}

// A paragraph was chosen: for a question or an answer, or because its words are wrong.
function paragraph(number) {
  if (!isCorrecting) questions?.toggleParagraph(number);
}

// The buttons below the text are those of the line that the keyboard is at.
function reached(block) {
  if (block !== selectedBlock) $("selection").hidden = true;
}

function correct(isOn) {
  isCorrecting = isOn;
  $("selection").hidden = true;
  $("correct").setAttribute("aria-pressed", `${isOn}`);
  target(questions?.target);
}

function target(item) {
  const values = item?.values;
  const choosing = values
    ? `Choose the paragraphs of ${values.name.toLowerCase()}: each one that you choose is added, or taken away.`
    : howToChoose;
  $("target").textContent = isCorrecting ? "Choose the paragraph whose words differ from the document." : choosing;
  $("target").classList.toggle("is-general", !values && !isCorrecting);
  text.highlight((values?.values.at ?? []).map(String));
  $("into-target").hidden = !values || !selectedWords;
  if (values) $("into-target").textContent = `Put it into ${values.name.toLowerCase()}`;
}

function selected(words, block) {
  selectedWords = words;
  selectedBlock = block;
  $("selection").hidden = !words && Boolean(questions?.target) && !isCorrecting && Boolean(text.numberOf(block));
  text.markLine(words ? -1 : block);
  $("selected").textContent = words ? `“${shortened(words)}”` : "";
  $("edit-words").textContent = `Correct the words of ${whatItIs(block)}`;
  parts.choose(block, words);
  $("as-question").hidden = !words || !questions;
  $("into-target").hidden = !words || !questions?.target;
  if (isCorrecting && !words) openWords();
}

// What a person calls a block of the text.
function whatItIs(block) {
  const { blocks, problems } = connection.state;
  const mayBeApproval = problems.some((problem) => problem.mayBeApproval && problem.block === block);
  const number = text.numberOf(block);
  if (number && !mayBeApproval) return `paragraph ${number}`;
  const { isApproval, isHeading } = blocks[block] ?? {};
  if (isApproval) return `the ${$("selection").dataset.approvalLine}`;
  return isHeading ? "this heading" : "this line";
}

function openWords() {
  wordsBox.open(selectedBlock, text.numberOf(selectedBlock));
}

function showWaivers() {
  $("waived").hidden = !waivers.length;
  $("waivers").replaceChildren(
    ...waivers.map((waiver, position) => {
      const item = document.createElement("li");
      const take = button("Remove this reason", () => changed("waivers", waivers.filter((other) => other !== waiver)));
      item.append(`${connection.state.waived[position] ?? `${waiver.about} Your reason: ${waiver.reason}`} `, take);
      return item;
    }),
  );
}

// What was said of the last step, and the buttons of a line, are not in the way of the next one.
form.addEventListener("input", () => {
  $("followed").textContent = "";
});
form.addEventListener("focusin", ({ target: at }) => {
  if (!at.closest("[data-item]")) $("selection").hidden = true;
  if (!document.querySelector(".has-view")) document.querySelector(".left").scrollTop = 0;
});

function waive(waiver) {
  changed("waivers", [...waivers, waiver]);
  $("followed").textContent = "Your reason is kept under “Right as it is”, at the end of the form.";
  $("followed").focus();
}

/** What is typed in the inputs of a field with parts, such as `source` or `vote`. */
function partsOf(name) {
  const inputs = [...form.querySelectorAll(`[data-text^="${name}."]`)];
  return Object.fromEntries(inputs.map((input) => [input.dataset.text.split(".")[1], input.value]));
}

for (const input of form.querySelectorAll("[data-lines]")) {
  input.addEventListener("input", () => changed(input.dataset.lines, input.value.split("\n").filter((line) => line.trim())));
}
for (const input of form.querySelectorAll("[data-text]")) {
  input.addEventListener("input", () => {
    const [name, part] = input.dataset.text.split(".");
    changed(name, part ? partsOf(name) : input.value);
  });
}
for (const list of form.querySelectorAll("[data-choices]")) {
  list.addEventListener("change", () => {
    const now = [...list.querySelectorAll("input:checked")].map((box) => box.value);
    changed(list.dataset.choices, now);
  });
}
new Topics(form.querySelector('[data-choices="topics"]'), { request: (path, sent) => connection.request("POST", path, sent) });
$("compared").addEventListener("change", (event) => changed("source", { compared: event.target.checked }));
$("add-question")?.addEventListener("click", () => questions.addQuestion());
form.addEventListener("submit", (event) => event.preventDefault());

$("type-the-date").addEventListener("click", () => {
  const input = $("field-approved");
  input.type = "text";
  allowPartOfDate(input, input.value);
  input.focus();
});

$("names-nobody").addEventListener("click", () => fillIn($("field-requester"), "anonymous"));

$("as-question").addEventListener("click", () => {
  const number = text.numberOf(selectedBlock);
  questions.addQuestion(selectedWords, number ? [number] : []);
});
$("into-target").addEventListener("click", () => questions.putWords(selectedWords));
$("edit-words").addEventListener("click", openWords);
$("correct").addEventListener("click", () => correct(!isCorrecting));
document.querySelector(".left").addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (isCorrecting) correct(false);
  else questions?.target?.values.numbers.focus();
});
// Outside the questions, a chosen paragraph is not meant for one of them.
form.addEventListener("focusin", (event) => {
  if (!$("questions")?.contains(event.target)) questions?.focus(null);
});

for (const name of ["undo", "redo", "save", "seal", "take-back", "take-file", "keep-mine"]) {
  $(name).addEventListener("click", async () => {
    say(name === "seal" ? "Sealing …" : "One moment …");
    $("followed").textContent = "";
    const { fields } = connection.state;
    const isDone = await connection.step(name);
    if (isDone && UNDONE[name]) $("next-step").prepend(`${UNDONE[name]}: ${changesBetween(fields, connection.state.fields)}. `);
    if (isDone && name === "save") keepInPlace(() => answered(connection.state, true));
    if (isDone && bar.getBoundingClientRect().bottom <= 0) sayBelow(connection.state);
    $("selection").hidden = true;
    const { activeElement: at } = document;
    if (at === document.body || at.disabled || at.hidden) nextStep.control.focus({ preventScroll: bar.getBoundingClientRect().bottom > 0 });
  });
}
// What is in view stays where it is while the form is filled in again.
function keepInPlace(redraw) {
  const topOf = (place) => place.getBoundingClientRect().top;
  const places = () => [...form.querySelectorAll("[data-field]")].filter((place) => place.checkVisibility());
  const shown = places().find((place) => topOf(place) > bar.offsetHeight);
  const top = shown && topOf(shown);
  redraw();
  const same = places().find((place) => place.dataset.field === shown?.dataset.field);
  if (same) scrollBy(0, topOf(same) - top);
}

// The labels of the fields that differ; “the text” if none does.
function changesBetween(before, after) {
  const names = Object.keys({ ...before, ...after }).filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]));
  const labels = names.map((name) => form.querySelector(`[data-field~="${name}"] :is(label, legend, h2, summary), #${name}-title`)?.textContent ?? "another field");
  return [...new Set(labels)].join(", ") || "the text";
}

// If the bar is out of view, a message at the bottom of the window says what was done.
function sayBelow(state) {
  const steps = $("seal").disabled && $("to-hand-over").hidden ? [] : [button("Go on at the top", () => nextStep.control.focus())];
  message.show([whereItIs(state), nextStep.sentence(state)].join(" "), steps, true);
}
if (/Mac/.test(navigator.platform)) document.querySelector("#save kbd").textContent = "⌘S";
addEventListener("keydown", (event) => {
  if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (!$("save").disabled) $("save").click();
});
$("forget")?.addEventListener("click", async () => {
  if ((await connection.request("POST", "forget", {})).ok) location.href = "/";
});

if ($("drop")) {
  sendFiles($("drop"), $("files"), $("progress"), {
    opinion: first.key,
    done: () => location.reload(),
  });
}

const recovered = connection.recovered();
text.show(first);
fill(first);
answered(first, false);
wordsBox.offerAgain();
form.hidden = false; // hidden until now, so that nothing is typed before the script is ready
const [words] = recovered;
if (words?.isCertain) recover(words);
else offer(recovered);
