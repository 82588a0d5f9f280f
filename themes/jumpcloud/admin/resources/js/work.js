/* One thing at a time: a button that starts it, a place for what comes of it, and what is said when it cannot be done. */
import { ApiProblem } from "./api.js";
import { alert, spinner } from "./widgets.js";

/*
 * Runs what an administrator asked for and shows what it gives (an element) in the place. Problems are shown there too; nothing is thrown.
 * The buttons cannot be pressed meanwhile; the one that had the focus keeps it, because aria-disabled does not take it away.
 */
export const work = async (context, place, buttons, text, what) => {
  const { t, signal, announce } = context;
  if (buttons.some((button) => button.getAttribute("aria-disabled") === "true")) {
    return;
  }
  buttons.forEach((button) => button.setAttribute("aria-disabled", "true"));
  place.replaceChildren(spinner(text));
  announce(text);
  try {
    place.replaceChildren(await what());
  } catch (e) {
    if (!signal.aborted) {
      place.replaceChildren(problem(context, e));
    }
  } finally {
    buttons.forEach((button) => button.removeAttribute("aria-disabled"));
  }
};

/* An alert that says why something could not be done. */
export const problem = ({ t, announce }, e) => {
  if (!(e instanceof ApiProblem)) {
    console.debug("JumpCloud panel:", e);
  }
  const sentence = e instanceof ApiProblem ? e.message : t("jumpcloud.panel.error.panel");
  announce(sentence);
  return alert("danger", t("jumpcloud.panel.word.problem.label"), sentence);
};
