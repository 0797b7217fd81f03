// Ctrl+Z takes a step back, as the button does. In a box, it first takes back what was typed there.

export class UndoKeys {
  constructor(undo, redo) {
    this.undo = undo;
    this.redo = redo;
    this.entered = ""; // what was in the box before anything was typed there
    addEventListener("focusin", ({ target }) => this.enter(target));
    addEventListener("keydown", (event) => this.press(event));
  }

  enter(box) {
    this.entered = box?.value;
  }

  press(event) {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || !["z", "y"].includes(key)) return;
    const box = event.target.closest("textarea, input:not([type='checkbox'], [type='file'])");
    if (event.target.closest("dialog") || (box && box.value !== this.entered)) return;
    event.preventDefault();
    const step = event.shiftKey || key === "y" ? this.redo : this.undo;
    if (!step.disabled) step.click();
  }
}
