/* A list of what was looked at, each with its result, time, sentence and details. */
import { details } from "./details.js";
import { h } from "./dom.js";
import { resultName } from "./names.js";
import { label } from "./widgets.js";

const LOOKS = {
  ok: { colour: "green", sign: "✓" },
  warning: { colour: "orange", sign: "!" },
  failed: { colour: "red", sign: "✗" },
  skipped: { colour: "grey", sign: "–" },
};

const finding = (item, name, context) => {
  const { t, format } = context;
  const look = LOOKS[item.result] ?? LOOKS.skipped;
  const server = item.details?.server;
  return h(
    "li",
    { class: "jumpcloud-finding", "data-name": item.name, "data-result": item.result },
    h("span", { class: `jumpcloud-sign jumpcloud-sign-${item.result}`, "aria-hidden": "true" }, look.sign),
    h(
      "div",
      {},
      h(
        "div",
        { class: "jumpcloud-row" },
        h("strong", {}, name(t, item.name)),
        label(resultName(t, item.result), look.colour),
        server && h("span", { class: "jumpcloud-hint" }, server),
        typeof item.millis === "number" && h("span", { class: "jumpcloud-hint" }, format.duration(item.millis)),
      ),
      h("p", {}, item.message),
      ...details(item.details, context),
    ),
  );
};

/* name: gives an item's name in the administrator's language. */
export const findings = (items, name, context) =>
  h("ol", { class: "jumpcloud-findings" }, items.map((item) => finding(item, name, context)));
