/* What the console's form shows at this moment, as the component's configuration that a save would store. */
const MASK = "**********";
const EMPTY = "-empty-state";

const table = (rows) => {
  const kept = rows.filter((row) => row.key !== "").map(({ key, value }) => ({ key, value: value ?? "" }));
  return kept.length > 0 ? [JSON.stringify(kept)] : [];
};

/* Names are config.<key>, of lists config.<key>.<row>.value, of tables config.<key>.<row>.key and .value. */
const named = (form, config) => {
  const rows = new Map();
  for (const field of form.querySelectorAll('[name^="config."]')) {
    const [, key, row, part] = field.name.split(".");
    if (row === undefined) {
      config[key] = [field.value];
    } else {
      const list = rows.get(key) ?? [];
      rows.set(key, list);
      list[row] = { ...list[row], [part ?? "value"]: field.value };
    }
  }
  for (const [key, sparse] of rows) {
    const list = sparse.filter((row) => row);
    config[key] = list.some((row) => "key" in row) ? table(list) : list.map((row) => row.value);
  }
};

/* Tables without a row have no input, switches and choices have the key as their id. */
const unnamed = (form, config) => {
  for (const empty of form.querySelectorAll(`[data-testid$="${EMPTY}"]`)) {
    config[empty.dataset.testid.slice(0, -EMPTY.length)] = [];
  }
  for (const box of form.querySelectorAll(".pf-v5-c-switch input[type=checkbox][id]")) {
    config[box.id] = [String(box.checked)];
  }
  for (const choice of form.querySelectorAll("button.pf-v5-c-menu-toggle[id]")) {
    config[choice.id] = [choice.textContent.trim()];
  }
};

/* Without a password that nobody has typed, so that the stored one is used. What does not belong to the provider the server passes over. */
export const readForm = (form) => {
  const config = {};
  unnamed(form, config);
  named(form, config);
  const password = config.bindCredential?.[0];
  if (!password || password === MASK) {
    delete config.bindCredential;
  }
  return config;
};

/* Whether the console would save something. */
export const isUnsaved = (form) => form.querySelector('[data-testid="custom-save"]')?.disabled === false;
