// Choose a range of scores by drawing over the bars; without a mouse, by the fields or the table of numbers.

const bands = document.getElementById("bands"), form = document.getElementById("scores-form");
let first = null; // the bar at which the drawing began

const band = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("#bands a");

function mark(last) {
  const low = Math.min(first.dataset.low, last.dataset.low), high = Math.max(first.dataset.high, last.dataset.high);
  for (const each of bands.querySelectorAll("a")) each.classList.toggle("chosen", each.dataset.low >= low && each.dataset.high <= high);
  form.elements.low.value = low.toFixed(2);
  form.elements.high.value = high.toFixed(2);
}

bands.addEventListener("pointerdown", (event) => {
  first = event.button === 0 ? band(event) ?? null : null;
  if (first) event.preventDefault();
});
addEventListener("pointermove", (event) => {
  const last = first && band(event);
  if (last) mark(last);
});
addEventListener("pointerup", (event) => {
  const last = first && (band(event) ?? first);
  if (last && last !== first) form.requestSubmit(); // one bar alone is a link
  first = null;
});
bands.addEventListener("dragstart", (event) => event.preventDefault());
form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
