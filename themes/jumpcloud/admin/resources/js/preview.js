/* Shows what a sync with the settings in the form would do. */
import { h } from "./dom.js";
import { readForm } from "./form.js";
import { plan } from "./plan.js";
import { approvable } from "./runs.js";
import { button, hint, row } from "./widgets.js";
import { work } from "./work.js";

export const preview = (context) => {
  const { t, api, form, announce } = context;
  const place = h("div", {});
  const start = button(t("jumpcloud.panel.preview.start.label"), "secondary", () =>
    work(context, place, [start], t("jumpcloud.panel.preview.running"), async () => {
      const report = await api.post("preview", { config: readForm(form) });
      // These very removals may wait for an approval already.
      const waiting = report.held && approvable(await api.get("runs"));
      announce(t("jumpcloud.panel.preview.done"));
      return plan(context, report, waiting?.heldPlan === report.held?.plan ? waiting : null);
    }),
  );
  return { element: h("div", {}, hint(t("jumpcloud.panel.preview.hint")), row(start), place) };
};
