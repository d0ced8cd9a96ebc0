// One comment at a time: the next cards are fetched ahead, a key decides, and nothing moves by itself.

import { get, localise, post, root } from "./base.js";
import { SAMPLES_ABOVE, ask, askMany, help, pick } from "./dialogs.js";
import { bind, keyOf } from "./keys.js";
import { onRefused, onSettled, rule, toast, undo, unsent } from "./rulings.js";

const desk = document.getElementById("desk");
const place = document.getElementById("card");
const mayRule = desk.dataset.mayRule === "yes";
const isSingle = "single" in desk.dataset;
const filters = new URLSearchParams(location.search);

let current = null; // {comment, review, version, seen, html, claimed, difference}
const ahead = []; // cards, ready
const past = []; // comments that were shown before this one
const passed = new Set(); // reviews that are not to come again: decided, skipped, held by others
const skipped = new Set(); // those among them that the server would serve again
const drafts = new Map(); // comment → a note that is typed and not kept yet
const answers = new Map(); // comment → what is typed for the writer of an appeal
let fetching = null;

// ------------------------------------------------------------------ showing

function show(card) {
  current = card;
  place.innerHTML = card ? card.html : document.getElementById("empty").innerHTML;
  place.dataset.comment = card?.comment ?? "";
  place.dataset.review = card?.review ?? "";
  markHeld();
  delete place.dataset.claim;
  place.classList.remove("leaving");
  if (card?.difference) tellDifference(card.difference);
  const note = document.getElementById("note");
  if (note && drafts.has(card.comment)) note.value = drafts.get(card.comment);
  const answer = document.getElementById("answer");
  if (answer && answers.has(card.comment)) answer.value = answers.get(card.comment);
  localise(place);
  veil();
  place.scrollTop = 0;
  scrollTo({ top: 0 });
  place.focus({ preventScroll: true });
  if (card) take(card);
  else look();
}

/** Say above the comment what changed since it was read. */
function tellDifference(html) {
  place.querySelector(".changed")?.remove();
  place.querySelector(".card-main")?.insertAdjacentHTML("afterbegin", html);
  localise(place);
}

/** Claim the review that is shown, so that nobody else decides it meanwhile. */
function take(card) {
  if (!card.review || !mayRule) return;
  const asked = () => post("/desk/claim", { comment: card.comment, review: card.review, version: card.version, seen: card.seen });
  card.claimed = Promise.resolve(card.given).then(asked).then((answer) => {
    card.version = answer.version;
    if (card === current) {
      place.dataset.claim = "ours";
      if (answer.difference) tellDifference(answer.difference);
    }
    return answer;
  });
  card.claimed.catch((error) => {
    if (card !== current || !error.status) return;
    // It changed since it was fetched: it is shown as it stands now, and that once.
    if (error.body.difference && !card.isAgain) return open(card.comment, { difference: error.body.difference, isAgain: true });
    place.dataset.claim = "theirs";
    passed.add(card.review);
    place.querySelector(".decide")?.remove();
    if (card.difference) return;
    const notice = document.createElement("p");
    notice.className = "notice warn";
    notice.role = "status";
    notice.textContent = `${error.message} `;
    place.querySelector(".card-main")?.prepend(notice);
  });
}

async function next() {
  if (current?.comment) past.push(current.comment);
  if (isSingle) return;
  if (!ahead.length) {
    place.classList.add("leaving");
    await refill();
  }
  show(ahead.shift() ?? null);
  refill();
}

async function previous() {
  const comment = past.pop();
  if (!comment) return;
  if (current?.review && !passed.has(current.review)) ahead.unshift(current);
  await open(comment);
}

const fetched = (comment) => get(`/desk/card?comment=${encodeURIComponent(comment)}`);

async function open(comment, more = {}) {
  try {
    show({ ...await fetched(comment), ...more });
  } catch (error) {
    toast(error.message, { bad: true });
  }
}

/** Whether something else is looked at, so that a comment has to come as the next. */
const isAhead = (comment) => current && current.comment !== comment;

/** Bring back what was decided too late, as it stands now: at once where it is still shown, else as the next. */
async function comeBack({ comment, difference }) {
  toast(`Not decided: it changed meanwhile.${isAhead(comment) ? " It comes again next." : ""}`, { bad: true, seconds: 8 });
  if (!isAhead(comment)) return open(comment, { difference });
  try {
    const card = { ...await fetched(comment), difference };
    passed.delete(card.review);
    const others = ahead.filter((each) => each.comment !== comment);
    ahead.splice(0, ahead.length, card, ...others);
  } catch (error) {
    toast(error.message, { bad: true });
  }
}

