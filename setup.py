"""Build the package with its tables, and its description with absolute links; everything else is in pyproject.toml."""

import json
import re
import sys
import tomllib
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


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


setup(cmdclass={"build_py": BuildWithTables}, long_description=description(), long_description_content_type="text/markdown")
