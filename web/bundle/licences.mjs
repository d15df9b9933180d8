// The licences of all that the page brings along.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const RULE = "-".repeat(78);

/** Return the packages of npm that a bundle was made of. */
function packages(inputs) {
  const names = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean);
  return [...new Set(names)].sort();
}

function ofPackage(web, name) {
  const folder = join(web, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((each) => join(folder, each)).find(existsSync);
  if (!file) throw new Error(`${name} ${version} has no text of its licence`);
  return entry(`${name} ${version} (${license})`, readFileSync(file, "utf8"));
}

function ofWheel(web, name) {
  const wheel = join(web, "ftnotes_web", "static", "python", name);
  const code = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for name in wheel.namelist():
        if ".dist-info/" in name and "LICENSE" in name.upper() and not name.endswith("/"):
            sys.stdout.buffer.write(wheel.read(name))
`;
  const text = execFileSync(process.env.PYTHON || "python3", ["-c", code, wheel], { encoding: "utf8" });
  if (!text) throw new Error(`${name} has no text of its licence`);
  return entry(name.split("-").slice(0, 2).join(" "), text);
}

function entry(title, text) {
  return `${title}\n${RULE}\n\n${text.trim()}\n`;
}

/** Return the text that the page shows. */
export function licences(web, inputs, wheels) {
  const pyodide = JSON.parse(readFileSync(join(web, "node_modules", "pyodide", "package.json"), "utf8"));
  const text = (name) => readFileSync(join(web, "licences", name), "utf8");
  return [
    "This page contains the following software.\n",
    ...wheels.map((name) => ofWheel(web, name)),
    ...packages(inputs).map((name) => ofPackage(web, name)),
    entry(`Pyodide ${pyodide.version} (MPL-2.0), source: https://github.com/pyodide/pyodide`, text("MPL-2.0.txt")),
    entry("Python and its standard library, as part of Pyodide (PSF-2.0)", text("PSF-2.0.txt")),
  ].join("\n\n");
}
