/* The last runs. */
import { charts } from "./charts.js";
import { h } from "./dom.js";
import { stateName, triggerName } from "./names.js";
import { plan } from "./plan.js";
import { result } from "./result.js";
import { approvable } from "./runs.js";
import { button, hint, label, row, scrolling, table } from "./widgets.js";
import { work } from "./work.js";

const COLOURS = { COMPLETED: "green", RUNNING: "blue", CANCELLED: "orange" };

const state = ({ t }, run) =>
  row(
    label(stateName(t, run.state), COLOURS[run.state] ?? "red"),
    run.dryRun && label(t("jumpcloud.panel.history.dryRun.label"), "grey"),
    run.heldPlan && label(t("jumpcloud.panel.history.held.label"), "orange"),
  );

const list = (context, runs, show) => {
  const { t, format } = context;
  const number = (value) => format.number(value);
  return table(
    t("jumpcloud.panel.history.label"),
    [
      t("jumpcloud.panel.history.started.label"),
      t("jumpcloud.panel.history.state.label"),
      t("jumpcloud.panel.history.trigger.label"),
      t("jumpcloud.panel.history.added.label"),
      t("jumpcloud.panel.history.updated.label"),
      t("jumpcloud.panel.history.removed.label"),
      t("jumpcloud.panel.history.failed.label"),
      t("jumpcloud.panel.history.duration.label"),
      t("jumpcloud.panel.history.report.label"),
    ],
    runs.map((run) => [
      format.time(run.started),
      state(context, run),
      triggerName(t, run.trigger),
      number(run.result.added),
      number(run.result.updated),
      number(run.result.removed),
      number(run.result.failed),
      run.finished ? format.duration(run.finished - run.started) : "",
      button(t("jumpcloud.panel.history.show.label"), "link", () => show(run), {
        "aria-label": `${t("jumpcloud.panel.history.show.label")} ${format.time(run.started)}`,
        "data-run": run.id,
      }),
    ]),
  );
};

export const history = (context) => {
  const { t, api } = context;
  const place = h("div", {});
  const report = h("div", { tabindex: "-1" });

  const show = (run, runs) =>
    work(context, report, [], t("jumpcloud.panel.wait"), async () => {
      const whole = await api.get(`runs/${encodeURIComponent(run.id)}`);
      report.focus();
      const waiting = approvable(runs)?.heldPlan === whole.heldPlan ? whole : null;
      return h("div", {}, result(context, whole), whole.report && plan(context, whole.report, waiting));
    });

  const load = () =>
    work(context, place, [again], t("jumpcloud.panel.wait"), async () => {
      const runs = await api.get("runs");
      report.replaceChildren();
      if (runs.length === 0) {
        return hint(t("jumpcloud.panel.history.none"));
      }
      const text = t("jumpcloud.panel.history.label");
      return h("div", {}, charts(context, runs), scrolling(text, list(context, runs, (run) => show(run, runs))));
    });

  const again = button(t("jumpcloud.panel.reload.label"), "link", load);
  return { element: h("div", {}, row(again), place, report), opened: load };
};
