// The page of a draft: a finding and its lines light up together. Without this script the
// links between them still lead from one to the other.
"use strict";

const source = document.getElementById("rader");
const findings = document.getElementById("fynd");

function linesOf(id) {
  return source.querySelectorAll(`[data-findings~="${id}"]`);
}

function light(id, { scroll }) {
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  const finding = document.getElementById(`fynd-${id}`);
  if (finding) finding.classList.add("is-lit");
  const lines = linesOf(id);
  for (const line of lines) line.classList.add("is-lit");
  if (scroll === "lines" && lines.length) showLine(lines[0]);
  if (scroll === "finding" && finding) showFinding(finding);
}

function showLine(line) {
  // Only where the source scrolls by itself, beside the findings.
  if (source.scrollHeight <= source.clientHeight) return;
  source.scrollTop = line.offsetTop - source.offsetTop - source.clientHeight / 3;
}

function showFinding(finding) {
  const folded = finding.closest("details:not([open])");
  if (folded) folded.open = true;
  finding.scrollIntoView({ block: "center" });
  finding.focus({ preventScroll: true });
}

function idOf(finding) {
  return finding ? finding.id.replace("fynd-", "") : null;
}

const FINDING = ".finding, .attendee, .item-heading";

for (const kind of ["focusin", "click"]) {
  findings.addEventListener(kind, (event) => {
    const finding = event.target.closest(FINDING);
    if (!finding || finding.classList.contains("is-lit")) return;
    light(idOf(finding), { scroll: "lines" });
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
  light(line.dataset.findings.split(" ")[0], { scroll: "finding" });
});

// a, e, r and u on the finding where the focus is: accept, edit, refuse, undo; j and k to the
// next and the one before.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const finding = event.target.closest(FINDING);
  if (!finding) return;
  if (event.key === "j" || event.key === "k") return step(finding, event.key === "j" ? 1 : -1);
  const button = finding.querySelector(`[data-key="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (event.key === "e") button.closest("details").querySelector("input:not([type=hidden]), textarea").focus();
});

function step(finding, by) {
  const all = [...document.querySelectorAll(".finding")].filter((each) => each.offsetParent);
  const next = all[all.indexOf(finding) + by];
  if (next) showFinding(next);
}

// After a swap the finding keeps the focus, so that the keyboard goes on from there.
let acting = null;
document.addEventListener("submit", (event) => {
  acting = idOf(event.target.closest(FINDING));
}, true);
new MutationObserver(() => {
  const finding = acting && document.getElementById(`fynd-${acting}`);
  if (!finding || finding.contains(document.activeElement)) return;
  acting = null;
  finding.focus({ preventScroll: true });
  light(idOf(finding), { scroll: "none" });
}).observe(findings, { childList: true, subtree: true });

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
