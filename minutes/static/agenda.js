// The order of an agenda: a point is dragged by its handle, or moved by the arrow keys there.
// Without this script the buttons beside each point do the same.
"use strict";

const list = document.getElementById("punkter");
const order = document.getElementById("ordning");
const said = document.getElementById("flyttat");

if (list && order && list.querySelector(".agenda__handle")) {
  let dragged = null;
  let saving = Promise.resolve();
  for (const handle of list.querySelectorAll(".agenda__handle")) handle.hidden = false;
  list.classList.add("is-sortable");

  const pointOf = (element) => element.closest(".agenda__point");

  // One after the other, so that the last order is the one that stays.
  function save(point) {
    const body = new FormData();
    body.set("csrf_token", order.elements.csrf_token.value);
    for (const each of list.children) body.append("punkt", each.dataset.point);
    const place = [...list.children].indexOf(point) + 1;
    said.textContent = order.dataset.said.replace("{title}", point.dataset.title).replace("{place}", place);
    saving = saving.then(() => fetch(order.action, { method: "POST", body, headers: { "X-Minutes-Script": "writing" }, redirect: "manual" })).then((answer) => {
      if (answer.status !== 204) throw new Error(answer.status);
    }).catch(() => {
      said.textContent = order.dataset.failed;
      said.classList.remove("only-heard");
    });
  }

  list.addEventListener("keydown", (event) => {
    const handle = event.target.closest(".agenda__handle");
    if (!handle || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const point = pointOf(handle);
    const other = event.key === "ArrowUp" ? point.previousElementSibling : point.nextElementSibling;
    if (!other) return;
    if (event.key === "ArrowUp") other.before(point);
    else other.after(point);
    handle.focus();
    save(point);
  });

  list.addEventListener("dragstart", (event) => {
    if (!event.target.closest(".agenda__handle")) return;
    dragged = pointOf(event.target);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.title);
    event.dataTransfer.setDragImage(dragged, 10, 10);
    dragged.classList.add("is-dragged");
  });
  list.addEventListener("dragover", (event) => {
    const over = dragged && pointOf(event.target);
    if (!dragged) return;
    event.preventDefault();
    if (!over || over === dragged) return;
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });
  list.addEventListener("drop", (event) => { if (dragged) event.preventDefault(); });
  list.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("is-dragged");
    save(dragged);
    dragged = null;
  });
}
