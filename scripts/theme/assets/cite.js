// The citation of an opinion: the paragraph that the reader chose is put in, and it can be copied.
const cited = document.querySelectorAll("[data-cite]");

function show() {
  const paragraph = /^#p(\d+)$/.exec(location.hash);
  const address = location.href.split("#")[0].split("?")[0] + (paragraph ? paragraph[0] : "");
  for (const one of cited) {
    const form = paragraph ? one.dataset.at : one.dataset.cite;
    one.textContent = form
      .replace("{paragraph}", () => paragraph[1])
      .replace("{address}", () => address);
  }
}

function offer(button) {
  const text = document.getElementById(button.dataset.copy);
  const said = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = said), 2000);
  });
}

addEventListener("hashchange", show);
show();
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(offer);
