"""The structure: which package imports which, and what no module does."""

from __future__ import annotations

import ast
import re
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from helpers.commands import loaded_by
from helpers.paths import ROOT
from helpers.structure import RANK, graph, imports, module, part, picture, sources


def libraries(path: Path) -> set[str]:
    """The libraries that a file imports."""
    return {name.partition(".")[0] for name in imports(path)}


def test_packages_depend_on_lower_ones_alone() -> None:
    """A package imports only packages below it."""
    upward = {
        (here, there)
        for here, others in graph().items()
        for there in others
        if part(here) != part(there) and RANK[part(there)] >= RANK[part(here)]
    }
    assert not upward


def test_a_wheel_has_every_package() -> None:
    """The list in ``pyproject.toml`` has the packages of the source, and the grammar, which is in a folder of its own."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    source = ROOT / "src"
    packages = {".".join(path.parent.relative_to(source).parts) for path in source.rglob("__init__.py")}
    assert set(listed) == packages | {"ftnotes.grammar"}


def test_modules_import_each_other_in_one_direction() -> None:
    """There is no cycle of imports, not even of those within functions."""
    TopologicalSorter(graph()).prepare()


def test_the_picture_is_current() -> None:
    """The picture of the structure shows today's imports."""
    remedy = "draw it anew: python tests/helpers/structure.py"
    assert (ROOT / "docs" / "structure.svg").read_text(encoding="utf-8") == picture(), remedy


#: Modules without a test file of their own, and the file that tests them.
TESTED_ELSEWHERE = {
    "__main__": "cli/test_main.py",
    "_lazy": "project/test_public_names.py",
    "analysis.actions.roles": "analysis/actions/test_lexicon.py",
    "cli.options.exit_status": "cli/test_main.py",
    "cli.options.export_arguments": "cli/options/test_export_options.py",
    "policy.rules._bullets": "policy/rules/test_labels.py",
    "policy.rules._heads": "policy/rules/test_workload_list.py",
    "policy.rules._misspellings": "policy/rules/test_labels.py",
    "policy.rules._parts": "policy/test_one_finding.py",
}


def test_the_test_of_a_module_is_found_by_its_path() -> None:
    """``policy/fixer.py`` is tested in ``tests/policy/test_fixer.py``."""
    modules = {module(path) for path in sources() if path.name != "__init__.py"}
    assert modules >= set(TESTED_ELSEWHERE)
    for name in modules:
        *folders, last = name.split(".")
        test = TESTED_ELSEWHERE.get(name) or "/".join([*folders, f"test_{last.removeprefix('_')}.py"])
        assert (ROOT / "tests" / test).exists(), name


def test_every_package_has_its_place() -> None:
    """The table names all packages, and there are at most twelve of them."""
    top = {part(module(path)) for path in sources()} - {"", "grammar"}
    assert top == set(RANK)
    assert len(top - {"__main__", "_lazy"}) <= 12


@pytest.mark.parametrize(("library", "homes"), [("lark", {"syntax"}), ("hypothesis", {"strategies"})])
def test_a_library_is_imported_only_where_it_belongs(library: str, homes: set[str]) -> None:
    """Only the parser imports Lark, and only the strategies Hypothesis."""
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
