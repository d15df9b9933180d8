"""Characters that came to harm on their way into a note: mis-decoded, invisible, or looking like others.

Pure functions over text: each says where something is, and what to put in its place. Whether that is worth a word to
the writer is for the rules to say. Only what is certain is found: a character that may well be meant stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from attrs import frozen

from .source import MARGIN, Span


@frozen
class Repair:
    """A stretch of a text, and what to put in its place; an empty text takes it out."""

    span: Span
    text: str


def repaired(text: str, repairs: tuple[Repair, ...]) -> str:
    """A text after repairs, which are in its order and don't overlap, as the functions here give them."""
    parts: list[str] = []
    position = 0
    for repair in repairs:
        parts += text[position : repair.span.start], repair.text
        position = repair.span.end
    return "".join((*parts, text[position:]))


# ---- mis-decoded

#: The byte that a character stands for, where UTF-8 was read as Windows-1252, or as ISO 8859-1 (as browsers do with the
#: five bytes that Windows-1252 leaves undefined).
_BYTES: Final = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{char: byte for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))},
}
_CONTINUING: Final = "".join(sorted(char for char, byte in _BYTES.items() if byte < 0xC0))
_TELLING_LATIN: Final = bytes((*range(0x80, 0xC0), ord("\u00c2")))
_CLOSING_QUOTE: Final = "\u00e2\u20ac\ufffd"
_STRAY: Final = "\u00c2"
#: What UTF-8 looks like then: of each byte sequence (RFC 3629, section 4), one character a byte. All begin with one of one
#: class, so that looking for them in text without any is quick.
_SEQUENCE: Final = (  # compiled on first use, as all that plain text never asks for
    f"[\u00c2-\u00f4](?:(?<=[\u00c2-\u00df])[{_CONTINUING}]|(?<=[\u00e0-\u00ef])[{_CONTINUING}]{{2}}"
    f"|(?<=[\u00f0-\u00f4])[{_CONTINUING}]{{3}}"
    # The last byte of a closing quote mark is undefined, and some put this in its place; there is no other such mark.
    f"|(?<={_CLOSING_QUOTE[0]}){_CLOSING_QUOTE[1:]}"
    # A no-break space whose second half was made a plain one, behind a word or number.
    f"|(?<=[0-9a-z.,;:!?)]{_STRAY})(?= ))"
)
_NOT_ASCII: Final = re.compile("[^\0-\x7f]")
_CONTROL: Final = re.compile("[\x80-\x9f]")
#: How often a text is read wrongly at most.
_TIMES: Final = 3

#: What notes hold beside ASCII, as inclusive ranges: a sequence that gives something else is no mis-decoding.
_PLAUSIBLE: Final = (
    (0x80, 0x17F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2C6, 0x2DD),
    (0x370, 0x45F), (0x490, 0x491), (0x5D0, 0x5EA), (0x600, 0x6FF), (0x900, 0xE5B), (0x1E80, 0x1EF9), (0x200B, 0x200F),
    (0x2010, 0x2027), (0x2030, 0x203F), (0x2060, 0x2060), (0x20A0, 0x20BF), (0x2100, 0x27BF), (0x2B00, 0x2BFF),
    (0x3000, 0x30FF), (0x3200, 0x33FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFE0F, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFF01, 0xFFEE), (0x1F000, 0x1FAFF), (0x20000, 0x2FA1D),
)  # fmt: skip
#: What may follow a letter in proper text: the end of what is quoted, marks and figures, and what joins words.
_BEHIND_WORDS: Final = frozenset("\u00a0\u00ad»›”’“‘…–—™®©°¹²³·‰ªº")
_JOINING: Final = frozenset("\u00ad’…–—·")
_OPENING: Final = frozenset("“«„‚‹‘\"'([")


