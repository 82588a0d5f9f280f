/* What is known of runs from their list. */

/* The run whose held removals can be approved: the newest that saw the directory, if it holds any and nothing is under way. */
export const approvable = (newestFirst) => {
  if (newestFirst.some((run) => run.state === "RUNNING")) {
    return null;
  }
  const newest = newestFirst.find((run) => run.heldPlan || run.state === "COMPLETED");
  return newest?.heldPlan ? newest : null;
};

export const changes = ({ result }) => result.added + result.updated + result.removed;

const PAUSE = 700;
const LONG_PAUSE = 5_000;
const PATIENCE = 5;

const pause = (millis, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/* Asks until the run has ended and gives it, with its report. A server that does not answer a few times is asked again. */
export const ended = async (api, id, signal, show) => {
  let misses = 0;
  for (;;) {
    try {
      const run = await api.get(`runs/${encodeURIComponent(id)}`);
      misses = 0;
      show(run);
      if (run.state !== "RUNNING") {
        return run;
      }
    } catch (e) {
      misses += 1;
      if (signal.aborted || e.code || misses > PATIENCE) {
        throw e;
      }
    }
    await pause(misses > 0 ? LONG_PAUSE : PAUSE, signal);
  }
};