/** Fetch cards ahead; one request at a time. */
function refill() {
  if (ahead.length >= 4 || isSingle) return Promise.resolve();
  fetching ??= (async () => {
    const but = [current?.review, ...ahead.map((card) => card.review), ...unsent(), ...skipped].filter(Boolean).slice(0, 400);
    const asked = new URLSearchParams(filters);
    asked.set("but", but.join(","));
    try {
      const { cards } = await get(`/desk/next?${asked}`);
      const known = new Set([...but, current?.review]);
      ahead.push(...cards.filter((card) => !known.has(card.review) && !passed.has(card.review)));
    } catch (error) {
      toast(error.message || "No connection.", { bad: true });
    } finally {
      fetching = null;
    }
  })();
  return fetching;
}

// ----------------------------------------------------------------- deciding

async function decide(ruling, clause = null) {
  const box = place.querySelector(".decide");
  if (!current || !box) return;
  const own = place.querySelector("[data-own]");
  if (own && !own.checked) {
    own.focus();
    return toast("It is against your own ruling: tick first that you have read it again.", { bad: true });
  }
  if (["reject", "warn"].includes(ruling) && !clause && !box.dataset.suggested) return choose(ruling);
  const card = current;
  if (!card.claimed) take(card); // it was given back
  const copies = place.querySelector("[data-copies-too]")?.checked
    ? [...place.querySelectorAll("[data-copy-of]")].map((copy) => ({ comment: copy.dataset.copyOf, review: copy.dataset.copyReview, version: Number(copy.dataset.copyVersion), seen: card.seen }))
    : [];
  const note = copies.length < SAMPLES_ABOVE ? null : await reasonFor(ruling, card, copies);
  if (note === undefined || card !== current) return;
  if (note !== null && ruling !== "approve") clause ??= box.dataset.suggested; // whoever confirms is told on which
  const items = card.review
    ? card.claimed.then((answer) => [{ comment: card.comment, review: card.review, version: answer.version, seen: card.seen, ...(own && { own: true }) }, ...copies])
    : [{ comment: card.comment, seen: card.seen }, ...copies];
  for (const review of [card.review, ...copies.map((copy) => copy.review)]) if (review) passed.add(review);
  ahead.splice(0, ahead.length, ...ahead.filter((each) => !passed.has(each.review))); // copies were fetched, too
  const entry = rule({
    items,
    reviews: [card.review, ...copies.map((copy) => copy.review)].filter(Boolean),
    ruling,
    clause,
    note,
    answer: document.getElementById("answer")?.value.trim() || null,
    label: label(ruling, clause, copies.length),
    back: async (isSent) => {
      for (const review of [card.review, ...copies.map((copy) => copy.review)]) passed.delete(review);
      if (current?.review && current !== card) ahead.unshift(current);
      if (isSent) await open(card.comment);
      else show(card);
    },
  });
  if (items instanceof Promise) items.then((known) => { entry.items = known; }, () => {});
  if (isSingle) place.querySelector(".decide").replaceChildren(`${label(ruling, clause, 0)}.`);
  else next();
}

/** Ask before a comment is decided together with many copies; returns the reason, undefined for "not now". */
async function reasonFor(ruling, card, copies) {
  const some = await Promise.all(pick(copies, 5).map(({ comment }) => fetched(comment)));
  const samples = some.map(({ html }) => {
    const page = document.createElement("template");
    page.innerHTML = html;
    for (const letter of page.content.querySelectorAll("sup")) letter.remove();
    return ["strong", "[data-text]"].map((part) => page.content.querySelector(part)?.textContent.trim()).join(": ");
  });
  const answer = await askMany({ verb: ruling === "reject" ? "Reject" : "Approve", number: copies.length + 1, samples });
  return answer ? answer.note : undefined;
}

function label(ruling, clause, copies) {
  const name = place.querySelector(".byline strong")?.textContent ?? "";
  const also = copies ? ` and ${copies} ${copies === 1 ? "copy" : "copies"}` : "";
  const why = clause ? `: ${document.querySelector(`#choose button[value="${CSS.escape(clause)}"] strong`)?.textContent ?? clause}` : "";
  return `${{ approve: "Approved", approve_masked: "Approved, masked", warn: "Approved, with a warning", reject: "Rejected" }[ruling]}${why} · ${name}${also}`;
}

