"""What was read of a note, for people: its fields, workloads, next actions and dates."""

from __future__ import annotations

from attrs import frozen

from ftnotes import DateMention, Document, Field, Note, Title, Workload, find_dates, find_next_actions
from ftnotes.playbook.template_words import template_words
from ftnotes.playbook.wording import Wording, wording_in

from .session import Json, OpenNote


def card(note: OpenNote, units: int) -> Json:
    """Return what was read of the filled-in template at or above a place of the text, or else of the first.

    Args:
        note: the text.
        units: the place, in UTF-16 code units.
    """
    notes = note.document.notes
    if not notes:
        return {"notes": 0}
    place = note.units.offset(units)
    number = max((index for index, one in enumerate(notes) if note.document.span(one).start <= place), default=0)
    chosen = notes[number]
    template = template_words(note.playbook, chosen.template)
    language = chosen.language or template.default_language
    wording = wording_in(template, language)
    reader = _Reader(wording)
    # Dates and actions are looked for in this note alone: a long text has many.
    document = note.document if len(notes) == 1 else Document((chosen,), note.playbook)
    day = note.configuration.context.date
    return {
        "notes": len(notes),
        "number": number + 1,
        "template": chosen.template.replace("-", " ").capitalize(),
        "language": wording.language.name,
        "title": _title(chosen.title),
        "fields": [*reader.fields(chosen), *reader.extra(chosen)],
        "workloads": [reader.workload(one) for one in _workloads(chosen)],
        "actions": [
            {
                "what": one.what,
                "owner": one.owner or "",
                "date": _days(one.date) if one.date else "",
                "done": one.done,
            }
            for one in find_next_actions(document, date=day)
        ],
        "dates": [{"text": one.text, "days": days} for one in find_dates(document, date=day) if (days := _days(one))],
    }


def _title(title: Title | None) -> str:
    return " ".join(part for part in (title.lead, title.text, title.remark) if part) if title else ""


def _workloads(note: Note) -> list[Workload]:
    listed = [one for field in note.fields for one in field.workloads]
    return [*listed, *(one for one in note.body if isinstance(one, Workload))]


@frozen
class _Reader:
    """The reading of fields and workloads, in the words of one template and language."""

    wording: Wording

    def fields(self, note: Note) -> list[Json]:
        """Return the fields of the template, those that the note lacks as well; without the list of workloads."""
        template = self.wording.template
        read = []
        for spec in template.spec.fields:
            label = self.wording.label_to_write(spec.key)
            field = note.field(spec.key)
            if label is None or (spec.key == template.listing and not (field and field.value)):
                continue
            choice = note.choice(spec.key) if spec.choices and field else None
            value = self.wording.choice(spec.key, choice) if choice else field.value if field else ""
            state = (
                "missing"
                if field is None
                else "empty"
                if not value.strip()
                else "unclear"
                if spec.choices and choice is None
                else "read"
            )
            read.append({"label": label, "value": value, "state": state, "choice": choice is not None})
        return read

    def extra(self, note: Note) -> list[Json]:
        """Return the fields that the template doesn't have."""
        own = [field for field in note.body if isinstance(field, Field) and field.key is None]
        return [{"label": field.label, "value": field.value, "state": "extra", "choice": False} for field in own]

    def workload(self, one: Workload) -> Json:
        """Return a workload under the names of the edition, or as typed if it has none."""
        tags = [known for tag in one.tags if (known := self.wording.vocabulary.tag(tag))]
        names = [self.wording.name(tag) for tag in tags]
        name = ", ".join(names) or one.name or one.tag
        return {"tag": "+".join(tags) or one.tag, "name": name, "update": one.update, "known": bool(tags)}


def _days(mention: DateMention) -> str:
    """Return the days that a date can be, for people."""
    ranges = [str(days.first) if days.first == days.last else f"{days.first} to {days.last}" for days in mention.readings]
    return " or ".join(ranges)
