"""The search for next actions in a text: what is to be done, when, and by whom.

An action needs a label, a list of actions, or somebody who will do something, or a meeting with its date: to miss one is
better than to invent one.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from ...playbook.playbook import Playbook
from ...syntax.document import Document
from ...syntax.parser import as_document
from ..dates.mention import DateMention
from ..dates.search import read_dates
from .commitments import is_about
from .items import ActionDraft, NextAction
from .labels import WHAT, label_at
from .lexicon import ALPHABETIC, CAPITAL, role
from .lines import action_lines, parts
from .markup import without_markup
from .name_words import is_name
from .nouns import EVENT
from .people import NONE
from .reader import ActionReader, can_start
from .text import ActionText

#: The number of words and spaces within which a label ends.
_LONGEST_LABEL = 40
_NO_ACTION, _PARTY, _WILL = role("no_action"), role("parties"), role("will")
#: What is between two tasks of a sentence.
_JOINT: Final = role("joiners", "fillers")
#: What does not follow the name of an owner: "Ana anrufen" is a call to Ana.
_NOT_AFTER_OWNER = CAPITAL | role("verbs")


def find_next_actions(
    text_or_document: str | Document,
    *,
    date: datetime.date | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
) -> tuple[NextAction, ...]:
    """Find what is to be done next, when, and by whom.

    Args:
        text_or_document: any text, or a parsed document. Time and memory grow with its length.
        date: the day on which it was written, if known: dates without a year, and such as "next week", are days then.
        playbook: the playbook whose words count; without it and ``edition`` that of the document, or the default edition.
        edition: the id of a published edition, instead of ``playbook``.

    Returns:
        The actions in the order of the text, with spans in code points. ``docs/next-actions.md`` lists what counts.

    Raises:
        TypeError: ``text_or_document`` is neither a ``str`` nor a `Document`.
        ValueError: there is no such edition; the message lists them.

    Source: the guidance page "Overall Status Notes Guidance", section "Frequency": "the Next Action, Date, and Owner".
    """
    document = as_document(text_or_document, playbook, edition, caller="find_next_actions")
    dates = read_dates(document, document.playbook or Playbook.load(), date)
    found = read_actions(document, dates, date).actions
    return tuple(action.written_on(date) for action in found)


@frozen(eq=False, repr=False)
class ActionReading:
    """The next actions of a document, and what else its words show."""

    actions: tuple[NextAction, ...]
    text: ActionText

    @property
    def states_none(self) -> bool:
        """Whether the text says that nothing is to be done: "no further action needed", "Next steps: none"."""
        text, end = self.text, len(self.text.words)
        for place in text.places(_NO_ACTION | WHAT):
            if text.phrase(place, _NO_ACTION, end):
                return True
            line_end = self._line_end(place)
            label = label_at(text, place, line_end, first=True)
            # "Next steps: none", or "None" below "Next steps"
            after = label.end if label else text.phrase(place, WHAT, line_end)
            if after and (label or text.skip(after, line_end) == line_end) and text.phrase(text.skip(after, end), NONE, end):
                return True
        return False

    def _line_end(self, place: int) -> int:
        """Return the end of a line from a place in it, as far as a label can reach."""
        tokens = self.text.tokens
        last = min(len(tokens), place + _LONGEST_LABEL)
        return next((at for at in range(place, last) if "\n" in tokens[at] or "\r" in tokens[at]), last)

    @property
    def names_party(self) -> bool:
        """Whether the text names a party of an engagement, such as the customer."""
        text, end = self.text, len(self.text.words)
        return text.opens(0, end) & _PARTY > 0 and any(text.phrase(place, _PARTY, end) for place in text.places(_PARTY))

    def goes_on(self, above: NextAction, action: NextAction) -> bool:
        """Return whether an action is about the one before it in its sentence: "Ana sends it by 5 May and we check it"."""
        text, place = self.text, self.text.place(action.what_span.start)
        between = range(text.place(above.span.end), text.place(action.span.start))
        joints = [at for at in between if not text.is_spacing(at)]
        joined = joints and all(text.has(at, _JOINT) or text.tokens[at] == "," for at in joints)
        return bool(joined) and is_about(text, place, len(text.words))

    def may_name_owner(self, action: NextAction) -> bool:
        """Return whether a task starts with a word that can be a name, though what follows is not known as a verb.

        Or with "will", as in "Will call again": then it is the writer's.
        """
        text, place = self.text, self.text.place(action.what_span.start)
        if text.phrase(place, _WILL, len(text.words)):
            return True
        after = text.skip(place + 1, len(text.words))
        return is_name(text, place, strict=True) and text.has(after, ALPHABETIC) and not text.has(after, _NOT_AFTER_OWNER)


def read_actions(document: Document, dates: Sequence[DateMention], written: datetime.date | None = None) -> ActionReading:
    """Read the next actions of a document whose dates are known, perhaps with the day on which it was written."""
    text = ActionText.of(without_markup(document.text), dates, document.playbook or Playbook.load(), written)
    drafts: list[ActionDraft] = []
    for part in parts(document, text):
        if can_start(text, text.place(part.spans[0].start), text.place(part.spans[-1].end)):
            reader, known = ActionReader(text, drafts), len(drafts)
            for span in part.spans:
                reader.read(action_lines(text, span.start, span.end))
            if part.is_update:
                drafts[known:] = [draft for draft in drafts[known:] if not _is_stage(text, draft)]
    return ActionReading(tuple(draft.action(document.text) for draft in drafts), text)


def _is_stage(text: ActionText, draft: ActionDraft) -> bool:
    """Return whether an event is a stage of the work on a workload, which is its status: "next wave on 25 May".

    A meeting is none, and neither is what somebody does on that day.
    """
    if not draft.event or draft.owner is not None:
        return False
    return not text.opens(text.place(draft.what[0].start), text.place(draft.what[-1].end)) & EVENT
