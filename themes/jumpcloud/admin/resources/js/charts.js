/* How users, changes and duration went over the last runs. */
import { bars } from "./chart.js";
import { h } from "./dom.js";
import { changes } from "./runs.js";

/* How many users a run found, of whom it created some; null where its report does not say. */
const users = ({ report }) =>
  report?.counts ? (report.counts.CREATE_USER ?? 0) + report.updated + report.unchanged : null;

/* Dry runs change nothing, and of runs that did not end well nothing can be compared. Oldest first, as time goes. */
const shown = (runs) => runs.filter((run) => run.state === "COMPLETED" && !run.dryRun).reverse();

/* Gives the charts at once; the one of users is drawn when the reports are here. */
export const charts = (context, runs) => {
  const { t, format, api, signal } = context;
  const kept = shown(runs);
  if (kept.length < 2) {
    return null;
  }
  const when = kept.map((run) => format.time(run.started));
  const place = h("div", { class: "jumpcloud-chart" });
  const drawUsers = async () => {
    const numbers = [];
    for (const run of kept) {
      numbers.push(users(await api.get(`runs/${encodeURIComponent(run.id)}`)));
    }
    place.append(bars(t("jumpcloud.panel.chart.users.label"), when, numbers, format.number));
  };
  drawUsers().catch((e) => signal.aborted || console.debug("JumpCloud panel: no chart of users", e));
  return h(
    "div",
    { class: "jumpcloud-charts" },
    place,
    h(
      "div",
      { class: "jumpcloud-chart" },
      bars(t("jumpcloud.panel.chart.changes.label"), when, kept.map(changes), format.number),
    ),
    h(
      "div",
      { class: "jumpcloud-chart" },
      bars(
        t("jumpcloud.panel.chart.duration.label"),
        when,
        kept.map((run) => run.finished - run.started),
        format.duration,
      ),
    ),
  );
};
