/* The panel's texts, from the bundle that the console itself shows, in the administrator's language. */
const PREFIX = "jumpcloud.panel.";

const localeOf = async (session, base, realm, signal) => {
  const answer = await session.fetch(`${base}/admin/${realm}/console/whoami`, { signal });
  return (await answer.json()).locale || "en";
};

/* Realms can have languages of their own, whose names mean nothing to a browser. */
const tagOf = (locale) => {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0];
  } catch {
    return "en";
  }
};

let loaded = null;

/* As the console does, the texts are asked for once per page. */
export const loadLanguage = async (session, environment, signal) => {
  loaded ??= await load(session, environment, signal);
  return loaded;
};

/* Gives t(key, ...values), which fills in {0}, {1}, …, and the language for numbers and dates. Fails where the texts cannot be had. */
const load = async (session, environment, signal) => {
  const base = environment.adminBaseUrl.replace(/\/+$/, "");
  const realm = encodeURIComponent(environment.realm);
  const locale = await localeOf(session, base, realm, signal);
  const answer = await session.open(`${base}/resources/${realm}/admin/${encodeURIComponent(locale)}`, { signal });
  const texts = new Map(
    (await answer.json()).filter(({ key }) => key.startsWith(PREFIX)).map(({ key, value }) => [key, value]),
  );
  if (texts.size === 0) {
    throw new Error("The bundle has none of the panel's texts");
  }
  const t = (key, ...values) =>
    (texts.get(key) ?? key).replace(/\{(\d)\}/g, (placeholder, index) => String(values[index] ?? placeholder));
  return { t, locale: tagOf(locale) };
};
