"""``ftnotes playbook``: which editions there are, what one holds, and what is different between two."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

from ...playbook.model import DEFAULT_EDITION, Language
from ...playbook.playbook import Playbook
from ..options.exit_status import CLEAN, UsageError
from ..options.settings import load_edition, load_playbook
from ..output.terminal import Screen

#: What is told of a playbook apart from its parts.
_OWN = ("id", "summary", "default_language")
#: The lists of it, each of entries that are known by their first value.
_PARTS = ("fields", "workloads", "hashtags", "note_types", "roles", "priorities", "summaries", "languages")


def run(arguments: Namespace, errors: Screen) -> int:
    """Run ``ftnotes playbook`` and return the exit status."""
    screen = Screen.of(sys.stdout)
    for line in playbook_lines(screen, arguments.action, arguments.playbooks):
        screen.print(line)
    return CLEAN


def playbook_lines(screen: Screen, action: str, names: Sequence[str]) -> Iterator[str]:
    """What is printed of playbooks.

    Args:
        screen: where.
        action: ``list``, ``show`` or ``diff``.
        names: of playbooks: editions or files.

    Raises:
        UsageError: there are too many names or too few of them, or one names no playbook.
    """
    least, most = {"list": (0, 0), "show": (0, 1), "diff": (2, 2)}[action]
    if not least <= len(names) <= most:
        takes = {"list": "takes no playbook", "show": "takes one playbook", "diff": "takes two playbooks"}[action]
        raise UsageError(f"{action} {takes}: an edition ({', '.join(Playbook.editions())}) or a TOML file")
    found = [_load(name) for name in names]
    if action == "list":
        return _listed(screen)
    if action == "show":
        return _shown(screen, found[0] if found else Playbook.load())
    return _compared(screen, found[0], found[1])


def _load(name: str) -> Playbook:
    """An edition by its id, or else a file."""
    is_file = os.sep in name or "/" in name or name.endswith(".toml")
    return load_playbook(name) if is_file else load_edition(name)


def _listed(screen: Screen) -> Iterator[str]:
    for edition in Playbook.editions():
        mark = " (default)" if edition == DEFAULT_EDITION else ""
        yield f"{edition}{mark}: {screen.escape(Playbook.load(edition).summary)}"


def _shown(screen: Screen, playbook: Playbook) -> Iterator[str]:
    language = next(one for one in playbook.languages if one.code == playbook.default_language)
    yield f"{screen.styled(screen.escape(playbook.id), 'place')}: {screen.escape(playbook.summary)}"
    yield from _section(screen, "fields", _fields(playbook, language))
    workloads = (f"[{one.tag}] {_first(language.workload_names.get(one.tag), one.names)}" for one in playbook.workloads)
    yield from _section(screen, "workloads", workloads)
    yield from _section(screen, "hashtags", (f"{one.tag}: {one.summary}" for one in playbook.hashtags))
    yield from _section(screen, "note types", (f"{one.key}: {', '.join(one.names)}" for one in playbook.note_types))
    roles = (f"{one.key}: {', '.join(one.names)}; writes {', '.join(one.note_types) or 'none'}" for one in playbook.roles)
    yield from _section(screen, "roles", roles)
    yield from _section(screen, "priorities", (f"{one.key}: {', '.join(one.names)}" for one in playbook.priorities))
    yield from _section(screen, "languages", (f"{one.code}: {one.name}" for one in playbook.languages))


def _section(screen: Screen, name: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield ""
    yield screen.styled(f"{name}:", "place") + ("" if found else " none")
    for line in found:
        yield f"  {screen.escape(line)}"


def _fields(playbook: Playbook, language: Language) -> Iterator[str]:
    for spec in playbook.fields:
        label = next(iter(language.labels.get(spec.key, ())), "(no label)")
        words = language.choices.get(spec.key, {})
        choices = ", ".join(next(iter(words.get(choice, ())), choice) for choice in spec.choices)
        yield f"{spec.key}: {label}{f' ({choices})' if choices else ''}"


def _first(own: Sequence[str] | None, other: Sequence[str]) -> str:
    return (own or other)[0]


def _compared(screen: Screen, one: Playbook, other: Playbook) -> Iterator[str]:
    before, after = _flat(one), _flat(other)
    found = False
    for key in [*before, *(key for key in after if key not in before)]:
        if before.get(key) == after.get(key):
            continue
        found = True
        if key in before:
            yield screen.styled(f"- {screen.escape(f'{key}: {before[key]}')}", "removed")
        if key in after:
            yield screen.styled(f"+ {screen.escape(f'{key}: {after[key]}')}", "added")
    if not found:
        yield f"{screen.escape(one.id)} and {screen.escape(other.id)} hold the same"


def _flat(playbook: Playbook) -> dict[str, str]:
    """All that a playbook holds, each value by the way that leads to it."""
    values = {name: getattr(playbook, name) for name in (*_OWN, *_PARTS)}
    return dict(_values("", values))


def _values(way: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _values(f"{way}.{key}".lstrip("."), part)
    elif isinstance(value, tuple) and value and isinstance(value[0], tuple):
        names = [str(part[0]) for part in value]
        for number, part in enumerate(value, 1):
            name = names[number - 1] if len(set(names)) == len(names) else str(number)
            yield from _values(f"{way}.{name}", part)
    elif isinstance(value, tuple):
        if value:
            yield way, ", ".join(map(str, value))
    else:
        yield way, str(value)
