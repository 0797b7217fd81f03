// Lands any printed spelling of an opinion on its page; where several are meant, offers them.
const form = document.querySelector("form.find");
const offers = document.getElementById("offers");

function parts(words, names) {
  let left = words.toLowerCase().replace(/[‐‑‒–—]/g, "-");
  for (const name of names) left = left.replaceAll(name.toLowerCase(), " ");
  left = left.replace(/\b(numbers?|nos?\.?|ao|op\.?)(?=\s|\d)/g, " ");
  if (/[^\d\s().,-]/.test(left)) return null;
  return (left.match(/\d+/g) ?? []).map(Number);
}

function meant(words, known) {
  const alias = Object.keys(known.aliases).find((one) => one.toLowerCase() === words.trim().toLowerCase());
  if (alias) return [known.aliases[alias]];
  const numbers = parts(words, known.names);
  if (!numbers?.length || numbers.length > 2) return [];
  const found = new Set();
  for (const [year, those] of Object.entries(known.years)) {
    for (const number of those) {
      const blanks = { number, year: Number(year), yy: Number(year) % 100 };
      const forms = numbers.length === 1 ? [["number"]] : known.forms;
      if (forms.some((form) => form.length === numbers.length && form.every((name, at) => blanks[name] === numbers[at])))
        found.add(`${year}/${String(number).padStart(2, "0")}`);
    }
  }
  return [...found];
}

async function go(words) {
  const known = await (await fetch("opinions.json")).json();
  const found = meant(words, known);
  if (found.length === 1) return location.replace(`../opinions/${found[0]}/`);
  offers.replaceChildren();
  const line = document.createElement("p");
  line.textContent = found.length ? "Several opinions are written so:" : "No opinion here is numbered so. This page finds numbers; the indexes list subjects.";
  offers.append(line);
  for (const one of found) {
    const link = document.createElement("a");
    const [year, number] = one.split("/");
    link.href = `../opinions/${one}/`;
    link.textContent = `${known.label} ${Number(number)} (${year})`;
    const status = known.changed[one] ? ` (${known.changed[one]})` : "";
    const line = document.createElement("p");
    line.append(link, status);
    offers.append(line);
  }
}

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  form.elements.q.value = asked;
  go(asked);
}
