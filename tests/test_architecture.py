"""The plan of the house: who imports whom, and what stands nowhere."""

from __future__ import annotations

import ast
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from commands import loaded_by

#: The modules, lowest first: each may import those that stand before it.
ORDER = (
    "source", "sentences", "repair", "vocabulary", "playbook", "evidence", "playbook_values", "playbook_file",
    "days", "date_words", "date_forms", "dates", "action_words", "tasks", "actions",
    "strings", "layout", "nodes", "document", "titles", "lines", "builder", "lexer", "parser",
    "serializer", "editing", "wording", "styles", "writer", "formatting", "composing", "inserting", "field_edits",
    "workload_edits", "record", "shapes", "interchange", "schema", "diagnostics", "policy", "fixing", "exports", "arrow", "cli",
    "strategies", "hypothesis_types", "examples", "__main__",
)  # fmt: skip
#: `Playbook.load` and `Playbook.from_file` read files on first use, and `ExecSummary.build` writes and
#: reads back; imported inside them.
ALLOWED = {("playbook", "playbook_file"), ("vocabulary", "playbook"), ("playbook", "evidence"), ("nodes", "composing")}


def package() -> Path:
    """Where the library is installed."""
    spec = find_spec("ftnotes")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def sources() -> list[Path]:
    """Its Python files."""
    return sorted(package().rglob("*.py"))


def part(path: Path) -> str:
    """The module or sub-package of the library that a file belongs to."""
    return path.relative_to(package()).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The names of the modules that a file imports, relative ones resolved to their part of the library."""
    found = set()
    inside = len(path.relative_to(package()).parts) - 1 if path.is_relative_to(package()) else 0
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.ImportFrom) and node.level > inside:
            found |= (
                {f"ftnotes.{node.module.split('.')[0]}"} if node.module else {f"ftnotes.{alias.name}" for alias in node.names}
            )
    return found


def test_dependencies_point_one_way() -> None:
    """A module imports only what stands below it in the house."""
    for path in sources():
        here = part(path)
        if here in ("__init__", "grammar"):
            continue
        for name in imports(path):
            there = name.removeprefix("ftnotes.")
            if name.startswith("ftnotes.") and there != here and (here, there) not in ALLOWED and there in ORDER:
                assert ORDER.index(there) < ORDER.index(here), f"{path.name} imports {there}"


def test_every_module_has_its_place_in_the_order() -> None:
    """The order names all modules, so that a new one is thought about."""
    assert {part(path) for path in sources()} - {"__init__", "grammar"} == set(ORDER)


@pytest.mark.parametrize(("library", "homes"), [("lark", {"parser"}), ("hypothesis", {"strategies", "hypothesis_types"})])
def test_a_library_is_imported_where_it_belongs_alone(library: str, homes: set[str]) -> None:
    """Lark is known to the parser only, and Hypothesis to the strategies and to what it calls itself."""
    assert {part(path) for path in sources() if library in imports(path)} == homes


def test_importing_the_library_imports_no_parser_generator_no_tests_and_no_command() -> None:
    """The import is cheap: each name brings what it needs, on first use."""
    loaded = loaded_by("import ftnotes; ftnotes.Document")
    assert "ftnotes.nodes" in loaded
    assert not {"lark", "hypothesis", "argparse", "tomllib", "ftnotes.cli", "ftnotes.policy"} & loaded


#: What would run data as code, or hand it to a shell: modules, functions by name, and arguments.
BANNED_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "yaml", "ctypes", "code"}
BANNED_CALLS = {"eval", "exec", "compile", "__import__", "system", "popen", "splitlines"}
BANNED_ARGUMENTS = {"shell", "cache"}


def called(node: ast.Call) -> str:
    """The name of what is called; ``re.compile`` is not Python's own."""
    if isinstance(node.func, ast.Attribute):
        of = node.func.value
        return "" if isinstance(of, ast.Name) and of.id == "re" else node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def risks(path: Path) -> set[str]:
    """What of the above a file does; `splitlines` is among it, since it sees line ends where a note has none."""
    found = imports(path) & BANNED_MODULES
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            found |= {called(node)} & BANNED_CALLS
            found |= {
                keyword.arg
                for keyword in node.keywords
                if keyword.arg in BANNED_ARGUMENTS and not (isinstance(keyword.value, ast.Constant) and not keyword.value.value)
            }
    return found


def test_what_runs_data_as_code_stands_nowhere() -> None:
    """No pickle, eval, exec, shell, cached Lark table; and no splitlines."""
    for path in sources():
        assert not risks(path), path


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pickle", {"pickle"}),
        ("from yaml import load", {"yaml"}),
        ("eval('1')", {"eval"}),
        ("os.system('ls')", {"system"}),
        ("subprocess.run('ls', shell=True)", {"shell"}),
        ("lark.Lark('', cache='file')", {"cache"}),
        ("text.splitlines()", {"splitlines"}),
        ("compile('1', '', 'eval')", {"compile"}),
        ("re.compile('x'); run(shell=False); lambdas[0]()", set()),
    ],
)
def test_what_runs_data_as_code_is_seen(source: str, found: set[str], tmp_path: Path) -> None:
    """The test above would notice."""
    planted = tmp_path / "planted.py"
    planted.write_text(source, encoding="utf-8")
    assert risks(planted) == found


def test_every_threat_names_tests_that_there_are() -> None:
    """Each line of the table in ``docs/security.md`` is held by tests that exist."""
    root = Path(__file__).parent.parent
    rows = [line for line in (root / "docs" / "security.md").read_text(encoding="utf-8").split("\n") if line.startswith("| ")][
        1:
    ]
    assert len(rows) > 15
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", row.rpartition(" | ")[2])
        assert named, row
        for file, name in named:
            assert f"\ndef {name}(" in (root / file).read_text(encoding="utf-8"), name


def test_the_facade_names_what_it_has() -> None:
    """Every public name is there, at once or on first use, and no other."""
    import ftnotes

    assert len(ftnotes.__all__) == len(set(ftnotes.__all__))
    for name in ftnotes.__all__:
        assert getattr(ftnotes, name) is not None
        assert name in dir(ftnotes)
    with pytest.raises(AttributeError, match="no attribute 'parze'"):
        _ = ftnotes.parze
