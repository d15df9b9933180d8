"""The public strategies for notes and their parts.

They take ``language``, ``edition`` and ``playbook`` as the docstring of the package says.
"""

from __future__ import annotations

from typing import cast

from hypothesis import strategies as st

from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords
from ..syntax.document import Document
from ..syntax.exec_summary import EXEC_SUMMARY, ExecSummary
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from ..syntax.serializer import serialize
from . import trees
from .failing_text import shown
from .phrasing import choose_template, languages, phrase
from .valid import lifecycle_note, requoted, valid_document, valid_note, valid_workload
from .violation_draft import Case
from .violations import violating_note, violation_of


@st.composite
def titles(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    template: str | None = None,
) -> Title:
    """Draw a title of the template, with or without a remark (a hashtag, a date, a word in parentheses)."""
    known = choose_template(playbook, edition, template)
    return draw(trees.title(known, draw(languages(known, language))))


@st.composite
def proses(
    draw: st.DrawFn, language: str | None = None, *, edition: str | None = None, playbook: Playbook | None = None
) -> Prose:
    """Draw a paragraph outside summaries."""
    return Prose(draw(trees.sentence(draw(languages(choose_template(playbook, edition, None), language)))) + "\n\n")


@st.composite
def workloads(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    valid: bool = False,
) -> Workload:
    """Draw a known or unknown workload, with or without name and update.

    Args:
        language: the language of the update and, if it is ``valid``, of the name.
        valid: whether it has tag, name and update, as the rules require.
    """
    known = choose_template(playbook, edition, None)
    tongue = draw(languages(known, language))
    if valid:
        return draw(valid_workload(draw(st.sampled_from(known.playbook.workloads)), tongue))
    return draw(trees.workload(known.playbook, tongue))


@st.composite
def fields(
    draw: st.DrawFn,
    key: str | None = None,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    template: str | None = None,
    max_workloads: int = 4,
) -> Field:
    """Draw a field of the template.

    Args:
        key: its key, such as ``"engagement-status"``; by default any.
        max_workloads: the maximum number of workloads in the list.

    Raises:
        ValueError: the template has no such field; the message lists the keys.
    """
    known = choose_template(playbook, edition, template)
    keys = known.keys
    if key is not None and key not in keys:
        raise ValueError(f"playbook {known.playbook.id} has no field {key!r}; it has {', '.join(keys)}")
    tongue = draw(languages(known, language))
    return draw(trees.field(key or draw(st.sampled_from(keys)), known, tongue, max_workloads, only_choices=False))


@st.composite
def notes(
    draw: st.DrawFn,
    language: str | None = None,
    titled: bool | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    template: str | None = None,
    valid: bool = False,
    max_workloads: int = 4,
) -> Note:
    """Draw a note of a template that is read back as itself, with or without problems.

    Args:
        titled: whether it has a title, if its template has any; by default either. A ``valid`` one has a
            title, and so has one of another template than the first.
        template: the key of the template; by default the first of the playbook.
        valid: whether `check` finds no problem in a note with this summary only.
        max_workloads: the maximum number of workloads in the list.
    """
    known = choose_template(playbook, edition, template)
    tongue = draw(languages(known, language))
    if valid:
        return shown(draw(valid_note(known, tongue, max_workloads)))
    return shown(draw(trees.note(known, tongue, titled, max_workloads)))


def exec_summaries(
    language: str | None = None,
    titled: bool | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    valid: bool = False,
    max_workloads: int = 4,
) -> st.SearchStrategy[ExecSummary]:
    """Return a strategy for exec summaries; see `notes`.

    Raises:
        ValueError: the playbook has no exec summary; the message lists its templates.
    """
    template = choose_template(playbook, edition, EXEC_SUMMARY)
    drawn = notes(language, titled, playbook=template.playbook, template=template.key, valid=valid, max_workloads=max_workloads)
    return drawn.map(lambda note: cast(ExecSummary, note))


@st.composite
def documents(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    template: str | None = None,
    valid: bool = False,
    max_summaries: int = 3,
    max_workloads: int = 4,
) -> Document:
    """Draw a document for which ``parse(serialize(document), playbook) == document``.

    Args:
        language: the language of all summaries; by default each has any.
        valid: whether `check` finds no problem in it; it then has one summary.
        max_summaries: the maximum number of summaries, if it need not be valid.
        max_workloads: the maximum number of workloads in each list.
    """
    known = choose_template(playbook, edition, template)
    return shown(draw(_documents(known, language, valid, max_summaries, max_workloads)))


@st.composite
def _documents(
    draw: st.DrawFn, known: TemplateWords, language: str | None, valid: bool, max_summaries: int, max_workloads: int
) -> Document:
    if valid:
        return draw(valid_document(known, draw(languages(known, language)), max_workloads))
    tongue = None if language is None else draw(languages(known, language))
    return draw(trees.document(known, tongue, max_summaries, max_workloads))


def notes_text(
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    template: str | None = None,
    valid: bool = False,
    violating: str | None = None,
    max_summaries: int = 3,
    max_workloads: int = 4,
) -> st.SearchStrategy[str]:
    """Return a strategy for texts of notes: any in the layout of the template, valid ones, or ones with one problem.

    Args:
        valid: whether `check` finds no problem in it.
        violating: the code or name of the one rule that it violates. Some rules need a context: draw from `cases`.

    Raises:
        ValueError: there is no such rule, or both ``valid`` and ``violating`` are given.
    """
    if violating is not None:
        if valid:
            raise ValueError("a note can't be valid and violate a rule: pass either valid=True or violating")
        return cases(violating, language, edition=edition, playbook=playbook, template=template).map(lambda case: case.text)
    known = choose_template(playbook, edition, template)
    texts = _documents(known, language, valid, max_summaries, max_workloads).map(serialize)
    return (texts.flatmap(requoted) if valid else texts).map(shown)


def cases(
    violating: str,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    template: str | None = None,
) -> st.SearchStrategy[Case]:
    """Return a strategy for notes that violate one rule and no other, with their context.

    ``check(case.text, context=case.context)`` reports the violation.

    Args:
        violating: the code or name of the rule, as ``"FT301"`` or ``"hashtag-forbidden"``.

    Raises:
        ValueError: there is no such rule, or no note can violate it with this playbook, for example without hashtags.
    """
    known = choose_template(playbook, edition, template)
    violation_of(violating, known)
    return languages(known, language).flatmap(lambda tongue: violating_note(violating, known, tongue)).map(shown)


@st.composite
def updates(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    max_lines: int = 2,
) -> str:
    """Draw the update of a workload, in up to ``max_lines`` lines joined by line feeds."""
    tongue = draw(languages(choose_template(playbook, edition, None), language))
    return "\n".join(draw(st.lists(phrase("update", tongue), min_size=1, max_size=max_lines, unique=True)))


@st.composite
def lifecycle_notes(
    draw: st.DrawFn, language: str | None = None, *, edition: str | None = None, playbook: Playbook | None = None
) -> str:
    """Draw the text of a valid note without a summary: a call, and the next action with its date and owner."""
    return shown(draw(lifecycle_note(draw(languages(choose_template(playbook, edition, None), language)))))
