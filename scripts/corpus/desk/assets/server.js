// Sends the work to the server, keeps what could not be sent, and says what is going on.

import { ask } from "./this-desk.js";
import { forgetWords, keepWords, wordsOfOthers } from "./unsent-words.js";

const WAIT_AFTER_TYPING = 350;
const WAIT_BEFORE_TRYING_AGAIN = 2000;

export class Connection {
  constructor(state, listeners) {
    this.state = state;
    this.listeners = listeners; // answered(state, isReplaced), kept(sentence), failed(sentence, now, isFileChanged), refused()
    this.waiting = {}; // the changed fields that were not sent yet
    this.onTheWay = {}; // those that were sent and not answered yet
    this.heldBack = {}; // those that the desk refused; a change of one is sent again
    this.isRefused = false; // because of a change in another window
    this.hasRoom = true; // whether the browser keeps what was not sent
    this.timer = 0;
    this.sending = Promise.resolve();
    addEventListener("pagehide", () => this.sendLast());
    addEventListener("beforeunload", (event) => {
      if (!this.hasRoom) event.preventDefault();
    });
  }

  // The changed fields that the server may not have yet.
  get unsent() {
    return { ...this.heldBack, ...this.onTheWay, ...this.waiting };
  }

  // Whether something was typed that is not sent yet, or was refused.
  get isWaiting() {
    return Object.keys(this.waiting).length > 0 || this.hasHeldBack;
  }

  get hasHeldBack() {
    return Object.keys(this.heldBack).length > 0;
  }

  // Where the words are that were not sent, in a sentence.
  get whereWordsAre() {
    return this.hasRoom
      ? "What you typed is kept."
      : "What you typed is only in this window, because the browser has no room to keep it. Leave the window open.";
  }

