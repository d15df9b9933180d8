"""A tree to JSON and back: what is said and how it was typed, so that nothing is lost; or what is said alone.

Each node is an object: its ``type``, its ``span`` in the text (start and end in code points), its attributes, and its
``layout`` (where null means "not typed": then the canonical form is meant). See `ftnotes.syntax.nodes` for what they hold, and
`ftnotes.json_schema` for the whole, as a schema. The compact form leaves out spans, layouts and all that can be worked out.

Reading knows one form: what the constructor of a class has a default for may be left out, a layout too, and what was worked
out when it was written (`DERIVED`) is not looked at. So a value can be changed, or a node added, in the full form by hand.

JSON text escapes the two halves of a character, were they apart in a text, as it does the character: it is the one thing that
``json.dumps`` loses, and ``ensure_ascii=False`` keeps it.

Written by hand rather than with a structuring library. We tried cattrs (26.2): it can't write spans, which a node alone does
not know; it needs hooks of our own for texts, lists, nodes of several types and members that are to be ignored, before it
refuses what must be refused; and of the path, the reason and what was expected, its errors told one or two. What it then
saves is the loop below.
"""

from __future__ import annotations

from functools import partial
from typing import Final, TypeAlias, cast

from attrs import frozen

from ..playbook.model import DEFAULT_EDITION, PlaybookError
from ..playbook.playbook import Playbook
from ..syntax.document import Document, Node
from ..syntax.nodes import ExecSummary, Workload
from ..text.decoder import kind_of
from ..text.source import Span
from ..text.suggest import did_you_mean
from .json_shapes import SHAPES, Member, Shape
from .records import choice_keys, workload_keys

Json: TypeAlias = "int | str | list[Json] | dict[str, Json] | None"

#: So many characters of a text are quoted in an error.
_QUOTED: Final = 60

#: The version of this JSON; it grows when a reader of the old one would misread the new.
FORMAT: Final = 1


class InterchangeError(ValueError):
    """JSON that is no document. The message names the place, what is wrong with it and what is expected."""

    #: Where it is wrong, as ``blocks[2].body[1].value``; empty for the whole.
    path: str
    reason: str

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason

    def __str__(self) -> str:
        return f"{self.path or 'the JSON of a document'}: {self.reason}"

    def below(self, place: str) -> InterchangeError:
        """The same error, told from one level further up."""
        return InterchangeError(f"{place}.{self.path}" if self.path else place, self.reason)


# ---- writing


