"""Reading a note: what parse takes, and that it may be called from anywhere."""

from __future__ import annotations

import json
import os
import pickle
import pkgutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from helpers.cases import CASES, document, note, tree
from helpers.each import each
from helpers.outline import outline
from helpers.paths import DATA

import ftnotes
from ftnotes import Document, Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import TreeBuilder
from ftnotes.syntax.parser import as_document, build_lark, engine, line_level, make_tables, titled_lines

NOTES = [note(case) for case in CASES[:60]]


@each(CASES, parts=2)
def test_a_note_is_read_as_its_tree(case: str) -> None:
    """The content of a note is what its outline lists."""
    assert outline(document(case)) == tree(case).read_bytes().decode("utf-8")


@each(CASES, parts=2)
def test_a_note_is_written_back_as_it_was_typed(case: str) -> None:
    """Not one character is lost, moved or added between a text and its tree."""
    assert ftnotes.serialize(document(case)) == note(case)


@each(CASES, parts=2)
def test_the_leaves_of_a_note_tile_it(case: str) -> None:
    """Every character belongs to exactly one leaf."""
    read = document(case)
    assert "".join(span.text(note(case)) for _, span in read.leaves()) == note(case)


def test_every_tree_has_its_note() -> None:
    """No outline is without its note."""
    assert sorted(str(path.relative_to(DATA).with_suffix("")) for path in DATA.rglob("*.tree")) == CASES


@pytest.mark.parametrize(
    ("value", "remedy"), [(None, "give the text"), (b"EXEC SUMMARY", "decode"), (3, "give the text"), (["x"], "give the text")]
)
def test_other_types_than_text_are_refused_with_a_remedy(value: object, remedy: str) -> None:
    """Only a str is read; for anything else the error says what to do."""
    with pytest.raises(TypeError, match=rf"takes a str, not {type(value).__name__}: .*{remedy}"):
        ftnotes.parse(value)  # type: ignore[arg-type]


def test_other_types_than_playbooks_are_refused_with_a_remedy() -> None:
    """The id of an edition is not the edition."""
    with pytest.raises(TypeError, match=r"must be a Playbook, not str: use Playbook\.load"):
        ftnotes.parse("x", "2020-03")  # type: ignore[arg-type]


def test_a_note_is_read_with_the_words_of_its_playbook() -> None:
    """Another edition has another tag, and the document knows with which it was read."""
    text = "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n- OPP - live\n"
    later = Playbook.load("2020-05")
    document = ftnotes.parse(text, later)
    assert document.playbook is later
    summary = document.exec_summaries[0]
    assert summary.playbook is later
    assert summary.workload("Microsoft 365 Apps") is summary.workload("OPP") is summary.workloads[0]


def test_a_text_or_document_is_taken() -> None:
    """A document is taken as it is, or read again with another playbook; other types are refused with a remedy."""
    later = Playbook.load("2020-05")
    document = ftnotes.parse("EXEC SUMMARY")
    assert as_document("EXEC SUMMARY", None, caller="parse") == document
    assert as_document(document, None, caller="parse") is document
    assert as_document(document, later, caller="parse").playbook is later
    assert as_document(ftnotes.parse("x", later), None, caller="parse").playbook is later
    with pytest.raises(TypeError, match=r"parse\(\) takes a str or a Document, not bytes: decode it first"):
        as_document(b"x", None, caller="parse")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "level"), [("", (0, "")), ("  - x", (2, "-")), ("> 1. **x**", (0, "1")), ("x", (0, "")), ("**x**", (0, ""))]
)
def test_the_level_of_a_line_is_its_depth_and_bullet(line: str, level: tuple[int, str]) -> None:
    """A quote mark adds no depth, and bold is not a bullet."""
    assert line_level(line) == level


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a\nEXEC SUMMARY\nb", ["EXEC SUMMARY"]),
        (
            "Contoso - Exec Sumary - May\r\nExecutive, Exec Summary\r\n",
            ["Contoso - Exec Sumary - May", "Executive, Exec Summary"],
        ),
        ("a\n```\nb\nEXEC SUMMARY\n```\n", []),
        ("Executives met\nexecutive\n", []),
        ("x" * 120 + " Exec Summary", []),
    ],
)
def test_lines_with_a_title_are_found(text: str, lines: list[str]) -> None:
    """It can be misspelled or between a name and a date, each line once; lines in fences are none."""
    assert [line.text(text) for line in titled_lines(text, first_template(Playbook.load()))] == lines


