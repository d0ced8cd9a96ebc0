// Questions that are asked before something is done, and the help; each answers with what was chosen, or null.

import { groups } from "./keys.js";

/** Open a dialog; returns its button's value and its fields, or null where nothing was chosen. */
export function ask(id) {
  const dialog = document.getElementById(id);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const fields = Object.fromEntries(new FormData(dialog.querySelector("form")));
      const chosen = dialog.returnValue;
      dialog.querySelector("form").reset();
      resolve(chosen ? { chosen, ...fields } : null);
    }, { once: true });
  });
}

/** Ask before many are decided at once, with a few of them as samples above 20; a reason may be filled in. */
export async function askMany(verb, texts, reason = "") {
  const dialog = document.getElementById("many");
  dialog.querySelector("h2").textContent = `${verb} ${texts.length} ${texts.length === 1 ? "comment" : "comments"}?`;
  dialog.querySelector(".primary").textContent = verb;
  const samples = dialog.querySelector(".samples");
  samples.replaceChildren();
  const shown = texts.length > 20 ? [...texts].sort(() => Math.random() - 0.5).slice(0, 5) : [];
  for (const text of shown) {
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = text;
    samples.append(line);
  }
  dialog.querySelector("input").required = texts.length > 50;
  dialog.querySelector("input").value = reason;
  return ask("many");
}

/** Show the keys. */
export function help() {
  const place = document.querySelector("#help .key-groups");
  if (!place.childElementCount) {
    for (const [name, keys] of groups()) {
      const section = document.createElement("section");
      const heading = section.appendChild(document.createElement("h3"));
      heading.textContent = name;
      const list = section.appendChild(document.createElement("dl"));
      list.className = "keys";
      for (const key of keys) {
        const row = list.appendChild(document.createElement("div"));
        row.appendChild(document.createElement("dt")).appendChild(document.createElement("kbd")).textContent = key.key;
        row.appendChild(document.createElement("dd")).textContent = key.does;
      }
      place.append(section);
    }
  }
  return ask("help");
}