def to_json(document: Document, *, compact: bool = False) -> dict[str, Json]:
    """A document as values that ``json.dumps`` takes.

    Args:
        document: any document, read or built.
        compact: what is said alone: without spans, layouts and what can be worked out.

    Returns:
        ``{"format": 1, "playbook": "2020-03", "type": "Document", "span": [0, 99], "hashtags": […], "blocks": […]}``; the
        playbook is the id of that with which the document was read. Beside the attributes of its class,

        * a document tells its ``hashtags``: each its ``text`` and its ``span``,
        * a summary its ``language``, and for each choice field of the playbook the key of the choice (``choices``),
        * a workload the ``keys`` it is known by: for each tag that of the playbook (see `records.workload_keys`).

    Raises:
        TypeError: this is no document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"to_json() takes a Document, not {type(document).__name__}: parse() makes one of a text")
    playbook = document.playbook or Playbook.load()
    heading: dict[str, Json] = {"format": FORMAT, "playbook": playbook.id}
    return {**heading, **_Writer(None if compact else document, playbook).node(document)}


@frozen
class _Writer:
    """Turns nodes into objects."""

    #: Where spans come from; None for the compact form.
    document: Document | None
    playbook: Playbook

    def node(self, node: Node) -> dict[str, Json]:
        form = SHAPES[type(node)]
        data: dict[str, Json] = {"type": form.name}
        if self.document is not None:
            data["span"] = _pair(self.document.span(node))
            data.update(self.derived(node))
        for name, what, several, *_ in form.members:
            value = getattr(node, name)
            if what == "text":
                data[name] = value
            elif what == "node":
                data[name] = [self.node(child) for child in value] if several else value and self.node(value)
            elif self.document is not None:
                data[name] = _layout(value)
        return data

    def derived(self, node: Node) -> dict[str, Json]:
        """What a node tells beside its attributes."""
        if isinstance(node, Workload):
            return {"keys": [*workload_keys(node, self.playbook)]}
        if isinstance(node, ExecSummary):
            return {"language": node.language, "choices": {**choice_keys(node)}}
        if isinstance(node, Document):
            return {"hashtags": [{"text": hashtag.text, "span": _pair(hashtag.span)} for hashtag in node.hashtags]}
        return {}


def _layout(layout: object) -> dict[str, Json]:
    data: dict[str, Json] = {}
    for name, _, several, *_ in SHAPES[type(layout)].members:
        value = getattr(layout, name)
        data[name] = list(value) if several else value
    return data


def _pair(span: Span) -> list[Json]:
    return [span.start, span.end]


# ---- reading


def from_json(data: object, *, playbook: Playbook | None = None) -> Document:
    """The document that `to_json` made this of, in the full form or the compact one.

    Of the full form it is the same document, and prints the same text; of the compact one it says the same, and prints as
    the template has it. It is built and not read back: whether some other JSON, changed or written by hand, makes a text
    that reads as it says, tells ``parse(serialize(document), playbook) == document``.

    Args:
        data: what ``json.loads`` makes of the JSON.
        playbook: with which words are read; without it, the published edition that the JSON names. One's own has to be
            given, since JSON has its id alone.

    Raises:
        InterchangeError: this is no document; the message names the place, what is wrong with it and what is expected.
        TypeError: ``playbook`` is none.
    """
    if not isinstance(playbook, Playbook | None):
        raise TypeError(f"playbook must be a Playbook, not {type(playbook).__name__}: use Playbook.load('2020-03')")
    if isinstance(data, str | bytes):
        raise InterchangeError("", "expected what json.loads makes of it, not the text: from_json(json.loads(text))")
    table = _object(data, SHAPES[Document])
    if "format" not in table:
        raise InterchangeError("format", f"is missing; expected {FORMAT}, the version that is read here")
    version = table["format"]
    if version != FORMAT or isinstance(version, bool):
        shown = f"version {version}" if type(version) is int and 0 <= version < 1000 else _kind(version)
        raise InterchangeError("format", f"expected {FORMAT}, the version that is read here, not {shown}")
    name = table.get("playbook", DEFAULT_EDITION)
    if not isinstance(name, str):
        raise InterchangeError("playbook", f"expected the id of a playbook, not {_kind(name)}")
    reader = _Reader(playbook or _edition(name))
    return cast(Document, reader.node(table, (Document,)))


def _edition(name: str) -> Playbook:
    try:
        return Playbook.load(name)
    except PlaybookError as error:
        known = ", ".join(Playbook.editions())
        reason = f"expected a published edition ({known}), not {_quoted(name)}; give your own as playbook=…"
        raise InterchangeError("playbook", reason) from error


@frozen
class _Reader:
    """Turns objects into nodes."""

    playbook: Playbook

    def node(self, data: object, classes: tuple[type, ...]) -> object:
        """A node of one of the classes, as the object's type says."""
        if not isinstance(data, dict):
            raise InterchangeError("", f"expected an object of the type {_names(classes)}, not {_kind(data)}")
        name = data.get("type")
        form = next((SHAPES[cls] for cls in classes if cls.__name__ == name), None)
        if form is None:
            if "type" not in data:
                raise InterchangeError("type", f"is missing; expected {_names(classes)}")
            raise InterchangeError(
                "type", f"expected {_names(classes)}, not {_quoted(name) if isinstance(name, str) else _kind(name)}"
            )
        return self.build(data, form)

    def build(self, data: object, form: Shape) -> object:
        """What an object of this shape says, built by the constructor of its class."""
        table = _object(data, form)
        said: dict[str, object] = {"playbook": self.playbook} if form.has_playbook else {}
        for member in form.members:
            if member.name in table:
                said[member.name] = self.value(table[member.name], member)
            elif member.required:
                raise InterchangeError(member.name, f"is missing; expected {_expected(member)}")
        try:
            return form.make(**said)
        except ValueError as error:
            # The constructors name class and attribute: "Workload.tag: holds a line end, …".
            place, _, reason = str(error).partition(": ")
            raise InterchangeError(place.partition(".")[2], reason) from error

    def value(self, data: object, member: Member) -> object:
        """What an attribute holds."""
        if not member.several:
            if member.nullable and data is None:
                return None
            return self.one(data, member, member.name)
        if not isinstance(data, list):
            raise InterchangeError(member.name, f"expected {_expected(member)}, not {_kind(data)}")
        return tuple([self.one(item, member, f"{member.name}[{number}]") for number, item in enumerate(data)])

    def one(self, data: object, member: Member, place: str) -> object:
        """The same for one that is no list."""
        if member.what == "text":
            if not isinstance(data, str):
                raise InterchangeError(place, f"expected {_expected(member._replace(several=False))}, not {_kind(data)}")
            return data
        try:
            return self.node(data, member.classes) if member.what == "node" else self.build(data, SHAPES[member.classes[0]])
        except InterchangeError as error:
            raise error.below(place) from None


def _object(data: object, form: Shape) -> dict[str, object]:
    """An object in which nothing stands that is not known."""
    if not isinstance(data, dict):
        raise InterchangeError("", f"expected an object, not {_kind(data)}")
    if not data.keys() <= form.known:
        name = next(name for name in data if name not in form.known)
        hint = did_you_mean(name, form.names) if isinstance(name, str) else ""
        unknown = f"the unknown member {_quoted(name)}{hint}" if isinstance(name, str) else f"a member named by {_kind(name)}"
        raise InterchangeError("", f"has {unknown}; expected {', '.join(form.names)}")
    return data


# ---- what is told in errors: never a value whole, which may be of any size and depth


def _expected(member: Member) -> str:
    one = "a text" if member.what == "text" else f"an object of the type {_names(member.classes)}"
    return (f"a list, of {one} each" if member.several else one) + (" or null" if member.nullable else "")


def _names(classes: tuple[type, ...]) -> str:
    return " or ".join(cls.__name__ for cls in classes)


_kind: Final = partial(kind_of, table="an object")


def _quoted(text: str) -> str:
    return f"{text[:_QUOTED]!r}" + ("…" if len(text) > _QUOTED else "")
