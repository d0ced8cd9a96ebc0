// Binds the keys of the table that the page carries; the same table writes the help.

import { root } from "./base.js";

const table = JSON.parse(document.querySelector('meta[name="keys"]')?.content ?? "[]"); // pages without keys have none
const firsts = new Set(table.filter(({ key }) => key.includes(" ")).map(({ key }) => key.split(" ")[0]));
let acts = {}; // what this page can do: act → function
let awaited = null; // the first of two keys was pressed, and another is to follow

/**
 * Call `does[act](number)` for each key of the table, or go where it leads.
 * Keys rest while somebody types or a dialog is open.
 */
export function bind(does) {
  const leads = table.filter(({ path }) => path).map(({ act, path }) => [act, () => { location.href = root + path; }]);
  acts = { ...Object.fromEntries(leads), ...does };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === " " && event.target.matches("button, summary, input")) return; // it presses what has the focus
    const act = meant(event);
    if (act && acts[act.name]) {
      event.preventDefault();
      acts[act.name](act.number);
    }
  });
}

/** Return the key of an act. */
export const keyOf = (act) => table.find((key) => key.act === act)?.key ?? "";

/** Return what a key does here and nowhere else, with the function that does it; families of digits are left out. */
export function doable() {
  const mayRule = document.querySelector("[data-may-rule]")?.dataset.mayRule === "yes";
  const here = table.filter(({ act, key, path, group }) => acts[act] && !path && !key.includes("1–9") && (mayRule || group !== "Decide"));
  return here.map((key) => ({ ...key, run: () => acts[key.act]() }));
}

/** Return the keys by heading, for the help. */
export function groups() {
  const found = new Map();
  for (const key of table) found.set(key.group, [...(found.get(key.group) ?? []), key]);
  return found;
}

function meant(event) {
  if (event.shiftKey && /^Digit[1-9]$/.test(event.code)) return { name: "reject-with", number: Number(event.code[5]) };
  const pressed = event.shiftKey && /^[a-z]$/i.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key === " " ? "Space" : event.key;
  if (awaited) {
    const wanted = `${awaited} ${/^[1-9]$/.test(pressed) ? "1–9" : pressed}`;
    awaited = null;
    const found = table.find((key) => key.key === wanted);
    return found && { name: found.act, number: Number(pressed) };
  }
  if (firsts.has(pressed)) {
    awaited = pressed;
    setTimeout(() => { awaited = null; }, 1500);
    return null;
  }
  const found = table.find((key) => key.key === pressed);
  return found && { name: found.act };
}

function isTyping(element) {
  if (element.isContentEditable || element.matches("textarea, select")) return true;
  if (element.matches("input")) return !["checkbox", "radio", "button"].includes(element.type);
  return false;
}
