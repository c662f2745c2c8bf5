// The page of a draft: a finding and its lines light up together. Without this script the
// links between them still lead from one to the other. The keys stand in review_keys.js.
"use strict";

const source = document.getElementById("rader");
const findings = document.getElementById("fynd");
const FINDING = ".finding, .attendee, .item-heading, .remark, .question";

function linesOf(id) {
  return source.querySelectorAll(`[data-findings~="${id}"]`);
}

function idOf(finding) {
  return finding && finding.id ? finding.id.replace("fynd-", "") : null;
}

function light(finding, { scroll } = {}) {
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  finding.classList.add("is-lit");
  const lines = idOf(finding) ? linesOf(idOf(finding)) : [];
  for (const line of lines) line.classList.add("is-lit");
  if (scroll && lines.length) showLine(lines[0]);
}

function showLine(line) {
  // Only where the source scrolls by itself, beside the findings.
  if (source.scrollHeight <= source.clientHeight) return;
  source.scrollTop = line.offsetTop - source.offsetTop - source.clientHeight / 3;
}

function showFinding(finding) {
  for (let folded = finding.closest("details:not([open])"); folded; folded = finding.closest("details:not([open])")) {
    folded.open = true;
  }
  finding.scrollIntoView({ block: "center" });
  finding.focus({ preventScroll: true });
}

for (const kind of ["focusin", "click"]) {
  findings.addEventListener(kind, (event) => {
    const finding = event.target.closest(FINDING);
    if (finding && !finding.classList.contains("is-lit")) light(finding, { scroll: true });
  });
}

// "rad 47" beside the source: show the line there, where both are seen at once.
findings.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#rad-"]');
  const line = link && document.getElementById(link.hash.slice(1));
  if (!line || source.scrollHeight <= source.clientHeight) return;
  event.preventDefault();
  showLine(line);
});

source.addEventListener("click", (event) => {
  const line = event.target.closest("[data-findings]");
  if (!line || String(window.getSelection())) return;
  event.preventDefault();
  const finding = document.getElementById(`fynd-${line.dataset.findings.split(" ")[0]}`);
  if (!finding) return;
  showFinding(finding);
  light(finding);
});

// ---- to add what was not seen: mark its lines ----
const marking = document.getElementById("markerat");

function markedLines() {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(source)) return null;
  const lines = [...source.querySelectorAll(".line")].filter((line) => isMarked(line.querySelector(".line__text"), range));
  if (!lines.length) return null;
  const [first, last] = [lines[0], lines[lines.length - 1]].map((line) => line.id.slice(4));
  const whole = lines.map((line) => line.querySelector(".line__text").textContent.trim()).join(" ");
  return { lines: first === last ? first : `${first}–${last}`, text: whole.replace(/\s+/g, " ").trim() };
}

// A marking that ends where a line begins has nothing of that line.
function isMarked(text, range) {
  if (!range.intersectsNode(text)) return false;
  const part = document.createRange();
  part.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString().trim() !== "";
}

document.addEventListener("selectionchange", () => {
  const marked = markedLines();
  marking.hidden = !marked;
  const told = marking.querySelector("[data-lines]");
  if (marked) told.textContent = `${told.dataset.lines} ${marked.lines}`;
});
// Pressing a button would else take the marking away before it is read.
marking.addEventListener("mousedown", (event) => event.preventDefault());
marking.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add]");
  if (button) addFinding(button.dataset.add, markedLines());
});

function addFinding(which, marked) {
  const form = document.querySelector(`[data-adds="${which}"]`);
  for (let folded = form; folded; folded = folded.parentElement.closest("details")) folded.open = true;
  if (marked) {
    form.querySelector("[name=lines]").value = marked.lines;
    const words = form.querySelector("[name=text], [name=name]");
    if (words) words.value = marked.text.slice(0, words.name === "name" ? 200 : 5000);
  }
  window.getSelection().removeAllRanges();
  form.scrollIntoView({ block: "center" });
  form.querySelector("textarea, input:not([type=hidden])").focus({ preventScroll: true });
}

// ---- after a swap, or a page made anew, the finding keeps the focus ----
const ACTED = "granskat fynd";
let acting = null;

document.addEventListener("submit", (event) => {
  acting = event.target.closest(FINDING);
  if (idOf(acting)) sessionStorage.setItem(ACTED, idOf(acting));
}, true);

new MutationObserver(() => {
  const finding = acting && document.getElementById(acting.id);
  if (!finding || finding === acting) return;
  acting = null;
  sessionStorage.removeItem(ACTED);
  for (const line of linesOf(idOf(finding))) {
    line.classList.toggle("is-refused", finding.dataset.state === "refused");
  }
  document.dispatchEvent(new CustomEvent("review:judged", { detail: finding }));
}).observe(findings, { childList: true, subtree: true });

document.addEventListener("review:judged", (event) => {
  if (!event.detail.contains(document.activeElement)) event.detail.focus({ preventScroll: true });
  light(event.detail);
});

const wanted = document.getElementById(location.hash.slice(1) || `fynd-${sessionStorage.getItem(ACTED)}`);
sessionStorage.removeItem(ACTED);
if (wanted && wanted.matches(FINDING)) showFinding(wanted);

// The name of a new body is asked for only when there is to be one.
const body = document.getElementById("organ");
const newBody = document.querySelector("[data-new-body]");
function showNewBody() {
  newBody.hidden = body.value !== "nytt";
}
if (body && newBody) {
  body.addEventListener("change", showNewBody);
  showNewBody();
}

// "Välj organ" and "Fyll i datum" lead straight to the field.
document.addEventListener("click", (event) => {
  if (!event.target.closest('a[href="#mote"]')) return;
  event.preventDefault();
  const edit = document.querySelector("#mote details.edit");
  edit.open = true;
  edit.scrollIntoView({ block: "center" });
  const empty = [body, edit.querySelector("[name=date]")].find((field) => !field.value);
  (empty || body).focus({ preventScroll: true });
});
