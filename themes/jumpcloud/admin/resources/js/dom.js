/* Elements from names, attributes and texts. Data becomes text nodes, never markup. */
const SVG = "http://www.w3.org/2000/svg";

const fill = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

/* h("button", {type: "button", onclick: …}, "Text"): handlers begin with "on", what is null or false is left out. */
export const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/* The same within an SVG picture. */
export const svg = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children);

let last = 0;

/* An id that nothing else on the page has. */
export const newId = () => `jumpcloud-${(last += 1)}`;
