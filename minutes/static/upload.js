// Files are sent one by one as they are dropped or chosen, each with how far it has come.
// Without this script they are chosen and sent together by the button.
"use strict";

const form = document.querySelector("[data-drop]");
const results = document.querySelector("[data-results]");
const area = form.querySelector(".drop__area");
const input = form.querySelector("input[type=file]");
const waiting = [];
let sending = false;

input.addEventListener("change", () => {
  add(input.files);
  input.value = "";
});

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    area.classList.add("is-over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) area.classList.remove("is-over");
});
document.addEventListener("drop", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return; // text, dropped where it is pasted
  event.preventDefault();
  area.classList.remove("is-over");
  add(event.dataTransfer.files);
});

function add(files) {
  for (const file of files) {
    const row = document.createElement("li");
    row.className = "result";
    const name = document.createElement("p");
    name.className = "result__name";
    name.textContent = file.name;
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${results.dataset.sending} ${file.name}`);
    row.append(name, bar);
    results.append(row);
    waiting.push({ file, row, bar });
  }
  next();
}

function next() {
  if (sending || !waiting.length) return;
  sending = true;
  const { file, row, bar } = waiting.shift();
  const data = new FormData();
  data.set("csrf_token", form.elements.csrf_token.value);
  data.set("filer", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("HX-Request", "true");
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    bar.value = event.loaded / event.total;
    if (event.loaded === event.total) bar.removeAttribute("value"); // now it is being read
  });
  request.addEventListener("loadend", () => {
    sending = false;
    show(row, request);
    next();
  });
  request.send(data);
}

function show(row, request) {
  const answer = document.createElement("template");
  answer.innerHTML = request.responseText.trim();
  const result = answer.content.querySelector("li.result");
  if (request.status === 200 && result) {
    row.replaceWith(result);
    return;
  }
  const said = answer.content.textContent.trim();
  row.classList.add("result--bad");
  row.querySelector("progress").remove();
  const why = document.createElement("p");
  why.textContent = request.status === 0 || !said
    ? results.dataset.lost
    : said;
  row.append(why);
}
