/* How a run ended, in one alert. */
import { stateName } from "./names.js";
import { alert } from "./widgets.js";

const LOOKS = {
  COMPLETED: ["success", "jumpcloud.panel.word.success.label"],
  CANCELLED: ["warning", "jumpcloud.panel.word.warning.label"],
};

export const result = ({ t, format }, run) => {
  const [kind, word] = LOOKS[run.state] ?? ["danger", "jumpcloud.panel.word.problem.label"];
  const { added, updated, removed, failed } = run.result;
  const numbers = t(
    "jumpcloud.panel.sync.numbers",
    ...[added, updated, removed, failed].map((number) => format.number(number)),
  );
  const time = run.finished && ` (${format.duration(run.finished - run.started)})`;
  return alert(kind, t(word), `${stateName(t, run.state)}${time || ""}. ${numbers}`);
};
