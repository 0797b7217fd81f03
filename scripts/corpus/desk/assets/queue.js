// The first page: documents are dropped in, and the lists follow.

import { sendFiles, watch } from "./documents.js";
import { ask } from "./this-desk.js";

const $ = (id) => document.getElementById(id);
const LISTS = ["in-work", "in-collection"];

// Show the lists of a page that was loaded again; the link that had the focus keeps it.
function refresh(page) {
  const link = document.activeElement?.getAttribute("href");
  for (const id of LISTS) $(id).replaceChildren(...page.getElementById(id).childNodes);
  if (link && document.activeElement === document.body) linkTo(link)?.focus();
}

const linkTo = (address) => LISTS.map((id) => $(id).querySelector(`a[href="${CSS.escape(address)}"]`)).find(Boolean);

// The documents are read; the focus moves to the first opinion.
function done() {
  if (document.activeElement === document.body || $("drop").contains(document.activeElement)) $("in-work").querySelector("[data-next]")?.focus();
}

const send = sendFiles($("drop"), $("files"), $("progress"), { done, refresh });
watch($("progress"), refresh);

$("paste").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = $("pasted").value;
  if (!words.trim()) return;
  await send([new File([words], "Pasted words.txt", { type: "text/plain" })]);
  $("pasted").value = "";
});

// Steps with work that is not open: each button names its work.
const STEPS = { putBack: "put-back", restore: "restore", forget: "forget" };
// Steps with a document that was given up.
const DOCUMENT_STEPS = { readAgain: "read-again", forgetDocument: "forget" };

$("in-work").addEventListener("click", async (event) => {
  const [name, key] = Object.entries(event.target.dataset)[0] ?? [];
  if (!STEPS[name] && !DOCUMENT_STEPS[name]) return;
  const answer = STEPS[name]
    ? await post(`/work/${key}/${STEPS[name]}`, {})
    : await post(`/documents/${DOCUMENT_STEPS[name]}`, { document: key });
  if (answer.message) event.target.closest("li, .note").querySelector("[role=status]").textContent = answer.message;
  else location.href = answer.key ? `/work/${answer.key}/` : "/";
});

$("changes")?.addEventListener("click", async (event) => {
  const number = Number(event.target.dataset.takeBack);
  if (!number) return;
  const response = await ask("/changes/take-back", { method: "POST", body: JSON.stringify({ number }) });
  if (response.ok) event.target.closest("li").remove();
  $("change-message").textContent = response.ok ? "It was taken back." : (await response.json()).message;
});

$("hand-over")?.addEventListener("click", async () => {
  const place = $("handed-over");
  place.textContent = "One moment …";
  const answer = await post("/handover", {});
  if (answer.message) {
    place.replaceChildren(...sentences(answer));
    return;
  }
  const list = document.createElement("ul");
  list.append(...answer.commits.map((commit) => Object.assign(document.createElement("li"), { textContent: commit })));
  const send = sendButton(answer.branch, answer.isSent ? "Send it again" : "Send it for review");
  place.replaceChildren(answer.isSent ? "This was sent before, and nothing was saved since:" : "This is ready:", list, ...sentBefore(answer), send);
  await watch($("progress"), refresh);
  send.focus();
});

$("handed-over")?.addEventListener("click", async (event) => {
  const { send: branch } = event.target.dataset;
  if (!branch) return;
  const place = $("handed-over");
  place.textContent = "Sending …";
  const answer = await post("/handover/send", { branch });
  if (answer.message) {
    const again = sendButton(branch, "Send again");
    place.replaceChildren(...sentences(answer), again);
    again.focus();
    return;
  }
  await watch($("progress"), refresh);
  place.textContent = `It was sent, under the name ${branch}. `;
  if (!answer.address) {
    place.append("Tell your reviewers that it is there.");
    place.tabIndex = -1;
    place.focus();
    return;
  }
  const link = Object.assign(document.createElement("a"), { href: answer.address, target: "_blank", textContent: "Ask for the review on GitHub" });
  place.append(link);
  link.focus();
});

// A branch continues from the one that was sent last, so it has its opinions too.
function sentBefore({ sentBefore: names }) {
  const textContent = `It also has what was sent before: ${names.join(", ")}.`;
  return names.length ? [Object.assign(document.createElement("p"), { textContent, className: "note" })] : [];
}

function sendButton(branch, textContent) {
  const button = Object.assign(document.createElement("button"), { textContent });
  button.dataset.send = branch;
  return button;
}

// Why something was not handed over, and what git said, for the person who looks after the files.
function sentences({ message, reason }) {
  const parts = [Object.assign(document.createElement("p"), { textContent: message })];
  if (reason) {
    const details = document.createElement("details");
    details.append(
      Object.assign(document.createElement("summary"), { textContent: "What git said" }),
      Object.assign(document.createElement("p"), { textContent: reason }),
    );
    parts.push(details);
  }
  return parts;
}

// The whole file is here before the desk notes that it was downloaded.
$("download").addEventListener("click", async () => {
  const place = $("downloaded");
  place.textContent = "One moment …";
  try {
    const response = await ask("/finished.zip");
    if (!response.ok) {
      place.textContent = (await response.json()).message;
      return;
    }
    const content = await response.arrayBuffer();
    const href = URL.createObjectURL(new Blob([content], { type: "application/zip" }));
    Object.assign(document.createElement("a"), { href, download: "finished.zip" }).click();
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const answer = await post("/finished.zip", { sha256 });
    place.textContent = answer.message ?? "Downloaded as finished.zip. Send this file to the people who publish.";
    await watch($("progress"), refresh);
  } catch {
    place.textContent = "The desk does not answer. Start it again, then download.";
  }
});

async function post(address, values) {
  const response = await ask(address, { method: "POST", body: JSON.stringify(values) });
  return response.json();
}
