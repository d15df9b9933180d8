"""Trees as JSON and back: the full form is lossless, the compact form has the content only.

Each node is an object: its ``type``, its ``span`` in the text (start and end in code points), its attributes, and its
``layout`` (null means the canonical form). `ftnotes.syntax.nodes` documents the attributes, and `ftnotes.json_schema` returns
the schema. The compact form leaves out spans, layouts and computed members.

Reading takes both forms and mixtures of them: members with a default can be left out, a layout too, and computed members
(`DERIVED`) are ignored. So a value can be changed, or a node added, in the full form by hand.

The only loss is in ``json.dumps``: it escapes two separate halves of a surrogate pair as it does the character they would
make. ``ensure_ascii=False`` keeps them apart.

A structuring library (cattrs) would only save the loop below: it needs hooks for spans, lists, unions and ignored members.
"""

from __future__ import annotations

from functools import partial
from typing import Final, TypeAlias, cast

from attrs import frozen

from ..playbook.model import DEFAULT_EDITION, PlaybookError
from ..playbook.playbook import Playbook, choose_playbook
from ..syntax.document import Document, Node, playbook_for
from ..syntax.exec_summary import ExecSummary
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from ..syntax.parser import as_document
from ..text.decoder import kind_of
from ..text.source import Span
from ..text.suggest import did_you_mean
from .json_shapes import SHAPES, Member, Shape
from .records import choice_keys, workload_keys

Json: TypeAlias = "int | str | list[Json] | dict[str, Json] | None"

#: The number of characters of a text that are quoted in an error.
_QUOTED: Final = 60

#: The version of this JSON; it changes if a reader of the old version would misread the new one.
FORMAT: Final = 1


class InterchangeError(ValueError):
    """JSON that is not a document. The message names the place, the problem and the expected value."""

    #: The place, as ``blocks[2].body[1].value``; empty for the whole.
    path: str
    reason: str

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason

    def __str__(self) -> str:
        return f"{self.path or 'the JSON of a document'}: {self.reason}"

    def below(self, place: str) -> InterchangeError:
        """Return the error with the place one level up."""
        return InterchangeError(f"{place}.{self.path}" if self.path else place, self.reason)


# ---- writing


