"""Builds the package, and the parser's tables with it; what else there is to say stands in pyproject.toml."""

import json
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTables(build_py):
    """Lets Lark make the tables of the grammar when a wheel is built, so that no user's process has to."""

    def run(self) -> None:
        """Build as usual, then import what was built and write what it makes of the grammar beside it."""
        super().run()
        if self.editable_mode:
            return
        sys.path.insert(0, self.build_lib)
        from ftnotes.parser import make_tables

        tables = json.dumps(make_tables(), separators=(",", ":"))
        (Path(self.build_lib) / "ftnotes" / "grammar" / "exec_summary.json").write_text(tables, encoding="utf-8")


setup(cmdclass={"build_py": BuildWithTables})
