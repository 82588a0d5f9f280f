/* Removals that wait for an approval. */
import { actions } from "./actions.js";
import { h } from "./dom.js";
import { confirm } from "./dialog.js";
import { kindName } from "./names.js";
import { alert, button, row } from "./widgets.js";

const total = ({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0);

const numbers = ({ t, format }, { counts }) =>
  h(
    "ul",
    { class: "pf-v5-c-list" },
    Object.entries(counts).map(([kind, count]) => h("li", {}, `${kindName(t, kind)}: ${format.number(count)}`)),
  );

const ask = (context, removals, run) => {
  const { t, format, api } = context;
  confirm(context, {
    title: t("jumpcloud.panel.approve.title", format.number(total(removals))),
    body: [numbers(context, removals), h("p", {}, t("jumpcloud.panel.approve.text"))],
    action: t("jumpcloud.panel.approve.do.label"),
    act: async () => {
      const started = await api.post(`runs/${encodeURIComponent(run.id)}/approve`);
      return () => context.follow(started.id);
    },
  });
};

/* run: the one that holds them back, or null where no run has seen them yet. */
export const held = (context, removals, run) => {
  const { t, format } = context;
  return h(
    "div",
    { class: "jumpcloud-held" },
    alert(
      "warning",
      t("jumpcloud.panel.word.warning.label"),
      t("jumpcloud.panel.held.title", format.number(total(removals))),
      h("p", {}, removals.reason),
      numbers(context, removals),
      run
        ? row(button(t("jumpcloud.panel.approve.label"), "danger", () => ask(context, removals, run), { "data-do": "approve" }))
        : h("p", {}, t("jumpcloud.panel.held.syncFirst")),
    ),
    actions(context, removals.actions, {}),
  );
};
