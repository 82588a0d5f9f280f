/* PatternFly's looks of small things, by the classes whose styles the console has loaded. */
import { h, newId, svg } from "./dom.js";

export const button = (text, kind, onclick, more = {}) =>
  h("button", { type: "button", class: `pf-v5-c-button pf-m-${kind}`, onclick, ...more }, text);

export const label = (text, colour) =>
  h(
    "span",
    { class: `pf-v5-c-label pf-m-compact pf-m-${colour}` },
    h("span", { class: "pf-v5-c-label__content" }, h("span", { class: "pf-v5-c-label__text" }, text)),
  );

/* kind: info, success, warning or danger, which word says to those who do not see the colour. */
export const alert = (kind, word, title, ...body) =>
  h(
    "div",
    { class: `pf-v5-c-alert pf-m-inline pf-m-${kind} jumpcloud-alert` },
    h(
      "div",
      { class: "pf-v5-c-alert__title" },
      h("span", { class: "pf-v5-screen-reader" }, `${word}: `),
      title,
    ),
    body.length > 0 && h("div", { class: "pf-v5-c-alert__description" }, ...body),
  );

export const spinner = (text) =>
  row(
    svg(
      "svg",
      { class: "pf-v5-c-spinner pf-m-md", viewBox: "0 0 100 100", "aria-hidden": "true" },
      svg("circle", { class: "pf-v5-c-spinner__path", cx: 50, cy: 50, r: 45, fill: "none" }),
    ),
    h("span", {}, text),
  );

export const row = (...children) => h("div", { class: "jumpcloud-row" }, ...children);

export const hint = (text) => h("p", { class: "jumpcloud-hint" }, text);

/* A labelled control of a form; control takes the id and gives the element. */
export const field = (text, control, help) => {
  const id = newId();
  return h(
    "div",
    { class: "jumpcloud-field" },
    h("label", { class: "pf-v5-c-form__label", for: id }, h("span", { class: "pf-v5-c-form__label-text" }, text)),
    h("span", { class: "pf-v5-c-form-control" }, control(id)),
    help && h("span", { class: "jumpcloud-hint" }, help),
  );
};

/* cells: arrays of texts or elements, in the order of the headings. */
export const table = (caption, headings, cells) =>
  h(
    "table",
    { class: "pf-v5-c-table pf-m-compact pf-m-grid-md", "aria-label": caption },
    h(
      "thead",
      { class: "pf-v5-c-table__thead pf-m-nowrap" },
      h(
        "tr",
        { class: "pf-v5-c-table__tr" },
        headings.map((heading) => h("th", { class: "pf-v5-c-table__th", scope: "col" }, heading)),
      ),
    ),
    h(
      "tbody",
      { class: "pf-v5-c-table__tbody" },
      cells.map((values) =>
        h(
          "tr",
          { class: "pf-v5-c-table__tr" },
          values.map((value, i) => h("td", { class: "pf-v5-c-table__td", "data-label": headings[i] }, value ?? "")),
        ),
      ),
    ),
  );

/* What may be long, in a part of its own that the keyboard can scroll. */
export const scrolling = (text, ...children) =>
  h("div", { class: "jumpcloud-scroll", role: "region", "aria-label": text, tabindex: "0" }, ...children);
