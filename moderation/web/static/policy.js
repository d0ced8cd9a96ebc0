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

/** Mark the lines that have faults in the gutter of a form, or of the page. */
function mark(place) {
  const lines = document.querySelectorAll(".code-editor .gutter span");
  for (const line of lines) line.classList.remove("fault");
  for (const button of place.querySelectorAll("[data-goto]")) {
    lines[Number(button.dataset.goto.split(" ")[0]) - 1]?.classList.add("fault");
  }
}

function show(place, { is_sound, html }) {
  place.className = `checked notice ${is_sound ? "good" : "bad"}`;
  place.innerHTML = html;
  mark(place);
}

function refuse(place, error) {
  place.className = "checked notice bad";
  place.textContent = error.message;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-goto]");
  if (!button) return;
  const field = document.querySelector(".code-editor textarea");
  const folded = field.closest("details");
  if (folded) folded.open = true;
  goTo(field, ...button.dataset.goto.split(" ").map(Number));
  field.scrollIntoView({ block: "nearest" });
});

for (const button of document.querySelectorAll("[data-check]")) {
  button.addEventListener("click", async () => {
    const form = button.closest("form");
    const { rule, file, version } = form.dataset;
    const body = { ...Object.fromEntries(new FormData(form)), version };
    if (rule) body.rule = rule;
    else if ("new" in form.dataset) body.is_new = true;
    else body.file = file;
    const place = form.querySelector(".checked");
    button.disabled = true;
    try {
      show(place, await post("/policy/check", body));
    } catch (error) {
      refuse(place, error);
    }
    button.disabled = false;
  });
}

for (const place of document.querySelectorAll("[data-proof]")) {
  post("/policy/check", { version: place.dataset.proof }).then((told) => show(place, told), (error) => refuse(place, error));
}

for (const place of document.querySelectorAll(".trouble")) mark(place);

for (const form of document.querySelectorAll("form[data-slow]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = form.dataset.slow;
    button.disabled = true;
  });
}
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
