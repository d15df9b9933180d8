"""The plan of the house: who imports whom, and what stands nowhere."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import pytest
from helpers.commands import loaded_by
from helpers.paths import ROOT

#: The packages, lowest first: each may import those in the rows before its own. The strategies stand beside the command.
LAYERS = (
    ("_lazy",),
    ("text",),
    ("playbook",),
    ("syntax",),
    ("analysis",),
    ("writing", "interchange"),
    ("policy",),
    ("batch",),
    ("cli", "strategies"),
    ("__main__",),
)
RANK = {package: rank for rank, layer in enumerate(LAYERS) for package in layer}


def package() -> Path:
    """Where the library is installed."""
    spec = find_spec("ftnotes")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def sources() -> list[Path]:
    """Its Python files."""
    return sorted(package().rglob("*.py"))


def module(path: Path) -> str:
    """The dotted name of a file within the library; empty for the façade."""
    return ".".join(path.relative_to(package()).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def part(name: str) -> str:
    """The package at the top of the library that a module belongs to."""
    return name.partition(".")[0]


def imports(path: Path) -> set[str]:
    """The absolute names of what a file imports, wherever in it the import is."""
    inside = path.relative_to(package().parent).parts[:-1] if path.is_relative_to(package()) else ()
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = [*inside[: len(inside) + 1 - node.level]] if node.level else []
            base += [node.module] if node.module else []
            found |= {".".join([*base, alias.name]) for alias in node.names}
    return found


def libraries(path: Path) -> set[str]:
    """The libraries that a file imports."""
    return {name.partition(".")[0] for name in imports(path)}


def graph() -> dict[str, set[str]]:
    """For each module of the library those that it imports, the façade left out."""
    names = {module(path) for path in sources()} - {""}
    edges: dict[str, set[str]] = {}
    for path in sources():
        found = {name.removeprefix("ftnotes.") for name in imports(path) if name.startswith("ftnotes.")}
        # What is imported is a module, or a name in one.
        edges[module(path)] = {name if name in names else name.rpartition(".")[0] for name in found} & names
    return {here: there - {here} for here, there in edges.items() if here}


def test_packages_depend_on_lower_ones_alone() -> None:
    """A package imports only those below it."""
    upward = {
        (here, there)
        for here, others in graph().items()
        for there in others
        if part(here) != part(there) and RANK[part(there)] >= RANK[part(here)]
    }
    assert not upward


def test_modules_import_each_other_in_one_direction() -> None:
    """There is no cycle of imports, not even of those within functions."""
    TopologicalSorter(graph()).prepare()


def test_every_package_has_its_place() -> None:
    """The table names all packages, and there are at most twelve of them."""
    top = {part(module(path)) for path in sources()} - {"", "grammar"}
    assert top == set(RANK)
    assert len(top - {"__main__"}) <= 12


@pytest.mark.parametrize(("library", "homes"), [("lark", {"syntax"}), ("hypothesis", {"strategies"})])
def test_a_library_is_imported_where_it_belongs_alone(library: str, homes: set[str]) -> None:
    """Lark is known to the parser only, and Hypothesis to the strategies and to what it calls itself."""
    assert {part(module(path)) for path in sources() if library in libraries(path)} == homes


def test_importing_the_library_imports_no_parser_generator_no_tests_and_no_command() -> None:
    """The import is cheap: each name brings what it needs, on first use."""
    loaded = loaded_by("import ftnotes; ftnotes.Document")
    assert "ftnotes.syntax.nodes" in loaded
    assert not {"lark", "hypothesis", "argparse", "tomllib", "ftnotes.cli.main", "ftnotes.policy"} & loaded


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
    found = libraries(path) & BANNED_MODULES
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
    root = ROOT
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
