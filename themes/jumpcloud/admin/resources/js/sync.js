/* Starts a run, shows how far it is, and what it did. */
import { h } from "./dom.js";
import { isUnsaved } from "./form.js";
import { plan } from "./plan.js";
import { progressBar } from "./progress.js";
import { result } from "./result.js";
import { ended } from "./runs.js";
import { alert, button, hint, row } from "./widgets.js";
import { problem } from "./work.js";

/* Gives {element, opened, follow}; follow takes the id of a run that somebody has started. */
export const sync = (context) => {
  const { t, api, form, signal, announce } = context;
  const place = h("div", {});
  let following = null;

  const start = (dryRun) => async () => {
    if (following) {
      return;
    }
    following = "…";
    try {
      const unsaved = isUnsaved(form);
      const { id } = await api.post("sync", { dryRun });
      await watch(id, unsaved);
    } catch (e) {
      give(e);
    }
  };

  const watch = async (id, unsaved) => {
    following = id;
    const bar = progressBar(context);
    const stop = button(t("jumpcloud.panel.sync.cancel.label"), "link", () => cancel(id), { "data-do": "cancel" });
    place.replaceChildren(
      h(
        "div",
        {},
        unsaved && alert("info", t("jumpcloud.panel.word.note.label"), t("jumpcloud.panel.sync.unsaved")),
        bar.element,
        row(stop),
      ),
    );
    buttons.forEach((one) => one.setAttribute("aria-disabled", "true"));
    const run = await ended(api, id, signal, bar.show);
    release();
    const shown = h("div", {}, result(context, run), run.report && plan(context, run.report, run.heldPlan ? run : null));
    const wasHere = place.contains(document.activeElement);
    place.replaceChildren(shown);
    announce(shown.querySelector(".pf-v5-c-alert__title").textContent);
    if (wasHere) {
      buttons[0].focus();
    }
  };

  const cancel = (id) => {
    api.post(`runs/${encodeURIComponent(id)}/cancel`).catch((e) => e.code === "not_running" || give(e));
  };

  const release = () => {
    following = null;
    buttons.forEach((one) => one.removeAttribute("aria-disabled"));
  };

  const give = (e) => {
    release();
    if (!signal.aborted) {
      place.replaceChildren(problem(context, e));
    }
  };

  const follow = (id) => {
    watch(id, false).catch(give);
  };

  const opened = async () => {
    try {
      const { lastRun } = await api.get("status");
      if (lastRun?.state === "RUNNING" && !following) {
        follow(lastRun.id);
      }
    } catch (e) {
      if (!following) {
        give(e);
      }
    }
  };

  const buttons = [
    button(t("jumpcloud.panel.sync.start.label"), "secondary", start(false), { "data-do": "sync" }),
    button(t("jumpcloud.panel.sync.dry.label"), "link", start(true), { "data-do": "dry-run" }),
  ];
  return {
    element: h("div", {}, hint(t("jumpcloud.panel.sync.hint")), row(...buttons), place),
    opened,
    follow: (id) => {
      follow(id);
      buttons[0].focus();
    },
  };
};
