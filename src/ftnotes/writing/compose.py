"""Notes made from values: the blank template, and summaries that say what is handed over.

What comes out is read back: text that would be taken for a field, a tag or a title of its own is refused, and the message
names the value it came with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from ..playbook.model import FieldSpec
from ..playbook.playbook import Playbook, choose_language, choose_playbook
from ..playbook.wording import JOINT, Wording, wording_in
from ..syntax.document import Document
from ..syntax.nodes import ExecSummary, Field, Title, Workload
from ..syntax.parser import parse
from ..syntax.serializer import serialize
from ..syntax.validators import tidy_lines
from ..text.suggest import did_you_mean, unknown
from .read_back import difference

#: The workloads of a note: tags, or `Workload` nodes; or what is said of each, by its tag.
Workloads: TypeAlias = Mapping[str, str] | Iterable[str | Workload]

#: How a value is read that is not read as it is.
_OWN: Final = "part of it as a title, a field, a workload or a paragraph of its own; word it otherwise"
#: Between the choices of a blank template.
_OR: Final = "/"


def new(
    *,
    language: str = "en",
    edition: str | None = None,
    playbook: Playbook | None = None,
    workloads: Workloads | None = None,
    covid: bool = False,
    **values: str | None,
) -> str:
    """The blank template; or, where values are given, a note that says them.

    Args:
        language: the language of the note.
        edition: the id of a published edition; the default one where neither this nor ``playbook`` is given.
        playbook: a playbook of one's own.
        workloads: tags or `Workload` nodes, or a mapping of tags to updates; they come in the order of the template. Without
            them, the blank template lists all, and a note none.
        covid: whether to put the hashtag of the playbook (the first, where it has several) into the title.
        **values: what the fields say, by their keys: ``customer="…"``, ``engagement_status="on-hold"``. A choice is given by
            its key, as a member of its enumeration, or in the words of any language. A field without a value stays empty.

    Returns:
        The text, with line feeds as line ends.

    Raises:
        TypeError: a key is unknown, or a value of another type; the message lists the keys.
        ValueError: there is no such language, edition, choice or workload, or a value would be read as something else than
            itself. The message names the value.

    Source: "Template for Note Entries" of the Overall Status Notes Guidance.
    """
    chosen = choose_playbook(playbook, edition)
    words = wording_in(chosen, choose_language(chosen, language))
    return serialize(_summary(words, workloads, covid, values, blank=not values))


def build_note(
    *,
    language: str = "en",
    edition: str | None = None,
    playbook: Playbook | None = None,
    workloads: Workloads | None = None,
    covid: bool = False,
    **values: str | None,
) -> ExecSummary:
    """A summary that says what is given, as `new` writes it; without values one whose fields are empty."""
    chosen = choose_playbook(playbook, edition)
    words = wording_in(chosen, choose_language(chosen, language))
    return _summary(words, workloads, covid, values, blank=False)


def _summary(
    words: Wording, workloads: Workloads | None, covid: bool, values: Mapping[str, str | None], blank: bool
) -> ExecSummary:
    playbook = words.playbook
    given: dict[str, str | None] = {}
    for argument, value in values.items():
        given[field_key(words, argument)] = value
    body: list[Field] = []
    for spec in playbook.fields:
        label = field_label(words, spec.key)
        if label is None:
            continue
        listed: tuple[Workload, ...] = ()
        if spec.key == words.listing:
            tags: Workloads = [known.tag for known in playbook.workloads] if blank and workloads is None else workloads or ()
            listed = _workloads(words, tags)
        value = _hint(words, spec, workloads) if blank else field_value(words, spec, given.get(spec.key) or "")
        body.append(Field(spec.key, label, value, listed))
    title = Title(words.title, _hashtag(playbook) if covid else "")
    return _read_back(ExecSummary(title, tuple(body), playbook))


def _hint(words: Wording, spec: FieldSpec, workloads: Workloads | None) -> str:
    if spec.choices:
        return _OR.join(_choice(words, spec.key, choice) for choice in spec.choices)
    if spec.key == words.listing and workloads is not None:
        return ""  # the hint says to leave out some, and that has been done
    return words.language.hints.get(spec.key, ("",))[0]


def _hashtag(playbook: Playbook) -> str:
    if not playbook.hashtags:
        raise ValueError(f"covid: playbook {playbook.id} asks for no hashtag; leave it out, or take an edition that does")
    return playbook.hashtags[0].tag


def argument_of(key: str) -> str:
    """The key of a field as Python has it."""
    return key.replace("-", "_")


def field_key(words: Wording, name: str) -> str:
    """The key of a field by a name as Python has it, ``engagement_status`` or ``engagement-status``.

    Raises:
        TypeError: no field has it; the message lists those that there are.
    """
    if not isinstance(name, str):
        raise TypeError(f"the key of a field is a str, not {type(name).__name__}")
    keys = {argument_of(spec.key): spec.key for spec in words.playbook.fields}
    asked = argument_of(name)
    if asked not in keys:
        raise TypeError(
            f"playbook {words.playbook.id} has no field {name!r:.80}{did_you_mean(asked, keys)}; it has {', '.join(keys)}"
        )
    return keys[asked]


def field_label(words: Wording, key: str) -> str | None:
    """The label of a field; in the default language where the note's has none, and None where that has none either."""
    return words.labels.get(key) or wording_in(words.playbook, words.playbook.default_language).labels.get(key)


