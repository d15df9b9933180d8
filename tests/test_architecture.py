"""The plan of the house: who imports whom, and what stands nowhere."""

from __future__ import annotations

import ast
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
    inside = len(path.relative_to(package()).parts) - 1
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


def test_what_runs_data_as_code_stands_nowhere() -> None:
    """No pickle, eval, exec, shell, cached Lark table; and no splitlines, which sees line ends where none are."""
    for path in sources():
        text = path.read_text(encoding="utf-8")
        for banned in ("import pickle", "eval(", "exec(", "shell=True", "cache=True", ".splitlines("):
            assert banned not in text, f"{banned} in {path.name}"


def test_the_facade_names_what_it_has() -> None:
    """Every public name is there, at once or on first use, and no other."""
    import ftnotes

    assert len(ftnotes.__all__) == len(set(ftnotes.__all__))
    for name in ftnotes.__all__:
        assert getattr(ftnotes, name) is not None
        assert name in dir(ftnotes)
    with pytest.raises(AttributeError, match="no attribute 'parze'"):
        _ = ftnotes.parze