def misdecoded(text: str) -> tuple[Repair, ...]:
    """UTF-8 that was read as Windows-1252 or ISO 8859-1, up to three times over: ``â€“`` for a dash, ``Ã©`` for é.

    Args:
        text: any text.

    Returns:
        Repairs in the order of the text, with spans in code points; none where it may be proper text, as in ``CAFÉ”`` and
        ``cliché »``. What might be proper text elsewhere counts as mis-decoded next to another such sequence, and in a
        text where all characters beyond ASCII can be read so and one of them can't be anything else.
    """
    if not _may_be_misdecoded(text) or not re.compile(_SEQUENCE).search(text):
        return ()
    repairs: tuple[Repair, ...] = ()
    current = text
    for _ in range(_TIMES):
        found = _once(current)
        if not found:
            break
        repairs = _composed(repairs, found)
        current = repaired(text, repairs)
    return repairs


def _may_be_misdecoded(text: str) -> bool:
    """Whether a text may hold half of such a sequence: a quick look, since most texts of Western Europe don't."""
    if text.isascii():
        return False
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return True
    return len(data.translate(None, _TELLING_LATIN)) < len(data)


class _Run(NamedTuple):
    """Sequences that touch each other, and what they give."""

    start: int
    end: int
    text: str
    certain: bool


def _once(text: str) -> tuple[Repair, ...]:
    """What one reading has done to a text, as far as that is certain."""
    runs = list(_runs(text))
    if not any(run.certain for run in runs):
        return ()
    every = sum(run.end - run.start for run in runs) == len(_NOT_ASCII.findall(text))
    return tuple(Repair(Span(run.start, run.end), run.text) for run in runs if run.certain or every)


def _runs(text: str) -> Iterator[_Run]:
    parts: list[str] = []
    start = end = 0
    for match in re.compile(_SEQUENCE).finditer(text):
        result = _read(match[0])
        if result is None:
            continue
        if parts and match.start() != end:
            yield _run(text, start, end, parts)
            parts = []
        if not parts:
            start = match.start()
        end = match.end()
        parts.append(result)
    if parts:
        yield _run(text, start, end, parts)


def _run(text: str, start: int, end: int, parts: list[str]) -> _Run:
    result = "".join(parts)
    return _Run(start, end, result, len(parts) > 1 or _is_certain(text, start, end, result))


@lru_cache(maxsize=4096)
def _read(sequence: str) -> str | None:
    """What a sequence is when it is read as UTF-8; None where it isn't any, or nothing that notes hold."""
    if sequence in (_STRAY, _CLOSING_QUOTE):
        return "" if sequence == _STRAY else "”"
    try:
        result = bytes(_BYTES[char] for char in sequence).decode()
    except UnicodeDecodeError:
        return None
    plausible = any(first <= ord(result) <= last for first, last in _PLAUSIBLE) and unicodedata.category(result) != "Cn"
    return result if plausible else None


def _is_certain(text: str, start: int, end: int, result: str) -> bool:
    """Whether a sequence that touches no other can't be proper text."""
    sequence, before, behind = text[start:end], text[start - 1 : start], text[end : end + 1]
    if sequence in (_STRAY, _CLOSING_QUOTE):
        return True
    if _CONTROL.match(result):
        return False
    if _CONTROL.search(sequence):
        return True  # nobody types control characters
    last, code = sequence[-1], ord(result)
    if before in _OPENING and last in _BEHIND_WORDS:
        return False  # a letter that is spoken of, in quotes
    if code < 0xC0:  # Â and a sign: nothing that can end a word but in capitals
        word = text[max(0, start - 2) : start]
        return not before.isupper() or (len(word) == 2 and word.isascii() and word.isalpha())
    if code < 0x100:  # Ã and a sign: in capitals it ends Portuguese words
        return not before.isupper() or (behind.isalpha() and last not in _JOINING) or last not in _BEHIND_WORDS
    if code < 0x250:  # Ä, Å and such
        return before.islower() or (not before.isupper() and behind.islower())
    if len(sequence) == 2 or code < 0x2000 or 0x3040 <= code < 0xFE00:
        # Kana begin with "ã" and a low quote or a florin sign, which nothing else does; the others with any accented letter.
        return 0x3040 <= code < 0x3100 and sequence[1] in "‚ƒ"
    return len(sequence) == 4 or not {sequence[1], last} <= _BEHIND_WORDS