async function choose(ruling = "reject") {
  if (!place.querySelector(".decide")) return;
  document.getElementById("choose-title").textContent = ruling === "warn" ? "Warn of …" : "Reject, because …";
  const answer = await ask("choose");
  if (answer) decide(ruling, answer.chosen);
}

function rejectWith(number) {
  const clause = document.querySelectorAll("#choose .choice")[number - 1];
  if (clause) decide("reject", clause.value);
}

async function escalate() {
  const card = current;
  if (!card?.review || !place.querySelector(".decide")) return;
  const answer = await ask("escalate");
  if (!answer) return;
  if (!card.claimed) take(card);
  try {
    const { version } = await card.claimed;
    const { comment, review, seen } = card;
    await post("/desk/escalate", { comment, review, version, seen, queue: answer.chosen, note: answer.note ?? "" });
    passed.add(card.review);
    toast(`Handed on to ${answer.chosen}.`);
    next();
  } catch (error) {
    if (answer.note) drafts.set(card.comment, answer.note);
    if (error.body?.difference) return comeBack({ comment: card.comment, difference: error.body.difference });
    toast(error.message, { bad: true, seconds: 8 });
  }
}

async function skip() {
  const card = current;
  if (!card?.review) return next();
  passed.add(card.review);
  skipped.add(card.review);
  next();
  try {
    await card.claimed;
    await post("/desk/release", { review: card.review });
  } catch { /* somebody else has it: then there is nothing to give back */ }
}

/** Give the comment back to the queue; it stays on the card, and is claimed again by deciding on it. */
function giveBack() {
  const card = current;
  if (document.activeElement !== place) return place.focus();
  if (!card?.review || place.dataset.claim !== "ours") return;
  place.dataset.claim = "none";
  card.claimed = null;
  card.given = post("/desk/release", { review: card.review }).then(
    () => toast("Given back: colleagues may take it. It is yours again once you decide."),
    (error) => toast(error.message, { bad: true }),
  );
}

async function block() {
  const author = place.querySelector(".decide")?.dataset.author;
  if (!author) return;
  const answer = await ask("block");
  if (answer) await setStanding("/desk/block", { author, reason: answer.reason }, "The author is blocked.");
}

/** Return the author to the ladder whose standing a person set. */
const lift = (button) => setStanding("/desk/lift", { author: button.dataset.author }, "Lifted: the author is judged by strikes alone again.");

/** Set the author's standing, or lift it; the card says how it stands then. */
async function setStanding(path, body, told) {
  const { comment } = current;
  try {
    await post(path, body);
    if (current.comment === comment) await open(comment);
    toast(told);
  } catch (error) {
    toast(error.message, { bad: true, seconds: 8 });
  }
}

/** End that every comment under the article waits, or take that back. */
const premoderate = (button) => change(button, "/desk/premoderation", { comment: current.comment }, "data-premoderation");

/** Take a label from the author, or put back what was taken. */
const relabel = (button) => change(button, "/desk/label", { author: button.dataset.author, label: button.dataset.label }, "data-labels");

/** End what a rule began for a time, or take that back; what is shown says how it stands then. */
async function change(button, path, body, part) {
  const shown = button.closest(`[${part}]`), buttons = () => [...place.querySelectorAll(`[${part}] button`)], at = buttons().indexOf(button);
  try {
    const { html } = await post(path, { ...body, lasts: button.dataset.lasts === "yes" });
    shown.outerHTML = html;
    localise(place);
    buttons()[at]?.focus();
    // Others that were fetched say otherwise.
    ahead.splice(0, ahead.length, ...ahead.filter((card) => card.difference || !card.html.includes(part)));
    refill();
  } catch (error) {
    toast(error.message, { bad: true, seconds: 8 });
  }
}

async function keep(said = null) {
  const card = current;
  if (!document.getElementById("keep")) return toast("No rule that holds here rests on words alone.");
  if (said) {
    const form = document.querySelector("#keep form");
    form.elements.rule.value = said.rule;
    form.elements.kind.value = said.kind;
  }
  const answer = await ask("keep");
  if (!answer) return;
  try {
    await post("/desk/example", { comment: card.comment, rule: answer.rule, kind: answer.kind, why: answer.why });
    toast(`Kept as a test of ${answer.rule}, in a draft of the policy.`);
  } catch (error) {
    toast(error.message, { bad: true, seconds: 10 });
  }
}

