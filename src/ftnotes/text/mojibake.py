"""Mojibake: UTF-8 that was decoded as Windows-1252 or ISO 8859-1.

Only certain cases are found: characters that can be meant stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from attrs import define

from .edits import Edit, apply_edits, combine_edits
from .patterns import may_contain
from .source import Span

#: The byte of a character where UTF-8 was read as Windows-1252, or as ISO 8859-1 (as browsers do with the five bytes that
#: Windows-1252 leaves undefined).
_BYTES: Final = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{char: byte for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))},
}
_CONTINUING: Final = "".join(sorted(char for char, byte in _BYTES.items() if byte < 0xC0))
#: Each sequence has one of these, and most texts of Western Europe have none.
_TELLING_LATIN: Final = bytes((*range(0x80, 0xC0), ord("\u00c2")))
_CLOSING_QUOTE: Final = "\u00e2\u20ac\ufffd"
_STRAY: Final = "\u00c2"
#: The sequences that UTF-8 looks like then, one character a byte (RFC 3629, section 4). All begin with one of one class, so
#: that searching a text without any is quick.
_SEQUENCE: Final = (  # compiled on first use, as plain text never needs it
    f"[\u00c2-\u00f4](?:(?<=[\u00c2-\u00df])[{_CONTINUING}]|(?<=[\u00e0-\u00ef])[{_CONTINUING}]{{2}}"
    f"|(?<=[\u00f0-\u00f4])[{_CONTINUING}]{{3}}"
    # The last byte of a closing quote mark is undefined, and some programs put this in its place; no other quote mark has one.
    f"|(?<={_CLOSING_QUOTE[0]}){_CLOSING_QUOTE[1:]}"
    # A no-break space whose second half was made a plain one, after a word or number.
    f"|(?<=[0-9a-z.,;:!?)]{_STRAY})(?= ))"
)
_NOT_ASCII: Final = re.compile("[^\0-\x7f]")
_CONTROL: Final = re.compile("[\x80-\x9f]")
#: Characters of Windows-1252 that were read as ISO 8859-1. U+0085 is a line break elsewhere, and five are undefined.
_WINDOWS: Final = {
    chr(byte): char for byte in range(0x80, 0xA0) if byte != 0x85 and (char := bytes([byte]).decode("cp1252", "ignore"))
}
#: What can't be read any more: the rest of a closing quote mark or dash, control characters, replacement characters.
_LOST: Final = "\u00e2\u20ac|\u00ef\u00bf\u00bd|\ufffd|[\x80-\x9f]"
#: The letters that sequences of UTF-8 in notes begin with most, and the others.
_LEADING: Final = frozenset("\u00c2\u00c3\u00e2\u00ef\u00f0")
_MAY_LEAD: Final = frozenset(map(chr, range(0xC4, 0xF5)))
#: How often a text is decoded wrongly at most.
_TIMES: Final = 3

#: What notes contain beside ASCII, as inclusive ranges: a sequence that gives something else was not decoded wrongly.
_PLAUSIBLE: Final = (
    (0x80, 0x17F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2C6, 0x2DD),
    (0x370, 0x45F), (0x490, 0x491), (0x5D0, 0x5EA), (0x600, 0x6FF), (0x900, 0xE5B), (0x1E80, 0x1EF9), (0x200B, 0x200F),
    (0x2010, 0x2027), (0x2030, 0x203F), (0x2060, 0x2060), (0x20A0, 0x20BF), (0x2100, 0x27BF), (0x2B00, 0x2BFF),
    (0x3000, 0x30FF), (0x3200, 0x33FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFE0F, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFF01, 0xFFEE), (0x1F000, 0x1FAFF), (0x20000, 0x2FA1D),
)  # fmt: skip
#: What can follow a letter in proper text: the end of a quotation, punctuation and figures, and characters that join words.
_AFTER_WORDS: Final = frozenset("\u00a0\u00ad»›”’“‘…–—™®©°¹²³·‰ªº")
_JOINING: Final = frozenset("\u00a0\u00ad’…–—·")
_OPENING: Final = frozenset("“«„‚‹‘\"'([")


def misdecoded(text: str) -> tuple[Edit, ...]:
    """Return the fixes for UTF-8 that was read as Windows-1252 or ISO 8859-1, up to three times: ``â€“`` for a dash.

    Windows-1252 that was read as ISO 8859-1 is fixed too: control characters in place of quote marks and dashes. A half of a
    sequence stays.

    The edits come in the order of the text; there are none where it can be proper text, as in ``CAFÉ”`` and ``cliché »``. What
    might be proper text elsewhere counts as mis-decoded next to another such sequence, and in a text where all characters
    beyond ASCII can be read so and one of them can't be anything else.
    """
    if not may_contain(text, _TELLING_LATIN):
        return ()
    edits: tuple[Edit, ...] = ()
    current = text
    if re.compile(_SEQUENCE).search(text):
        for _ in range(_TIMES):
            found = _once(current)
            if not found:
                break
            edits = combine_edits(edits, found)
            current = apply_edits(text, edits)
    return combine_edits(edits, _windows_characters(current))


def lost_characters(text: str) -> tuple[Span, ...]:
    """Return the remains of characters that were decoded wrongly and can't be restored; ``text`` has none that can."""
    if not may_contain(text, _TELLING_LATIN):
        return ()
    return tuple(Span(*match.span()) for match in re.finditer(_LOST, text))


