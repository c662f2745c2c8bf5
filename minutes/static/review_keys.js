// The keys of the review. They stand in the box that "?" opens, where they can be turned off.
"use strict";

const keysBox = document.getElementById("tangenter");
const keysOn = document.getElementById("tangenter-pa");
const KEYS_OFF = "utan kortkommandon";

keysOn.checked = !localStorage.getItem(KEYS_OFF);
keysOn.addEventListener("change", () => {
  if (keysOn.checked) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, "ja");
});
for (const button of document.querySelectorAll("[data-shows]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.shows).showModal());
}

// What is stepped through: what asks for a word, from the top of the page to its end.
function stops() {
  const all = document.querySelectorAll(".question, .remark[id], .finding");
  return [...all].filter((each) => each.checkVisibility());
}

function current() {
  const lit = document.activeElement.closest(FINDING) || document.querySelector(".is-lit");
  return lit && document.contains(lit) ? lit : null;
}

function step(by) {
  const all = stops();
  const here = current();
  const place = here ? all.indexOf(here) : -1;
  const next = all[place < 0 && by < 0 ? all.length - 1 : place + by];
  if (next) go(next);
}

function go(stop) {
  const choice = stop.matches(".question") && stop.querySelector("input[type=radio]");
  if (!choice) return showFinding(stop);
  stop.scrollIntoView({ block: "center" });
  choice.focus({ preventScroll: true });
}

function waits(stop) {
  return stop.matches(".question") || stop.dataset.state === "proposed";
}

// After a word on a finding, the next that waits for one; where none does, the finding itself.
let goOn = false;
document.addEventListener("review:judged", (event) => {
  const finding = event.detail;
  if (!goOn || finding.dataset.state === "proposed" || finding.querySelector(".notice--bad")) {
    goOn = false;
    return;
  }
  goOn = false;
  const all = stops();
  const place = all.indexOf(finding);
  const next = [...all.slice(place + 1), ...all.slice(0, place)].find(waits);
  if (next) go(next);
});

// "Visa nästa osäkra": the next after where one stands, and from the end to the first again.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-doubtful]")) return;
  const all = stops();
  const place = all.indexOf(current());
  const next = [...all.slice(place + 1), ...all.slice(0, place + 1)].find((each) => each.matches(".finding--doubtful"));
  if (!next) return;
  event.preventDefault();
  go(next);
});

// After all that is sure: the first that is left, on the page as it comes back.
const LEFT = "det som är kvar";
if (sessionStorage.getItem(LEFT)) {
  sessionStorage.removeItem(LEFT);
  const first = stops().find(waits);
  if (first) go(first);
}

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest("form");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (event.key === "Escape" && field) {
    const edit = field.closest("details.edit");
    if (edit) fold(edit);
    return;
  }
  if (field || event.ctrlKey || event.metaKey || event.altKey || keysBox.open) return;
  if (event.key === "?") return keysBox.showModal();
  if (!keysOn.checked) return;
  if (act(event.key)) event.preventDefault();
});

function fold(edit) {
  edit.open = false;
  const finding = edit.closest(FINDING);
  if (finding) finding.focus({ preventScroll: true });
}

function act(key) {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1), true;
  if (key === "n") return addFinding("atgard", markedLines()), true;
  const whole = document.querySelector(`[data-key-page="${key}"]`);
  if (whole) {
    if (key === "A") sessionStorage.setItem(LEFT, "ja");
    return whole.click(), true;
  }
  const finding = current();
  const button = finding && finding.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!button) return false;
  goOn = key === "a" || key === "r";
  button.click();
  if (button.matches("summary")) {
    button.parentElement.querySelector("textarea, input:not([type=hidden])").focus();
  }
  return true;
}
