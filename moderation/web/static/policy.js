// The policy's editors: line numbers, a check before saving with errors in place, and buttons that say they work.

import { post } from "./base.js";

for (const editor of document.querySelectorAll(".code-editor")) {
  const field = editor.querySelector("textarea");
  const gutter = editor.querySelector(".gutter");
  const number = () => {
    const count = field.value.split("\n").length;
    if (gutter.childElementCount === count) return;
    gutter.replaceChildren(...Array.from({ length: count }, (_, at) => {
      const line = document.createElement("span");
      line.textContent = at + 1;
      return line;
    }));
  };
  field.addEventListener("input", number);
  field.addEventListener("scroll", () => { gutter.scrollTop = field.scrollTop; });
  number();
  const wanted = Number(location.hash.match(/^#line-(\d+)$/)?.[1] ?? field.form.dataset.line ?? 1);
  if (wanted > 1) goTo(field, wanted, 1);
}

function goTo(field, line, column) {
  const lines = field.value.split("\n");
  const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  const height = parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 5) * height);
}

function show(form, answer) {
  const place = form.querySelector(".checked");
  const field = form.querySelector(".code-editor textarea");
  const lines = form.querySelectorAll(".gutter span");
  for (const line of lines) line.classList.remove("fault");
  const shown = answer.faults.map((fault) => {
    const item = document.createElement("li");
    const here = fault.file === form.dataset.file || !("file" in form.dataset);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.textContent = here ? `Line ${fault.line}` : `${fault.file}, line ${fault.line}`;
    button.disabled = !here;
    button.addEventListener("click", () => goTo(field, fault.line, fault.column));
    const said = document.createElement("span");
    said.textContent = fault.message;
    item.append(button, said);
    if (fault.hint) {
      const hint = document.createElement("span");
      hint.className = "hint";
      hint.textContent = fault.hint;
      item.append(hint);
    }
    if (here) lines[fault.line - 1]?.classList.add("fault");
    return item;
  });
  const list = document.createElement("ul");
  list.append(...shown);
  const said = document.createElement("pre");
  said.textContent = answer.detail;
  place.className = `checked notice ${answer.is_sound ? "good" : "bad"}`;
  place.replaceChildren(...(shown.length ? [list] : [said]));
}

for (const button of document.querySelectorAll("[data-check]")) {
  button.addEventListener("click", async () => {
    const form = button.closest("form");
    const { rule, file, version } = form.dataset;
    const body = { version, text: form.querySelector(".code-editor textarea").value };
    if (rule) body.rule = rule;
    else if ("new" in form.dataset) body.is_new = true;
    else body.file = file;
    button.disabled = true;
    try {
      show(form, await post("/policy/check", body));
    } catch (error) {
      show(form, { is_sound: false, faults: [], detail: error.message });
    }
    button.disabled = false;
  });
}

for (const form of document.querySelectorAll("form[data-slow]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = form.dataset.slow;
    button.disabled = true;
  });
}
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
