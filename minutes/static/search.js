// The suggestions of a search, chosen with the arrows and taken with Enter or Tab.
"use strict";

const field = document.querySelector("#q");
const box = document.querySelector("#forslag");
let active = -1;

const options = () => [...box.querySelectorAll("[role=option]")];

function mark(number) {
  active = number;
  options().forEach((option, n) => option.setAttribute("aria-selected", n === active));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", options()[active].id);
}

function close() {
  box.replaceChildren();
}

// The rest of the search is typed on, and its suggestions are asked for.
function take(option) {
  field.value = option.dataset.search;
  close();
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-expanded", "false");
field.setAttribute("aria-controls", "forslag-lista");

new MutationObserver(() => {
  field.setAttribute("aria-expanded", options().length > 0);
  mark(-1);
}).observe(box, { childList: true });

field.addEventListener("keydown", (event) => {
  const count = options().length;
  if (!count || event.isComposing) return;
  if (event.key === "ArrowDown") mark((active + 1) % count);
  else if (event.key === "ArrowUp") mark((active < 1 ? count : active) - 1);
  else if (event.key === "Escape") close();
  else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) take(options()[active]);
  else return;
  event.preventDefault();
});

field.addEventListener("blur", close);
box.addEventListener("mousedown", (event) => event.preventDefault());
box.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  take(option);
});