def test_threads_parse_alike() -> None:
    """Eight threads at once make the same trees as one."""
    serial = [ftnotes.parse(text) for text in NOTES]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ftnotes.parse, NOTES * 4)) == serial * 4


@pytest.mark.parametrize("method", ["spawn"] + (["forkserver"] if sys.platform == "linux" else []))
def test_processes_parse_alike(method: str) -> None:
    """Texts and trees travel to other processes and back."""
    serial = [ftnotes.parse(text) for text in NOTES]
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(ftnotes.parse, NOTES)) == serial
        assert list(pool.map(ftnotes.serialize, serial)) == NOTES


_FORKS = """
import json, sys
from multiprocessing import get_context
import ftnotes

texts = json.load(sys.stdin)
serial = [ftnotes.parse(text) for text in texts]  # what is loaded and remembered is copied into the forks
with get_context("fork").Pool(2) as pool:
    assert pool.map(ftnotes.parse, texts) == serial
    assert pool.map(ftnotes.check, serial) == [ftnotes.check(document) for document in serial]
    assert pool.map(ftnotes.serialize, serial) == texts
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_forks_parse_alike() -> None:
    """A process that has read notes can be forked; it is another process, since forks lose the threads of this one."""
    ran = subprocess.run([sys.executable, "-c", _FORKS], input=json.dumps(NOTES), capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_trees_are_values() -> None:
    """A tree can be hashed and pickled, and a pickled one prints the same text and finds its nodes."""
    for text in NOTES:
        document = ftnotes.parse(text)
        copy: Document = pickle.loads(pickle.dumps(document))
        assert copy == document
        assert hash(copy) == hash(document)
        assert ftnotes.serialize(copy) == text
        assert copy.playbook is document.playbook
        assert [copy.span(node) for node in copy.walk()] == [document.span(node) for node in document.walk()]


def shipped(monkeypatch: pytest.MonkeyPatch, tables: dict[str, object] | None) -> None:
    """Make the package contain these tables, as a wheel does, or none, as an editable install does."""
    read = pkgutil.get_data

    def get_data(package: str, resource: str) -> bytes | None:
        if not resource.endswith(".json"):
            return read(package, resource)
        if tables is None:
            raise FileNotFoundError(resource)
        return json.dumps(tables).encode()

    monkeypatch.setattr(pkgutil, "get_data", get_data)


@pytest.mark.parametrize("state", ["fresh", "stale", "none"])
def test_shipped_tables_parse_like_new_ones(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables for another grammar are not used, and missing ones are made."""
    tables = make_tables()
    shipped(monkeypatch, {"fresh": tables, "stale": {**tables, "grammar": 0, "terminals": {}}, "none": None}[state])
    parser = engine.__wrapped__()
    for text in NOTES:
        assert parser.parse(TreeBuilder(text, first_template(Playbook.load()))) == ftnotes.parse(text)


def test_lark_takes_the_lines_of_a_builder() -> None:
    """Lark's own parser accepts each line of each note, by the lexer that it is given."""
    lark = build_lark(propagate_positions=False)
    for text in NOTES:
        builder: Any = TreeBuilder(text, first_template(Playbook.load()))
        lines: Any = lark.parse_interactive(builder, start="note").exhaust_lexer()
        assert "".join(text[line.start : line.end] for line in lines) == text


@pytest.mark.skipif("FTNOTES_WHEEL" not in os.environ, reason="only a wheel brings tables; CI tests one")
def test_the_wheel_brings_the_tables_of_its_grammar() -> None:
    """They are those that Lark makes for the grammar in the wheel, so Lark is not even imported to read a note."""
    data = pkgutil.get_data("ftnotes.grammar", "exec_summary.json")
    assert data is not None
    assert json.loads(data) == json.loads(json.dumps(make_tables()))
