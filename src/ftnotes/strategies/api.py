"""The strategies that `ftnotes.strategies` exports."""

from __future__ import annotations

from hypothesis import strategies as st

from ..playbook.playbook import Playbook, choose_playbook
from ..policy.context import Context
from ..syntax.document import Document
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from ..syntax.serializer import serialize
from . import inputs as surroundings
from . import line_endings as paper
from . import messy, trees
from . import valid as clean
from . import violations as faulty
from .phrasing import languages, said
from .violation_draft import Case


@st.composite
def titles(
    draw: st.DrawFn, language: str | None = None, *, edition: str | None = None, playbook: Playbook | None = None
) -> Title:
    """A title of the template, with a remark (a hashtag, a date, a word in parentheses) or without one."""
    return draw(trees.title(draw(languages(choose_playbook(playbook, edition), language))))


@st.composite
def proses(
    draw: st.DrawFn, language: str | None = None, *, edition: str | None = None, playbook: Playbook | None = None
) -> Prose:
    """A paragraph, as it stands outside summaries."""
    return Prose(draw(trees.sentence(draw(languages(choose_playbook(playbook, edition), language)))) + "\n\n")


@st.composite
def workloads(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    valid: bool = False,
) -> Workload:
    """A workload of the template or one that is unknown, with its name or without, with an update or without.

    Args:
        language: the language of the update and, where it is ``valid``, of the name.
        edition: the id of the published edition that has the workload.
        playbook: a playbook of one's own, in place of an edition.
        valid: whether it has tag, name and update, as the rules ask for.
    """
    known = choose_playbook(playbook, edition)
    tongue = draw(languages(known, language))
    if valid:
        return draw(clean.workload(draw(st.sampled_from(known.workloads)), tongue))
    return draw(trees.workload(known, tongue))


@st.composite
def fields(
    draw: st.DrawFn,
    key: str | None = None,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    max_workloads: int = 4,
) -> Field:
    """A field of the template.

    Args:
        key: its key, such as ``"engagement-status"``; that of any field where it is None.
        language: the language of its label and value.
        edition: the id of the published edition that has the field.
        playbook: a playbook of one's own, in place of an edition.
        max_workloads: how many workloads the list has at most.

    Raises:
        ValueError: the template has no such field; the message lists those that it has.
    """
    known = choose_playbook(playbook, edition)
    keys = [spec.key for spec in known.fields]
    if key is not None and key not in keys:
        raise ValueError(f"playbook {known.id} has no field {key!r}; it has {', '.join(keys)}")
    tongue = draw(languages(known, language))
    return draw(trees.field(key or draw(st.sampled_from(keys)), known, tongue, max_workloads))


@st.composite
def exec_summaries(
    draw: st.DrawFn,
    language: str | None = None,
    titled: bool | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    valid: bool = False,
    max_workloads: int = 4,
) -> ExecSummary:
    """A summary: any that reads back as itself, or one with which nothing is wrong.

    Args:
        language: the language of its labels and of what it says.
        titled: whether it has a title; either where it is None. A ``valid`` one has one.
        edition: the id of the published edition that it follows.
        playbook: a playbook of one's own, in place of an edition.
        valid: whether `check` finds nothing in a note that consists of it.
        max_workloads: how many workloads its list has at most.
    """
    known = choose_playbook(playbook, edition)
    tongue = draw(languages(known, language))
    if valid:
        return draw(clean.summary(known, tongue, max_workloads))
    return draw(trees.summary(known, tongue, titled, max_workloads))


@st.composite
def documents(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    valid: bool = False,
    max_summaries: int = 3,
    max_workloads: int = 4,
) -> Document:
    """A document for which ``parse(serialize(document), playbook) == document``.

    Args:
        language: the language of all summaries; each has one of its own where it is None.
        edition: the id of the published edition that it follows.
        playbook: a playbook of one's own, in place of an edition.
        valid: whether `check` finds nothing in it; it then has one summary.
        max_summaries: how many summaries it has at most, where it need not be valid.
        max_workloads: how many workloads each list has at most.
    """
    known = choose_playbook(playbook, edition)
    if valid:
        return draw(clean.document(known, draw(languages(known, language)), max_workloads))
    tongue = None if language is None else draw(languages(known, language))
    return draw(trees.document(known, tongue, max_summaries, max_workloads))


