// Steps of the ladder that wait for a person: one key answers the first.

import { bind } from "./keys.js";

const press = (act) => () => document.querySelector(`form[data-step="${act}"] button`)?.click();

bind({ "confirm-step": press("confirm"), "refuse-step": press("refuse") });
