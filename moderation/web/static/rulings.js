// Rulings wait ten seconds before they are sent, so that one key takes them back before the site is told.
// What waits is kept in the browser: it is sent when the page closes, and else when it opens again.

import { post, root } from "./base.js";
import { keyOf } from "./keys.js";

const SECONDS = 10;
const who = document.querySelector('meta[name="who"]').content;
const KEPT = `moderation.rulings ${who}`;

const waiting = []; // {items, ruling, clause, note, answer, done, until, timer, toast}
const sent = []; // the same, once the server has them
const listeners = [];
const changed = [];

/** Call back with each ruling that the server refused, why, and what was sent. */
export function onRefused(listener) { listeners.push(listener); }

/** Call back whenever a ruling was sent or taken back, so that what counts them counts anew. */
export function onSettled(listener) { changed.push(listener); }

/** Rule on what is shown; `items` may be a promise of them. Returns at once. */
export function rule({ items, reviews, ruling, clause = null, note = null, answer = null, label, back }) {
  const entry = { items, reviews, ruling, clause, note, answer, label, back };
  entry.toast = toast(label, { seconds: SECONDS, undo: () => takeBack(entry) });
  entry.timer = setTimeout(() => send(entry), SECONDS * 1000);
  waiting.push(entry);
  keep();
  return entry;
}

/** Take back the last ruling: before it is sent by not sending it, afterwards by a decision that reverses it. */
export async function undo() {
  const entry = waiting.at(-1) ?? sent.at(-1);
  if (!entry) return toast("There is nothing to take back.");
  return takeBack(entry);
}

/** The reviews of rulings that are not sent yet. */
export function unsent() {
  return waiting.flatMap((entry) => entry.reviews ?? entry.items.map((item) => item.review));
}

/** Send everything now; waits for the answers. */
export function flush() { return Promise.all([...waiting].map(send)); }

/** Show a line at the foot of the page for a while. */
export function toast(text, { seconds = 5, undo: back, bad = false } = {}) {
  const place = document.getElementById("toasts");
  const line = document.createElement("div");
  line.className = bad ? "toast bad" : "toast";
  line.appendChild(document.createElement("span")).textContent = text;
  if (back) {
    const button = line.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = "Undo";
    button.appendChild(document.createElement("kbd")).textContent = keyOf("undo");
    button.addEventListener("click", back);
    line.classList.add("timed");
  }
  place.append(line);
  while (place.childElementCount > 3) place.firstElementChild.remove();
  line.gone = setTimeout(() => line.remove(), seconds * 1000);
  return line;
}

async function takeBack(entry) {
  entry.toast?.remove();
  const at = waiting.indexOf(entry);
  if (at >= 0) {
    waiting.splice(at, 1);
    clearTimeout(entry.timer);
    keep();
    settled();
    toast("Taken back; nothing was sent.");
    entry.back?.(false);
    return;
  }
  const place = sent.indexOf(entry);
  if (place >= 0) sent.splice(place, 1);
  const items = await entry.items;
  try {
    const { results } = await post("/desk/undo", { comments: items.map((item) => item.comment) });
    const refused = results.filter((result) => !result.done);
    if (refused.length) toast(refused[0].detail, { bad: true, seconds: 8 });
    if (refused.length < results.length) {
      toast("Reversed: the site is told, and the strike is lifted.");
      settled();
      entry.back?.(true);
    }
  } catch (error) {
    toast(error.message, { bad: true, seconds: 8 });
  }
}

async function send(entry) {
  if (!waiting.includes(entry)) return;
  clearTimeout(entry.timer);
  let items;
  try {
    items = await entry.items;
  } catch (error) { // the claim failed: somebody else has it, or it is decided
    drop(entry);
    toast(error.message, { bad: true, seconds: 8 });
    return;
  }
  try {
    const { results, proposed } = await post("/desk/rule", { items, ruling: entry.ruling, clause: entry.clause, note: entry.note, answer: entry.answer })
      .catch((error) => { if (error.body?.results) return error.body; throw error; }); // 409: each says what changed
    drop(entry);
    settled();
    if (proposed) return toast(`${proposed} comments wait for a colleague to confirm.`, { seconds: 8 });
    const refused = results.filter((result) => !result.done);
    if (refused.length < results.length) sent.push({ ...entry, items: items.filter((_, index) => results[index].done) });
    for (const result of entry.isAgain ? [] : refused) { // what was sent twice is decided already
      if (!result.difference) toast(result.detail, { bad: true, seconds: 8 });
      for (const listener of listeners) listener(result, entry);
    }
  } catch (error) {
    if (error.status) { // the server answered, and will say the same again
      drop(entry);
      toast(error.message, { bad: true, seconds: 10 });
      return;
    }
    toast("No connection: the ruling is kept, and sent when there is one.", { bad: true });
    entry.timer = setTimeout(() => send(entry), 5000);
  }
}

function drop(entry) {
  const at = waiting.indexOf(entry);
  if (at >= 0) waiting.splice(at, 1);
  entry.toast?.remove();
  keep();
}

function settled() { for (const listener of changed) listener(); }

let keeping = 0;

async function keep() {
  const turn = ++keeping;
  const entries = await Promise.all(waiting.map(async ({ items, ruling, clause, note, answer }) => {
    try { return { items: await items, ruling, clause, note, answer }; } catch { return null; }
  }));
  if (turn !== keeping) return; // a later call knows better what waits
  try { localStorage.setItem(KEPT, JSON.stringify(entries.filter(Boolean))); } catch { /* a private window keeps nothing */ }
}

// When the page closes, what waits is sent at once.
addEventListener("pagehide", () => {
  for (const { items, ruling, clause, note, answer } of waiting) {
    if (!Array.isArray(items)) continue;
    fetch(`${root}/desk/rule`, {
      method: "POST",
      keepalive: true,
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": document.querySelector('meta[name="csrf"]').content },
      body: JSON.stringify({ items, ruling, clause, note, answer }),
    });
  }
});

// What an earlier page kept, and could not send.
try {
  for (const entry of JSON.parse(localStorage.getItem(KEPT) ?? "[]")) waiting.push({ ...entry, label: "", isAgain: true });
  for (const entry of [...waiting]) send(entry);
} catch { /* what cannot be read is not sent */ }
