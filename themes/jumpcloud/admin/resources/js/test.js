/* Tries the settings as they stand in the form. */
import { h } from "./dom.js";
import { facts } from "./facts.js";
import { findings } from "./findings.js";
import { readForm } from "./form.js";
import { stageName } from "./names.js";
import { alert, button, hint, row } from "./widgets.js";
import { work } from "./work.js";

const VERDICTS = {
  ok: ["success", "jumpcloud.panel.word.success.label", "jumpcloud.panel.test.ok"],
  warning: ["warning", "jumpcloud.panel.word.warning.label", "jumpcloud.panel.test.warning"],
  failed: ["danger", "jumpcloud.panel.word.problem.label", "jumpcloud.panel.test.failed"],
};

export const test = (context) => {
  const { t, api, form, announce } = context;
  const place = h("div", {});
  const start = button(t("jumpcloud.panel.test.start.label"), "secondary", () =>
    work(context, place, [start], t("jumpcloud.panel.test.running"), async () => {
      const { result, stages } = await api.post("test", { config: readForm(form) });
      const [kind, word, text] = VERDICTS[result] ?? VERDICTS.failed;
      announce(t(text));
      return h("div", {}, alert(kind, t(word), t(text)), findings(stages, stageName, context));
    }),
  );
  return { element: h("div", {}, hint(t("jumpcloud.panel.test.hint")), row(start), place, facts(context)) };
};
