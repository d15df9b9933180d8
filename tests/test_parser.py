"""Reading a note: what parse takes, and that it may be called from anywhere."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import ftnotes
from ftnotes import Document, Playbook

DATA = Path(__file__).parent / "data"
NOTES = [path.read_bytes().decode() for path in sorted(DATA.rglob("*.txt"))[:60]]


@pytest.mark.parametrize(
    ("value", "remedy"), [(None, "give the text"), (b"EXEC SUMMARY", "decode"), (3, "give the text"), (["x"], "give the text")]
)
def test_what_is_no_text_is_refused_with_a_remedy(value: object, remedy: str) -> None:
    """Only a str is read; for anything else the error says what to do."""
    with pytest.raises(TypeError, match=rf"takes a str, not {type(value).__name__}: .*{remedy}"):
        ftnotes.parse(value)  # type: ignore[arg-type]


def test_what_is_no_playbook_is_refused_with_a_remedy() -> None:
    """The id of an edition is not the edition."""
    with pytest.raises(TypeError, match=r"must be a Playbook, not str: use Playbook\.load"):
        ftnotes.parse("x", "2020-03")  # type: ignore[arg-type]


def test_a_note_is_read_with_the_words_of_its_playbook() -> None:
    """Another edition knows another tag, and the document remembers by which it was read."""
    text = "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n- OPP - live\n"
    later = Playbook.load("2020-05")
    document = ftnotes.parse(text, later)
    assert document.playbook is later
    summary = document.exec_summaries[0]
    assert summary.playbook is later
    assert summary.workload("Microsoft 365 Apps") is summary.workload("OPP") is summary.workloads[0]


def test_threads_read_what_one_reads() -> None:
    """Eight threads at once make the trees that one makes after the other."""
    serial = [ftnotes.parse(text) for text in NOTES]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ftnotes.parse, NOTES * 4)) == serial * 4


@pytest.mark.parametrize("method", ["spawn"] + (["forkserver"] if sys.platform == "linux" else []))
def test_processes_read_what_one_reads(method: str) -> None:
    """Texts and trees travel to other processes and back."""
    serial = [ftnotes.parse(text) for text in NOTES]
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(ftnotes.parse, NOTES)) == serial
        assert list(pool.map(ftnotes.serialize, serial)) == NOTES


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
