// The files of the library, for the Python that runs in the browser and for the one that the build runs.

/** Write the files of the library where Python looks for them. */
export function putFiles(python, files) {
  const { FS } = python;
  const top = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const [path, text] of Object.entries(files)) {
    FS.mkdirTree(`${top}/${path.slice(0, path.lastIndexOf("/"))}`);
    FS.writeFile(`${top}/${path}`, text);
  }
  python.runPython("import importlib; importlib.invalidate_caches()");
}
