// The page of an opinion: the citation of the paragraph that was chosen, copying, the way back.
const cited = document.querySelectorAll("[data-citation]");
const said = document.getElementById("status-message");
const back = document.getElementById("back-to-results");

function citation(one, number) {
  const address = location.href.split(/[?#]/)[0] + (number ? `#p${number}` : "");
  return (number ? one.dataset.paragraphCitation : one.dataset.citation)
    .replace("{paragraph}", () => number)
    .replace("{address}", () => address);
}

function show() {
  const paragraph = /^#p(\d+)$/.exec(location.hash);
  for (const one of cited) one.textContent = citation(one, paragraph?.[1]);
}

async function copy(words) {
  await navigator.clipboard.writeText(words);
  said.textContent = `Copied: ${words}`;
  setTimeout(() => (said.textContent = ""), 4000);
}

function offer(button) {
  button.hidden = false;
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy).textContent));
}

function lead(number) {
  number.addEventListener("click", () => copy(citation(cited[0], number.dataset.number)));
}

function found() {
  try {
    return sessionStorage.getItem("results");
  } catch {
    return null; // a browser may keep nothing for a site
  }
}

function offerBack() {
  const results = found();
  if (!results?.startsWith(back.href)) return;
  back.href = results;
  back.hidden = false;
}

addEventListener("hashchange", show);
show();
offerBack();
if (navigator.clipboard) {
  document.querySelectorAll("[data-copy]").forEach(offer);
  document.querySelectorAll(".paragraph-number").forEach(lead);
}