// ------------------------------------------------------------------ looking

function spans() {
  const marks = [...place.querySelectorAll("mark")];
  if (!marks.length) return;
  const at = marks.indexOf(document.activeElement);
  const mark = marks[(at + 1) % marks.length];
  mark.focus();
  toast(mark.title, { seconds: 6 });
}

/** Say of the place that has the focus whether a rule marks it rightly. */
function judge(kind) {
  const mark = document.activeElement.closest("mark");
  if (!mark) return toast(`Step to a marked place first, with ${keyOf("spans")}.`);
  const known = [...document.querySelectorAll("#keep option")].map((option) => option.value);
  const rule = mark.dataset.rules.split(" ").find((each) => known.includes(each));
  if (!rule) return toast("What marks this place does not rest on words alone.");
  return keep({ rule, kind });
}

function read() {
  const typed = place.querySelector("[data-text]"), clear = place.querySelector("[data-read]");
  if (!clear) return;
  clear.hidden = !clear.hidden;
  typed.hidden = !clear.hidden;
  const button = place.querySelector('[data-act="read"]');
  button.setAttribute("aria-pressed", String(!clear.hidden));
  button.firstChild.textContent = clear.hidden ? "Show it as read, without disguise " : "Show it as typed ";
}

function toggle(selector) {
  const details = place.querySelector(selector);
  if (!details) return;
  details.open = !details.open;
  if (details.open) details.scrollIntoView({ block: "nearest" });
}

function veil() {
  let wanted = false;
  try { wanted = localStorage.getItem("moderation.veil") === "yes"; } catch { /* nothing was kept */ }
  desk.classList.toggle("veiled", wanted);
}

function toggleVeil() {
  try { localStorage.setItem("moderation.veil", desk.classList.contains("veiled") ? "no" : "yes"); } catch { desk.classList.toggle("veiled"); return; }
  veil();
  toast(desk.classList.contains("veiled") ? "Strong words are veiled until you look at them." : "Words are shown as they are.");
}

async function keepNote(form) {
  const field = form.querySelector("textarea"), text = field.value.trim();
  if (!text) return;
  try {
    const comment = current.comment, note = await post("/desk/note", { comment, text });
    const line = document.createElement("li");
    line.append(Object.assign(document.createElement("span"), { className: "dot note" }), Object.assign(document.createElement("span"), { textContent: `${note.by}: ${note.text}` }));
    place.querySelector(".timeline").append(line);
    field.value = "";
    drafts.delete(comment);
    place.focus();
  } catch (error) {
    toast(error.message, { bad: true });
  }
}

function sort(order) {
  filters.set("order", order);
  location.search = filters.toString();
}

function showAuthor() {
  const panel = place.querySelector("[data-author-panel]");
  if (!panel) return toast("The site did not say who wrote it.");
  panel.scrollIntoView({ block: "nearest" });
  return panel.focus({ preventScroll: true });
}

function onSite() {
  const link = place.querySelector("[data-site]");
  if (!link) return toast("The site did not say where it stands.");
  return link.click();
}

// ---------------------------------------------------------------------- life

let looks = 0;

async function look() {
  if (document.hidden || isSingle) return;
  const turn = ++looks;
  try {
    const { queues, settled, held } = await get("/desk/waiting");
    if (turn !== looks) return; // a later look knows better
    tellSettled(settled);
    tellHeld(held);
    let total = 0;
    for (const queue of queues) {
      total += queue.count;
      const row = document.querySelector(`#queues [data-queue="${CSS.escape(queue.queue)}"] .queue-count`);
      if (row) row.textContent = queue.count;
    }
    const all = document.querySelector('#queues [data-queue=""] .queue-count');
    const more = total - Number(all.textContent);
    all.textContent = total;
    if (more > 0) document.getElementById("arrived").textContent = `${more} new`;
    if (!current && total) { await refill(); if (ahead.length) show(ahead.shift()); }
  } catch { /* the next look will tell */ }
}

/** Say on an empty desk how much was settled: what the server knows, and what is on its way to it. */
function tellSettled(known) {
  const total = known + unsent().filter(Boolean).length;
  for (const line of place.querySelectorAll("[data-settled]")) {
    line.hidden = !total;
    line.querySelector(".number").textContent = total;
  }
}

