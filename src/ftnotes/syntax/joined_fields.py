"""Several fields or workloads on one line: ``EXEC SUMMARY | Customer: Bank | Status: Reactive``.

A line is cut where a known label with a colon, or a known tag in brackets, follows a joint. A pipe is one anywhere; what is
also in sentences (a semicolon, a slash, the end of a sentence) is one where the line has three or more fields; and there,
before published labels, so are the bullets of lines whose breaks were lost, and the space before a word in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple, cast

from ..text.source import WHITESPACE
from .builder import Token
from .inner_labels import InnerLabels
from .inner_workloads import InnerWorkloads
from .line_parts import DECORATION, LONGEST_HEAD, WorkloadParts, field_parts, first_separator
from .titles import TitleParts

#: What is between two fields on a line, with the spaces around it.
_JOINT: Final = re.compile(
    rf"(?<![{WHITESPACE}])[{WHITESPACE}]*+[|;；][{WHITESPACE}{DECORATION}]*+"
    rf"|(?<![{WHITESPACE}])[{WHITESPACE}]++/[{WHITESPACE}]++"
    rf"|(?<![{WHITESPACE}])(?P<bullet>[{WHITESPACE}]++(?:[-–—•·▪*]|o(?=[{WHITESPACE}]++\[))[{WHITESPACE}]++)"
    rf"|(?<=[.!?])[{WHITESPACE}]++"
    rf"|(?<=[\w.,!?)\"'%*])(?P<capitals>[{WHITESPACE}]++(?=[A-Z][A-Z0-9]))"
)
#: One or several tags, and no text of a link.
_TAGS: Final = re.compile(r"\[([^\[\]\r\n]{1,40})\](?!\()")
#: What is between two workloads on a line.
_TAG_JOINT: Final = re.compile(rf"(?<![{WHITESPACE}])(?:[{WHITESPACE}]*+[|;；]|[{WHITESPACE}]++/)[{WHITESPACE}]*+(?=\[)")
#: A tag, and no text of a link.
_TAG: Final = re.compile(r"\[([^\W_]++)\](?!\()")
#: How many fields a line has whose joints are also in sentences, and how many follow a title on its line.
_MANY, _AFTER_TITLE = 3, 2
#: What can be between a title and the joint after it.
_CLOSING: Final = DECORATION + ".:"


class _Piece(NamedTuple):
    """A field, or a workload with a tag, after a joint."""

    #: Where the joint starts and ends.
    joint: int
    start: int
    #: The kind and key of the label, and where it and its colon end; empty and the start for a workload.
    kind: str
    key: str | None
    label_end: int
    value: int


def _pieces(labels: InnerLabels, text: str, start: int, end: int, known: Collection[str | None]) -> list[_Piece]:
    """Return the pieces after joints; a label of a ``known`` field is text."""
    pieces: list[_Piece] = []
    keys: set[str | None] = set(known)
    is_sure = True
    for joint in _JOINT.finditer(text, start, end):
        if pieces and joint.start() < pieces[-1].label_end:
            continue  # in its label
        at = joint.end()
        head = text[at : min(at + 2 * LONGEST_HEAD, end)]  # bounded, so that many joints on a line take linear time
        if head.startswith("["):
            tag = _TAG.match(head)
            if tag and labels.vocabulary.tag(tag[1]):
                pieces.append(_Piece(joint.start(), at, "", None, at, at))
            continue
        separator = first_separator(head)
        if separator is None or not separator["colon"]:
            continue
        label: tuple[str, str | None] | None = labels.find(head[: separator.start()], True)
        if label is None and labels.everyday.is_own_label(head[: separator.start()]):
            label = "OWN", None
        if label and label[1] not in keys and (label[0] == "FIELD" or joint.lastgroup is None):
            if label[1]:
                keys.add(label[1])
            is_sure = is_sure and "|" in joint.group()
            pieces.append(_Piece(joint.start(), at, *label, at + separator.start(), at + separator.end()))
    fields = sum(bool(piece.key) for piece in pieces)
    return pieces if fields and (is_sure or fields + bool(known) >= _MANY) else []


def joined_title(labels: InnerLabels, before: str, content: str, after: str, end: int) -> TitleParts | None:
    """Return the parts of a title that fields follow on its line, with these as its last part; None if there are too few."""
    pieces = _pieces(labels, content, end, len(content), ()) if end else []
    if sum(bool(piece.key) for piece in pieces) < _AFTER_TITLE or content[end : pieces[0].joint].strip(_CLOSING):
        return None
    return before, "", None, content[:end], None, "", content[end:] + after


def parted_title(labels: InnerLabels, workloads: InnerWorkloads, line: Token, text: str) -> Iterator[Token]:
    """Yield a title and the fields after it on its line."""
    *parts, after = line.parts
    start = line.end - len(after)
    end = start + len(after.rstrip("\r\n>" + WHITESPACE))
    pieces = _pieces(labels, text, start, end, ())
    yield Token("TITLE", line.start, pieces[0].start, (*parts, text[start : pieces[0].start]))
    yield from _tokens(workloads, pieces, text, end, line.end)


def parted_field(
    labels: InnerLabels, workloads: InnerWorkloads, line: Token, text: str, known: Collection[str | None]
) -> Iterator[Token]:
    """Yield a field and those after it on its line, except ``known`` ones, which have lines of their own."""
    *parts, value, after = line.parts
    end = line.end - len(after)
    start = end - len(value)
    pieces = _pieces(labels, text, start, end, known)
    if not pieces:
        yield line
        return
    first = pieces[0]
    stop, line.end = line.end, first.start
    line.parts = (*parts, text[start : first.joint], text[first.joint : first.start])
    yield line
    yield from _tokens(workloads, pieces, text, end, stop)


def parted_workload(workloads: InnerWorkloads, line: Token, text: str) -> Iterator[Token]:
    """Yield a workload and those with tags after joints on its line."""
    *parts, update, after = line.parts
    end = line.end - len(after)
    start = end - len(update)
    pieces = [
        _Piece(joint.start(), joint.end(), "", None, joint.end(), joint.end())
        for joint in _TAG_JOINT.finditer(text, start, end)
        if (tag := _TAGS.match(text, joint.end(), end)) and workloads.classifier.is_tag(tag[1])
    ]
    if pieces:
        stop, line.end = line.end, pieces[0].start
        line.parts = (*parts, text[start : pieces[0].joint], text[pieces[0].joint : line.end])
        yield line
        yield from _tokens(workloads, pieces, text, end, stop)
    else:
        yield line


def _tokens(workloads: InnerWorkloads, pieces: Sequence[_Piece], text: str, end: int, stop: int) -> Iterator[Token]:
    """Yield the tokens of pieces; the content of the last ends at ``end``, and its line at ``stop``."""
    for piece, below in zip(pieces, (*pieces[1:], None), strict=True):
        content_end, piece_end = (below.joint, below.start) if below else (end, stop)
        after = text[content_end:piece_end]
        if piece.kind:
            label, value = text[piece.start : piece.label_end], min(piece.value, content_end)
            parts = field_parts(piece.key, label, "", text[piece.label_end : value], text[value:content_end], after)
            token = Token(piece.kind, piece.start, piece_end, parts)
        else:
            workload = cast(WorkloadParts, workloads.running(text[piece.start : content_end]))  # since its tag is known
            token = Token("ITEM", piece.start, piece_end, (*workload[:-1], workload[-1] + after))
        token.is_joined = True
        yield token
