"""The fuzz targets: functions that take bytes, use the library, and assert its guarantees.

They are plain functions, so that the tests can also run them, on the seeds and on drawn bytes.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from ftnotes import (
    InterchangeError,
    Playbook,
    PlaybookError,
    check,
    find_dates,
    find_next_actions,
    fix,
    format,
    from_json,
    parse,
    serialize,
    to_json,
)
from ftnotes.batch import Columns, ExportError, check_export, fix_export
from ftnotes.policy import RULE_FAILED
from ftnotes.writing.meaning import meaning

HERE = Path(__file__).resolve().parent
#: The folders of seeds: unusual inputs, and usual notes.
SEEDS = (HERE / "corpus", HERE.parent / "examples")


def seeds() -> list[bytes]:
    """Return the inputs that fuzzing starts from."""
    return [path.read_bytes() for folder in SEEDS for path in sorted(folder.rglob("*")) if path.is_file()]


def words() -> str:
    """Return the words of the playbook as lines of a dictionary for libFuzzer."""
    playbook = Playbook.load()
    known = {name for workload in playbook.workloads for name in (workload.tag, *workload.names)}
    for spoken in (spoken for template in playbook.templates for spoken in template.words.values()):
        known |= {*spoken.titles, *(label for labels in spoken.labels.values() for label in labels)}
        known |= {word for choices in spoken.choices.values() for spellings in choices.values() for word in spellings}
        known |= {hint for hints in spoken.hints.values() for hint in hints}
    return "".join('"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"\n' for word in sorted(known))


def text_of(data: bytes) -> str:
    """Decode bytes to any text: bytes that are not UTF-8 become lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def reading(data: bytes) -> None:
    """Assert that any text is parsed and serialized without loss, and that each character belongs to one leaf."""
    text = text_of(data)
    document = parse(text)
    assert serialize(document) == text
    position = 0
    for _, span in document.leaves():
        assert span.start == position
        position = span.end
    assert position == len(text)
    for date in find_dates(text):
        assert 0 <= date.span.start < date.span.end <= len(text)
    for action in find_next_actions(document):
        assert action.span.end <= len(text)


def checking(data: bytes) -> None:
    """Assert that no rule fails, and that diagnostics are within the text."""
    text = text_of(data)
    for diagnostic in check(text).diagnostics:
        assert diagnostic.code != RULE_FAILED[0], diagnostic.message
        assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(text)


def fixing(data: bytes) -> None:
    """Assert that safe fixes keep the meaning, and that fixing is idempotent."""
    text = text_of(data)
    for unsafe in (False, True):
        result = fix(text, unsafe=unsafe)
        assert fix(result.text, unsafe=unsafe).text == result.text
        if not unsafe:
            assert meaning(parse(result.text)) == meaning(parse(text))


def formatting(data: bytes) -> None:
    """Assert that formatting is idempotent."""
    formatted = format(text_of(data))
    assert format(formatted) == formatted


def interchange(data: bytes) -> None:
    """Assert that a document survives JSON, and that other JSON is refused or is a document that can be serialized."""
    document = parse(text_of(data))
    assert from_json(json.loads(json.dumps(to_json(document)))) == document
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return
    with contextlib.suppress(InterchangeError):
        serialize(from_json(value))


def playbooks(data: bytes) -> None:
    """Assert that a file is refused, or is a playbook that notes can be parsed with."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "playbook.toml"
        path.write_bytes(data)
        try:
            playbook = Playbook.from_file(path)
        except PlaybookError:
            return
    text = "EXEC SUMMARY\n- STATUS: x\n- [EXO] y\n"
    assert serialize(parse(text, playbook)) == text
    check(text, playbook=playbook)


def exports(data: bytes) -> None:
    """Assert that a file of any format is refused, or read row by row, and that fixing loses no row."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("csv", "tsv", "json", "jsonl"):
            path = Path(folder) / f"export.{suffix}"
            path.write_bytes(data)
            try:
                rows = list(check_export(str(path), Columns("Notes")))
                fixed = list(fix_export(str(path), str(path.with_stem("fixed")), Columns("Notes")))
            except ExportError:
                continue
            assert len(fixed) == len(rows)


#: All targets, by name.
TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (reading, checking, fixing, formatting, interchange, playbooks, exports)
}


def planted(data: bytes) -> None:
    """Fail for a summary on hold with a workload about labels: a planted defect that the fuzzer has to find."""
    for summary in parse(text_of(data)).exec_summaries:
        assert not (summary.engagement_status == "on-hold" and summary.workload("AIP")), "the planted defect"
