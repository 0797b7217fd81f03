// The first page: documents are dropped in, and the lists follow.

import { sendFiles, watch } from "./documents.js";

const $ = (id) => document.getElementById(id);

const refresh = (rows) => $("rows").replaceChildren(...rows.body.children);
const done = () => {
  $("progress").textContent = "";
};

const send = sendFiles($("drop"), $("files"), $("progress"), { done, refresh });
watch($("progress"), refresh).then(done);

$("paste").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = $("pasted").value;
  if (!words.trim()) return;
  await send([new File([words], "Pasted words.txt", { type: "text/plain" })]);
  $("pasted").value = "";
});

$("hand-over")?.addEventListener("click", async () => {
  const place = $("handed-over");
  place.textContent = "Making the branch …";
  const answer = await (await fetch("/handover", { method: "POST" })).json();
  if (answer.message) {
    place.textContent = answer.message;
    return;
  }
  const list = document.createElement("ul");
  list.append(...answer.commits.map((commit) => Object.assign(document.createElement("li"), { textContent: commit })));
  place.replaceChildren(`The branch ${answer.branch} is made. It has a commit for each of these:`, list);
});
