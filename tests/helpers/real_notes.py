"""Notes that people typed without knowing the parser, each with what a careful reader understands: ``data/real``.

``notes/NAME.txt`` is a note and ``notes/NAME.json`` its truth; every other text in the folder is a page without a summary. A
truth has these keys:

    habit       one line: who typed the note, how, and what is special
    summaries   a list, empty for a text that is not an executive summary, of
        customer, engagement_status, deployment_progress, relationship, support_requests
                    text; null if the field is missing or empty; a choice by its key
        workloads       a list of tag, name and update: "A/B" for two tags, null where nothing is typed
        other_fields    a list of label and value: fields that are not the template's
    open        paths such as ``summaries[0].workloads[2].tag`` where reasonable readers differ, with all below them

Lines of a value are joined by a line feed, without indentation; bullets inside a value are kept.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from helpers.paths import DATA

REAL: Final = DATA / "real"
#: The fields of the template that have one value, with the keys of their choices.
VALUES: Final = {
    "customer": (),
    "engagement_status": ("on-hold", "reactive", "fully-engaged"),
    "deployment_progress": ("not-deployed", "partially-deployed", "fully-deployed"),
    "relationship": (),
    "support_requests": (),
}
#: The lists of a summary, with the keys of their items.
LISTS: Final = {"workloads": ("tag", "name", "update"), "other_fields": ("label", "value")}

_STEP: Final = re.compile(r"\[(\d+)\]|\.?([a-z_]+)")
_LINE_START: Final = re.compile(r"^[ \t>]+", re.MULTILINE)
_LAYOUT: Final = re.compile(r"[\s*_~\u200b\ufeff]+")


@attrs.frozen
class RealWorkload:
    """A workload as a reader understands it."""

    tag: str | None
    name: str | None
    update: str | None


@attrs.frozen
class RealField:
    """A field that is not the template's."""

    label: str
    value: str | None


@attrs.frozen
class RealSummary:
    """An executive summary as a reader understands it."""

    customer: str | None
    engagement_status: str | None
    deployment_progress: str | None
    relationship: str | None
    support_requests: str | None
    workloads: tuple[RealWorkload, ...]
    other_fields: tuple[RealField, ...]


@attrs.frozen
class RealNote:
    """A text with its truth; without summaries it is a decoy."""

    name: str
    text: str
    summaries: tuple[RealSummary, ...] = ()
    open: tuple[str, ...] = ()

    def is_open(self, path: str) -> bool:
        """Return whether reasonable readers differ at a path or at one above it."""
        return any(path == known or path.startswith((f"{known}.", f"{known}[")) for known in self.open)


def real_notes(source: Path = REAL) -> list[RealNote]:
    """Return the notes with truth in a folder or in a file of JSON lines (keys ``id``, ``text``, ``summaries``, ``open``).

    Raises:
        ValueError: a truth does not have the described form; the message names the note and the place.
    """
    if source.is_file():
        lines = source.read_text(encoding="utf-8").split("\n")
        return [_listed(loaded(line)) for line in lines if line.strip()]
    return [
        real_note(path.stem, _text(path.with_suffix(".txt")), loaded(path.read_text(encoding="utf-8")))
        for path in sorted(source.rglob("*.json"))
    ]


def real_pages(source: Path = REAL) -> list[RealNote]:
    """Return the texts of a folder that have no truth beside them; a file of JSON lines has none."""
    if source.is_file():
        return []
    paths = sorted(path for path in source.rglob("*.*") if path.suffix in {".txt", ".md"})
    return [RealNote(path.name, _text(path)) for path in paths if not path.with_suffix(".json").exists()]


def loaded(text: str) -> Any:
    """Return JSON in which no key is repeated."""
    return json.loads(text, object_pairs_hook=_unrepeated)


def real_note(name: str, text: str, truth: Any) -> RealNote:
    """Return a note with its truth from JSON, which has no other keys than the described ones."""
    _keys(truth, ("habit", "summaries", "open"), name)
    if not (isinstance(truth["habit"], str) and truth["habit"].strip()):
        raise ValueError(f"{name}: habit is not a line of text")
    summaries = tuple(
        _summary(item, f"{name}: summaries[{index}]")
        for index, item in enumerate(_list(truth["summaries"], f"{name}: summaries"))
    )
    return _opened(RealNote(name, text, summaries), truth["open"], truth)