def _windows_characters(text: str) -> tuple[Edit, ...]:
    """Return the fixes for Windows-1252 that was read as ISO 8859-1."""
    edits: list[Edit] = []
    torn = -1  # the end of the half of a sequence
    for match in _CONTROL.finditer(text):
        at, end = match.span()
        before, after = text[at - 1 : at], text[end : end + 1]
        if at == torn or before in _LEADING or (before in _MAY_LEAD and after in _BYTES and after in _CONTINUING):
            torn = end
        elif match.group() in _WINDOWS:
            edits.append(Edit(Span(at, end), _WINDOWS[match.group()]))
    return tuple(edits)


@define(eq=False, repr=False)
class _Run:
    """Sequences that touch each other, and their right text."""

    start: int
    end: int
    text: list[str]
    certain: bool


def _once(text: str) -> tuple[Edit, ...]:
    """Return the fixes for one wrong decoding, as far as they are certain."""
    runs = _runs(text)
    if not any(run.certain for run in runs):
        return ()
    every = sum(run.end - run.start for run in runs) == len(_NOT_ASCII.findall(text))
    return tuple(Edit(Span(run.start, run.end), "".join(run.text)) for run in runs if run.certain or every)


def _runs(text: str) -> list[_Run]:
    runs: list[_Run] = []
    for match in re.finditer(_SEQUENCE, text):
        result = _read(match[0])
        if result is None:
            continue
        if runs and runs[-1].end == match.start():
            runs[-1].end, runs[-1].certain = match.end(), True
            runs[-1].text.append(result)
        else:
            runs.append(_Run(match.start(), match.end(), [result], _is_certain(text, *match.span(), result)))
    return runs


@lru_cache(maxsize=4096)
def _read(sequence: str) -> str | None:
    """Return a sequence read as UTF-8; None where it is not UTF-8, or not plausible in a note."""
    if sequence in (_STRAY, _CLOSING_QUOTE):
        return "" if sequence == _STRAY else "”"
    try:
        result = bytes(_BYTES[char] for char in sequence).decode()
    except UnicodeDecodeError:
        return None
    plausible = any(first <= ord(result) <= last for first, last in _PLAUSIBLE) and unicodedata.category(result) != "Cn"
    return result if plausible else None


def _is_certain(text: str, start: int, end: int, result: str) -> bool:
    """Return whether a sequence that touches no other can't be proper text."""
    sequence, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if sequence in (_STRAY, _CLOSING_QUOTE):
        return True
    if _CONTROL.match(result):
        return False
    if _CONTROL.search(sequence):
        return True  # nobody types control characters
    last, code = sequence[-1], ord(result)
    if before in _OPENING and last in _AFTER_WORDS:
        return False  # a letter in quotes
    if code < 0xC0:  # Â and a symbol: ends a word only in capitals
        word = text[max(0, start - 2) : start]
        return not before.isupper() or (len(word) == 2 and word.isascii() and word.isalpha())
    if code < 0x100:  # Ã and a symbol: ends Portuguese words in capitals
        return not before.isupper() or (after.isalpha() and last not in _JOINING) or last not in _AFTER_WORDS
    if code < 0x250:  # Ä, Å and such
        return before.islower() or (not before.isupper() and after.islower())
    if len(sequence) == 2 or code < 0x2000 or 0x3040 <= code < 0xFE00:
        # Kana begin with "ã" and a low quote or a florin sign, as nothing else does; the others with any accented letter.
        return 0x3040 <= code < 0x3100 and sequence[1] in "‚ƒ"
    return len(sequence) == 4 or not {sequence[1], last} <= _AFTER_WORDS