def to_json(
    text_or_document: str | Document,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    compact: bool = False,
) -> dict[str, Json]:
    """Convert a note to values for ``json.dumps``.

    Args:
        text_or_document: any text, or a document, parsed or built from nodes.
        playbook: the playbook with which to read; without it and ``edition``, that of the document, or the default edition
            for a text.
        edition: the id of a published edition, instead of ``playbook``.
        compact: whether to write the content only, without spans, layouts and computed members.

    Returns:
        ``{"format": 1, "playbook": "2020-03", "type": "Document", "span": [0, 99], "hashtags": […], "blocks": […]}``, with
        the id of the playbook. Beside the attributes of its class,

        * a document has its ``hashtags``, each with ``text`` and ``span``,
        * a summary has its ``language``, and the key of the choice for each choice field of the playbook (``choices``),
        * a workload has its ``keys``: the playbook's tag for each of its tags (see `records.workload_keys`).

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    document = as_document(text_or_document, playbook, edition, caller="to_json")
    chosen = playbook_for(document, None, None)
    heading: dict[str, Json] = {"format": FORMAT, "playbook": chosen.id}
    return {**heading, **(_content(document) if compact else _Encoder(document, chosen).whole())}


def _content(node: Node) -> dict[str, Json]:
    """Return a node in the compact form."""
    data: dict[str, Json] = {"type": type(node).__name__}
    for name, kind, several, *_ in SHAPES[type(node)].members:
        if kind != "layout":
            value = getattr(node, name)
            data[name] = value if kind == "text" else [*map(_content, value)] if several else value and _content(value)
    return data


@frozen
class _Encoder:
    """Writes the nodes of a document in the full form: each class as one literal, which is fast."""

    document: Document
    playbook: Playbook

    def span(self, node: Node) -> list[Json]:
        return _pair(self.document.span(node))

    def whole(self) -> dict[str, Json]:
        """Return the document."""
        document = self.document
        hashtags: list[Json] = [{"text": hashtag.text, "span": _pair(hashtag.span)} for hashtag in document.hashtags]
        blocks: list[Json] = [self.prose(block) if isinstance(block, Prose) else self.note(block) for block in document.blocks]
        return {"type": "Document", "span": self.span(document), "hashtags": hashtags, "blocks": blocks}

    def note(self, node: Note) -> dict[str, Json]:
        """Return a note, with its template unless its type implies it, as that of an exec summary does."""
        return {
            "type": type(node).__name__,
            "span": self.span(node),
            "language": node.language,
            "choices": {**choice_keys(node)},
            **({} if isinstance(node, ExecSummary) else {"template": node.template}),
            "title": None if node.title is None else self.title(node.title),
            "body": [
                self.field(item)
                if isinstance(item, Field)
                else self.workload(item)
                if isinstance(item, Workload)
                else self.prose(item)
                for item in node.body
            ],
        }

    def title(self, node: Title) -> dict[str, Json]:
        layout = node.layout
        return {
            "type": "Title",
            "span": self.span(node),
            "text": node.text,
            "remark": node.remark,
            "lead": node.lead,
            "layout": {"before": layout.before, "between": layout.between, "after": layout.after, "joint": layout.joint},
        }

    def field(self, node: Field) -> dict[str, Json]:
        layout = node.layout
        return {
            "type": "Field",
            "span": self.span(node),
            "key": node.key,
            "label": node.label,
            "value": node.value,
            "workloads": [*map(self.workload, node.workloads)],
            "layout": {
                "before": layout.before,
                "colon": layout.colon,
                "breaks": [*layout.breaks],
                "after": layout.after,
                "dangling": layout.dangling,
                "label_breaks": [*layout.label_breaks],
            },
        }

    def workload(self, node: Workload) -> dict[str, Json]:
        layout = node.layout
        return {
            "type": "Workload",
            "span": self.span(node),
            "keys": [*workload_keys(node, self.playbook)],
            "tag": node.tag,
            "name": node.name,
            "update": node.update,
            "layout": {
                "before": layout.before,
                "open": layout.open,
                "close": layout.close,
                "separator": layout.separator,
                "breaks": [*layout.breaks],
                "after": layout.after,
                "dangling": layout.dangling,
                "joint": layout.joint,
            },
        }

    def prose(self, node: Prose) -> dict[str, Json]:
        return {"type": "Prose", "span": self.span(node), "text": node.text}


def _pair(span: Span) -> list[Json]:
    return [span.start, span.end]


# ---- reading


def from_json(data: object, *, playbook: Playbook | None = None, edition: str | None = None) -> Document:
    """Build the document that `to_json` wrote, in the full form or the compact one.

    The full form gives the same document with the same text; the compact form gives the same content in the layout of the
    template. The document is built and not read back: for JSON that was changed or written by hand, compare
    ``parse(document.text, playbook) == document`` to learn whether its text is read as the same tree.

    Args:
        data: the JSON as ``json.loads`` returns it.
        playbook: the playbook of the document; without it and ``edition``, the published edition that the JSON names. A custom
            one must be given, since the JSON has only its id.
        edition: the id of a published edition, instead of ``playbook``.

    Raises:
        InterchangeError: the JSON is not a document; the message names the place, the problem and the expected value.
        TypeError: ``playbook`` is not a `Playbook`.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    chosen = None if playbook is None and edition is None else choose_playbook(playbook, edition)
    if isinstance(data, str | bytes):
        raise InterchangeError("", "expected parsed JSON, not a text: from_json(json.loads(text))")
    table = _object(data, SHAPES[Document])
    if "format" not in table:
        raise InterchangeError("format", f"is missing; expected {FORMAT}, the supported version")
    version = table["format"]
    if version != FORMAT or isinstance(version, bool):
        shown = f"version {version}" if type(version) is int and 0 <= version < 1000 else _kind(version)
        raise InterchangeError("format", f"expected {FORMAT}, the supported version, not {shown}")
    name = table.get("playbook", DEFAULT_EDITION)
    if not isinstance(name, str):
        raise InterchangeError("playbook", f"expected the id of a playbook, not {_kind(name)}")
    return cast(Document, _Decoder(chosen or _edition(name)).node(table, (Document,)))


