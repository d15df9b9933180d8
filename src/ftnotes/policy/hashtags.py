"""Rules for hashtags: which of them must not stand in a note, by what the note says and by what is told of it.

Which hashtag, and when, is data of the playbook (``[[hashtags.rules]]``).

Source: the guidance page, the notice at its top.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from ..diagnostics import Edit, Fix, Severity
from ..document import Document, Hashtag
from ..playbook import HashtagRule, Playbook
from ..serializer import serialize
from ..source import BLANKS, LINE_END, Span
from .choices import chosen
from .phrasing import NOTICE, quote
from .context import Context
from .rule import Example, Finding, Rule, Untold
from .survey import survey


#: What ends a line, or the text.
_LINE_ENDS: Final = ("\n", "\r", "")
_PAIRS: Final = {"()", "[]", "（）", "**", "__", "``", '""'}


def _forbidden(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding | Untold]:
    hashtags = document.hashtags if playbook.hashtags else ()
    for spec in playbook.hashtags:
        standing = [hashtag for hashtag in hashtags if _plain(hashtag.text) == _plain(spec.tag)]
        if not standing:
            continue
        text = serialize(document)
        starts = [hashtag.span.start for hashtag in standing]
        found: set[Hashtag] = set()
        untold: dict[str, None] = {}
        rules = [(rule, _missing(rule, playbook, context)) for rule in spec.rules if rule.demand == "forbid"]
        # What can be judged comes first: of a hashtag that is found fault with, nothing more need be told.
        for rule, missing in sorted(rules, key=lambda entry: bool(entry[1])):
            if not _told(rule, playbook, context):
                continue
            for scope, reasons, evidence in _places(rule, document, playbook, context):
                inside = standing[bisect_left(starts, scope.start) : bisect_left(starts, scope.end)]
                unseen = [hashtag for hashtag in inside if hashtag not in found]
                if missing and unseen:
                    untold.update(dict.fromkeys(missing))
                elif not missing:
                    found.update(unseen)
                    for hashtag in unseen:
                        remedy = f"take it out, and {rule.instead} instead" if rule.instead else "take it out"
                        message = (
                            f"{hashtag.text} does not belong here: it marks that {spec.summary}, but "
                            f"{' and '.join(reasons)}; {remedy} ({NOTICE})."
                        )
                        fix = Fix(f"take out {hashtag.text}", (_removal(text, hashtag.span),), safe=False)
                        yield Finding(message, hashtag.span, (fix,), evidence)
        if untold:
            yield Untold(tuple(untold))


def _plain(hashtag: str) -> str:
    """A hashtag without case and width: ``＃COVID`` is ``#covid``."""
    return unicodedata.normalize("NFKC", hashtag).casefold()


