// The first page: documents are dropped in, and the lists follow.

import { sendFiles, watch } from "./documents.js";

const $ = (id) => document.getElementById(id);
const LISTS = ["in-work", "in-collection"];

// Show the lists of a page that was loaded again; who is at a link in them stays there.
function refresh(page) {
  const link = document.activeElement?.getAttribute("href");
  for (const id of LISTS) $(id).replaceChildren(...page.getElementById(id).childNodes);
  if (link && document.activeElement === document.body) linkTo(link)?.focus();
}

const linkTo = (address) => LISTS.map((id) => $(id).querySelector(`a[href="${CSS.escape(address)}"]`)).find(Boolean);

// The documents are read; who waited for them goes on with the first opinion.
function done() {
  $("progress").textContent = "";
  if (document.activeElement === document.body || $("drop").contains(document.activeElement)) $("in-work").querySelector("[data-next]")?.focus();
}

const send = sendFiles($("drop"), $("files"), $("progress"), { done, refresh });
watch($("progress"), refresh).then(() => {
  $("progress").textContent = "";
});

$("paste").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = $("pasted").value;
  if (!words.trim()) return;
  await send([new File([words], "Pasted words.txt", { type: "text/plain" })]);
  $("pasted").value = "";
});

$("in-work").addEventListener("click", async (event) => {
  const draft = event.target.dataset.putBack;
  if (!draft) return;
  const response = await fetch(`/work/${draft}/put-back`, { method: "POST", body: "{}" });
  if (response.ok) location.href = `/work/${(await response.json()).key}/`;
});

$("changes")?.addEventListener("click", async (event) => {
  const number = Number(event.target.dataset.takeBack);
  if (!number) return;
  const response = await fetch("/changes/take-back", { method: "POST", body: JSON.stringify({ number }) });
  if (response.ok) event.target.closest("li").remove();
  $("change-message").textContent = response.ok ? "It was taken back." : (await response.json()).message;
});

$("hand-over")?.addEventListener("click", async () => {
  const place = $("handed-over");
  place.textContent = "One moment …";
  const answer = await (await fetch("/handover", { method: "POST" })).json();
  if (answer.message) {
    place.textContent = answer.message;
    return;
  }
  const list = document.createElement("ul");
  list.append(...answer.commits.map((commit) => Object.assign(document.createElement("li"), { textContent: commit })));
  const send = document.createElement("button");
  send.textContent = "Send it for review";
  send.addEventListener("click", () => sendBranch(answer.branch, place));
  place.replaceChildren("This is ready:", list, send);
  await watch($("progress"), refresh);
  send.focus();
});

async function sendBranch(branch, place) {
  place.textContent = "Sending …";
  const answer = await (await fetch("/handover/send", { method: "POST", body: JSON.stringify({ branch }) })).json();
  if (answer.message) {
    place.textContent = answer.message;
    return;
  }
  await watch($("progress"), refresh);
  place.textContent = `It was sent, under the name ${branch}. `;
  if (!answer.address) {
    place.append("Tell the people who review it.");
    return;
  }
  const link = document.createElement("a");
  link.href = answer.address;
  link.target = "_blank";
  link.textContent = "Ask for the review on GitHub";
  place.append(link);
  link.focus();
}
