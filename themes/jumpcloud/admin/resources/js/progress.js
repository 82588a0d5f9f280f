/* A bar for a run that is under way. */
import { h, newId } from "./dom.js";
import { phaseName } from "./names.js";

const sentence = ({ t, format }, { progress, cancelRequested }) => {
  if (cancelRequested) {
    return t("jumpcloud.panel.sync.cancelling");
  }
  if (!progress) {
    return t("jumpcloud.panel.sync.starting");
  }
  const done = format.number(progress.done);
  const far = progress.total > 0 ? `${done} / ${format.number(progress.total)}` : done;
  const left =
    progress.remainingMillis > 0 ? ` ${t("jumpcloud.panel.sync.left", format.duration(progress.remainingMillis))}` : "";
  return `${phaseName(t, progress.phase)}: ${far}.${left}`;
};

/* Gives {element, show}; show takes a run as the REST gives it. */
export const progressBar = (context) => {
  const heading = newId();
  const text = h("p", { id: heading });
  const indicator = h("div", { class: "jumpcloud-progress-indicator" });
  const bar = h(
    "div",
    { class: "jumpcloud-progress", role: "progressbar", "aria-labelledby": heading, "aria-valuemin": 0, "aria-valuemax": 100 },
    indicator,
  );
  let phase = null;
  return {
    element: h("div", { class: "jumpcloud-running" }, text, bar),
    show: (run) => {
      const { progress } = run;
      const known = progress?.total > 0;
      const percent = known ? Math.min(100, Math.round((100 * progress.done) / progress.total)) : null;
      text.textContent = sentence(context, run);
      bar.classList.toggle("jumpcloud-progress-unknown", !known);
      indicator.style.width = known ? `${percent}%` : "";
      if (known) {
        bar.setAttribute("aria-valuenow", percent);
      } else {
        bar.removeAttribute("aria-valuenow");
      }
      // Read aloud once per phase, not with every number.
      if (progress && progress.phase !== phase) {
        phase = progress.phase;
        context.announce(phaseName(context.t, phase));
      }
    },
  };
};
