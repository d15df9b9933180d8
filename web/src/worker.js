// The worker: Python with the library, and the bridge to it.

/* global WHEELS, BRIDGE */

const base = new URL(".", import.meta.url);
let call;

async function bytes(path) {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

async function start() {
  const wheels = Promise.all(WHEELS.map((name) => bytes(`python/${name}`)));
  const { loadPyodide } = await import(new URL("pyodide/pyodide.mjs", base).href);
  const python = await loadPyodide({ indexURL: new URL("pyodide/", base).href });
  for (const wheel of await wheels) python.unpackArchive(wheel, "wheel");
  const folder = `${python.runPython("import sysconfig; sysconfig.get_path('purelib')")}/ftnotes_web`;
  python.FS.mkdir(folder);
  for (const [name, text] of Object.entries(BRIDGE)) python.FS.writeFile(`${folder}/${name}`, text);
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
