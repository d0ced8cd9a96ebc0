// Ctrl+K: a few letters of its name lead to any page, queue or kept search, do what a key does, or find comments.

import { get, root } from "./base.js";
import { doable, keyOf } from "./keys.js";

const dialog = document.getElementById("palette");
const field = dialog.querySelector("input"), list = dialog.querySelector("[role=listbox]");
const told = dialog.querySelector("[role=status]");
let entries = []; // {name, group, key, path or run}
let offered = []; // those that are shown
let at = 0; // which of them Enter takes
let fetched = null; // the promise of what the server knows

function open() {
  field.value = "";
  entries = doable().map((key) => ({ name: key.does, group: "Act", key: key.key, run: key.run }));
  fetched = get("/palette").then(
    (answer) => { entries = [...answer.entries.map((each) => ({ ...each, key: keyOf(each.act) })), ...entries]; },
    (error) => { told.textContent = error.message; },
  );
  fetched.then(draw);
  draw();
  dialog.showModal();
  field.focus();
}

/** Offer what has every typed word in its name, what begins with the first of them before the rest. */
function matching() {
  const typed = field.value.trim(), words = fold(typed).split(/\s+/);
  const named = entries.filter(({ name, group }) => words.every((word) => fold(`${group} ${name}`).includes(word)));
  const begins = ({ name }) => fold(name).startsWith(words[0]);
  const sorted = [...named.filter(begins), ...named.filter((entry) => !begins(entry))];
  const find = { name: `Find comments: ${typed}`, group: "Search", path: `/desk/search?q=${encodeURIComponent(typed)}`, key: "" };
  return typed ? [...sorted, find] : sorted;
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function draw() {
  offered = matching();
  list.replaceChildren(...offered.map(option));
  told.textContent = `${offered.length} offered`;
  mark(0);
}

function option({ name, group, key }, index) {
  const line = document.createElement("li");
  line.id = `palette-${index}`;
  line.setAttribute("role", "option");
  line.appendChild(document.createElement("bdi")).textContent = name;
  line.appendChild(Object.assign(document.createElement("span"), { className: "quiet small", textContent: group }));
  if (key) line.appendChild(document.createElement("kbd")).textContent = key;
  return line;
}

function mark(index) {
  at = offered.length ? (index + offered.length) % offered.length : 0;
  for (const [number, line] of [...list.children].entries()) line.setAttribute("aria-selected", String(number === at));
  const line = list.children[at];
  line?.scrollIntoView({ block: "nearest" });
  if (line) field.setAttribute("aria-activedescendant", line.id);
  else field.removeAttribute("aria-activedescendant");
}

/** Close, which gives the focus back to where it was, and do it there. */
function take(entry) {
  if (!entry) return;
  dialog.close();
  if (entry.run) entry.run();
  else location.href = root + entry.path;
}

field.addEventListener("input", draw);
field.addEventListener("keydown", async (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) { event.preventDefault(); mark(at + step); }
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const chosen = at;
  await fetched; // whoever types faster than the server answers is not led elsewhere
  take(offered[chosen]);
});
list.addEventListener("click", (event) => {
  const line = event.target.closest("[role=option]");
  if (line) take(offered[[...list.children].indexOf(line)]);
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
document.addEventListener("keydown", (event) => {
  const isOurs = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!isOurs || (event.code !== "KeyK" && event.key.toLowerCase() !== "k")) return;
  event.preventDefault();
  if (dialog.open) dialog.close();
  else if (!document.querySelector("dialog[open]")) open();
});
document.querySelector("[data-palette]").addEventListener("click", open);
