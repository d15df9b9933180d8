"""The harm that fixes can do: new diagnostics, another meaning of the note, or a lost hashtag or comment.

It is found by comparing the note before and after, and traced to lines, so that the fixes on other lines can be tried without
those that did it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from attrs import field, frozen

from ..syntax.document import Document
from ..text.edits import Edit, SourceMap
from ..text.patterns import COMMENT, HASHTAG
from ..text.source import LineMap
from ..writing.meaning import Known, Part, decoded, differ_in_decoration, parts_of, tokens_of
from .diagnostics import Diagnostic, Fix
from .fix_result import Applied
from .report import Report

#: Reasons to skip a fix.
CHANGES_MEANING: Final = "it would change more than decoration"
LOSES: Final = "it would remove a hashtag or a comment"
#: The number of characters around an edit in which it can change words.
_AROUND: Final = 20

_COMMENT: Final = re.compile(COMMENT)
_HASHTAG: Final = re.compile(HASHTAG)


@frozen(eq=False, slots=False)
class CheckedNote:
    """A note and its report, which is made when it is first asked for."""

    document: Document
    check: Callable[[Document], Report]
    #: Parts of the meaning of this note and of those that it is compared with.
    known: Known = field(factory=dict, repr=False)

    @cached_property
    def report(self) -> Report:
        """The report."""
        return self.check(self.document)

    def after(self, document: Document) -> CheckedNote:
        """Return what fixes make of the note."""
        return CheckedNote(document, self.check, self.known)

    @property
    def is_checked(self) -> bool:
        """Whether the report was made."""
        return "report" in self.__dict__

    @property
    def is_decoded(self) -> bool:
        """Whether HTML in it was decoded, and the note read again."""
        return "decoded" in self.__dict__ and self.decoded[0] is not self.document

    @property
    def counts(self) -> Counter[str]:
        """The number of diagnostics of each code."""
        return Counter(diagnostic.code for diagnostic in self.report.diagnostics)

    @cached_property
    def lines(self) -> LineMap:
        """The lines of the text."""
        return LineMap(self.document.text)

    @cached_property
    def parts(self) -> list[tuple[int, Part]]:
        """The parts of the meaning, each with its offset."""
        read, origin = self.decoded
        return [(origin(at), part) for at, part in parts_of(read, self.known)]

    @cached_property
    def decoded(self) -> tuple[Document, Callable[[int], int]]:
        """The note with its HTML decoded, and a function that leads offsets back."""
        return decoded(self.document)

    def means_the_same_as(self, other: CheckedNote) -> bool:
        """Return whether another note has the same meaning."""
        if differ_in_decoration(self.decoded[0], other.decoded[0], self.known):
            return True
        return [part for _, part in self.parts] == [part for _, part in other.parts]

    def line(self, offset: int) -> int:
        """Return the number of the line with an offset."""
        return self.lines.position(offset).line

    def lines_of(self, fix: Fix) -> set[int]:
        """Return the numbers of the lines that a fix edits."""
        return {self.line(edit.span.start) for edit in fix.edits}

    def are_apart(self, group: Sequence[Applied]) -> bool:
        """Return whether each fix edits lines of its own."""
        lines = [line for one in group for line in self.lines_of(one.fix)]
        return len(lines) == len(set(lines))


class Harm(NamedTuple):
    """Why fixes are not acceptable."""

    #: The reason, to complete the sentence "skipped, because …".
    reason: str
    #: The lines before that were damaged, as far as they are known.
    lines: set[int]


def harm(before: CheckedNote, after: CheckedNote, group: Sequence[Applied]) -> Harm | None:
    """Return the harm that fixes do, if any.

    They may cause no new diagnostics, and remove no hashtag or comment that they are not about. If all are safe, they may not
    change the meaning.
    """
    origin = SourceMap.of(edit for one in group for edit in one.fix.edits).origin
    is_safe = all(one.fix.safe for one in group)
    # first, since it takes little of the time of a check
    if is_safe and not before.means_the_same_as(after):
        return Harm(CHANGES_MEANING, _lines_of_changes(before, after, origin))
    known = before.counts
    caused = sorted(code for code, count in after.counts.items() if count > known[code])
    if caused:
        return Harm(f"it would cause {caused[0]}", _lines_of_new(caused, before, after, origin))
    if is_safe:
        return None
    text, about = before.document.text, [one.diagnostic.span for one in group]
    lost = _written_apart(text) - _written_apart(after.document.text)
    if lost:
        lost -= sum((_written_apart(span.text(text)) for span in about), Counter())
    return Harm(LOSES, set()) if lost else None


def rewords(one: Applied, known: Known) -> bool:
    """Return whether a fix changes words or punctuation, as far as the text right around its edits shows."""
    return any(_rewords(one.text, edit, known) for edit in one.fix.edits)


def _rewords(text: str, edit: Edit, known: Known) -> bool:
    before = text[max(edit.span.start - _AROUND, 0) : edit.span.start]
    after = text[edit.span.end : edit.span.end + _AROUND]
    typed, fixed = (tokens_of(before + said + after, known) for said in (edit.span.text(text), edit.text))
    return typed != fixed


def _lines_of_new(codes: Iterable[str], before: CheckedNote, after: CheckedNote, origin: Callable[[int], int]) -> set[int]:
    """Return the lines before of diagnostics that were not there."""
    known = Counter((one.code, before.line(at)) for one in before.report.diagnostics for at in _places(one))
    found = Counter(
        (one.code, before.line(origin(at))) for one in after.report.diagnostics if one.code in codes for at in _places(one)
    )
    return {line for _, line in found - known}


def _lines_of_changes(before: CheckedNote, after: CheckedNote, origin: Callable[[int], int]) -> set[int]:
    """Return the lines before of the parts that have another meaning or are on other lines, each to the next part."""
    known = Counter((before.line(at), part) for at, part in before.parts)
    found = Counter((before.line(origin(at)), part) for at, part in after.parts)
    starts = sorted({line for line, _ in (*known, *found)})
    ends = dict(zip(starts, [*starts[1:], len(before.lines) + 1], strict=True))
    changed = {line for line, _ in ((known - found) + (found - known))}
    return {line for start in changed for line in range(start, ends[start])}


def _places(diagnostic: Diagnostic) -> Iterator[int]:
    """Yield where a diagnostic, its evidence and its fixes are: one can be about many lines."""
    yield diagnostic.span.start
    yield from (span.start for span in diagnostic.evidence)
    yield from (edit.span.start for fix in diagnostic.fixes for edit in fix.edits)


def _written_apart(text: str) -> Counter[str]:
    """Return the hashtags and comments of a text."""
    found = Counter(_COMMENT.findall(text)) if "<!--" in text else Counter[str]()
    if "#" in text or "＃" in text:
        found.update(_HASHTAG.findall(text))
    return found