def notes_text(
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    valid: bool = False,
    violating: str | None = None,
    max_summaries: int = 3,
    max_workloads: int = 4,
) -> st.SearchStrategy[str]:
    """The text of a note: any that the template's layout has, one with which nothing is wrong, or one with one fault.

    Args:
        language: as for `documents`.
        edition: as for `documents`.
        playbook: as for `documents`.
        valid: whether `check` finds nothing in it.
        violating: the code or name of the one rule that it breaks. Some rules need to know the context: draw from `cases`.
        max_summaries: as for `documents`.
        max_workloads: as for `documents`.

    Raises:
        ValueError: there is no such rule, or the note shall be valid and violate one.
    """
    if violating is not None:
        if valid:
            raise ValueError("a note can't be valid and violate a rule: pass either valid=True or violating")
        return cases(violating, language, edition=edition, playbook=playbook).map(lambda case: case.text)
    drawn = documents(
        language, edition=edition, playbook=playbook, valid=valid, max_summaries=max_summaries, max_workloads=max_workloads
    )
    texts = drawn.map(serialize)
    return texts.flatmap(paper.copied) if valid else texts


def cases(
    violating: str, language: str | None = None, *, edition: str | None = None, playbook: Playbook | None = None
) -> st.SearchStrategy[Case]:
    """A note that breaks one rule and no other, with the context in which it does: ``check(case.text, context=case.context)``.

    Args:
        violating: the code or name of the rule, as ``"FT301"`` or ``"hashtag-forbidden"``.
        language: the language of the note.
        edition: the id of the published edition that the rule is held against.
        playbook: a playbook of one's own, in place of an edition.

    Raises:
        ValueError: there is no such rule, or the playbook has nothing that it speaks of, such as hashtags.
    """
    known = choose_playbook(playbook, edition)
    faulty.breaker(violating, known)
    return languages(known, language).flatmap(lambda tongue: faulty.broken(violating, known, tongue))


@st.composite
def updates(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    max_lines: int = 2,
) -> str:
    """What is said of a workload, in lines joined by line feeds.

    Args:
        language: the language that it is said in.
        edition: the id of the published edition that knows the language.
        playbook: a playbook of one's own, in place of an edition.
        max_lines: how many lines it has at most.
    """
    tongue = draw(languages(choose_playbook(playbook, edition), language))
    return "\n".join(draw(st.lists(said("update", tongue), min_size=1, max_size=max_lines, unique=True)))


@st.composite
def messy_notes_text(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    max_workloads: int = 4,
) -> tuple[Document, str]:
    """A document, and its text as people type it: other bullets, dashes and brackets, labels cut short or in another case,
    quoted, with other line ends. The document is what `parse` must find: ``parse(text, playbook) == document``.

    Args:
        language: the language of the note.
        edition: the id of the published edition that it follows.
        playbook: a playbook of one's own, in place of an edition.
        max_workloads: how many workloads its list has at most.
    """
    known = choose_playbook(playbook, edition)
    return draw(messy.messy(known, draw(languages(known, language)), max_workloads))


@st.composite
def lifecycle_notes(
    draw: st.DrawFn, language: str | None = None, *, edition: str | None = None, playbook: Playbook | None = None
) -> str:
    """The text of a note without a summary, with which nothing is wrong: a call, the next action, its day and owner."""
    return draw(clean.lifecycle_note(draw(languages(choose_playbook(playbook, edition), language))))


def contexts(*, edition: str | None = None, playbook: Playbook | None = None) -> st.SearchStrategy[Context]:
    """A context in which anything is told or not, by the keys of the playbook or in the words of the guidance."""
    return surroundings.context(choose_playbook(playbook, edition))


def playbooks() -> st.SearchStrategy[Playbook]:
    """A published edition, or one extended by workloads and hashtags."""
    return surroundings.playbook()


def exports(
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    notes: st.SearchStrategy[str] | None = None,
    max_size: int = 10,
) -> st.SearchStrategy[list[dict[str, str]]]:
    """The rows of an export: by the names of its columns ``Tenant`` (the id), ``Role``, ``Note Type``, ``Priority``, ``Date``
    and ``Notes``.

    Args:
        language: the language of all notes.
        edition: the id of the published edition whose roles, note types and priorities there are.
        playbook: a playbook of one's own, in place of an edition.
        notes: what the notes are drawn from; valid, messy and lifecycle notes where it is None.
        max_size: how many rows there are at most.
    """
    if notes is None:
        messy_ones = messy_notes_text(language, edition=edition, playbook=playbook).map(lambda drawn: drawn[1])
        notes = (
            notes_text(language, edition=edition, playbook=playbook, valid=True)
            | messy_ones
            | lifecycle_notes(language, edition=edition, playbook=playbook)
        )
    return surroundings.rows(choose_playbook(playbook, edition), notes, max_size)
