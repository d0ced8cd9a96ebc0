// How the desk looks in this browser: read from what is kept here, and kept at each change.

import { want, wanted } from "./care.js";

const form = document.getElementById("care");
const { calm, after } = wanted();

form.elements.calm.checked = calm;
form.elements.after.value = after || "";
form.hidden = false;

form.addEventListener("change", () => {
  want({ calm: form.elements.calm.checked, after: Math.max(0, Math.round(Number(form.elements.after.value) || 0)) });
  form.querySelector("[role=status]").textContent = "Kept in this browser.";
});
form.addEventListener("submit", (event) => event.preventDefault());
