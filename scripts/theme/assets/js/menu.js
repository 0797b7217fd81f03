// The menu of a phone closes on Escape and on a tap beside it.
const menu = document.querySelector(".menu");
const button = menu.querySelector("summary");

/** Close it; a focus that would be nowhere goes back to the button. */
function close() {
  const focused = document.activeElement;
  if (focused === document.body || menu.contains(focused)) button.focus({ preventScroll: true });
  menu.open = false;
}

addEventListener("keydown", ({ key }) => {
  if (menu.open && key === "Escape") close();
});
// Safari on a phone tells the elements of the body about a tap on plain text, but not the body itself.
for (const part of document.body.children) {
  part.addEventListener("click", ({ target }) => {
    if (menu.open && !menu.contains(target)) close();
  });
}
