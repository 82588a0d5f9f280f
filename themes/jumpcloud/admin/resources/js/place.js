/* Where the console is, by its address and by what it shows. */
const ADDRESS = /^#\/([^/?]+)\/user-federation\/jumpcloud\/([^/?]+)\/?(?:\?.*)?$/;

/* The id of a provider that has not been saved yet. */
export const NEW = "new";

/* Realm and provider, or null on any other page. */
export const placeOf = (hash) => {
  const found = ADDRESS.exec(hash);
  return found && { key: found[0], realm: decodeURIComponent(found[1]), id: decodeURIComponent(found[2]) };
};

/* The provider's form, or null where the console looks otherwise than this panel knows it. */
export const formOf = (document) => {
  const form = document.querySelector("main section.pf-v5-c-page__main-section form.pf-v5-c-form");
  return form?.querySelector('[name="config.organizationId"]') ? form : null;
};
