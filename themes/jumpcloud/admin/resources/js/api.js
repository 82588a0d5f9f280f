/* The provider's own REST (/admin/realms/{realm}/jumpcloud/{component}/…). */

/* Why a call was refused or had no answer: a sentence for people. */
export class ApiProblem extends Error {
  constructor(sentence, code) {
    super(sentence);
    this.code = code;
  }
}

export class Api {
  #session;
  #base;
  #t;
  #signal;

  constructor(session, environment, place, t, signal) {
    this.#session = session;
    this.#base =
      `${environment.adminBaseUrl.replace(/\/+$/, "")}/admin/realms/${encodeURIComponent(place.realm)}` +
      `/jumpcloud/${encodeURIComponent(place.id)}/`;
    this.#t = t;
    this.#signal = signal;
  }

  get(path) {
    return this.#call(path, { method: "GET" });
  }

  post(path, body) {
    return this.#call(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
  }

  async #call(path, init) {
    const answer = await this.#answer(path, init);
    const body = await answer.json().catch(() => null);
    if (!answer.ok || body === null) {
      throw new ApiProblem(body?.message ?? this.#t("jumpcloud.panel.error.answer", answer.status), body?.error);
    }
    return body;
  }

  async #answer(path, init) {
    try {
      return await this.#session.fetch(this.#base + path, { ...init, signal: this.#signal });
    } catch (e) {
      if (this.#signal.aborted) {
        throw e;
      }
      throw new ApiProblem(this.#t("jumpcloud.panel.error.unanswered"));
    }
  }
}
