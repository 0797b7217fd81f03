// Compares the words that a page shows with the ledger, in the reader's own browser.
const status = document.getElementById("result");
const wanted = /^(\d{4})\/(\d{2,6})$/.exec(new URLSearchParams(location.search).get("opinion") ?? "");

async function hash(lines) {
  const bytes = new TextEncoder().encode(lines.map((line) => line + "\n").join(""));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function read(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(address);
  return answer.text();
}

function shown(page) {
  const text = new DOMParser().parseFromString(page, "text/html").getElementById("text");
  const blocks = text.querySelectorAll("h3, h4, h5, h6, p:not(blockquote p), li, blockquote");
  return [...blocks].map((block) => ({
    number: /^p(\d+)$/.exec(block.id)?.[1],
    words: block.textContent.replace(/\s+/g, " ").trim(),
  }));
}

function say(words, name) {
  const line = document.createElement("p");
  line.textContent = words;
  line.className = name;
  status.append(line);
}

async function verify(folder) {
  const seal = new Map((await read(folder + "seal.txt")).trim().split("\n").map((line) => line.split(" ")));
  const blocks = shown(await read(folder));
  let wrong = 0;
  for (const { number, words } of blocks) {
    if (number && (await hash([words])) !== seal.get("p" + number)) {
      say(`Paragraph ${number} does not have the words of the ledger.`, "mismatch");
      wrong += 1;
    }
  }
  const whole = await hash(blocks.map((block) => block.words));
  if (whole === seal.get("text")) say(`The words are those of the ledger. SHA-256 ${whole}`, "match");
  else say(`The text as a whole is not that of the ledger${wrong ? "" : ": a heading differs"}.`, "mismatch");
}

status.replaceChildren();
if (!wanted) say("Open this page by the link “Verify this text” of an opinion.");
else if (!crypto.subtle) say("This browser compares only on a page with https.");
else verify(`../opinions/${wanted[0]}/`).catch((error) => say(`This could not be read: ${error.message}`, "mismatch"));