/** Show at the side what else one holds, and for how long. */
function tellHeld(held) {
  const list = document.getElementById("held");
  const lines = held.map(({ comment, by, until }) => {
    const line = document.createElement("li"), link = line.appendChild(document.createElement("a"));
    link.href = `${root}/desk/comment?id=${encodeURIComponent(comment)}`;
    link.dataset.open = comment;
    link.appendChild(Object.assign(document.createElement("span"), { className: "queue-name" })).appendChild(document.createElement("bdi")).textContent = by;
    link.appendChild(Object.assign(document.createElement("span"), { className: "queue-age", textContent: `${Math.ceil((new Date(until) - Date.now()) / 60_000)} min left` }));
    return line;
  });
  list.querySelector("ul").replaceChildren(...lines);
  markHeld();
}

/** Leave out of what one holds what is on the card. */
function markHeld() {
  const list = document.getElementById("held"), links = [...list?.querySelectorAll("[data-open]") ?? []];
  for (const link of links) link.parentElement.hidden = link.dataset.open === place.dataset.comment;
  if (list) list.hidden = links.every((link) => link.parentElement.hidden);
}

/** Go back to a comment that one holds; what is on the card comes again after it. */
async function reopen(comment) {
  if (current?.review && !passed.has(current.review)) ahead.unshift(current);
  await open(comment);
}

const acts = {
  approve: () => decide("approve"),
  mask: () => (place.querySelector('.decide [data-act="mask"]') ? decide("approve_masked") : toast("No rule that holds here says what to mask.")),
  warn: () => decide("warn"),
  reject: () => decide("reject"),
  "reject-with": rejectWith,
  choose: () => choose(),
  escalate,
  skip,
  undo,
  block,
  lift,
  premoderation: premoderate,
  label: relabel,
  copies: () => { const box = place.querySelector("[data-copies-too]"); if (box) box.checked = !box.checked; },
  next: () => skipOrNext(),
  previous,
  "sort-priority": () => sort("priority"),
  "sort-oldest": () => sort("oldest"),
  "sort-newest": () => sort("newest"),
  "sort-reported": () => sort("reported"),
  "go-queue": (number) => document.querySelectorAll("#queues [data-queue]:not([data-queue=''])")[number - 1]?.click(),
  "go-search": (number) => document.querySelectorAll("#searches li > a")[number - 1]?.click(),
  search: () => document.getElementById("find").focus(),
  spans,
  "mark-right": () => judge("hit"),
  "mark-wrong": () => judge("known_fp"),
  read,
  thread: () => { toggle("[data-thread]"); const parent = place.querySelector(".parent"); if (parent) parent.open = !parent.open; },
  precedents: () => toggle("[data-precedents]"),
  author: showAuthor,
  site: onSite,
  scores: () => toggle("[data-scores]"),
  keep: () => keep(),
  note: () => document.getElementById("note")?.focus(),
  veil: toggleVeil,
  help,
  close: giveBack,
};

/** Go on without deciding: the comment stays in the queue, and comes again on the next round. */
function skipOrNext() { return current?.review ? skip() : next(); }

bind(acts);
onSettled(look);
onRefused((result) => { if (result.kind === "stale") comeBack(result); });

document.addEventListener("click", (event) => {
  const held = event.target.closest("[data-open]");
  if (held && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    reopen(held.dataset.open);
    return;
  }
  const button = event.target.closest("[data-act]");
  if (!button || !acts[button.dataset.act]) return;
  event.preventDefault();
  acts[button.dataset.act](button);
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-note-form]")) return;
  event.preventDefault();
  keepNote(event.target);
});
document.addEventListener("input", (event) => { ({ note: drafts, answer: answers })[event.target.id]?.set(current.comment, event.target.value); });
document.addEventListener("keydown", (event) => {
  if (event.target.id === "note" && event.key === "Enter" && !event.shiftKey) { event.preventDefault(); keepNote(event.target.form); }
  if (event.key === "Escape" && event.target.matches("input, textarea")) place.focus();
});
document.getElementById("filters")?.addEventListener("change", (event) => event.target.form.requestSubmit());

veil();
markHeld();
if (place.dataset.comment) {
  current = { comment: place.dataset.comment, review: place.dataset.review || null, version: Number(place.dataset.version) || null, seen: place.dataset.seen, html: place.innerHTML };
  if (unsent().includes(current.review)) next();
  else take(current);
}
place.focus({ preventScroll: true });
refill();
setInterval(look, 10_000);
// A claim lasts five minutes; it is renewed while the comment is looked at.
setInterval(() => { if (current?.claimed && !document.hidden && !passed.has(current.review)) take(current); }, 150_000);
