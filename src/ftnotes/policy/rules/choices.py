"""Rules about the fields that take one of a few choices, such as the status of the engagement.

Empty fields are left to FT106. No two rules report the same value.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from ...playbook.choice_mentions import folded_choices
from ...playbook.template_words import TemplateWords
from ...syntax.parser import tokenize_line
from ...text.edits import Edit
from ...text.punctuation import core_of, own_words, unrepeated
from ...text.source import LINE_END, WHITESPACE, Span
from ...text.suggest import within_edit_distance
from ...text.words import fold
from ..choice_values import UnclearChoice, unclear_choices
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import listed, quote
from ..note_view import NoteView, has_deviating_choices
from ..rule import Example, Rule, Violation
from ..summary_view import content_bounds
from ._examples import PROGRESS_IS, STATUS_IS, STATUS_IST, TITLE
from ._parts import bullet, damage, worded

_STOPS: Final = (".", "。")
#: The number of letters from which the start of a word counts.
_ENOUGH: Final = 4
#: A choice passes for misspelled if at most one letter in this number is wrong.
_LETTERS_A_TYPO: Final = 5


def _unlisted_choices(view: NoteView, context: Context) -> Iterator[Violation]:
    for unclear in view.cached(unclear_choices):
        if unclear.undecided or unclear.has_more_words:
            continue
        start, end = content_bounds(unclear.content)
        words = unclear.field.value[start:end]
        span = view.span_within(unclear.field, start, end)
        choices = listed(_in_language(view, unclear, unclear.choices), "or")
        whole = words == unclear.content[start:end] and "\n" not in words
        is_spelled = unclear.summary.template.vocabulary.choice(unclear.key, words) is not None  # but struck out
        read = unclear.read.choice if unclear.read else None
        meant = read or closest(unclear.summary.template, unclear.key, words) if whole and not is_spelled else None
        fixes: tuple[Fix, ...] = ()
        number = "one or more" if unclear.summary.template.fields[unclear.key].several else "one"
        advice = f". Use {number} of: {choices}."
        if meant is not None:
            better = unclear.summary.wording.choice(unclear.key, meant)
            advice = f' ({choices}). Did you mean "{better}"?'
            fixes = (Fix(f'write "{better}"', (Edit(span, better),), safe=False),)
        # which of the choices it should be is settled by what contradicts it
        about = (worded(view, unclear.field),)
        yield Violation(f"{quote(words)} is not a valid {unclear.field.label}{advice}", span, fixes, about=about)


def _in_language(view: NoteView, unclear: UnclearChoice, choices: Iterable[str]) -> list[str]:
    """Return choices in the language of the summary, in quotes."""
    return [f'"{unclear.summary.wording.choice(unclear.key, choice)}"' for choice in choices]


def _undecided_choices(view: NoteView, context: Context) -> Iterator[Violation]:
    for unclear in view.cached(unclear_choices):
        if unclear.undecided:
            choices = _in_language(view, unclear, dict.fromkeys(mention.choice for mention in unclear.mentions))
            meant = _in_language(view, unclear, [unclear.read.choice])[0] if unclear.read else None
            is_one = not unclear.summary.template.fields[unclear.key].several
            applies = "the one that applies today" if is_one else "those that apply"
            advice = f", and is read as {meant}. Keep only that" if meant else f". Keep only {applies}"
            message = f"{unclear.field.label} names {listed(choices)}{advice}."
            yield Violation(message, view.span_within(unclear.field, *content_bounds(unclear.content)))


def _choices_with_more_words(view: NoteView, context: Context) -> Iterator[Violation]:
    for unclear in view.cached(unclear_choices):
        choice, field, content = unclear.read, unclear.field, unclear.content
        if choice is None or not unclear.has_more_words:
            continue
        start, end = content_bounds(content)
        if unclear.after(choice):
            start = next(index for index in range(choice.end, end) if fold(content[index]))
            while start > choice.end and not content[start - 1].isspace() and content[start - 1] not in ",;:.":
                start -= 1  # a bracket, or the sign of a hashtag
            place = "follows"
        else:
            end = start + len(content[start : choice.start].rstrip())
            place = "comes before it"
        more, span = field.value[start:end], view.span_within(field, start, end)
        label = _label_in(unclear.summary.template, more)
        is_beside = "\n" not in field.value[choice.end : start]  # FT112 reports a label on a line of its own
        if label and is_beside and label not in unclear.summary.keys:
            line_end = LINE_END.search(view.text)
            bullet_mark = "- " if unclear.summary.part == "bullet" else ""
            gap = start - len(field.value[:start].rstrip(WHITESPACE))
            edit = Edit(Span(span.start - gap, span.start), f"{line_end.group() if line_end else chr(10)}{bullet_mark}")
            message = f"{quote(more)} is on the line of {field.label}. Put it on a line of its own."
            fix = Fix("write it on its own line", (edit,), safe=False)
            yield Violation(message, span, (fix,), explains=(bullet(view, unclear.summary, label),))
            continue
        message = (
            f"{field.label} is {quote(field.value[choice.start : choice.end])}, but more text {place}: {quote(more)}. Move it "
            f"to the {unclear.summary.part} where it belongs."
        )
        evidence = view.span_within(field, choice.start, choice.end)
        yield Violation(message, span, evidence=(evidence,))


def _label_in(template: TemplateWords, text: str) -> str | None:
    """Return the key of the label that a text begins with."""
    token = tokenize_line(f"- {text}", template)
    return token.parts[0] if token.type in ("FIELD", "WEAK") else None


def _misspelled_choices(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for field, _, words in summary.deviating_choices:
            key = field.key or ""
            start, end = content_bounds(words)
            typed = words[start:end]
            choice = summary.template.vocabulary.choice(key, words)
            core = core_of(typed)
            if choice is None or core is None:
                continue
            start, end = start + core[0], start + core[1]
            if typed.endswith(_STOPS) and _goes_on(view.text, view.span_within(field, start, end).end):
                end -= 1  # the full stop separates the choice from the next label
            typed = words[start:end]
            meant = summary.choice(field)
            is_written = typed in summary.template.choices[key] or typed != field.value[start:end]
            if meant is None or meant.choice != choice or is_written:
                continue
            better = summary.wording.for_choice(key, typed).published_choice(key, choice, typed)
            better = unrepeated(words[:start], better)
            if better == typed:
                continue
            span = view.span_within(field, start, end)
            is_broken = "\n" in typed
            message = (
                f'{field.label} is {quote(typed)}{" on two lines" if is_broken else ""}. Write "{better}"'
                f"{' on one line' if is_broken else ', as in the template'}."
            )
            # A sign that means something, as in ">50k", is the writer's to add.
            says_same = own_words(typed) == own_words(better)
            fixes = (Fix(f'write "{better}"', (Edit(span, better),), safe=True),) if says_same else ()
            yield Violation(message, span, fixes, about=damage(view, span, better))


def _goes_on(text: str, offset: int) -> bool:
    """Return whether more words follow on the line."""
    return LINE_END.split(text[offset:], maxsplit=1)[0].strip() != ""


def closest(template: TemplateWords, key: str, text: str) -> str | None:
    """Return the key of the one choice that ``text`` abbreviates or misspells; None if there are none or several.

    An abbreviation consists of some words of the choice in a row ("Engaged"); a typo changes one letter in five. No more,
    since "Not Fully Deployed" and "Deployed" must not be corrected to their opposites.
    """
    folded = fold(text)
    if len(folded) < _ENOUGH:
        return None
    meant = {choice for choice, parts in _word_starts(template, key) if any(part.startswith(folded) for part in parts)}
    meant = meant or {
        choice
        for wording, choice in folded_choices(template, key)
        if within_edit_distance(folded, wording, len(wording) // _LETTERS_A_TYPO)
        and _has_only_typos(template, key, choice, text)
    }
    return meant.pop() if len(meant) == 1 else None


def _has_only_typos(template: TemplateWords, key: str, choice: str, text: str) -> bool:
    """Return whether the words of a text are those of a choice with typos in long words, none of them in the first letter.

    Another short word ("Now", "No") or another beginning ("Undeployed") can reverse the meaning.
    """
    typed = [fold(word) for word in text.split()]
    for local in template.local.values():
        for wording in local.choices.get(key, {}).get(choice, ()):
            words = [fold(word) for word in wording.split()]
            pairs = zip(typed, words, strict=False)
            alike = (one == other or (len(other) >= _ENOUGH and one[:1] == other[:1]) for one, other in pairs)
            if len(words) == len(typed) and all(alike):
                return True
    return False


@lru_cache(maxsize=64)
def _word_starts(template: TemplateWords, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each wording of a field's choices from each of its words on, folded, with the key of the choice."""
    starts: list[tuple[str, tuple[str, ...]]] = []
    for local in template.local.values():
        for choice, wordings in local.choices.get(key, {}).items():
            for wording in wordings:
                words = [fold(word) for word in wording.split()]
                starts.append((choice, tuple("".join(words[number:]) for number in range(len(words)))))
    return tuple(starts)


