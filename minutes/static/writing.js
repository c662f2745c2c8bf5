// Writing minutes: saves by itself, keeps what is typed in the browser while there is no
// connection, and puts things in where the cursor stands. Without this script the buttons
// of the page do the same.
"use strict";

const form = document.getElementById("skriva");

if (form) {
  const text = form.elements.text;
  const version = form.elements.version;
  const line = form.elements.rad;
  const state = document.getElementById("lage");
  const found = document.getElementById("hittat-text");
  const key = `minutes-skriva-${form.dataset.sitting}`;
  const WAIT = 3000; // after the last key
  const AGAIN = 8000; // after a failure
  let saved = text.dataset.unsaved ? null : text.value;
  let timer = 0;
  let sending = false;
  let stopped = false; // until somebody presses a button: another has saved, or the sign-in ended
  let placed = false; // whether the cursor has been in the text

  const say = (name, { warning = false, words } = {}) => {
    state.textContent = words || form.dataset[name];
    state.classList.toggle("is-warning", warning);
  };

  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ text: text.value, version: version.value }));
      return true;
    } catch {
      return false;
    }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };
  const kept = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };

  const later = (wait) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(send, wait);
  };

  async function send() {
    if (sending) return later(WAIT);
    if (text.value === saved) return undefined;
    const sent = text.value;
    const body = new FormData();
    for (const name of ["csrf_token", "version"]) body.set(name, form.elements[name].value);
    body.set("text", sent);
    sending = true;
    say("saidSaving");
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Minutes-Script": "writing" }, redirect: "manual" });
      await taken(answer, sent);
    } catch {
      say(keep() ? "saidOffline" : "saidFull", { warning: true });
      later(AGAIN);
    } finally {
      sending = false;
    }
    return undefined;
  }

  async function taken(answer, sent) {
    const json = (answer.headers.get("Content-Type") || "").includes("json");
    if (answer.ok && json) {
      version.value = (await answer.json()).version;
      saved = sent;
      if (text.value === sent) {
        forget();
        say("saidSaved");
      } else {
        keep();
        later(WAIT);
      }
    } else if (answer.status >= 500) {
      say("saidOffline", { warning: true });
      later(AGAIN);
    } else {
      stopped = true;
      if (json) say("", { warning: true, words: (await answer.json()).message });
      else say("saidOut", { warning: true });
    }
  }

  text.addEventListener("input", () => {
    if (!navigator.onLine) say(keep() ? "saidOffline" : "saidFull", { warning: true });
    else if (keep() && !stopped) say("saidUnsaved");
    later(WAIT);
  });
  for (const kind of ["focus", "click", "keyup"]) text.addEventListener(kind, () => { placed = true; });
  window.addEventListener("online", () => later(0));
  window.addEventListener("offline", () => {
    if (text.value !== saved) say("saidOffline", { warning: true });
  });

  // ---- what was typed the last time and did not come to the server ----
  const before = kept();
  if (before && before.text.trimEnd() !== text.value.trimEnd() && !text.dataset.unsaved) {
    if (before.version === version.value) {
      change(before.text);
      say("saidBack", { warning: true });
      later(WAIT);
    } else {
      found.hidden = false;
    }
  } else if (text.dataset.unsaved) {
    keep();
  } else {
    forget();
  }
  found.addEventListener("click", (event) => {
    const what = event.target.dataset.kept;
    if (!what) return;
    if (what === "take") {
      version.value = before.version; // so that saving shows both texts
      stopped = true;
      change(before.text);
    } else {
      forget();
    }
    found.hidden = true;
  });

  // ---- putting in ----
  // Only what differs is replaced, as if it was typed: so it can be undone with Ctrl+Z.
  function change(wanted) {
    const now = text.value;
    let first = 0;
    while (first < now.length && first < wanted.length && now[first] === wanted[first]) first += 1;
    let last = 0;
    while (last < now.length - first && last < wanted.length - first && now[now.length - 1 - last] === wanted[wanted.length - 1 - last]) last += 1;
    const words = wanted.slice(first, wanted.length - last);
    text.focus();
    text.setSelectionRange(first, now.length - last);
    const typed = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (!typed || text.value !== wanted) {
      text.value = wanted;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    text.setSelectionRange(first, first + words.length);
  }

  form.addEventListener("click", async (event) => {
    const button = event.target.closest("button[name='infoga']");
    if (!button) return;
    event.preventDefault();
    line.value = placed ? text.value.slice(0, text.selectionStart).split("\n").length : "";
    const body = new FormData(form);
    body.set("infoga", button.value);
    try {
      const answer = await fetch(form.dataset.insert, { method: "POST", body, headers: { "X-Minutes-Script": "writing" }, redirect: "manual" });
      if (answer.ok) change(await answer.text());
      else if ((answer.headers.get("Content-Type") || "").includes("json")) say("", { warning: true, words: (await answer.json()).message });
      else say("saidOut", { warning: true });
    } catch {
      say("saidOffline", { warning: true });
    }
    line.value = "";
  });

  // ---- a remark leads to its line ----
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    const lines = text.value.split("\n");
    const at = lines.slice(0, link.dataset.line - 1).join("\n").length + (link.dataset.line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(at, at + (lines[link.dataset.line - 1] || "").length);
    text.scrollTop = (link.dataset.line - 3) * parseFloat(getComputedStyle(text).lineHeight);
  });

  // A page that is sent whole has the text with it; should it not come there, it is kept here.
  form.addEventListener("submit", () => { if (text.value !== saved) keep(); });
}