  // Note a changed field; it is sent when nothing more is typed for a moment.
  change(name, value) {
    this.waiting[name] = value;
    delete this.heldBack[name];
    this.remember();
    this.listeners.kept(this.hasRoom ? "Typing …" : "Typing … Leave this window open.");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), WAIT_AFTER_TYPING);
  }

  // Send what is waiting; the promise ends when the server has all of it, or refused it.
  flush() {
    clearTimeout(this.timer);
    this.sending = this.sending.then(() => this.sendWaiting());
    return this.sending;
  }

  async sendWaiting() {
    const names = Object.keys(this.waiting);
    if (names.length) await this.send(names);
    return !this.isWaiting;
  }

  // Send these of the fields that are waiting. If they are refused, each is sent alone, so that one
  // does not hold up the others.
  async send(names) {
    const fields = Object.fromEntries(names.map((name) => [name, this.waiting[name]]));
    for (const name of names) delete this.waiting[name];
    this.onTheWay = fields;
    const answer = await this.request("PUT", "fields", { revision: this.state.revision, fields }, () => stateWith(fields));
    this.onTheWay = {};
    if (answer.ok) {
      this.accept(answer.state, false);
      return;
    }
    const isOneRefused = answer.isOfFields && names.length === 1;
    if (isOneRefused && !(names[0] in this.waiting)) Object.assign(this.heldBack, fields);
    else this.waiting = { ...fields, ...this.waiting };
    this.remember();
    if (answer.isOffline) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), WAIT_BEFORE_TRYING_AGAIN);
    } else if (answer.isOfFields && !isOneRefused) {
      for (const name of names) await this.send([name]);
    }
  }

  // A step such as undo, save or seal, after everything that was typed or chosen before.
  step(name, values = {}, method = "POST") {
    this.flush();
    const isDone = this.sending.then(() => this.takeStep(name, values, method));
    this.sending = isDone;
    return isDone;
  }

  async takeStep(name, values, method) {
    if (this.isWaiting) {
      this.listeners.refused();
      return false;
    }
    const sent = { revision: this.state.revision, ...values };
    const answer = await this.request(method, name, sent);
    if (answer.ok) this.accept(answer.state, name !== "save" && name !== "seal");
    else this.listeners.refused();
    return answer.ok;
  }

  // Ask for the state again, after something else changed.
  async load() {
    await this.flush();
    const answer = await ask("state");
    if (answer.ok) this.accept(await answer.json(), false);
  }

  accept(state, isReplaced) {
    const old = this.state.key;
    this.state = state;
    if (!this.isWaiting) this.isRefused = false;
    this.remember();
    if (old !== state.key) forgetWords(old);
    this.listeners.answered(state, isReplaced);
  }

  // What the server does not have yet stays in the browser, also after the window is closed.
  remember() {
    const { revision, key } = this.state;
    const isAllSent = !Object.keys(this.unsent).length;
    if (isAllSent) forgetWords(key);
    this.hasRoom = isAllSent || keepWords(key, { revision, fields: this.unsent, isRefused: this.isRefused });
  }

  // What was typed and not answered when a window was closed or the desk was stopped, without what
  // the record has already. The record may have one step more, if the desk was stopped between that
  // step and its answer. What two windows typed is certain of neither.
  recovered() {
    const lacking = wordsOfOthers(this.state).filter((words) => {
      const isLacking = !hasFields(this.state, words.fields);
      if (!isLacking) words.forget();
      return isLacking;
    });
    return lacking.map((words) => {
      const steps = this.state.revision - words.revision;
      const isAsBefore = words.isOfThisKey && !words.isRefused && (steps === 0 || steps === 1);
      return { ...words, isCertain: lacking.length === 1 && isAsBefore };
    });
  }

  // Take what was recovered as if it had just been typed.
  recover(words) {
    this.waiting = { ...words.fields, ...this.waiting };
    this.remember();
    if (this.hasRoom) words.forget();
    return this.flush();
  }

  // A link to the work under the key that it has now; there, what was not sent is offered.
  linkTo(key) {
    return Object.assign(document.createElement("a"), { href: `/work/${key}/`, textContent: "Open it there" });
  }

  sendLast() {
    if (!Object.keys(this.waiting).length) return;
    const sent = { revision: this.state.revision, fields: { ...this.onTheWay, ...this.waiting } };
    ask("fields", { method: "PUT", body: JSON.stringify(sent), keepalive: true });
  }

  // Send a request. Of one that came too late, `stateOfDone` gets the state if all is done already.
  async request(method, path, sent, stateOfDone = async () => null) {
    try {
      const response = await ask(path, { method, body: JSON.stringify(sent) });
      const isJson = response.headers.get("content-type")?.startsWith("application/json");
      const answer = isJson ? await response.json() : {};
      if (response.ok) return { ok: true, state: answer };
      const done = response.status === 409 && (await stateOfDone());
      if (done) return { ok: true, state: done };
      this.isRefused = response.status === 409;
      this.remember(); // before the page reports it, because the window may be closed right after
      const isAnotherRun = response.status === 403;
      const sentence = isAnotherRun
        ? `The desk was started again. Open the address that it printed. ${this.whereWordsAre}`
        : `The desk could not do this. ${this.whereWordsAre} Load the page again.`;
      if (!answer.problems) this.listeners.failed(answer.message ?? sentence, answer.now, answer.isFileChanged);
      return { ok: false, isOffline: isAnotherRun, isOfFields: response.status === 422, message: answer.message ?? sentence, problems: answer.problems };
    } catch {
      this.listeners.failed(`The desk does not answer. ${this.whereWordsAre} It is sent when the desk answers again.`);
      return { ok: false, isOffline: true };
    }
  }
}

// The state, if it has these fields: a window that was closed sends its last words itself.
async function stateWith(fields) {
  const answer = await ask("state");
  const state = answer.ok ? await answer.json() : {};
  return hasFields(state, fields) ? state : null;
}

// Whether the record has these fields.
function hasFields(state, fields) {
  const same = ([name, value]) => JSON.stringify(state.fields?.[name]) === JSON.stringify(value);
  return Object.entries(fields).every(same);
}
