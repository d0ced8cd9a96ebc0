// Questions that are asked before something is done, and the help; each answers with what was chosen, or null.

import { groups } from "./keys.js";

const limits = document.getElementById("many").dataset;
/** From how many on samples are shown, a reason is needed, and a second person. */
export const SAMPLES_ABOVE = 20;
const REASON_ABOVE = Number(limits.reasonAbove), SECOND_ABOVE = Number(limits.secondAbove);

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

/** Some of a list, chosen by chance. */
export function pick(list, number) {
  const left = [...list];
  return Array.from({ length: Math.min(number, left.length) }, () => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

/** Ask before many are decided at once, with texts of a few as samples; a reason may be filled in. */
export async function askMany({ verb, number, samples, reason = "" }) {
  const dialog = document.getElementById("many");
  dialog.querySelector("h2").textContent = `${verb} ${number} ${number === 1 ? "comment" : "comments"}?`;
  dialog.querySelector(".primary").textContent = number > SECOND_ABOVE ? "Propose" : verb;
  dialog.querySelector("[data-second]").hidden = number <= SECOND_ABOVE;
  const place = dialog.querySelector(".samples");
  place.replaceChildren();
  for (const text of samples) {
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = text;
    place.append(line);
  }
  const field = dialog.querySelector("input");
  field.required = number > REASON_ABOVE;
  field.value = reason;
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
