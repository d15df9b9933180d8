// The library as the browser loads it: its files, and the memory of a Python that has imported it already.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";
import { putFiles } from "../src/library.js";

/** What is imported and computed before the memory is taken, so that no visitor waits for it. */
const EXERCISE = `
import importlib, json
from ftnotes_web.bridge import call

TEXT = "**EXEC SUMMARY** #covid\\n- STATUS OF THE ENGAGEMENT: Busy\\n- Snapshot of key workloads:\\n   -  [exo] Exchange Online \\u00e2\\u20ac\\u201c x\\n"
request = json.dumps({"text": TEXT, "settings": {}, "place": 0, "code": "FT301"})
for name in ("settings", "form", "explain", "check", "card", "fix", "format"):
    assert "error" not in json.loads(call(name, request)), name
call("check", '{"text": "", "settings": {}}')
del request, name, TEXT
`;

function python(web, ...args) {
  execFileSync(process.env.PYTHON || "python3", args, { cwd: web, stdio: ["ignore", "ignore", "inherit"] });
}

function* filesIn(folder, top = "") {
  for (const entry of readdirSync(join(folder, top), { withFileTypes: true })) {
    const path = top ? `${top}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else yield path;
  }
}

/** Return the installed library, what it needs, and the bridge: the texts of the files by their paths, and those of the licences. */
export function library(web, bridge) {
  const folder = mkdtempSync(join(tmpdir(), "ftnotes-"));
  try {
    rmSync(join(web, "..", "build"), { recursive: true, force: true }); // setuptools would pack what an earlier build left there
    const pip = ["-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps", "--no-compile", "--target", folder];
    python(web, ...pip, "..");
    python(web, ...pip, "--require-hashes", "-r", "bundle/libraries.txt");
    const text = (path) => readFileSync(join(folder, path), "utf8");
    const all = [...filesIn(folder)].sort();
    const files = Object.fromEntries(all.filter((path) => /^(attrs?|ftnotes)\//.test(path)).map((path) => [path, text(path)]));
    for (const name of bridge) files[`ftnotes_web/${name}`] = readFileSync(join(web, "ftnotes_web", name), "utf8");
    const licences = all.filter((path) => /^[^/]*\.dist-info\/.*LICENSE/.test(path)).map((path) => [path.split(".dist-info")[0], text(path)]);
    return { files, licences };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Return the memory of a Python that has imported the library, compressed, as only some servers do it. */
export async function memory(files) {
  const python = await loadPyodide({ _makeSnapshot: true });
  putFiles(python, files);
  python.runPython(EXERCISE);
  return gzipSync(python.makeMemorySnapshot(), { level: 9 });
}
