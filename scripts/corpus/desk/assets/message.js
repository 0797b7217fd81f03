// What was done, or not done and why, in view wherever the person is on the page.

export class Message {
  constructor(box) {
    this.box = box;
    this.words = box.querySelector("#message-words");
    this.steps = box.querySelector("#message-steps");
    box.querySelector("#close-message").addEventListener("click", () => this.close());
    box.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.close();
    });
  }

  // Show a sentence, with buttons or links for what can be done now; `isDone` if all went well.
  show(sentence, steps = [], isDone = false) {
    this.box.classList.toggle("is-done", isDone);
    this.words.textContent = sentence;
    this.steps.replaceChildren(...steps);
    this.box.hidden = false;
  }

  // Go to the message; who closes it is again where they were.
  focus() {
    this.box.hidden = false;
    this.before = document.activeElement;
    this.box.focus();
  }

  hide() {
    this.box.hidden = true;
  }

  close() {
    this.hide();
    this.before?.focus();
  }
}
