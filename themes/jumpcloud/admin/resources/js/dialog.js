/* Asks before something is done that cannot be undone with a click. */
import { h, newId } from "./dom.js";
import { button, row } from "./widgets.js";
import { work } from "./work.js";

/*
 * wish: {title, body, action, act}; act is done after a yes, and a problem with it stays in the dialog. It gives what is to be done once the dialog
 * is closed: until then the browser keeps the focus inside.
 */
export const confirm = (context, { title, body, action, act }) => {
  const { t, signal } = context;
  const heading = newId();
  const place = h("div", {});
  const close = () => dialog.close();
  const yes = button(
    action,
    "danger",
    () =>
      work(context, place, [yes, no], t("jumpcloud.panel.wait"), async () => {
        const next = await act();
        close();
        next();
        return "";
      }),
    { "data-do": "confirm" },
  );
  const no = button(t("jumpcloud.panel.back.label"), "link", close);
  const dialog = h(
    "dialog",
    { class: "pf-v5-c-modal-box pf-m-sm jumpcloud-dialog", "aria-labelledby": heading, onclose: () => dialog.remove() },
    h("header", { class: "pf-v5-c-modal-box__header" }, h("h2", { id: heading, class: "pf-v5-c-modal-box__title" }, title)),
    h("div", { class: "pf-v5-c-modal-box__body" }, ...body, place),
    h("footer", { class: "pf-v5-c-modal-box__footer" }, row(yes, no)),
  );
  document.body.append(dialog);
  signal.addEventListener("abort", () => dialog.remove());
  dialog.showModal();
  no.focus();
};
