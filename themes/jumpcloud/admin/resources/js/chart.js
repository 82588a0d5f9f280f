/* A small chart with a bar for each run. */
import { h, svg } from "./dom.js";

const WIDTH = 240;
const HEIGHT = 60;
const GAP = 2;

/*
 * values: a number or null for each of the labels; write: gives a number as text. The numbers stand in the picture's name too, for those who do
 * not see it.
 */
export const bars = (title, labels, values, write) => {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const width = WIDTH / values.length;
  const known = values.filter((value) => value !== null);
  const newest = known.length > 0 ? write(known[known.length - 1]) : "";
  return h(
    "figure",
    {},
    h("figcaption", {}, h("span", {}, title), h("strong", {}, newest)),
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${title}: ${known.map(write).join(", ")}` },
      svg("line", { class: "jumpcloud-chart-axis", x1: 0, y1: HEIGHT - 0.5, x2: WIDTH, y2: HEIGHT - 0.5 }),
      values.map((value, i) => {
        const height = value === null ? 0 : Math.max(value > 0 ? 1 : 0, (value / most) * (HEIGHT - 2));
        return svg(
          "rect",
          {
            class: "jumpcloud-chart-bar",
            x: i * width + GAP / 2,
            y: HEIGHT - 1 - height,
            width: Math.max(1, Math.min(24, width - GAP)),
            height,
          },
          svg("title", {}, `${labels[i]}: ${value === null ? "–" : write(value)}`),
        );
      }),
    ),
  );
};
