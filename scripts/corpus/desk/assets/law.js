// The form for a change of an authority.

import { showAtFields } from "./field-problems.js";
import { ask } from "./this-desk.js";
import { TypedBefore } from "./typed-before.js";

const $ = (id) => document.getElementById(id);
const before = new TypedBefore("law");
let saved = 0; // the number of the change that was saved last

function values() {
  const [kind, ...id] = $("what").value.split(" ");
  const typed = [...document.querySelectorAll("[data-name]")].map((input) => [input.dataset.name, input.value]);
  return { kind, id: id.join(" "), ...Object.fromEntries(typed) };
}

// The inputs of the form by their ids, with what is typed.
const typed = () => Object.fromEntries([...$("law").querySelectorAll("select, input, textarea")].map(({ id, value }) => [id, value]));

function say(title, sentences = []) {
  const list = document.createElement("ul");
  list.append(...sentences.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence.replaceAll("`", "") })));
  $("result").replaceChildren(Object.assign(document.createElement("p"), { textContent: title }), list);
}

async function send(path, sent) {
  const response = await ask(path, { method: "POST", body: JSON.stringify(sent) });
  const answer = await response.json();
  if (answer.problems?.length) showProblems(answer.problems);
  else if (answer.message) say(answer.message);
  return response.ok ? answer : null;
}

function affected(sentences) {
  const what = $("provisions").value.trim() ? "" : "No part is named, so all of it changed. ";
  if (!sentences.length) return `${what}Nothing in the collection cites what changed.`;
  return `${what}These cite what changed. Their pages will say so, and somebody should read them again:`;
}

function showProblems(problems) {
  const others = showAtFields($("law"), problems);
  const count = problems.length === 1 ? "One thing is" : `${problems.length} things are`;
  if (problems.length) say(`${count} missing or wrong. Each is said at its field above.`, others);
}

$("show").addEventListener("click", async () => {
  const answer = await send("/law/show", values());
  if (!answer) return;
  $("save").disabled = answer.problems.length > 0;
  if (answer.problems.length) return;
  showProblems([]);
  say(affected(answer.toReview), answer.toReview);
});

$("save").addEventListener("click", async () => {
  $("save").disabled = true; // a second click saves nothing more
  const answer = await send("/law/save", values());
  if (!answer) {
    $("save").disabled = false;
    return;
  }
  before.forget();
  saved = answer.number;
  $("undo").hidden = false;
  $("undo").focus();
  say(`The change is saved. To hand it over, choose “${document.querySelector(".desk-bar a").textContent}”.`, answer.toReview);
});

$("undo").addEventListener("click", async () => {
  if (!(await send("/changes/take-back", { number: saved }))) return;
  say("The change was taken back.");
  $("undo").hidden = true;
  $("show").focus();
});

// What is saved is what was shown.
$("law").addEventListener("input", () => {
  $("save").disabled = true;
  before.keep(typed());
});
$("law").addEventListener("submit", (event) => event.preventDefault());

// A change that was typed and not saved is in the form again.
if (before.values) {
  for (const [id, value] of Object.entries(before.values)) if ($(id)) $(id).value = value;
  say("What you typed before is here again. It is not saved yet.");
}
