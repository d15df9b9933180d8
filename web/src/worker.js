// The worker: Python with the library, and the bridge to it.

import { putFiles } from "./library.js";

const base = new URL(".", import.meta.url);
let call;

async function load(path) {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response;
}

/** Return the memory of a Python that has imported the library, as the build has kept it: that saves most of the start. */
async function memory() {
  const { body } = await load("python/memory.bin");
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function start() {
  const files = load("python/files.json").then((response) => response.json());
  const kept = memory();
  const at = new URL("pyodide/", base).href;
  const [{ loadPyodide }, { default: create }] = await Promise.all([import(`${at}pyodide.mjs`), import(`${at}pyodide.asm.mjs`)]);
  const createPyodideModule = async (settings) => {
    const module = await create(settings);
    // Pyodide copies what was kept, but doesn't make room for it; what this call writes is overwritten.
    module._malloc((await kept).byteLength);
    return module;
  };
  const python = await loadPyodide({ indexURL: at, _loadSnapshot: kept, createPyodideModule });
  putFiles(python, await files); // for what is imported later
  call = python.pyimport("ftnotes_web.bridge").call;
  return {};
}

onmessage = async ({ data: { id, name, request } }) => {
  try {
    const answer = name === "start" ? await start() : JSON.parse(call(name, JSON.stringify(request)));
    postMessage({ id, answer });
  } catch (error) {
    postMessage({ id, failure: String(error.message ?? error) });
  }
};
