/* A table of single actions that can be searched, and narrowed to one kind. */
import { h } from "./dom.js";
import { kindName } from "./names.js";
import { field, hint, scrolling, table } from "./widgets.js";

const ALL = "";

const kindChoice = ({ t }, list, onchange) =>
  field(t("jumpcloud.panel.plan.kind.label"), (id) =>
    h(
      "select",
      { id, onchange },
      h("option", { value: ALL }, t("jumpcloud.panel.plan.allKinds.label")),
      [...new Set(list.map(({ kind }) => kind))].map((kind) => h("option", { value: kind }, kindName(t, kind))),
    ),
  );

/* more: how many of each kind are not in the list. */
export const actions = (context, list, more) => {
  const { t, format } = context;
  const headings = [
    t("jumpcloud.panel.plan.kind.label"),
    t("jumpcloud.panel.plan.subject.label"),
    t("jumpcloud.panel.plan.group.label"),
    t("jumpcloud.panel.plan.reason.label"),
  ];
  const rows = list.map((action) => {
    const cells = [kindName(t, action.kind), action.subject, action.group ?? "", action.reason];
    return { kind: action.kind, cells, words: cells.join(" ").toLowerCase() };
  });
  const place = h("div", {});
  const found = h("p", { class: "jumpcloud-hint", role: "status" });

  const show = () => {
    const words = search.querySelector("input").value.trim().toLowerCase();
    const kind = kinds.querySelector("select").value;
    const matching = rows.filter((row) => (kind === ALL || row.kind === kind) && row.words.includes(words));
    found.textContent = t("jumpcloud.panel.plan.found", format.number(matching.length), format.number(rows.length));
    place.replaceChildren(
      scrolling(
        t("jumpcloud.panel.plan.actions.label"),
        table(t("jumpcloud.panel.plan.actions.label"), headings, matching.map(({ cells }) => cells)),
      ),
    );
  };

  const search = field(t("jumpcloud.panel.plan.search.label"), (id) =>
    h("input", { id, type: "search", autocomplete: "off", oninput: show }),
  );
  const kinds = kindChoice(context, list, show);
  show();
  return h(
    "div",
    { class: "jumpcloud-actions" },
    h("div", { class: "jumpcloud-row" }, search, kinds),
    found,
    place,
    Object.entries(more).map(([kind, count]) =>
      hint(t("jumpcloud.panel.plan.more", kindName(t, kind), format.number(count))),
    ),
  );
};
