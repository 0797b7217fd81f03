// Sends documents to the desk and shows how far it is.

import { ask } from "./this-desk.js";

const WAIT = 500;

export function sendFiles(zone, input, progress, { opinion = "", done, refresh = () => {} }) {
  const send = async (files) => {
    const all = [...files];
    const failures = [];
    for (const [position, file] of all.entries()) {
      progress.textContent = `Sending ${file.name} (${position + 1} of ${all.length}) …`;
      const failure = tooLarge(file, zone) || (await sendFile(file, opinion));
      if (failure) failures.push(`${file.name}: ${failure}`);
    }
    progress.textContent = "";
    if (failures.length < all.length) await watch(progress, refresh);
    if (!failures.length) done();
    progress.textContent = failures.join(" ");
  };
  input.addEventListener("change", () => send(input.files));
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("is-over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    send(event.dataTransfer.files);
  });
  if (input.files.length) send(input.files); // chosen before this script was there
  return send;
}

const MEGABYTE = 1024 * 1024;

function tooLarge(file, zone) {
  const largest = Number(zone.dataset.largest);
  if (file.size <= largest) return "";
  return `This file has ${Math.ceil(file.size / MEGABYTE)} MB, and the desk reads ${largest / MEGABYTE} MB at most. Divide it, or save it with smaller pictures, then drop it in.`;
}

async function sendFile(file, opinion) {
  const query = new URLSearchParams({ name: file.name, opinion });
  try {
    const response = await ask(`/documents?${query}`, { method: "POST", body: file });
    if (response.ok) return "";
    return (await response.json()).message;
  } catch {
    return "This could not be sent. Drop it in again.";
  }
}

// Wait until every document is read, and show how many are left, unless another message is shown.
export async function watch(progress, refresh) {
  const began = Date.now();
  let said = "";
  const say = (words) => {
    if (progress.textContent === said) progress.textContent = said = words;
  };
  for (;;) {
    const response = await ask("/");
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const left = Number(page.querySelector("[data-busy]").dataset.busy);
    refresh(page);
    if (!left) {
      say("");
      return;
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    say(`Reading ${left} ${left === 1 ? "document" : "documents"}, ${seconds} seconds so far …`);
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
}
