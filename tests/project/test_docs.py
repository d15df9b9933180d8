"""The documentation is true: its examples run, its links lead somewhere."""

from __future__ import annotations

import doctest
import re
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.outline import outline
from helpers.paths import ROOT

from ftnotes import learn_playbook, parse, serialize
from ftnotes.cli.main import main

PAGES = [page for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if page.exists()]

#: What the examples of a page need beside the library.
NEEDS = {"exports.md": ("pyarrow",), "scale.md": ("pyarrow", "duckdb")}

#: A fenced block: its language and its content.
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: ``[text](target)`` with a relative target.
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)")
#: A Markdown heading.
HEADING = re.compile(r"^#+ +(.*?)\s*$", re.MULTILINE)


def text_of(page: Path) -> str:
    """The text of a page."""
    return page.read_text(encoding="utf-8")


def pairs(page: Path) -> list[tuple[str, str]]:
    """The notes of a page, each with the outline below it."""
    blocks = FENCE.findall(text_of(page))
    return [(note, tree) for (first, note), (second, tree) in pairwise(blocks) if (first, second) == ("text", "tree")]


def anchor(heading: str) -> str:
    """The name under which a heading can be linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize(
    ("command", "output"),
    [
        pytest.param(*block.split("\n", 1), id=block[2:40])
        for page in PAGES
        for kind, block in FENCE.findall(text_of(page))
        if kind == "console"
    ],
)
def test_a_command_prints_what_the_page_says(
    command: str, output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A ``console`` block is a command, run from the root of the project, and what it prints."""
    monkeypatch.chdir(ROOT)
    dollar, name, *arguments = command.split()
    assert (dollar, name) == ("$", "ftnotes")
    main(arguments)
    assert capsys.readouterr().out == output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_print_what_the_page_says(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every ``>>>`` of a page runs, in order and in one namespace, from the root of the project."""
    for needed in NEEDS.get(page.name, ()):
        pytest.importorskip(needed, reason=f"the examples of {page.name} need {needed}")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source = "".join(_blank(text_of(page)))
    test = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    report: list[str] = []
    runner.run(test, out=report.append)
    assert not runner.failures, "".join(report)


def _blank(text: str) -> list[str]:
    """The lines of a page, with all but its Python examples blanked, so that line numbers stay."""
    lines = text.splitlines(keepends=True)
    kept, inside = [], False
    for line in lines:
        if line.startswith("```"):
            inside = line.startswith("```python")
            kept.append("\n")
        else:
            kept.append(line if inside else "\n")
    return kept


@pytest.mark.parametrize(
    ("note", "tree"),
    [pytest.param(*pair, id=f"{page.stem}-{number}") for page in PAGES for number, pair in enumerate(pairs(page))],
)
def test_notes_of_the_documentation_have_the_outline_below_them(note: str, tree: str) -> None:
    """A note in a ``text`` block is read as the ``tree`` block that follows says, and written back as it stands."""
    document = parse(note)
    assert outline(document) == tree
    assert serialize(document) == note


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_outline_follows_a_note(page: Path) -> None:
    """Each outline of a page has a note above it, so it is tested."""
    assert len(pairs(page)) == sum(language == "tree" for language, _ in FENCE.findall(text_of(page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_in_one_sitting(page: Path) -> None:
    """What is longer is several pages: one to read first, others to look up."""
    assert len(text_of(page).split()) <= 3_500


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.name)
def test_a_long_page_begins_with_links_to_its_parts(page: Path) -> None:
    """Who looks something up in a page of some length finds its parts listed at the top."""
    text = FENCE.sub("", text_of(page))
    parts = re.findall(r"^## +(.*?)\s*$", text, re.MULTILINE)
    if len(text_of(page).split()) > 2_000 and len(parts) > 2:
        listed = re.findall(r"\]\(#([^)]*)\)", text.partition("\n## ")[0].partition("On this page: ")[2])
        assert listed == list(map(anchor, parts)), "list the parts: On this page: [Part](#part) · [Other part](#other-part)"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    """The file of every relative link exists, and the heading of every anchor."""
    for target, name in LINK.findall(FENCE.sub("", text_of(page))):
        path = page.parent / target if target else page
        assert path.exists(), f"{page.name} links to {target}, which is missing"
        if name:
            assert name in map(anchor, HEADING.findall(text_of(path))), f"{page.name} links to {target}#{name}"


@pytest.mark.parametrize(
    ("name", "summaries"), [("clean.md", 1), ("messy.md", 1), ("page.md", 2), ("deutsch.md", 1), ("lifecycle.txt", 0)]
)
def test_examples_hold_the_summaries_they_are_for(name: str, summaries: int) -> None:
    """The notes of ``examples/`` are read as what they are, and written back as they stand."""
    text = text_of(ROOT / "examples" / name)
    document = parse(text)
    assert len(document.exec_summaries) == summaries
    assert serialize(document) == text


def test_the_weekly_playbook_is_the_learned_one_with_what_its_page_adds() -> None:
    """Apart from comments and the summary, only the two lines that ``own-template.md`` shows differ."""
    folder = ROOT / "examples" / "weekly"
    learned = learn_playbook(text_of(folder / "page.md")).split("\n")
    added = [line for line in text_of(folder / "weekly.toml").split("\n") if line not in learned]
    shown = next(content for kind, content in FENCE.findall(text_of(ROOT / "docs" / "own-template.md")) if kind == "toml")
    assert [line for line in added if not line.startswith(("#", "summary"))] == shown.rstrip("\n").split("\n")
