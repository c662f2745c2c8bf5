// Small comforts. Everything works without them.
"use strict";

// An open menu closes at a click elsewhere, and at Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A toast is closed by its button.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close='toast']")) event.target.closest(".toast").remove();
});

// A text is copied by its button. Without https a browser has no clipboard to write to, but the
// older command.
async function copy(field) {
  field.select();
  if (!navigator.clipboard) return document.execCommand("copy");
  return navigator.clipboard.writeText(field.value).then(() => true, () => false);
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const said = button.closest(".field").querySelector("[role=status]");
  said.textContent = (await copy(document.getElementById(button.dataset.copies))) ? said.dataset.done : said.dataset.marked;
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else if (form.method === "post" && !form.hasAttribute("hx-post")) form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Where the sign-in has ended, or the page's token is too old, the form is sent as a whole
// page: then what was typed goes along through the sign-in.
document.addEventListener("htmx:before:swap", (event) => {
  const { response, sourceElement } = event.detail.ctx;
  const form = sourceElement && sourceElement.closest("form");
  if (!form || ![400, 401].includes(response.status)) return;
  event.preventDefault();
  form.submit();
});
