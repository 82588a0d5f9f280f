/* The figures and names of a finding or step. */
import { h } from "./dom.js";
import { label } from "./widgets.js";

const NAMES = {
  server: "jumpcloud.panel.detail.server.label",
  addresses: "jumpcloud.panel.detail.addresses.label",
  address: "jumpcloud.panel.detail.address.label",
  protocol: "jumpcloud.panel.detail.protocol.label",
  cipher: "jumpcloud.panel.detail.cipher.label",
  subject: "jumpcloud.panel.detail.subject.label",
  issuer: "jumpcloud.panel.detail.issuer.label",
  validUntil: "jumpcloud.panel.detail.validUntil.label",
  bindDn: "jumpcloud.panel.detail.bindDn.label",
  baseDn: "jumpcloud.panel.detail.baseDn.label",
  usersDn: "jumpcloud.panel.detail.usersDn.label",
  groupsDn: "jumpcloud.panel.detail.groupsDn.label",
  found: "jumpcloud.panel.detail.found.label",
  examples: "jumpcloud.panel.detail.examples.label",
  attribute: "jumpcloud.panel.detail.attribute.label",
  attributes: "jumpcloud.panel.detail.attributes.label",
  username: "jumpcloud.panel.detail.username.label",
  filter: "jumpcloud.panel.detail.filter.label",
  dn: "jumpcloud.panel.detail.dn.label",
  groups: "jumpcloud.panel.detail.groups.label",
};

/* Said by the sentence, or by what stands next to it. */
const UNSPOKEN = new Set(["daysLeft", "complete", "userId", "until"]);

const SOON = 30;

const text = (name, value, { t, format }) => {
  if (typeof value === "number") {
    return name === "validUntil" ? format.day(value) : format.number(value);
  }
  if (typeof value === "boolean") {
    return t(value ? "jumpcloud.panel.yes.label" : "jumpcloud.panel.no.label");
  }
  if (Array.isArray(value)) {
    return value.map((part) => text(name, part, { t, format })).join(", ");
  }
  if (value !== null && typeof value === "object") {
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${text(key, part, { t, format })}`)
      .join("\n");
  }
  return String(value ?? "");
};

const daysLeft = (days, { t, format }) => {
  const colour = days < 0 ? "red" : days < SOON ? "orange" : "green";
  return label(t("jumpcloud.panel.test.daysLeft", format.number(days)), colour);
};

/* Gives a list of elements; an empty one where there is nothing to show. */
export const details = (values = {}, context) => {
  const shown = Object.entries(values).filter(([name, value]) => !UNSPOKEN.has(name) && text(name, value, context) !== "");
  return [
    typeof values.daysLeft === "number" && daysLeft(values.daysLeft, context),
    shown.length > 0 &&
      h(
        "details",
        { class: "jumpcloud-details" },
        h("summary", {}, context.t("jumpcloud.panel.details.label")),
        h(
          "dl",
          { class: "jumpcloud-list" },
          shown.map(([name, value]) =>
            h("div", {}, h("dt", {}, NAMES[name] ? context.t(NAMES[name]) : name), h("dd", {}, text(name, value, context))),
          ),
        ),
      ),
  ];
};
