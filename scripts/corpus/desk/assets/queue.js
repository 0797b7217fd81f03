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
  const send = document.createElement("button");
  send.textContent = "Send the branch";
  send.addEventListener("click", () => sendBranch(answer.branch, place));
  place.replaceChildren(`The branch ${answer.branch} is made. It has a commit for each of these:`, list, send);
});

async function sendBranch(branch, place) {
  place.textContent = "Sending …";
  const answer = await (await fetch("/handover/send", { method: "POST", body: JSON.stringify({ branch }) })).json();
  place.textContent = answer.message ?? `The branch ${branch} is sent. `;
  if (!answer.address) return;
  const link = document.createElement("a");
  link.href = answer.address;
  link.target = "_blank";
  link.textContent = "Propose it on GitHub";
  place.append(link);
}