def _edition(name: str) -> Playbook:
    try:
        return Playbook.load(name)
    except PlaybookError as error:
        known = ", ".join(Playbook.editions())
        reason = f"expected a published edition ({known}), not {_quoted(name)}; pass a custom one as playbook=…"
        raise InterchangeError("playbook", reason) from error


@frozen
class _Decoder:
    """Converts objects to nodes."""

    playbook: Playbook

    def node(self, data: object, classes: tuple[type, ...]) -> object:
        """Decode a node of one of the classes, by the type of the object."""
        if not isinstance(data, dict):
            raise InterchangeError("", f"expected an object of the type {_names(classes)}, not {_kind(data)}")
        name = data.get("type")
        shape = next((SHAPES[cls] for cls in classes if cls.__name__ == name), None)
        if shape is None:
            if "type" not in data:
                raise InterchangeError("type", f"is missing; expected {_names(classes)}")
            raise InterchangeError(
                "type", f"expected {_names(classes)}, not {_quoted(name) if isinstance(name, str) else _kind(name)}"
            )
        return self.build(data, shape)

    def build(self, data: object, shape: Shape) -> object:
        """Decode an object of this shape, with the constructor of its class."""
        table = _object(data, shape)
        arguments: dict[str, object] = {"playbook": self.playbook} if shape.has_playbook else {}
        for member in shape.members:
            if member.name in table:
                arguments[member.name] = self.value(table[member.name], member)
            elif member.required:
                raise InterchangeError(member.name, f"is missing; expected {_expected(member)}")
        try:
            return shape.make(**arguments)
        except ValueError as error:
            # The constructors name class and attribute: "Workload.tag: must be on one line, …".
            place, _, reason = str(error).partition(": ")
            raise InterchangeError(place.partition(".")[2], reason) from error

    def value(self, data: object, member: Member) -> object:
        """Decode the value of an attribute."""
        if not member.several:
            if member.nullable and data is None:
                return None
            return self.one(data, member, member.name)
        if not isinstance(data, list):
            raise InterchangeError(member.name, f"expected {_expected(member)}, not {_kind(data)}")
        return tuple([self.one(item, member, f"{member.name}[{number}]") for number, item in enumerate(data)])

    def one(self, data: object, member: Member, place: str) -> object:
        """Decode one text, node or layout."""
        if member.kind == "text":
            if not isinstance(data, str):
                raise InterchangeError(place, f"expected {_expected(member._replace(several=False))}, not {_kind(data)}")
            return data
        try:
            return self.node(data, member.classes) if member.kind == "node" else self.build(data, SHAPES[member.classes[0]])
        except InterchangeError as error:
            raise error.below(place) from None


def _object(data: object, shape: Shape) -> dict[str, object]:
    """Return the data as an object without unknown members."""
    if not isinstance(data, dict):
        raise InterchangeError("", f"expected an object, not {_kind(data)}")
    if not data.keys() <= shape.known:
        name = next(name for name in data if name not in shape.known)
        hint = did_you_mean(name, shape.names) if isinstance(name, str) else ""
        unknown = f"the unknown member {_quoted(name)}{hint}" if isinstance(name, str) else f"a member named by {_kind(name)}"
        raise InterchangeError("", f"has {unknown}; expected {', '.join(shape.names)}")
    return data


# ---- errors: they never quote a whole value, which can be of any size and depth


def _expected(member: Member) -> str:
    one = "a text" if member.kind == "text" else f"an object of the type {_names(member.classes)}"
    return (f"a list, of {one} each" if member.several else one) + (" or null" if member.nullable else "")


def _names(classes: tuple[type, ...]) -> str:
    return " or ".join(cls.__name__ for cls in classes)


_kind: Final = partial(kind_of, table="an object")


def _quoted(text: str) -> str:
    return f"{text[:_QUOTED]!r}" + ("…" if len(text) > _QUOTED else "")
