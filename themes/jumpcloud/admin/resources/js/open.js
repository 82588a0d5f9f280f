/* Puts the panel's parts together for one provider. */
import { Api } from "./api.js";
import { loadLanguage } from "./language.js";
import { NEW } from "./place.js";
import { Session } from "./session.js";
import { view } from "./view.js";

/* Gives the panel, not yet on the page. */
export const open = async ({ fetchOfPage, token, place, form, signal }) => {
  const environment = JSON.parse(document.getElementById("environment").textContent);
  const session = new Session(fetchOfPage, token, environment);
  const language = await loadLanguage(session, environment, signal);
  const api = new Api(session, environment, place, language.t, signal);
  return view({ ...language, api, form, signal, isNew: place.id === NEW });
};
