/* Tabs as the ARIA practices describe them: arrow keys, Home and End move, Tab goes into the panel. */
import { h, newId } from "./dom.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/*
 * parts: {name, text, draw}; draw makes the content of a tab when it is opened for the first time, and where it gives {element, opened}, opened
 * is called each time. Gives {element, select}.
 */
export const tabs = (text, parts) => {
  const made = new Map();
  const buttons = parts.map((part) =>
    h(
      "button",
      { type: "button", role: "tab", id: newId(), class: "jumpcloud-tab", "data-tab": part.name, onclick: () => select(part.name) },
      part.text,
    ),
  );
  const panels = parts.map((part, i) =>
    h("div", { role: "tabpanel", id: newId(), class: "jumpcloud-tabpanel", "aria-labelledby": buttons[i].id, tabindex: "0" }),
  );
  buttons.forEach((button, i) => button.setAttribute("aria-controls", panels[i].id));

  const select = (name) => {
    parts.forEach((part, i) => {
      const chosen = part.name === name;
      buttons[i].setAttribute("aria-selected", String(chosen));
      buttons[i].tabIndex = chosen ? 0 : -1;
      panels[i].hidden = !chosen;
      if (chosen && !made.has(name)) {
        made.set(name, part.draw());
        panels[i].append(made.get(name).element);
      }
    });
    made.get(name)?.opened?.();
  };

  const move = (event) => {
    const here = buttons.indexOf(event.target);
    const step = STEPS[event.key];
    const there = { Home: 0, End: buttons.length - 1 }[event.key] ?? (step && here + step);
    if (here < 0 || there === undefined) {
      return;
    }
    event.preventDefault();
    const next = (there + buttons.length) % buttons.length;
    select(parts[next].name);
    buttons[next].focus();
  };

  const element = h(
    "div",
    {},
    h("div", { role: "tablist", "aria-label": text, class: "jumpcloud-tabs", onkeydown: move }, ...buttons),
    ...panels,
  );
  return { element, select };
};
