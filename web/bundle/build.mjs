// Builds the page into ftnotes_web/static: files that any web server serves as they are.
//
// The interpreter that installs the library is python3, or that of the environment variable PYTHON.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { library, memory } from "./library.mjs";
import { licences } from "./licences.mjs";
import { policy } from "./policy.mjs";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const output = join(web, "ftnotes_web", "static");
const PYODIDE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
const BRIDGE = ["__init__.py", "bridge.py", "findings.py", "forms.py", "reading.py", "session.py", "units.py"];

/** Yield the files below a folder, as paths in it. */
function* filesIn(folder, top = folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, top);
    else yield relative(top, path).split(sep).join("/");
  }
}

/** Return the size and the checksum of each file of the page. */
function listing() {
  const list = {};
  for (const name of [...filesIn(output)].sort()) {
    const bytes = readFileSync(join(output, name));
    list[name] = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  }
  return list;
}

rmSync(output, { recursive: true, force: true });
mkdirSync(join(output, "pyodide"), { recursive: true });
mkdirSync(join(output, "python"));
for (const name of PYODIDE) cpSync(join(web, "node_modules", "pyodide", name), join(output, "pyodide", name));
const made = library(web, BRIDGE);
writeFileSync(join(output, "python", "files.json"), JSON.stringify(made.files));
writeFileSync(join(output, "python", "memory.bin"), await memory(made.files));

const common = { absWorkingDir: web, bundle: true, minify: true, format: "esm", target: "es2022", metafile: true, charset: "utf8" };
const page = await esbuild.build({
  ...common,
  entryPoints: { main: "src/main.js", style: "src/style.css" },
  outdir: output,
  define: { STYLE_NONCE: JSON.stringify(policy.nonce) },
  loader: { ".md": "text" },
});
await esbuild.build({
  ...common,
  entryPoints: ["src/worker.js"],
  outdir: output,
});

writeFileSync(join(output, "licences.txt"), licences(web, Object.keys(page.metafile.inputs), made.licences));
cpSync(join(web, "src", "icon.svg"), join(output, "icon.svg"));
cpSync(join(web, "src", "manifest.webmanifest"), join(output, "manifest.webmanifest"));
const html = readFileSync(join(web, "src", "index.html"), "utf8").replace("{policy}", policy.text);
writeFileSync(join(output, "index.html"), html);

const files = listing();
const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
writeFileSync(join(output, "files.json"), JSON.stringify({ version, files }, null, 1) + "\n");
await esbuild.build({
  ...common,
  entryPoints: ["src/sw.js"],
  outdir: output,
  define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) },
});

const size = [...filesIn(output)].reduce((sum, name) => sum + statSync(join(output, name)).size, 0);
console.log(`${relative(process.cwd(), output) || basename(output)}: ${(size / 1e6).toFixed(1)} MB, version ${version}`);
