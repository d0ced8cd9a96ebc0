// What every page does: moments in the reader's own time, menus that close, fields that copy.

export const root = document.querySelector('meta[name="root"]').content;

/** Send JSON to one of our own addresses; an error of the service is thrown with its `status` and sentence. */
export async function post(path, body) {
  const answer = await fetch(root + path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-CSRF-Token": document.querySelector('meta[name="csrf"]').content,
    },
    body: JSON.stringify(body),
  });
  return read(answer);
}

/** Read JSON from one of our own addresses. */
export async function get(path, signal) {
  return read(await fetch(root + path, { headers: { Accept: "application/json" }, signal }));
}

async function read(answer) {
  const body = await answer.json().catch(() => ({ detail: "The server did not answer as it should." }));
  if (!answer.ok) throw Object.assign(new Error(body.detail), { status: answer.status, body });
  return body;
}

/** Show every moment below an element in the reader's own time and language. */
export function localise(element) {
  for (const time of element.querySelectorAll("time[datetime]:not([data-local])")) {
    const at = new Date(time.dateTime);
    time.title = at.toLocaleString();
    time.textContent = at.toLocaleString(undefined, {
      day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
      year: at.getFullYear() === new Date().getFullYear() ? undefined : "numeric",
    });
    time.dataset.local = "";
  }
}

localise(document);

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const copies = event.target.closest("[data-copies]");
  if (copies) {
    const field = copies.parentElement.querySelector("[data-copy]");
    field.select();
    navigator.clipboard?.writeText(field.value);
    copies.textContent = "Copied";
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
