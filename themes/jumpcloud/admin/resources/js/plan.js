/* A report: what a run did, or would do, by kind, with what it holds back set apart. */
import { actions } from "./actions.js";
import { h } from "./dom.js";
import { held } from "./held.js";
import { mails } from "./mails.js";
import { kindName } from "./names.js";
import { alert, label, row, scrolling, table } from "./widgets.js";

export const counts = ({ t, format }, numbers) =>
  row(...Object.entries(numbers).map(([kind, count]) => label(`${kindName(t, kind)}: ${format.number(count)}`, "blue")));

const summary = (context, report) => {
  const { t, format } = context;
  const nothing = Object.keys(report.counts).length === 0;
  return [
    nothing ? h("p", {}, t("jumpcloud.panel.plan.nothing")) : counts(context, report.counts),
    h("p", {}, t("jumpcloud.panel.plan.unchanged", format.number(report.unchanged))),
  ];
};

const failures = ({ t }, list) => [
  h("h3", { class: "pf-v5-c-title pf-m-md" }, t("jumpcloud.panel.plan.failures.label")),
  scrolling(
    t("jumpcloud.panel.plan.failures.label"),
    table(
      t("jumpcloud.panel.plan.failures.label"),
      [t("jumpcloud.panel.plan.entry.label"), t("jumpcloud.panel.plan.reason.label")],
      list.map(({ dn, reason }) => [dn, reason]),
    ),
  ),
];

/* waiting: the run that an approval of the held removals has to name, or null where there is none yet. */
export const plan = (context, report, waiting) => {
  const { t } = context;
  return h(
    "div",
    { class: "jumpcloud-plan" },
    report.problem && alert("danger", t("jumpcloud.panel.word.problem.label"), report.problem),
    report.held && held(context, report.held, waiting),
    ...(report.counts ? summary(context, report) : []),
    report.welcome && mails(context, report),
    report.actions?.length > 0 && actions(context, report.actions, report.more ?? {}),
    ...(report.failures?.length > 0 ? failures(context, report.failures) : []),
  );
};