def _composed(first: tuple[Repair, ...], second: tuple[Repair, ...]) -> tuple[Repair, ...]:
    """The repairs of a text that do what two rounds of them do, of which the second is of what the first makes of it."""
    merged: list[Repair] = []
    number = shift = 0  # of the first round: the next one, and how much longer the text before it has become
    for later in second:
        while number < len(first) and first[number].span.start + shift + len(first[number].text) <= later.span.start:
            merged.append(first[number])
            shift += len(first[number].text) - len(first[number].span)
            number += 1
        start, text, end = later.span.start - shift, later.text, later.span.end
        while number < len(first) and first[number].span.start + shift < end:
            earlier = first[number]
            place = earlier.span.start + shift
            if place < later.span.start:
                start, text = earlier.span.start, earlier.text[: later.span.start - place] + text
            if place + len(earlier.text) > end:
                text, end = text + earlier.text[end - place :], place + len(earlier.text)
            shift += len(earlier.text) - len(earlier.span)
            number += 1
        merged.append(Repair(Span(start, end - shift), text))
    return (*merged, *first[number:])


# ---- invisible

#: Characters that are not seen, as inclusive ranges.
_UNSEEN_RANGES: Final = (
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
    (0x17B4, 0x17B5), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFC), (0xE0000, 0xE0FFF),
)  # fmt: skip
_UNSEEN_LATIN: Final = bytes(code for first, last in _UNSEEN_RANGES[:5] for code in range(first, last + 1))
_INVISIBLE: Final = (
    # A flag is made of a black one and invisible letters, which stay.
    "\U0001f3f4[\U000e0020-\U000e007f]++|[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSEEN_RANGES) + "]"
)
_INVISIBLE_ASCII: Final = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
#: Line breaks of other systems: here they end no line, but what they part must stay parted.
_BREAKS: Final = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_LINE_END: Final = re.compile(r"[\r\n]")
#: Letters of right-to-left scripts.
_RIGHT_TO_LEFT: Final = "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
#: Letters of scripts in which joiners change what is read: Arabic and Syriac, those of India, South East Asia, Mongolian.
_JOINED: Final = "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
#: Letters of scripts in which an invisible break parts words.
_UNPARTED: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
#: A bullet, behind which a blank must follow.
_BULLET: Final = re.compile(r"[-*+•–—o]|[0-9]{1,3}[.)]")
_BULLET_REACH: Final = 40


