/*
 * Loaded by every page of the admin console. It only listens for the token with which the console calls the admin REST, and loads the rest. It
 * imports nothing itself, so that it listens before the console's first call. Nothing that fails here may reach the console.
 */
const fetchOfPage = window.fetch.bind(window);
const token = { value: null };

const tokenOf = (input, init) => {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  const url = String(input instanceof Request ? input.url : input);
  const value = headers.get("Authorization");
  return value?.startsWith("Bearer ") && url.includes("/admin/realms") ? value : null;
};

window.fetch = (input, init) => {
  try {
    token.value = tokenOf(input, init) ?? token.value;
  } catch (e) {
    console.debug("JumpCloud panel: a call cannot be looked at", e);
  }
  return fetchOfPage(input, init);
};

import("./watch.js")
  .then(({ watch }) => watch({ fetchOfPage, token }))
  .catch((e) => console.debug("JumpCloud panel: not shown", e));