CHOICE_NOT_IN_LIST: Final = Rule(
    code="FT201",
    name="choice-not-in-list",
    summary="A bullet that offers choices contains one of them.",
    rationale="Leadership compares engagements by these choices, and other words can't be counted. The template prints the "
    "choices after the label.",
    section="template",
    ignore_when="Your team has agreed on an additional choice; a custom playbook can define it.",
    severity=Severity.ERROR,
    fixes=("unsafe",),
    check=_unlisted_choices,
    only_where=has_deviating_choices,
    examples=(
        Example(STATUS_IS + "Engaged\n", STATUS_IS + "Fully Engaged\n"),
        Example(PROGRESS_IS + "Partialy Deployed #covid\n", PROGRESS_IS + "Partially Deployed #covid\n"),
        Example(PROGRESS_IS + "Not Fully Deployed\n"),
        Example(STATUS_IST + "geht gut voran\n", translation=STATUS_IS + "making good progress\n"),
        Example.clean(STATUS_IS + "fully  engaged.\n- M365 DEPLOYMENT PROGRESS:\n"),
        Example.clean("The engagement: Engaged.\n\n" + STATUS_IS + "**On-Hold** #project\n"),
        Example.clean(STATUS_IST + "vollstandig beteiligt\n", translation=STATUS_IS + "fully engaged\n"),
    ),
)

