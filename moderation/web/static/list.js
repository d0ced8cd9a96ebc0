// Rows: walked by keys, decided one by one, or all that are ticked and shown; what colleagues do to them is told.

import { get, localise } from "./base.js";
import { SAMPLES_ABOVE, ask, askMany, help, pick } from "./dialogs.js";
import { bind } from "./keys.js";
import { onRefused, rule, toast, undo } from "./rulings.js";

const list = document.getElementById("list");
let reason = ""; // of a ruling that came too late
const mayRule = list.dataset.mayRule === "yes";
const rows = () => [...list.querySelectorAll(".line:not(.gone)")];
const here = () => document.activeElement?.closest(".line") ?? rows()[0];

function move(step) {
  const all = rows(), at = all.indexOf(document.activeElement?.closest(".line"));
  const row = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  if (!row) return;
  for (const each of all) each.tabIndex = each === row ? 0 : -1;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function item(row) {
  const { comment, review, version, seen = list.dataset.seen } = row.dataset;
  return review ? { comment, review, version: Number(version), seen } : { comment, seen };
}

function leave(some) {
  const all = rows(), after = all.slice(all.indexOf(some.at(-1)) + 1).find((row) => !some.includes(row));
  for (const row of some) { row.classList.add("gone"); row.querySelector(".tick").checked = false; }
  (after ?? rows().at(-1))?.focus();
  count();
}

function back(some) {
  for (const row of some) row.classList.remove("gone");
  some[0]?.focus();
}

async function decide(some, ruling, clause = null, note = null) {
  if (!mayRule || !some.length) return;
  if (ruling === "reject" && !clause) {
    const answer = await ask("choose");
    if (!answer) return;
    clause = answer.chosen;
  }
  const verb = ruling === "approve" ? "Approved" : "Rejected";
  const name = some.length === 1 ? some[0].querySelector("strong").textContent : `${some.length} comments`;
  rule({ items: some.map(item), ruling, clause, note, label: `${verb} · ${name}`, back: () => back(some) });
  leave(some);
}

const ticked = () => rows().filter((row) => row.querySelector(".tick")?.checked);

async function decideTicked(ruling) {
  const some = ticked();
  if (!some.length) return toast("Nothing is ticked.");
  const shown = some.length > SAMPLES_ABOVE ? pick(some, 5) : [];
  const samples = shown.map((row) => row.querySelector(".line-text").textContent.trim());
  const answer = await askMany({ verb: ruling === "approve" ? "Approve" : "Reject", number: some.length, samples, reason });
  if (answer) decide(some, ruling, null, answer.note || null);
}

function count() {
  const bar = document.getElementById("bulk"), number = ticked().length;
  if (!bar) return;
  bar.hidden = number === 0;
  document.getElementById("ticked").textContent = `${number} ticked`;
}

/** Ask what colleagues did to the rows meanwhile; none moves. */
async function look() {
  const some = rows().filter((row) => row.dataset.review);
  if (document.hidden || !some.length) return;
  try {
    const told = await get(`/desk/rows?reviews=${some.map((row) => row.dataset.review).join(",")}`);
    for (const row of some) tell(row, told);
    count();
  } catch { /* the next look will tell */ }
}

/** Dim a row that waits no more, or that a colleague holds, and say which; it is no longer ticked. */
function tell(row, { me, held_by: heldBy }) {
  const { review } = row.dataset, holder = heldBy[review], isOver = !(review in heldBy);
  const isTheirs = isOver || Boolean(holder && holder !== me);
  row.classList.toggle("dim", isTheirs);
  const box = row.querySelector(".tick");
  if (isTheirs && box) box.checked = false;
  const text = isOver ? "no longer waits" : holder ? `${holder} has it` : "";
  let tag = row.querySelector("[data-state]");
  if (!text) return tag?.remove();
  tag ??= row.querySelector(".line-head").appendChild(Object.assign(document.createElement("span"), { className: "tag warn" }));
  tag.dataset.state = "";
  if (tag.textContent !== text) tag.textContent = text;
}

function one(ruling, number) {
  const row = here();
  if (!row) return;
  if (ruling === "approve" && row.dataset.outcome === "allow") return toast("It is published already.");
  if (ruling === "reject" && row.dataset.outcome === "block" && !row.dataset.review) return toast("It is blocked already.");
  const clause = number ? document.querySelectorAll("#choose .choice")[number - 1]?.value : null;
  decide([row], ruling, clause ?? null);
}

function sort(order) {
  if (!list.dataset.order) return;
  location.search = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), order, after: "" }).toString();
}

const acts = {
  next: () => move(1),
  previous: () => move(-1),
  tick: () => { const box = here()?.querySelector(".tick"); if (box) { box.checked = !box.checked; count(); } },
  approve: () => one("approve"),
  reject: () => one("reject"),
  "reject-with": (number) => one("reject", number),
  "approve-ticked": () => decideTicked("approve"),
  "reject-ticked": () => decideTicked("reject"),
  undo,
  "sort-priority": () => sort("priority"),
  "sort-oldest": () => sort("oldest"),
  "sort-newest": () => sort("newest"),
  "sort-reported": () => sort("reported"),
  search: () => document.getElementById("find").focus(),
  help,
};

bind(acts);
onRefused((result, entry) => {
  const row = list.querySelector(`[data-comment="${CSS.escape(result.comment)}"]`);
  if (!row) return;
  row.classList.remove("gone");
  if (!result.difference) return row.classList.add("dim");
  toast("Not decided: it changed meanwhile.", { bad: true, seconds: 8 });
  // It is shown what changed, and decided anew by the same keys; the reason that was typed is offered again.
  Object.assign(row.dataset, { review: result.review ?? "", version: result.version ?? "", seen: result.seen });
  row.querySelector(".changed")?.remove();
  row.querySelector(".line-body").insertAdjacentHTML("beforeend", result.difference);
  localise(row);
  reason = entry.note ?? "";
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button && acts[button.dataset.act]) {
    event.preventDefault();
    const row = button.closest(".line");
    if (row) row.focus();
    acts[button.dataset.act]();
  }
});
document.addEventListener("change", (event) => {
  if (event.target.id === "tick-all") for (const row of rows()) row.querySelector(".tick").checked = event.target.checked && !row.classList.contains("dim");
  if (event.target.matches(".tick, #tick-all")) count();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".line")) event.target.querySelector("a").click();
  if (event.key === "Escape" && event.target.id === "find") rows()[0]?.focus();
});
document.addEventListener("visibilitychange", look);
setInterval(look, 10_000);
