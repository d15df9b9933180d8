"""Title lines: the words of a title, and the remark that can follow them.

title:   TITLE remark?
remark:  (hashtag | comment | date | parenthesis)+  |  ("-" | "|") name
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from ..playbook.template_vocabulary import TemplateVocabulary
from ..text.patterns import ASIDE
from ..text.source import MARGIN, WHITESPACE

#: The parts of a title line: before, lead, joint, text, between, remark, after. A joint or between of None was not typed.
TitleParts: TypeAlias = tuple[str, str, str | None, str, str | None, str, str]

#: The longest line with a title; so a very long line costs little.
_LONGEST: Final = 400
_LONGEST_ABOVE_LABEL: Final = 120

# Few lines need these, so they are compiled on first use and cached by `re`.

#: From a title to its remark, and after the remark.
_BETWEEN: Final = rf"[{WHITESPACE}*_:：=,\])]*+"
_CLOSING: Final = WHITESPACE + "*_:：="
#: The items of a remark other than hashtags: a parenthesis, or what can be a date.
_PARENTHESIS: Final = r"\([^()]*\)|（[^（）]*）|\[[^][]*\]"
#: A hash sign with a space after it, which is not a hashtag.
_PARTED_HASHTAG: Final = rf"[#＃][{WHITESPACE}]++[^\W\d_]\w*+"
_COLONS: Final = frozenset(":：")
#: A bar before a name, and what is between a name and a date.
_BAR: Final = rf"\|[{WHITESPACE}]++"
_NAME_END: Final = r" [-–—|] "
_UNBRACKETED: Final = r"[^#＃(（\[<]+"
_BETWEEN_ITEMS: Final = WHITESPACE + "*_,;|–—-"
#: The most words beside a title, the most without capitals ("contoso wk 18"), and the end of a clause in them.
_MOST_WORDS: Final = 10
_MOST_SMALL_WORDS: Final = 4
#: What is in the cells of a row and in links, and in no such words.
_NO_WORDS: Final = frozenset("|:：[]")
_CLAUSE: Final = r"[.!?;:]\s+[^\W\d]{4}|[!?;。！？；]"
#: The end of a sentence or clause, which no name contains.
_SENTENCE: Final = r"[.!?;:,]\s|[!?;:,。！？；：、]|(?<!\w)\w{6,}+\.$"


def read_title(
    vocabulary: TemplateVocabulary, shapes: Mapping[str, re.Pattern[str]], before: str, content: str, after: str
) -> TitleParts | None:
    """Read ``**EXEC SUMMARY** #covid``: a title and at most a remark; or, decorated or in capitals, a dash and a name.

    The line is given as the text before its first word, that from its first word to its last, and the text after. Return its
    parts, or None if it is not a title.
    """
    text = content.rstrip("*_:. ")
    if text in vocabulary.titles and (not before or before.endswith("**")):
        return before, "", None, text, None, "", content[len(text) :] + after
    end = vocabulary.title_at(content)
    if not end or len(content) > _LONGEST:
        return None
    text, tail = content[:end], content[end:]
    decorated = tail.lstrip(WHITESPACE + ":：").startswith(("*", "_")) or any(mark in before for mark in ("**", "__", "#", "="))
    if shapes["BULLETED"].match(before) and not decorated:
        return None
    remark = re.sub(rf"^{_BETWEEN}", "", tail)
    dash = shapes["DASH"].match(remark) or (None if _COLONS.intersection(remark) else re.match(_BAR, remark))
    if dash and (dash.group()[-1] in WHITESPACE or tail[: -len(remark)].endswith(tuple(WHITESPACE))):
        remark = remark[dash.end() :]
    remark = remark.strip(_CLOSING).rstrip("#" + _CLOSING)
    if not remark:
        return before, "", None, text, None, "", tail + after
    start = tail.rindex(remark)
    is_heading = ":" in tail[:start] and before.lstrip(MARGIN).startswith(("#", "="))
    dated = dash and _is_dated_name(vocabulary, remark)
    named = dated or ((dash or "\t" in tail or is_heading) and (decorated or text == text.upper()) and _is_name(remark))
    if (not start and not remark.startswith(("(", "（"))) or not (named or _is_remark(vocabulary, remark)):
        return None
    return before, "", None, text, tail[:start], remark, tail[start + len(remark) :] + after


def _is_remark(vocabulary: TemplateVocabulary, text: str) -> bool:
    """Return whether a text is only hashtags, comments, dates and parentheses."""
    while text := text.lstrip(_BETWEEN_ITEMS):
        item = re.match(ASIDE, text) or re.match(_PARENTHESIS, text) or re.match(_PARTED_HASHTAG, text)
        if not item:
            item = re.match(_UNBRACKETED, text)
            if not item or not vocabulary.is_date(item.group().strip(_BETWEEN_ITEMS)):
                return False
        text = text[item.end() :]
    return True


def _is_dated_name(vocabulary: TemplateVocabulary, text: str) -> bool:
    """Return whether a text is the name of a customer with a date after another dash."""
    *names, date = re.split(_NAME_END, text)
    return bool(names) and vocabulary.is_date(date) and _is_name(text[: -len(date)].rstrip("-–—| "))


def _can_surround(text: str) -> bool:
    """Return whether a text can be beside a title: very few words, or some with capitals or numbers, and no sentence."""
    plain = re.sub(rf"{_PARENTHESIS}|{ASIDE}", "", text)
    words = [word for word in re.findall(r"[^\W_]++", plain) if len(word) > 3]
    lower = [word for word in words if word[0].islower()]
    few = len(plain.split()) <= _MOST_SMALL_WORDS and _NO_WORDS.isdisjoint(plain)
    some = len(text.split()) <= _MOST_WORDS and 2 * len(lower) <= len(words)
    return (few or some) and not re.search(_CLAUSE, plain)


def _is_name(text: str) -> bool:
    """Return whether a text can be the name of a customer: few words, most of them capitalized or short, no sentence."""
    words = text.split()
    long = [word for word in words if len(word) > 3]
    capitalized = [word for word in long if not word[0].islower()]
    return not text[0].islower() and len(words) <= 8 and 2 * len(capitalized) >= len(long) and not re.search(_SENTENCE, text)


def title_starts(titles: Iterable[str]) -> re.Pattern[str]:
    """Return an expression for where the first two letters of a title are, in any case; it begins with the first one."""
    seconds: dict[str, set[str]] = {}
    for title in titles:
        seconds.setdefault(title[0], set()).add(title[1:2])
    pairs = [
        f"(?<=[{_cases(first)}])" + ("" if "" in known else f"[{_cases(known)}]") for first, known in sorted(seconds.items())
    ]
    return re.compile(rf"[{_cases(seconds)}](?<![^\W_].)(?:{'|'.join(pairs)})" if pairs else "(?!)")


def _cases(letters: Iterable[str]) -> str:
    """Return letters in both cases, for a set in an expression."""
    return re.escape(
        "".join(sorted({case for letter in letters for case in (letter.lower(), letter.upper()) if len(case) == 1}))
    )


def read_titled_line(
    title_end: Callable[[str], int], title_start: re.Pattern[str], before: str, content: str, after: str
) -> TitleParts | None:
    """Read ``Contoso – Exec Summary – May``: a title between remarks. Only the line right above a label is tried so.

    ``title_end`` returns the length of the title with which a text begins, 0 for none; ``title_start`` finds where one can.
    """
    if len(content) > _LONGEST_ABOVE_LABEL:
        return None
    for first in title_start.finditer(content):
        start = first.start()
        end = title_end(content[start:])
        if end:
            lead, rest = content[:start], content[start + end :]
            name = lead.rstrip(_CLOSING + _BETWEEN_ITEMS)
            before, joint = (before, lead[len(name) :]) if name else (before + lead, None)
            remark = rest.lstrip(_CLOSING + _BETWEEN_ITEMS + "])").rstrip(_CLOSING)
            if rest[:1].isalnum() or not all(_can_surround(text) for text in (name, remark) if text):
                continue
            at = rest.index(remark) if remark else 0
            between = rest[:at] if remark else None
            tail = rest[at + len(remark) :] if remark else rest
            return before, name, joint, content[start : start + end], between, remark, tail + after
    return None
