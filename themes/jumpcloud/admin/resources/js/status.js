/* Servers, connections, the last run and the next. */
import { h } from "./dom.js";
import { stateName } from "./names.js";
import { button, hint, label, row, table } from "./widgets.js";
import { work } from "./work.js";

const PURPOSES = {
  search: "jumpcloud.panel.status.search.label",
  "sign-in": "jumpcloud.panel.status.signIn.label",
};

const servers = ({ t, format }, list) =>
  table(
    t("jumpcloud.panel.status.servers.label"),
    [
      t("jumpcloud.panel.status.server.label"),
      t("jumpcloud.panel.status.purpose.label"),
      t("jumpcloud.panel.status.state.label"),
      t("jumpcloud.panel.status.idle.label"),
      t("jumpcloud.panel.status.busy.label"),
    ],
    list.map((one) => [
      one.server,
      PURPOSES[one.purpose] ? t(PURPOSES[one.purpose]) : one.purpose,
      one.state === "works"
        ? label(t("jumpcloud.panel.status.works.label"), "green")
        : label(t("jumpcloud.panel.status.failed.label"), "red"),
      format.number(one.idleConnections),
      format.number(one.busyConnections),
    ]),
  );

const times = ({ t, format }, { lastRun, nextSync }) => [
  lastRun
    ? t("jumpcloud.panel.status.last", format.time(lastRun.started), stateName(t, lastRun.state))
    : t("jumpcloud.panel.status.none"),
  nextSync ? t("jumpcloud.panel.status.next", format.time(nextSync)) : t("jumpcloud.panel.status.notPeriodic"),
];

export const status = (context) => {
  const { t, api } = context;
  const place = h("div", {});
  const load = () =>
    work(context, place, [again], t("jumpcloud.panel.wait"), async () => {
      const answer = await api.get("status");
      return h(
        "div",
        {},
        answer.servers.length > 0 ? servers(context, answer.servers) : hint(t("jumpcloud.panel.status.unasked")),
        times(context, answer).map((text) => h("p", {}, text)),
      );
    });
  const again = button(t("jumpcloud.panel.reload.label"), "link", load);
  return { element: h("div", {}, place, row(again)), opened: load };
};
