"""The public strategies for contexts, playbooks, and exports of notes."""

from __future__ import annotations

import datetime
from operator import itemgetter
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ..playbook.model import INTENTS, HashtagSpec, WorkloadSpec
from ..playbook.playbook import Playbook, choose_playbook
from ..policy.context import Context
from .api import lifecycle_notes, notes_text
from .messy import messy_notes_text

#: Workloads and hashtags that no edition has.
_WORKLOADS: Final = (
    WorkloadSpec("WVD", ("Virtual Desktop",)),
    WorkloadSpec("PBI", ("Power BI",), other_names=("Power BI Pro",)),
    WorkloadSpec("STREAM", ("Stream",)),
    WorkloadSpec("D365", ("Dynamics 365",)),
)
_HASHTAGS: Final = (
    HashtagSpec("#quickwin", "something was reached within a month"),
    HashtagSpec("#pilot", "a pilot is running"),
)
#: The range of drawn dates.
_FIRST_DAY: Final = datetime.date(2019, 1, 1)
_LAST_DAY: Final = datetime.date(2021, 1, 1)


@st.composite
def contexts(draw: st.DrawFn, *, edition: str | None = None, playbook: Playbook | None = None) -> Context:
    """Draw a context in which each of the five values is given or missing, as a key or as a name that people use."""
    known = choose_playbook(playbook, edition)
    values: dict[str, list[Any]] = {
        "role": [name for role in known.roles for name in (role.key, *role.names)],
        "note_type": [name for kind in known.note_types for name in (kind.key, *kind.names)],
        "priority": [name for priority in known.priorities for name in (priority.key, *priority.names)],
        "intent": list(INTENTS),
    }
    parts = {name: draw(st.none() | st.sampled_from(words)) for name, words in values.items() if words}
    return Context(**parts, date=draw(st.none() | st.dates(_FIRST_DAY, _LAST_DAY)))


@st.composite
def playbooks(draw: st.DrawFn) -> Playbook:
    """Draw a published edition, or one extended by other workloads and hashtags."""
    edition = Playbook.load(draw(st.sampled_from(Playbook.editions())))
    workloads = draw(st.lists(st.sampled_from(_WORKLOADS), max_size=len(_WORKLOADS), unique=True))
    hashtags = draw(st.lists(st.sampled_from(_HASHTAGS), max_size=len(_HASHTAGS), unique_by=lambda spec: spec.tag))
    if not workloads and not hashtags:
        return edition
    return attrs.evolve(
        edition,
        id=f"{edition.id}-own",
        workloads=(*edition.workloads, *workloads),
        hashtags=(*edition.hashtags, *hashtags),
        bundled=False,
    )


@st.composite
def exports(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    notes: st.SearchStrategy[str] | None = None,
    max_size: int = 10,
) -> list[dict[str, str]]:
    """Draw the rows of an export.

    The columns are ``Tenant`` (the id), ``Role``, ``Note Type``, ``Priority``, ``Date`` and ``Notes``.

    Args:
        notes: a strategy for the notes; by default valid, messy and lifecycle notes.
        max_size: the maximum number of rows.
    """
    known = choose_playbook(playbook, edition)
    if notes is None:
        messy = messy_notes_text(language, playbook=known).map(itemgetter(1))
        notes = notes_text(language, playbook=known, valid=True) | messy | lifecycle_notes(language, playbook=known)
    first = draw(st.integers(1, 9000))
    return [
        {
            "Tenant": f"T-{number:05}",
            "Role": draw(st.sampled_from([name for role in known.roles for name in role.names])),
            "Note Type": draw(st.sampled_from([kind.names[0] for kind in known.note_types])),
            "Priority": draw(st.sampled_from([priority.names[0] for priority in known.priorities])),
            "Date": draw(st.dates(_FIRST_DAY, _LAST_DAY)).isoformat(),
            "Notes": draw(notes),
        }
        for number in range(first, first + draw(st.integers(0, max_size)))
    ]
