"""All regular expressions of the library, as they reach ``re``: run as a program, it prints them as JSON.

Many are put together from parts, from the grammar and from the words of the playbooks. So the library is put to work, on each
example of each rule, with each edition, while every call of ``re`` is noted: what it compiles, and where it stands.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
import importlib
import io
import json
import pkgutil
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from attrs import asdict, frozen

#: What no example of a rule has: dates and remarks after titles, points below a workload, comments in its line, and so on.
NOTES = (
    "**EXEC SUMMARY** - Contoso Ltd\n- STATUS: On Hold\n- RISKS: late 2020\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND "
    "NEXT ACTIONS:\n- [EXO] Exchange <!-- x --> Online - x\n      - [Plan] y\n",
    "EXEC SUMMARY April 30, 2020 #covid\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   - [EXO] Mail - x\n",
    "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n- RISKS: x\n",
    "**EXEC SUMMARY** #covid\n- DESCRIBE THE CUSTOMER: x\n- RISKS: x\n",
    "---\ntitle: x\n---\nContoso: Exec Sumary - May\n<b>- Customer:</b> x\n- Status = On Hold\n- M365 DEPLOYMENT\nPROGRESS: x\n"
    "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS: [EXO] a; [SPO] b\n- Power BI - x\n|[OD]| Drive | x |\n"
    "EXO] x\n5/15 3:04 PM Ana: x\n- Own (x): y\n```\nx\n```\nKind regards, Ana\n",
)
FUNCTIONS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}


@frozen(order=True)
class Expression:
    """A regular expression of the library."""

    #: The module that compiles it.
    module: str
    pattern: str
    flags: int

    @property
    def mark(self) -> str:
        """A mark that distinguishes it from others."""
        return hashlib.sha256(f"{self.flags} {self.pattern!a}".encode()).hexdigest()[:16]


class Call(NamedTuple):
    """A place in the source that calls ``re``."""

    module: str
    first_line: int
    last_line: int


def calls(package: Path) -> Iterator[Call]:
    """All calls of ``re`` in a package that compile an expression."""
    for path in sorted(package.rglob("*.py")):
        parts = [package.name, *path.relative_to(package).with_suffix("").parts]
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FUNCTIONS:
                of = node.func.value
                if isinstance(of, ast.Name) and of.id == "re":
                    yield Call(module, node.lineno, node.end_lineno or node.lineno)


@frozen
class Met:
    """What was met while the library worked."""

    expressions: list[Expression]
    #: The calls that were never reached: what they compile is not among them.
    missed: list[Call]


def met() -> Met:
    """Put the library to work, and note what it compiles. Only in a process that has not loaded it yet."""
    noted: set[Expression] = set()
    reached: set[tuple[str, int]] = set()
    python: Any = re
    compiled = python._compile

    def note(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(2)
        module = str(frame.f_globals.get("__name__"))
        if module.split(".")[0] == "ftnotes":
            reached.add((module, frame.f_lineno))
            if isinstance(pattern, str):
                noted.add(Expression(module, pattern, int(flags)))
        return compiled(pattern, flags)

    python._compile = note
    try:
        _work()
    finally:
        python._compile = compiled
    import ftnotes

    missed = [
        call
        for call in calls(Path(ftnotes.__path__[0]))
        if not any((call.module, line) in reached for line in range(call.first_line, call.last_line + 1))
    ]
    return Met(sorted(noted), missed)


def _work() -> None:
    import ftnotes

    for module in pkgutil.walk_packages(ftnotes.__path__, "ftnotes."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from ftnotes.analysis.dates.forms import date_forms
    from ftnotes.analysis.dates.lexicon import date_lexicon
    from ftnotes.cli.main import main
    from ftnotes.playbook.bundled_files import editions
    from ftnotes.policy import RULES, Example
    from ftnotes.syntax.parser import engine

    for name in list(engine().lexer.shapes._patterns):
        engine().lexer.shapes[name]
    notes = [*(Example(text) for text in NOTES)] + [example for rule in RULES for example in rule.examples]
    for edition in editions():
        playbook = ftnotes.Playbook.load(edition)
        for forms in date_forms(date_lexicon(playbook)).values():
            _ = [form.pattern for form in forms]
        for note in notes:
            document = ftnotes.parse(note.before, playbook)
            ftnotes.records(document)
            _ = ftnotes.find_next_actions(document), ftnotes.find_dates(document)
            ftnotes.fix(note.before, playbook=playbook, context=note.context, unsafe=True)
            ftnotes.format(note.before, playbook=playbook)
    for text in NOTES:
        edited = ftnotes.parse(text)
        for edit in (
            partial(ftnotes.set_hashtags, hashtags=["#covid", "#wave2"]),
            partial(ftnotes.set_hashtags, hashtags=[]),
            partial(ftnotes.add_workload, workload="SPO", update="x"),
            partial(ftnotes.update_workload, workload="Mail+EXO", update="y"),
        ):
            with contextlib.suppress(ValueError):
                edit(edited, edited.exec_summaries[0])
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        file = Path(folder) / "note.md"
        file.write_text("\n\n".join(note.before for note in notes), encoding="utf-8")
        for form in ("sarif", "json", "full"):
            main(["check", "--no-config", "--output-format", form, str(file)])
        main(["parse", str(file)])
        main(["check", "--no-config", "--select", "FT9999x", str(file)])
        export = Path(folder) / "export.csv"
        export.write_text('Notes\n"x"\n', encoding="utf-8")
        main(["check", "--no-config", "--column", "Notes", str(export)])


if __name__ == "__main__":
    found = met()
    noted = [{**asdict(one), "mark": one.mark} for one in found.expressions]
    print(json.dumps({"expressions": noted, "missed": found.missed}))
