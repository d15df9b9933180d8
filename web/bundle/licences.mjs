// The licences of all that the page brings along.

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

function entry(title, text) {
  return `${title}\n${RULE}\n\n${text.trim()}\n`;
}

/** Return the text that the page shows, of packages of npm and of Python libraries, which bring theirs. */
export function licences(web, inputs, libraries) {
  const pyodide = JSON.parse(readFileSync(join(web, "node_modules", "pyodide", "package.json"), "utf8"));
  const text = (name) => readFileSync(join(web, "licences", name), "utf8");
  return [
    "This page contains the following software.\n",
    ...libraries.map(([name, licence]) => entry(name.replace("-", " "), licence)),
    ...packages(inputs).map((name) => ofPackage(web, name)),
    entry(`Pyodide ${pyodide.version} (MPL-2.0), source: https://github.com/pyodide/pyodide`, text("MPL-2.0.txt")),
    entry("Python and its standard library, as part of Pyodide (PSF-2.0)", text("PSF-2.0.txt")),
  ].join("\n\n");
}