def slips(note: RealNote) -> Iterator[str]:
    """Yield what can't be right in a truth: a value that is not in the text, a choice without key, a tag in lower case."""
    texts = [_folded(note.text), _folded(html.unescape(re.sub("<[^>\n]*>", "", note.text)))]
    for index, summary in enumerate(note.summaries):
        for path, value in _values(summary, f"summaries[{index}]"):
            kind = path.rpartition(".")[2]
            if kind == "tag":
                parts = value.split("/")
                if value != value.upper():
                    yield f"{note.name}: {path}: {value!r} is not in capitals"
                if note.is_open(path):
                    continue
            elif value in VALUES.get(kind, ()):
                continue
            else:
                parts = value.split("\n")
            if value != value.strip() or not value:
                yield f"{note.name}: {path}: {value!r} has white space around it or is empty"
            for part in parts:
                if not any(_folded(part) in text for text in texts):
                    yield f"{note.name}: {path}: {part!r} is not in the text"


def _values(summary: RealSummary, path: str) -> Iterator[tuple[str, str]]:
    named = [(f"{path}.{key}", getattr(summary, key)) for key in VALUES]
    for key, parts in LISTS.items():
        for index, item in enumerate(getattr(summary, key)):
            named += [(f"{path}.{key}[{index}].{part}", getattr(item, part)) for part in parts]
    return ((place, value) for place, value in named if value is not None)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _folded(text: str) -> str:
    """Return a text without case, white space, quote marks and decoration."""
    return _LAYOUT.sub("", _LINE_START.sub("", text)).casefold()


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError(f"a key is repeated: {', '.join(key for key, _ in pairs)}")
    return dict(pairs)


def _listed(line: Any) -> RealNote:
    name = line["id"]
    summaries = tuple(_summary(item, f"{name}: summaries[{index}]") for index, item in enumerate(line["summaries"]))
    return RealNote(name, line["text"], summaries, tuple(line["open"]))


def _summary(truth: Any, place: str) -> RealSummary:
    _keys(truth, (*VALUES, *LISTS), place)
    workloads = [_item(item, "workloads", place, index) for index, item in enumerate(_list(truth["workloads"], place))]
    others = [_item(item, "other_fields", place, index) for index, item in enumerate(_list(truth["other_fields"], place))]
    if any(other["label"] is None for other in others):
        raise ValueError(f"{place}: a field has no label")
    return RealSummary(
        **{key: _string(truth[key], f"{place}.{key}") for key in VALUES},
        workloads=tuple(RealWorkload(**item) for item in workloads),
        other_fields=tuple(RealField(label=str(item["label"]), value=item["value"]) for item in others),
    )


def _item(truth: Any, kind: str, place: str, index: int) -> dict[str, str | None]:
    place = f"{place}.{kind}[{index}]"
    _keys(truth, LISTS[kind], place)
    return {key: _string(truth[key], f"{place}.{key}") for key in LISTS[kind]}


def _opened(note: RealNote, paths: Any, truth: Any) -> RealNote:
    for path in _list(paths, f"{note.name}: open"):
        _look_up(truth, str(path), note.name)
    if len(set(paths)) < len(paths):
        raise ValueError(f"{note.name}: open has a path twice")
    return attrs.evolve(note, open=tuple(paths))


def _look_up(truth: Any, path: str, name: str) -> None:
    steps = _STEP.findall(path)
    try:
        for index, key in steps:
            truth = truth[int(index) if index else key]
    except (LookupError, TypeError):
        steps = []
    if not steps or _STEP.sub("", path):
        raise ValueError(f"{name}: open has {path}, which is not in the truth")


def _keys(truth: Any, keys: tuple[str, ...], place: str) -> None:
    if not isinstance(truth, dict) or set(truth) != set(keys):
        raise ValueError(f"{place}: expected an object with the keys {', '.join(keys)}")


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{place}: expected a list")
    return value


def _string(value: Any, place: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{place}: expected text or null")
    return value
