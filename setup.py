"""Build the package with its tables, and its description with absolute links; everything else is in pyproject.toml.

With ``FTNOTES_COMPILE=1`` in the environment, mypyc compiles the modules that parse; their source stays beside them.
"""

import json
import os
import re
import sys
import tomllib
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_py import build_py

#: What is not compiled of the syntax: the classes of the tree, which attrs makes, and the functions that users call.
UNCOMPILED = {"__init__", "document", "exec_summary", "layout", "nodes", "note", "parser", "serializer", "validators"}


class BuildWithTables(build_py):
    """A build that makes the grammar's tables and the playbooks in JSON, so that users don't wait for them."""

    def run(self) -> None:
        """Build as usual, then import the result and write its tables beside the grammar."""
        super().run()
        if self.editable_mode:
            return
        sys.path.insert(0, self.build_lib)
        from ftnotes.playbook.bundled_files import bundled_files, shipped
        from ftnotes.syntax.parser import make_tables

        package = Path(self.build_lib) / "ftnotes"
        tables = json.dumps(make_tables(), separators=(",", ":"))
        (package / "grammar" / "exec_summary.json").write_text(tables, encoding="utf-8")
        for path in map(Path, bundled_files()):
            path.with_suffix(".json").write_text(shipped(str(path)), encoding="utf-8")


def description() -> str:
    """Return the README with links to pages of the site in place of those to files beside it."""
    folder = Path(__file__).parent
    site = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]["Documentation"]
    text = (folder / "README.md").read_text(encoding="utf-8")
    text = re.sub(
        r"\]\(docs/([\w-]+)\.md(#[\w-]+)?\)", rf"]({site}\1.html\2)", text.replace("](CHANGELOG.md)", "](docs/changelog.md)")
    )
    # What is left is not part of the site.
    return re.sub(r"\[([^\[\]]+)\]\((?!https:)[^)]*\)", r"\1", text)


def compiled() -> list[Extension]:
    """Return the extensions that mypyc makes of the modules that parse."""
    from mypyc.build import mypycify

    package = Path("src/ftnotes")
    modules = [package / "text" / "words.py", *package.glob("playbook/*vocabulary.py"), *package.glob("syntax/*.py")]
    paths = sorted(str(path) for path in modules if path.stem not in UNCOMPILED)
    # more optimization takes three times as long to build, and saves a few percent
    return mypycify(paths, opt_level="1", group_name="ftnotes")


compiles = os.environ.get("FTNOTES_COMPILE") == "1"
setup(
    cmdclass={"build_py": BuildWithTables},
    # neither for an editable install, which stays as it is edited, nor while the build asks what it requires
    ext_modules=compiled() if compiles and "bdist_wheel" in sys.argv else [],
    setup_requires=["mypy>=2"] if compiles else [],
    long_description=description(),
    long_description_content_type="text/markdown",
)