def _of_context(rule: HashtagRule, playbook: Playbook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The conditions of a rule that the text doesn't answer."""
    keys = _choice_keys(playbook)
    return ((name, members) for name, members in rule.when.items() if name not in keys)


def _choice_keys(playbook: Playbook) -> tuple[str, ...]:
    return tuple(field.key for field in playbook.fields if field.kind == "choice")


def _missing(rule: HashtagRule, playbook: Playbook, context: Context) -> tuple[str, ...]:
    """The conditions of which the context tells nothing."""
    return tuple(name for name, _ in _of_context(rule, playbook) if context.told(name) is None)


def _told(rule: HashtagRule, playbook: Playbook, context: Context) -> bool:
    """Whether nothing that the context tells speaks against a rule."""
    return all(context.told(name) in (None, *members) for name, members in _of_context(rule, playbook))


def _places(
    rule: HashtagRule, document: Document, playbook: Playbook, context: Context
) -> Iterator[tuple[Span, list[str], tuple[Span, ...]]]:
    """Where the conditions of a rule hold: a stretch of the text, the reasons in words, and the spans that give them.

    A summary that fulfils a condition speaks for the whole text where it is the only one in it.
    """
    told = [f'the {name.replace("-", " ")} was given as "{context.told(name)}"' for name, _ in _of_context(rule, playbook)]
    asked = {key: rule.when[key] for key in _choice_keys(playbook) if key in rule.when}
    if not asked:
        yield document.span(document), told, ()
        return
    summaries = document.exec_summaries
    for summary in summaries:
        reasons, evidence = list(told), []
        for key, members in asked.items():
            field = summary.field(key)
            choice = chosen(field, key, playbook) if field else None
            if field and choice and choice.choice in members:
                reasons.append(f"{field.label} is {quote(field.value[choice.start : choice.end])}")
                evidence.append(survey(document, playbook).place(field, choice.start, choice.end))
        if len(evidence) == len(asked):
            yield document.span(document if len(summaries) == 1 else summary), reasons, tuple(evidence)


def _removal(text: str, span: Span) -> Edit:
    """The edit that takes a hashtag out: with brackets or bold around it, and with the blanks before it (those behind
    it, where it opens its line); with its whole line, where nothing else is said there."""
    start, end = span.start, span.end
    while text[start - 1 : start] + text[end : end + 1] in _PAIRS:
        start, end = start - 1, end + 1
    silent_from = _walk(text, start, -1, lambda char: not char.isalnum() and char not in _LINE_ENDS)
    silent_to = _walk(text, end, 1, lambda char: not char.isalnum() and char not in _LINE_ENDS)
    if text[silent_from - 1 : silent_from] in _LINE_ENDS and text[silent_to : silent_to + 1] in _LINE_ENDS:
        line_end = LINE_END.match(text, silent_to)
        return Edit(Span(silent_from, line_end.end() if line_end else silent_to), "")
    before = _walk(text, start, -1, BLANKS.__contains__)
    if text[before - 1 : before] in _LINE_ENDS:
        return Edit(Span(start, _walk(text, end, 1, BLANKS.__contains__)), "")
    return Edit(Span(before, end), "")


def _walk(text: str, offset: int, step: int, over: Callable[[str], bool]) -> int:
    """Where one comes to, going from ``offset`` over all characters that are ``over``."""
    ahead = min(step, 0)
    while 0 <= offset + ahead < len(text) and over(text[offset + ahead]):
        offset += step
    return offset


_ON_HOLD: Final = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: On Hold"
_ANGEHALTEN: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Angehalten\n"
_PAUSING: Final = Context(intent="pausing")

HASHTAG_FORBIDDEN: Final = Rule(
    code="FT301",
    name="hashtag-forbidden",
    summary="A hashtag does not stand where the guidance asks to leave it out: #covid not where deployment pauses.",
    rationale="Notes are counted by their hashtags. #covid counts customers who need help or speed up because of "
    "COVID-19; for one who pauses or stops, the guidance wants the Entitlement Status (L1/L2/L3) brought up to date "
    f"instead ({NOTICE}).",
    severity=Severity.ERROR,
    check=_forbidden,
    needs=("role", "note-type", "intent"),
    examples=(
        Example(f"{_ON_HOLD} #covid\n", f"{_ON_HOLD}\n"),
        Example(
            f"{_ON_HOLD}\n- REQUESTS FOR SUPPORT: #COVID help with the portal\n",
            f"{_ON_HOLD}\n- REQUESTS FOR SUPPORT: help with the portal\n",
        ),
        Example("Asked to stop until May. #covid\n", "Asked to stop until May.\n", _PAUSING),
        Example(f"#covid\n\n{_ANGEHALTEN}", f"\n{_ANGEHALTEN}"),
        Example(f"{_ANGEHALTEN}\n(#covid) Pause bis Mai.\n", f"{_ANGEHALTEN}\nPause bis Mai.\n"),
        Example(f"{_ON_HOLD} until May #covid\n", f"{_ON_HOLD} until May\n"),
        Example.clean("**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: Reactive\n"),
        Example.clean(f"{_ON_HOLD} #covidence\n- RISKS: see page#covid, waiting for #project\n"),
        Example.clean(f"{_ON_HOLD}\n\n**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n"),
        Example.clean("Asked to stop until May. #covid\n"),
        Example.clean("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE** #covid\n- STATUS DER BETEILIGUNG: Reaktiv\n"),
        Example.clean(_ANGEHALTEN),
    ),
)