def _may_be_invisible(text: str) -> bool:
    """Whether a text may hold something that is not seen: a quick look, since most texts don't."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return True
    return len(data.translate(None, _UNSEEN_LATIN)) < len(data)


def invisible(text: str) -> tuple[Repair, ...]:
    """Characters that are not seen and have no business in a note: zero-width ones, controls, direction overrides.

    Args:
        text: any text.

    Returns:
        Repairs in the order of the text, one a character, with spans in code points. In the place of most goes nothing;
        in that of a form feed, vertical tab, U+0085, U+2028 or U+2029 (line breaks elsewhere, but not in notes) a blank,
        where there is none beside it; so in that of a zero-width space which is the only blank behind a bullet.

    What is needed stays: tab, line ends, all kinds of visible blanks, a byte order mark at the very start; joiners and
    variation selectors in emoji and in scripts that have them, marks of direction in lines with right-to-left letters.
    """
    if not _may_be_invisible(text):
        return ()
    pattern = _INVISIBLE_ASCII if text.isascii() else re.compile(_INVISIBLE)
    found: list[Repair] = []
    line_end, mirrored = 0, False  # of the line that was looked at last
    kept = ""  # what will stand before the next character, where those before it go
    for match in pattern.finditer(text):
        char, start, end = match[0], match.start(), match.end()
        if end - start > 1 or (start == 0 and char == "\ufeff"):
            continue
        before = kept if found and found[-1].span.end == start else text[start - 1 : start]
        behind = text[end : end + 1]
        if char in "\u061c\u200e\u200f":
            if start >= line_end:
                line = max(text.rfind("\n", line_end, start), text.rfind("\r", line_end, start), line_end - 1) + 1
                ending = _LINE_END.search(text, start)
                line_end = ending.start() if ending else len(text)
                mirrored = bool(re.compile(_RIGHT_TO_LEFT).search(text, line, line_end))
            if mirrored:
                continue
        elif _is_needed(char, before, behind):
            continue
        apart = bool(before) and bool(behind) and not before.isspace() and not behind.isspace()
        parts = char in _BREAKS or (char in "\u200b\ufeff" and _is_bullet(text, start))
        blank = " " if apart and parts else ""
        kept = blank or before
        found.append(Repair(Span(start, end), blank))
    return tuple(found)


def _is_needed(char: str, before: str, behind: str) -> bool:
    """Whether an invisible character does something where it stands."""
    if char in "\u200c\u200d" and re.compile(_JOINED).match(before):
        return True
    if char == "\u200d":
        return _is_symbol(before) and _is_symbol(behind)
    if char == "\u200b":
        return bool(re.compile(_UNPARTED).match(before) and re.compile(_UNPARTED).match(behind))
    if "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100":
        return before in "#*0123456789" if before.isascii() and before else bool(before.strip())
    return "\u115f" <= char <= "\u1160" and ("\u1100" <= behind <= "\u11ff" or "\u1100" <= before <= "\u11ff")


def _is_symbol(char: str) -> bool:
    return char == "\ufe0f" or (char != "" and unicodedata.category(char) in ("So", "Sk", "Sm"))


def _is_bullet(text: str, end: int) -> bool:
    """Whether nothing but a bullet stands before an offset on its line."""
    head = text[max(0, end - _BULLET_REACH) : end]
    start = max(head.rfind("\n"), head.rfind("\r")) + 1
    return (start > 0 or end <= _BULLET_REACH) and bool(_BULLET.fullmatch(head[start:].lstrip(MARGIN)))


def character_name(char: str) -> str:
    """What the Unicode standard calls a character, for messages: ``ZERO WIDTH SPACE (U+200B)``."""
    kinds = {"Cc": "control character", "Cs": "half of a surrogate pair", "Co": "private character"}
    name = unicodedata.name(char, kinds.get(unicodedata.category(char), "character"))
    return f"{name} (U+{ord(char):04X})"


# ---- look-alikes

#: Cyrillic and Greek letters that can't be told from Latin ones in common typefaces; after the table of Unicode Technical
#: Standard 39 (confusables.txt).
_LOOKALIKES: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТХҮЗѴԌԜԚаеѕіјорсхуһԁԛԝѵгүкӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺονιρυκγαϲϳ",
    "ABESIJKMHOPCTXY3VGWQaesijopcxyhdqwvryklABEZHIKMNOPTYXCMovipukyacj",
)
_WIDE: Final = "[\uff01-\uff5e]"


def lookalikes(word: str) -> str | None:
    """The Latin spelling of a word that has letters which only look Latin: Cyrillic, Greek, full-width ones.

    Args:
        word: a tag, a hashtag.

    Returns:
        The spelling, of as many characters; None where nothing looks like something else, or where a letter remains that
        is not Latin: then it is a word of another script.
    """
    if word.isascii():
        return None
    spelling = re.compile(_WIDE).sub(lambda match: chr(ord(match[0]) - 0xFEE0), word).translate(_LOOKALIKES)
    latin = all(unicodedata.name(char, "").startswith("LATIN ") for char in spelling if char.isalpha())
    return spelling if latin and spelling != word else None
