/* What the server shows of things that JumpCloud has not published, as a text that can be pasted into a bug report. */
import { h } from "./dom.js";
import { readForm } from "./form.js";
import { button, hint, row } from "./widgets.js";
import { work } from "./work.js";

/* Browsers give the clipboard only to pages that came by TLS or from this machine, and not always then. */
const copy = async (text, { t }) => {
  try {
    await navigator.clipboard.writeText(text.value);
    return t("jumpcloud.panel.facts.copied");
  } catch {
    text.focus();
    text.select();
    return t("jumpcloud.panel.facts.notCopied");
  }
};

const sheet = (facts, context) => {
  const { t, announce } = context;
  const text = h("textarea", {
    class: "jumpcloud-facts",
    readonly: true,
    rows: facts.split("\n").length,
    "aria-label": t("jumpcloud.panel.facts.start.label"),
  });
  text.value = facts;
  const said = h("span", { class: "jumpcloud-hint" });
  const press = button(t("jumpcloud.panel.facts.copy.label"), "secondary", async () => {
    said.textContent = await copy(text, context);
    announce(said.textContent);
  });
  return h("div", {}, hint(t("jumpcloud.panel.facts.hint")), text, row(press, said));
};

/* Of the settings in the form, like the test itself. */
export const facts = (context) => {
  const { t, api, form } = context;
  const place = h("div", {});
  const start = button(t("jumpcloud.panel.facts.start.label"), "secondary", () =>
    work(context, place, [start], t("jumpcloud.panel.facts.running"), async () => {
      const answer = await api.post("test", { config: readForm(form), facts: true });
      return sheet(answer.facts, context);
    }),
  );
  return h("div", { class: "jumpcloud-more" }, row(start), place);
};
