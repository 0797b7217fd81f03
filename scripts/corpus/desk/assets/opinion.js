// The page on which an opinion is edited.

import { Citations } from "./citations.js";
import { Compare } from "./compare.js";
import { sendFiles } from "./documents.js";
import { FormFields } from "./form-fields.js";
import { Later } from "./later.js";
import { Message } from "./message.js";
import { NextStep } from "./next-step.js";
import { OtherOpinions } from "./other-opinions.js";
import { Parts } from "./parts.js";
import { button, showProblems } from "./problems.js";
import { Questions, shortened } from "./questions.js";
import { RecoveredWords } from "./recovered-words.js";
import { Connection } from "./server.js";
import { SuggestedChoices } from "./suggested-choices.js";
import { Suggestions } from "./suggestions.js";
import { Text } from "./text.js";
import { Topics } from "./topics.js";
import { Unheld } from "./unheld.js";
import { UndoKeys } from "./undo-keys.js";
import { Views } from "./views.js";
import { Waivers } from "./waivers.js";
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
const formFields = new FormFields(form, { changed });
const waivers = new Waivers({ changed });
const recoveredWords = new RecoveredWords(message, { putBack: recover });
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
let isCorrecting = false; // the next paragraph that is chosen has wrong words

function say(sentence) {
  $("kept").textContent = sentence;
}

// Something was not done; `now` is the key that the work has now, if it has another one. If another
// program changed the file, the buttons for that are offered.
function failed(sentence, now, isFileChanged = false) {
  $("changed-elsewhere").hidden &&= !isFileChanged;
  const steps = now ? [connection.linkTo(now)] : [];
  recoveredWords.isOffering = false;
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
  if (!recoveredWords.isOffering && !connection.hasHeldBack) message.hide();
  history.replaceState(null, "", `/work/${state.key}/`);
  document.title = `${state.name} – The desk`;
  $("name").textContent = state.name;
  text.show(state);
  if (isReplaced) fill(state);
  if (isReplaced) undoKeys.enter(document.activeElement);
  unheld.show(state);
  waivers.show(state);
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

function describe(state) {
  if (connection.hasHeldBack) say("Not all of it is sent.");
  else if (!connection.isWaiting) say(whereItIs(state));
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
  compare.show(state);
  nextStep.show(state);
  formFields.showPossible(state);
}

function whereItIs(state) {
  if (!state.isSaved) return "Kept on the desk, not saved yet.";
  if (!state.isTouched) return "In the collection.";
  return state.handedOver ? `Saved in the collection, and ${state.handedOver}.` : "Saved in the collection.";
}

// Fill the form in from the fields of the record.
function fill(state) {
  const fields = state.fields ?? {};
  formFields.fill(fields);
  citations.show(state);
  questions?.show(fields, citations.authorities());
  later.show(fields);
  otherOpinions.show(fields);
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
  const chosen = item?.parts;
  const choosing = chosen
    ? `Choose the paragraphs of ${chosen.name.toLowerCase()}: each one that you choose is added, or taken away.`
    : howToChoose;
  $("target").textContent = isCorrecting ? "Choose the paragraph whose words differ from the document." : choosing;
  $("target").classList.toggle("is-general", !chosen && !isCorrecting);
  text.highlight((chosen?.values.at ?? []).map(String));
  $("into-target").hidden = !chosen || !selectedWords;
  if (chosen) $("into-target").textContent = `Put it into ${chosen.name.toLowerCase()}`;
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

// What was said of the last step, and the buttons of a line, are not in the way of the next one.
form.addEventListener("input", () => {
  $("followed").textContent = "";
});
form.addEventListener("focusin", ({ target: at }) => {
  if (!at.closest("[data-item]")) $("selection").hidden = true;
  if (!document.querySelector(".has-view")) document.querySelector(".left").scrollTop = 0;
});

function waive(waiver) {
  waivers.add(waiver);
  $("followed").textContent = "Your reason is kept under “Right as it is”, at the end of the form.";
  $("followed").focus();
}

new Topics(form.querySelector('[data-choices="topics"]'), { request: (path, sent) => connection.request("POST", path, sent) });
$("add-question")?.addEventListener("click", () => questions.addQuestion());
form.addEventListener("submit", (event) => event.preventDefault());

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
  else questions?.target?.parts.numbers.focus();
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
    if (isDone && UNDONE[name]) $("next-step").prepend(`${UNDONE[name]}: ${formFields.changesBetween(fields, connection.state.fields)}. `);
    if (isDone && name === "save") formFields.keepInPlace(bar.offsetHeight, () => answered(connection.state, true));
    if (isDone && bar.getBoundingClientRect().bottom <= 0) sayBelow(connection.state);
    $("selection").hidden = true;
    const { activeElement: at } = document;
    if (at === document.body || at.disabled || at.hidden) nextStep.control.focus({ preventScroll: bar.getBoundingClientRect().bottom > 0 });
  });
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
else recoveredWords.offer(recovered);
