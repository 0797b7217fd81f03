// Tables that sort: the name of each column becomes a button.
const order = new Intl.Collator("en", { numeric: true });

function key(row, column) {
  const cell = row.cells[column];
  return cell.dataset.key ?? cell.textContent.trim();
}

function sort(table, heading) {
  const isUp = heading.getAttribute("aria-sort") !== "ascending";
  for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  const compared = (one, other) => order.compare(key(one, heading.cellIndex), key(other, heading.cellIndex));
  const rows = [...table.tBodies[0].rows].sort((one, other) => (isUp ? compared(one, other) : compared(other, one)));
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll("table.sortable")) {
  for (const heading of table.tHead.rows[0].cells) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: heading.textContent });
    button.addEventListener("click", () => sort(table, heading));
    heading.replaceChildren(button);
  }
}
