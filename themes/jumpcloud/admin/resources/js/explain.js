/* Why a user can or cannot sign in, step by step. */
import { h } from "./dom.js";
import { findings } from "./findings.js";
import { stepName } from "./names.js";
import { alert, button, field, hint, row } from "./widgets.js";
import { work } from "./work.js";

const VERDICTS = {
  can: ["success", "jumpcloud.panel.word.success.label", "jumpcloud.panel.explain.can"],
  cannot: ["danger", "jumpcloud.panel.word.problem.label", "jumpcloud.panel.explain.cannot"],
  unknown: ["warning", "jumpcloud.panel.word.warning.label", "jumpcloud.panel.explain.unknown"],
};

export const explain = (context) => {
  const { t, api, announce } = context;
  const place = h("div", {});
  const name = field(t("jumpcloud.panel.explain.name.label"), (id) =>
    h("input", { id, type: "text", required: true, autocomplete: "off", spellcheck: "false", autocapitalize: "none", "data-field": "name" }),
  );
  const password = field(
    t("jumpcloud.panel.explain.password.label"),
    (id) => h("input", { id, type: "password", autocomplete: "new-password", "data-field": "password" }),
    t("jumpcloud.panel.explain.password.hint"),
  );
  const start = button(t("jumpcloud.panel.explain.start.label"), "secondary", null, { type: "submit" });

  const ask = (event) => {
    event.preventDefault();
    const username = name.querySelector("input").value.trim();
    const secret = password.querySelector("input").value;
    password.querySelector("input").value = "";
    return work(context, place, [start], t("jumpcloud.panel.wait"), async () => {
      const answer = await api.post("explain", secret ? { username, password: secret } : { username });
      const [kind, word, key] = VERDICTS[answer.verdict] ?? VERDICTS.unknown;
      const text = t(key, answer.username ?? username);
      announce(text);
      return h("div", {}, alert(kind, t(word), text), findings(answer.steps, stepName, context));
    });
  };

  const element = h(
    "div",
    {},
    hint(t("jumpcloud.panel.explain.hint")),
    h("form", { class: "jumpcloud-form", onsubmit: ask }, name, password, row(start)),
    place,
  );
  return { element };
};
