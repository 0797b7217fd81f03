// The topics: found by their words, and added to the list.

const $ = (id) => document.getElementById(id);

export class Topics {
  constructor(list, listeners) {
    this.list = list;
    this.listeners = listeners; // request(path, sent)
    this.added = null;
    $("find-topic").addEventListener("input", () => this.find());
    $("add-topic").addEventListener("click", () => this.add());
    $("take-topic-back").addEventListener("click", () => this.takeBack());
  }

  // Show the topics that have what is typed, and those that are chosen.
  find() {
    const typed = $("find-topic").value.trim().toLowerCase();
    const topics = [...this.list.children];
    for (const topic of topics) {
      topic.hidden = !topic.textContent.toLowerCase().includes(typed) && !topic.querySelector("input").checked;
    }
    const isFound = topics.some((topic) => topic.textContent.toLowerCase().includes(typed));
    $("no-topic").textContent = isFound ? "" : "No topic has these words. Try another word, or add a topic below.";
  }

  async add() {
    const answer = await this.listeners.request("/topics", { title: $("topic-title").value, about: $("topic-about").value });
    if (!answer.ok) {
      $("topic-message").textContent = answer.message;
      return;
    }
    this.added = answer.state;
    $("topic-message").textContent = `The topic “${answer.state.title}” is in the list, and chosen here.`;
    for (const id of ["topic-title", "topic-about", "find-topic"]) $(id).value = "";
    $("take-topic-back").hidden = false;
    this.list.append(entry(answer.state));
    this.find();
    this.choose(true);
  }

  async takeBack() {
    const answer = await this.listeners.request("/changes/take-back", { number: this.added.number });
    $("topic-message").textContent = answer.ok ? `The topic “${this.added.title}” was taken back.` : answer.message;
    if (!answer.ok) return;
    this.choose(false);
    this.list.querySelector(`[value="${this.added.id}"]`).closest("li").remove();
    $("take-topic-back").hidden = true;
    $("topic-title").focus();
  }

  // Tick the new topic, or not, as a person would.
  choose(isChosen) {
    const box = this.list.querySelector(`[value="${this.added.id}"]`);
    box.checked = isChosen;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function entry({ id, title, about }) {
  const [item, label, box, note] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
  box.type = "checkbox";
  box.value = id;
  note.className = "note";
  note.textContent = about;
  label.append(box, ` ${title} `, note);
  item.append(label);
  return item;
}
