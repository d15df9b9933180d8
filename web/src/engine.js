// The library, which runs in a worker, so that typing never waits for it.

/** Loads the worker by a call: without a network, Firefox finds no module that is named by a statement in a blob. */
const LOADER = `
const early = [];
onmessage = (event) => early.push(event);
const fail = (error) => setTimeout(() => { throw error; });
import(CODE).then(() => early.forEach((event) => onmessage(event)), fail);
`;

/** Asks the library. Requests are answered one after another. */
export class Engine {
  #worker;
  #waiting = new Map();
  #next = 0;
  #failure = null;

  constructor() {
    // A worker from a blob is under the content security policy of the page; one from a file is under that of its server.
    const code = JSON.stringify(new URL("worker.js", document.baseURI).href);
    const url = URL.createObjectURL(new Blob([LOADER.replace("CODE", code)], { type: "text/javascript" }));
    this.#worker = new Worker(url, { type: "module" });
    this.#worker.onmessage = ({ data }) => this.#settle(data);
    this.#worker.onerror = (event) => this.#fail(event.message || "the worker did not start");
    this.ready = this.#ask("start", {});
  }

  /** Call a function of the bridge and return its answer. Rejects where the library itself failed. */
  async ask(name, request) {
    await this.ready;
    return this.#ask(name, request);
  }

  #ask(name, request) {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, request });
    });
  }

  #settle({ id, answer, failure }) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure === undefined) resolve(answer);
    else reject(new Error(failure));
  }

  #fail(message) {
    this.#failure = new Error(message);
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
