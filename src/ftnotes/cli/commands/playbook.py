"""``ftnotes playbook``: list, show, compare, learn and check playbooks, and print their schema."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..options.arguments import OneOf
from ..options.declaration import Heading, option, positional
from ..options.exit_status import CLEAN, UsageError
from ..options.parser import Command
from ..output.terminal import Screen

if TYPE_CHECKING:
    from ...playbook.model import Template, TemplateLanguage
    from ...playbook.playbook import Playbook

#: The actions, each with the fewest and the most playbooks it takes, and that in words.
_ACTIONS: Final = {
    "list": (0, 0, "no playbook"),
    "show": (0, 1, "one playbook"),
    "diff": (2, 2, "two playbooks"),
    "learn": (1, 1, "one page"),
    "check": (1, 1, "one TOML file"),
    "schema": (0, 0, "no playbook"),
}
#: The plain values of a playbook, and its lists of entries that are known by their first value.
_VALUES: Final = ("id", "summary", "default_language")
_LISTS: Final = ("workloads", "hashtags", "note_types", "roles", "priorities", "summaries", "languages")
#: The output formats of a check.
_FORMATS: Final = ("full", "json")
_LEARN: Final = Heading("learn", "these options belong to ftnotes playbook learn")


@frozen
class PlaybookArguments:
    """The arguments of ``playbook``."""

    action: str = positional(
        "ACTION", f"{', '.join(_ACTIONS)} (default: list)", nargs="?", default="list", type=OneOf(tuple(_ACTIONS))
    )
    playbooks: list[str] = positional(
        "PLAYBOOK",
        "an edition, such as 2020-05, or a TOML file: one to show, two to compare; a page to learn from; or a file to check",
        nargs="*",
    )
    examples: list[str] | None = option("filled notes, from which names are proposed", _LEARN, metavar="NOTE", nargs="+")
    extends: str | None = option("the edition that the learned playbook extends", _LEARN, metavar="EDITION")
    output_format: str | None = option(
        f"form of a check: {', '.join(_FORMATS)} (default: full)", metavar="FORM", type=OneOf(_FORMATS)
    )
    output: str | None = option(
        "write the learned playbook to a new file; an existing one is kept", _LEARN, "-o", "--output", metavar="FILE"
    )


def _run(arguments: PlaybookArguments, errors: Screen) -> int:
    _refuse_wrong_number(arguments.action, arguments.playbooks)
    if arguments.output_format and arguments.action != "check":
        raise UsageError(f"--output-format belongs to check, not to {arguments.action}")
    if arguments.action == "learn":
        from .playbook_learn import learn

        return learn(arguments.playbooks[0], arguments.examples or (), arguments.extends, arguments.output, errors)
    if arguments.examples or arguments.extends is not None or arguments.output is not None:
        raise UsageError(f"--examples, --extends and --output belong to learn, not to {arguments.action}")
    if arguments.action == "check":
        from .playbook_check import check

        return check(arguments.playbooks[0], arguments.output_format or "full", errors)
    screen = Screen.of(sys.stdout)
    for line in _lines(screen, arguments.action, arguments.playbooks):
        screen.print(line)
    return CLEAN


def _refuse_wrong_number(action: str, names: Sequence[str]) -> None:
    from ...playbook.playbook import Playbook

    least, most, takes = _ACTIONS[action]
    if not least <= len(names) <= most:
        kinds = "" if action in ("learn", "check") else f": an edition ({', '.join(Playbook.editions())}) or a TOML file"
        raise UsageError(f"{action} takes {takes}{kinds}")


def _lines(screen: Screen, action: str, names: Sequence[str]) -> Iterator[str]:
    from ...playbook.playbook import Playbook

    playbooks = [_load(name) for name in names]
    if action == "list":
        return _listed(screen)
    if action == "schema":
        return _schema()
    if action == "show":
        return _shown(screen, playbooks[0] if playbooks else Playbook.load())
    return _compared(screen, *playbooks)


def _load(name: str) -> Playbook:
    """Load an edition by its id, or a file."""
    from ...policy.configuration import load_edition, read_playbook

    is_file = os.sep in name or "/" in name or name.endswith(".toml")
    return read_playbook(name) if is_file else load_edition(name)


def _listed(screen: Screen) -> Iterator[str]:
    from ...playbook.model import DEFAULT_EDITION
    from ...playbook.playbook import Playbook

    for edition in Playbook.editions():
        mark = " (default)" if edition == DEFAULT_EDITION else ""
        yield f"{edition}{mark}: {screen.escape(Playbook.load(edition).summary)}"


def _schema() -> Iterator[str]:
    import json

    from ...interchange.json_schema import playbook_schema

    yield json.dumps(playbook_schema(), indent=2)


def _shown(screen: Screen, playbook: Playbook) -> Iterator[str]:
    language = next(one for one in playbook.languages if one.code == playbook.default_language)
    yield f"{screen.styled(screen.escape(playbook.id), 'place')}: {screen.escape(playbook.summary)}"
    for template in playbook.templates:
        local = template.words.get(language.code) or next(iter(template.words.values()))
        titles = f" ({', '.join(local.titles)})" if local.titles else ""
        yield from _section(screen, f"template {template.key}{titles}", _fields(template, local))
    workloads = (f"[{one.tag}] {_first(language.workload_names.get(one.tag), one.names)}" for one in playbook.workloads)
    yield from _section(screen, "workloads", workloads)
    yield from _section(screen, "hashtags", (f"{one.tag}: {one.summary}" for one in playbook.hashtags))
    yield from _section(screen, "note types", (f"{one.key}: {', '.join(one.names)}" for one in playbook.note_types))
    roles = (f"{one.key}: {', '.join(one.names)}; writes {', '.join(one.note_types) or 'none'}" for one in playbook.roles)
    yield from _section(screen, "roles", roles)
    yield from _section(screen, "priorities", (f"{one.key}: {', '.join(one.names)}" for one in playbook.priorities))
    yield from _section(screen, "languages", (f"{one.code}: {one.name}" for one in playbook.languages))


def _section(screen: Screen, name: str, lines: Iterator[str]) -> Iterator[str]:
    entries = list(lines)
    yield ""
    yield screen.styled(f"{screen.escape(name)}:", "place") + ("" if entries else " none")
    for entry in entries:
        yield f"  {screen.escape(entry)}"


def _fields(template: Template, local: TemplateLanguage) -> Iterator[str]:
    for spec in template.fields:
        label = next(iter(local.labels.get(spec.key, ())), "(no label)")
        words = local.choices.get(spec.key, {})
        choices = ", ".join(next(iter(words.get(choice, ())), choice) for choice in spec.choices)
        yield f"{spec.key}: {label}{f' ({choices})' if choices else ''}{'' if spec.required else ', optional'}"


def _first(own: Sequence[str] | None, other: Sequence[str]) -> str:
    return (own or other)[0]


def _compared(screen: Screen, one: Playbook, other: Playbook) -> Iterator[str]:
    before, after = _flat(one), _flat(other)
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    for key in changed:
        if key in before:
            yield screen.styled(f"- {screen.escape(f'{key}: {before[key]}')}", "removed")
        if key in after:
            yield screen.styled(f"+ {screen.escape(f'{key}: {after[key]}')}", "added")
    if not changed:
        yield f"{screen.escape(one.id)} and {screen.escape(other.id)} are equal"


def _flat(playbook: Playbook) -> dict[str, str]:
    """Return each value of a playbook by its path in a file."""
    values = dict(_values("", {name: getattr(playbook, name) for name in (*_VALUES, *_LISTS)}))
    for template in playbook.templates:
        for code, words in template.words.items():
            values |= _values(f"languages.{code}.templates.{template.key}", words)
        values |= _values(f"templates.{template.key}.fields", template.fields)
    return values


def _values(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _values(f"{path}.{key}".lstrip("."), part)
    elif isinstance(value, tuple) and value and isinstance(value[0], tuple):
        names = [str(part[0]) for part in value]
        for number, part in enumerate(value, 1):
            name = names[number - 1] if len(set(names)) == len(names) else str(number)
            yield from _values(f"{path}.{name}", part)
    elif isinstance(value, tuple):
        if value:
            yield path, ", ".join(map(str, value))
    else:
        yield path, str(value)


COMMAND: Final = Command(
    "[ACTION] [PLAYBOOK ...] [OPTIONS]",
    "List the editions, show the content of a playbook, compare two, learn one from a page with a blank template, check "
    "one for what is wrong or weak, or print the JSON Schema of playbook files.",
    PlaybookArguments,
    _run,
)
