"""What is fuzzed: functions that take bytes, do something with the library, and hold what must hold of it.

Plain functions, so that the ordinary tests run them too, on the seeds and on drawn bytes.
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
from ftnotes.policy.fixer import meaning

HERE = Path(__file__).resolve().parent
#: Where the seeds lie: what people type, and what few of them do.
SEEDS = (HERE / "corpus", HERE.parent / "examples")


def seeds() -> list[bytes]:
    """The inputs that fuzzing starts from."""
    return [path.read_bytes() for folder in SEEDS for path in sorted(folder.iterdir())]


def words() -> str:
    """The words of the playbook, as lines of a dictionary for libFuzzer."""
    playbook = Playbook.load()
    known = {name for workload in playbook.workloads for name in (workload.tag, *workload.names)}
    for language in playbook.languages:
        known |= {*language.titles, *(label for labels in language.labels.values() for label in labels)}
        known |= {word for choices in language.choices.values() for spellings in choices.values() for word in spellings}
        known |= {hint for hints in language.hints.values() for hint in hints}
    return "".join('"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"\n' for word in sorted(known))


def text_of(data: bytes) -> str:
    """Any text: bytes that are no UTF-8 become lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def reading(data: bytes) -> None:
    """Any text is read, and written back as it was; each character belongs to one leaf."""
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
    """No rule fails, and what is found lies within the text."""
    text = text_of(data)
    for found in check(text).diagnostics:
        assert found.code != RULE_FAILED[0], found.message
        assert 0 <= found.span.start < found.span.end <= len(text)


def fixing(data: bytes) -> None:
    """Safe fixes keep what is said, and fixing twice is fixing once."""
    text = text_of(data)
    for unsafe in (False, True):
        result = fix(text, unsafe=unsafe)
        assert fix(result.text, unsafe=unsafe).text == result.text
        if not unsafe:
            assert meaning(parse(result.text)) == meaning(parse(text))


def formatting(data: bytes) -> None:
    """A formatted note stays as it is when it is formatted again."""
    written = format(text_of(data))
    assert format(written) == written


def interchange(data: bytes) -> None:
    """A document goes to JSON and back; other JSON is refused with an error of ours, or is a document that can be printed."""
    document = parse(text_of(data))
    assert from_json(json.loads(json.dumps(to_json(document)))) == document
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        return
    with contextlib.suppress(InterchangeError):
        serialize(from_json(given))


def playbooks(data: bytes) -> None:
    """A file is a playbook that notes can be read with, or refused with an error of ours."""
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
    """A file of any kind is read row by row, or refused with an error of ours; mending it loses no row."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("csv", "tsv", "json", "jsonl"):
            path = Path(folder) / f"export.{suffix}"
            path.write_bytes(data)
            try:
                rows = list(check_export(str(path), Columns("Notes")))
                mended = list(fix_export(str(path), str(path.with_stem("mended")), Columns("Notes")))
            except ExportError:
                continue
            assert len(mended) == len(rows)


#: All of them, by name.
TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (reading, checking, fixing, formatting, interchange, playbooks, exports)
}


def planted(data: bytes) -> None:
    """A defect planted to see that the fuzzer finds one: it falls over a summary on hold that speaks of labels."""
    for summary in parse(text_of(data)).exec_summaries:
        assert not (summary.engagement_status == "on-hold" and summary.workload("AIP")), "the planted defect"