def field_value(words: Wording, spec: FieldSpec, value: str) -> str:
    """What a field says, in the language of the note where it is a choice.

    Raises:
        TypeError: it is no text.
        ValueError: it is none of the choices; the message lists them.
    """
    name = argument_of(spec.key)
    text = tidy_lines(name, value)
    if not spec.choices or not text:
        return text
    choice = text if text in spec.choices else words.vocabulary.choice(spec.key, text)
    if choice is None:
        wordings = {choice: words.choices[spec.key].get(choice, choice) for choice in spec.choices}
        close = did_you_mean(text, [*wordings, *wordings.values()])
        listed = ", ".join(f"{choice!r} ({wording})" for choice, wording in wordings.items())
        raise ValueError(f"{name}: {text!r:.80} is none of its choices{close}; they are {listed}")
    return _choice(words, spec.key, choice)


def _choice(words: Wording, key: str, choice: str) -> str:
    """A choice in the words of the language; in those of another where it has none."""
    playbook = words.playbook
    every = (wording_in(playbook, language.code).choices[key].get(choice) for language in playbook.languages)
    return words.choices[key].get(choice) or next(filter(None, every))  # one has it, or the playbook is refused


def make_workload(words: Wording, tag: str | Workload, update: str = "", name: str = "") -> Workload:
    """A workload by its tag or name, in the words of the language.

    Args:
        words: the words.
        tag: a tag of the playbook, several joined by ``+``, a name of a workload; or a node, for a tag of one's own.
        update: what is said of it.
        name: the name to write; that of the playbook where none is given.

    Raises:
        TypeError: it is neither text nor a node.
        ValueError: the playbook has no such workload; the message lists the tags.
    """
    if isinstance(tag, Workload):
        return tag
    if not isinstance(tag, str):
        raise TypeError(f"a workload is given by its tag or as a Workload, not as {type(tag).__name__}")
    known = words.vocabulary
    parts = [tag] if known.tag(tag) else [known.tag(part) for part in tag.split(JOINT)]
    if all(parts):
        written = words.workload(tag, name, bool(update))
    elif known.name(tag):
        written = words.workload("", tag)
    else:
        raise unknown("workload", tag, [spec.tag for spec in words.playbook.workloads], f"playbook {words.playbook.id} has")
    return Workload(written[0], name or written[1], tidy_lines(f"workloads[{tag!r}]", update))


def _workloads(words: Wording, given: Workloads) -> tuple[Workload, ...]:
    if isinstance(given, (str, Workload)) or not isinstance(given, Iterable):
        raise TypeError(f"workloads takes tags, Workload nodes, or a mapping of tags to updates, not {type(given).__name__}")
    if isinstance(given, Mapping):
        made = [make_workload(words, tag, update) for tag, update in given.items()]
    else:
        made = [make_workload(words, tag) for tag in given]
    return tuple(sorted(made, key=lambda workload: template_place(words, workload)))


def template_place(words: Wording, workload: Workload) -> int:
    """The place of a workload in the template: by its first tag, or by its name; behind all others where it has none."""
    place = words.place((workload.tags or (workload.name,))[0])
    return len(words.workload_order) if place is None else place


def _read_back(summary: ExecSummary) -> ExecSummary:
    """Refuse what would be read otherwise."""
    meant = Document((summary,))
    found = parse(serialize(meant), summary.playbook)
    if found != meant:
        node, said, read = difference(meant.walk(), found.walk())
        if isinstance(node, Workload):
            said, read = f"workloads[{node.tag or node.name!r}] {node.update!r:.80}", _OWN
        elif isinstance(node, Field):
            said, read = f"{argument_of(node.key or '')} {node.value!r:.80}", _OWN
        raise ValueError(f"{said} would be read otherwise: {read}")
    return summary
