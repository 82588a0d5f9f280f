/* The panel as a whole: a heading, the tabs, and a line that is read aloud. */
import { h, newId } from "./dom.js";
import { explain } from "./explain.js";
import { format } from "./format.js";
import { history } from "./history.js";
import { preview } from "./preview.js";
import { status } from "./status.js";
import { sync } from "./sync.js";
import { tabs } from "./tabs.js";
import { test } from "./test.js";

/* setup: {t, locale, api, form, signal, isNew}. A provider that is not saved yet can only be tested. */
export const view = (setup) => {
  const { t, locale, isNew } = setup;
  const spoken = h("div", { class: "pf-v5-screen-reader", role: "status", "aria-live": "polite" });
  const context = {
    ...setup,
    format: format(locale),
    announce: (text) => {
      spoken.textContent = text;
    },
    /* Shows a run that has just been started elsewhere in the panel. */
    follow: (run) => {
      bar.select("sync");
      runs.follow(run);
    },
  };
  const runs = sync(context);
  const parts = [
    { name: "test", text: t("jumpcloud.panel.test.label"), draw: () => test(context) },
    { name: "preview", text: t("jumpcloud.panel.preview.label"), draw: () => preview(context) },
    { name: "sync", text: t("jumpcloud.panel.sync.label"), draw: () => runs },
    { name: "history", text: t("jumpcloud.panel.history.label"), draw: () => history(context) },
    { name: "explain", text: t("jumpcloud.panel.explain.label"), draw: () => explain(context) },
    { name: "status", text: t("jumpcloud.panel.status.label"), draw: () => status(context) },
  ];
  const bar = tabs(t("jumpcloud.panel.title.label"), isNew ? parts.slice(0, 1) : parts);
  bar.select(isNew ? "test" : "status");
  const heading = newId();
  return h(
    "section",
    { id: "jumpcloud-panel", class: "jumpcloud-panel", "aria-labelledby": heading },
    h("h2", { id: heading, class: "pf-v5-c-title pf-m-lg" }, t("jumpcloud.panel.title.label")),
    bar.element,
    spoken,
  );
};
