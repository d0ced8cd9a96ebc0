// Care for whoever reads all day: a calm look, and a word after much that is severe.
// What somebody wants, and how much they read, is kept in their browser alone.

const KEPT = `moderation.care ${document.querySelector('meta[name="who"]').content}`;
const PAUSE_MINUTES = 30; // so long away from what is severe is a pause

/** Return what is wanted: `calm`, and `after` how many severe comments to speak up; 0 is never. */
export function wanted() { return { calm: false, after: 0, ...read(KEPT) }; }

/** Keep what is wanted, and show it. */
export function want(choice) {
  write(KEPT, choice);
  show();
}

function show() { document.documentElement.classList.toggle("calm", Boolean(wanted().calm)); }

function read(name) {
  try { return JSON.parse(localStorage.getItem(name)) ?? {}; } catch { return {}; }
}

function write(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* a private window keeps nothing */ }
}

// ------------------------------------------------------------------ at the desk

const place = document.getElementById("card");
let counted = null; // the comment that was counted last

/** Count a severe comment when it is shown, and speak up after so many without a pause. */
function count() {
  const { after } = wanted();
  if (!after || place.dataset.comment === counted || !place.querySelector("[data-severe]")) return;
  counted = place.dataset.comment;
  const before = read(`${KEPT} severe`), now = Date.now();
  const number = now - (before.at ?? 0) > PAUSE_MINUTES * 60_000 ? 1 : before.number + 1;
  write(`${KEPT} severe`, { number: number >= after ? 0 : number, at: now });
  if (number >= after) speak(number);
}

function speak(number) {
  const line = document.getElementById("pause");
  line.querySelector("[data-number]").textContent = number;
  line.hidden = false;
}

show();
if (place && document.getElementById("pause")) {
  document.querySelector("#pause button").addEventListener("click", () => {
    document.getElementById("pause").hidden = true;
    place.focus({ preventScroll: true });
  });
  new MutationObserver(count).observe(place, { childList: true, attributes: true, attributeFilter: ["data-comment"] });
  count();
}