CHOICE_UNDECIDED: Final = Rule(
    code="FT202",
    name="choice-undecided",
    summary="Only one of the choices that the template offers is left.",
    rationale="The template lists its choices with slashes between them, and the writer keeps one. If several are left, "
    "readers can't see the status of the engagement.",
    section="template",
    ignore_when="The template has just been pasted, and the choice is still to be made.",
    severity=Severity.ERROR,
    check=_undecided_choices,
    only_where=has_deviating_choices,
    examples=(
        Example(STATUS_IS + "On Hold/Reactive/Fully Engaged \n- RISKS: none\n"),
        Example(PROGRESS_IS + "Not Deployed or Partially Deployed\n"),
        Example(STATUS_IS + "[ ] On Hold [x] Reactive [ ] Fully Engaged\n"),
        Example(STATUS_IS + "Reactive (was On Hold until March)\n"),
        Example(
            "**执行摘要**\n- 接洽状态：保留/反应/全面接洽\n- 描述客户：零售\n",
            translation=STATUS_IS + "On Hold/Reactive/Fully Engaged\n- DESCRIBE THE CUSTOMER: retail\n",
        ),
        Example.clean(STATUS_IS + "On Hold\n- M365 DEPLOYMENT PROGRESS: Fully Deployed\n"),
        Example.clean("The template offers On Hold/Reactive/Fully Engaged.\n\n" + TITLE + "- RISKS: On Hold/Reactive\n"),
        Example.clean(
            "**执行摘要**\n- 接洽状态：全面接洽\n- 描述客户：保留/反应\n",
            translation=STATUS_IS + "Fully Engaged\n- DESCRIBE THE CUSTOMER: On Hold/Reactive\n",
        ),
    ),
)

CHOICE_WITH_MORE_WORDS: Final = Rule(
    code="FT203",
    name="choice-with-more-words",
    summary="A bullet that offers choices contains one of them and nothing else.",
    rationale="Text after a choice is overlooked when engagements are counted, and fits better into another bullet.",
    section="template",
    ignore_when="The added words are needed right beside the choice, and nobody counts the choices by program.",
    severity=Severity.WARNING,
    fixes=("unsafe",),
    check=_choices_with_more_words,
    only_where=has_deviating_choices,
    examples=(
        Example(STATUS_IS + "Fully Engaged (weekly calls with the partner)\n"),
        Example(PROGRESS_IS + "Not Deployed\n  waiting for the new tenant\n"),
        Example(STATUS_IS + "Now Reactive\n"),
        Example(
            STATUS_IS + "Reactive M365 DEPLOYMENT PROGRESS: Not Deployed\n",
            STATUS_IS + "Reactive\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n",
        ),
        Example(STATUS_IST + "Angehalten bis Mai\n", translation=STATUS_IS + "On Hold until May\n"),
        Example.clean(STATUS_IS + "Fully Engaged #covid\n"),
        Example.clean(STATUS_IS + "Reactive\n\nFully Engaged again from May on.\n"),
        Example.clean(STATUS_IST + "(Angehalten)\n", translation=STATUS_IS + "(On Hold)\n"),
    ),
)

CHOICE_SPELLING: Final = Rule(
    code="FT204",
    name="choice-spelling",
    summary="A choice is spelled as in the template.",
    rationale="People who search an export for the words of the template, or count them in a spreadsheet, find only those "
    "that are spelled in the same way.",
    section="template",
    ignore_when="Nobody searches or counts your notes, or only with tools that ignore such differences.",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_misspelled_choices,
    only_where=has_deviating_choices,
    examples=(
        Example(STATUS_IS + "fully  engaged.\n", STATUS_IS + "Fully Engaged\n"),
        Example(PROGRESS_IS + "not-deployed #covid\n", PROGRESS_IS + "Not Deployed #covid\n"),
        Example(
            STATUS_IST + "vollstaendig beteiligt\n",
            STATUS_IST + "Vollständig beteiligt\n",
            translation=STATUS_IS + "fully engaged\n",
        ),
        Example.clean(STATUS_IS + "Fully Engaged\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n"),
        Example.clean(STATUS_IS + "fully engaged until May\n"),
        Example.clean(STATUS_IST + "Angehalten #covid\n", translation=STATUS_IS + "On Hold #covid\n"),
    ),
)
