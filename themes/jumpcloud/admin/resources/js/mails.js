/* What became of a run's welcome mails, or would become of them. */
import { h } from "./dom.js";
import { alert } from "./widgets.js";

export const mails = ({ t, format }, { dryRun, welcome }) => {
  const sentence = (key, ...numbers) => t(key, ...numbers.map((number) => format.number(number)));
  return h(
    "div",
    { class: "jumpcloud-mails" },
    welcome.problems.length > 0 &&
      alert("warning", t("jumpcloud.panel.word.warning.label"), welcome.problems[0], ...welcome.problems.slice(1).map((one) => h("p", {}, one))),
    h(
      "p",
      {},
      [
        dryRun
          ? sentence("jumpcloud.panel.mails.planned", welcome.due)
          : sentence("jumpcloud.panel.mails.sent", welcome.sent, welcome.failed),
        welcome.waiting > 0 && sentence("jumpcloud.panel.mails.waiting", welcome.waiting),
        welcome.withoutAddress > 0 && sentence("jumpcloud.panel.mails.withoutAddress", welcome.withoutAddress),
      ]
        .filter(Boolean)
        .join(" "),
    ),
  );
};
