/*
 * Calls in the administrator's name, with the token that the console itself uses. Where that has expired since the console's last call, a fresh
 * one is asked for in the same single sign-on session, as a second tab of the console would do. Tokens stay in memory.
 */
import { silently } from "./silent.js";

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const withoutSlash = (url) => url.replace(/\/+$/, "");

export class Session {
  #fetch;
  #token;
  #client;
  #renewal = null;

  constructor(fetchOfPage, token, environment) {
    this.#fetch = fetchOfPage;
    this.#token = token;
    this.#client = {
      id: environment.clientId,
      home: window.location.origin + window.location.pathname,
      protocol: `${withoutSlash(environment.serverBaseUrl)}/realms/${encodeURIComponent(environment.realm)}/protocol/openid-connect`,
    };
  }

  /* As fetch, signed in. */
  async fetch(url, init = {}) {
    const first = this.#token.value;
    const answer = first && (await this.#send(url, init));
    if (answer && answer.status !== 401) {
      return answer;
    }
    // The console may have got a newer one in the meantime.
    if (this.#token.value === first) {
      await this.#renewOnce();
    }
    return this.#send(url, init);
  }

  /* Without a token, for what everybody may see. */
  open(url, init) {
    return this.#fetch(url, init);
  }

  #send(url, init) {
    return this.#fetch(url, { ...init, headers: { ...init.headers, Authorization: this.#token.value } });
  }

  /* For all calls that wait for it. */
  async #renewOnce() {
    this.#renewal ??= this.#renewed().finally(() => {
      this.#renewal = null;
    });
    this.#token.value = await this.#renewal;
  }

  async #renewed() {
    const verifier = random();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    const state = random();
    const wish = new URLSearchParams({
      client_id: this.#client.id,
      redirect_uri: this.#client.home,
      response_type: "code",
      response_mode: "query",
      scope: "openid",
      prompt: "none",
      state,
      code_challenge: base64url(new Uint8Array(digest)),
      code_challenge_method: "S256",
    });
    const back = await silently(this.#fetch, `${this.#client.protocol}/auth?${wish}`);
    const code = back.searchParams.get("code");
    if (!code || back.searchParams.get("state") !== state) {
      throw new Error("The session has ended");
    }
    const answer = await this.#fetch(`${this.#client.protocol}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: this.#client.id,
        redirect_uri: this.#client.home,
        code,
        code_verifier: verifier,
      }),
    });
    if (!answer.ok) {
      throw new Error("The session has ended");
    }
    return `Bearer ${(await answer.json()).access_token}`;
  }
}
