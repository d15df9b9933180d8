"""Rows with the text of an earlier note."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from ftnotes import Context, Playbook
from ftnotes.batch import Checked, Columns, Policy, check_export, fix_export
from ftnotes.batch.repeats import with_repeats
from ftnotes.batch.rows import Entry, Row

#: A customer, the type of a note, and its text.
ROWS = [
    ("Contoso", "Service Intent", "No intent, because they use Slack."),
    ("Contoso", "service intent", "no intent,  because they use Slack"),
    ("Contoso", "Entitlement Status", "No intent, because they use Slack."),
    ("Fabrikam", "Service Intent", "No intent, because they use Slack."),
    ("Contoso", "Overall Status", "No intent, because they use Slack."),
    ("Contoso", "Overall Status", "No intent, because they use Slack."),
    ("Contoso", "Service Intent", "No response after 3 calls."),
    ("Contoso", "Service Intent", "No response after 3 calls."),
    ("Contoso", "Service Intent", "No intent, because they use Slack."),
    ("Contoso", "Service Intent", "  "),
    ("Contoso", "Service Intent", "  "),
]
PLAYBOOK = Playbook.load()


def repeats(rows: list[Row | None], context: Context | None = None, playbook: Playbook = PLAYBOOK) -> list[str | None]:
    """Return what each row says about an earlier one."""
    entries = with_repeats([Entry(row) for row in rows], context or Context(), playbook)
    return [entry.content.context.get("repeats") if isinstance(entry.content, Row) else None for entry in entries]


def row(number: int, id: str | None, note_type: str, text: str) -> Row:
    """Return a row with a type of note, unless that is empty."""
    return Row("e.csv", number, text, id, context={"note_type": note_type} if note_type else {})


def test_a_row_names_the_first_with_the_same_text() -> None:
    """About the same customer, in a type of note that avoids this; case, spaces and punctuation don't matter."""
    rows: list[Row | None] = [row(number, *cells) for number, cells in enumerate(ROWS, 2)]
    assert repeats([None, *rows]) == [None, None, "row 2", *[None] * 5, "row 8", "row 2", None, None]


@pytest.mark.parametrize(
    ("id", "context", "playbook"),
    [
        (None, Context(note_type="service-intent"), PLAYBOOK),
        ("Contoso", Context(), PLAYBOOK),
        ("Contoso", Context(note_type="overall-status"), PLAYBOOK),
        ("Contoso", Context(note_type="service-intent"), evolve(PLAYBOOK, note_types=())),
    ],
)
def test_nothing_is_compared_without_customer_and_type(id: str | None, context: Context, playbook: Playbook) -> None:
    """Two customers can say the same, and only some types of note avoid it."""
    assert repeats([row(2, id, "", "No intent."), row(3, id, "", "No intent.")], context, playbook) == [None, None]


def test_the_type_can_be_that_of_all_rows() -> None:
    """Where the export has no column for it."""
    rows: list[Row | None] = [row(2, "C", "", "No intent."), row(3, "C", "", "No intent.")]
    assert repeats(rows, Context(note_type="service-intent")) == [None, "row 2"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_export_is_checked_for_repeated_texts(tmp_path: Path, jobs: int) -> None:
    """By its rows in order, whichever process checks them; a contact that failed can hold for all workloads."""
    file = tmp_path / "e.csv"
    lines = [",".join(f'"{cell}"' for cell in cells) for cells in ROWS[:9]]
    file.write_text("customer,type,note\n" + "\n".join(lines) + "\n", encoding="utf-8")
    columns = Columns("note", id="customer", note_type="type")
    policy = Policy(select=["FT711"])
    checked = [one for one in check_export(str(file), columns, policy, jobs=jobs) if isinstance(one, Checked)]
    assert {one.row.number: found.message for one in checked for found in one.report} == dict.fromkeys(
        (3, 10), "The note has the same text as row 2. Write what holds for this workload."
    )
    assert len(list(fix_export(str(file), str(tmp_path / "f.csv"), columns, policy))) == 9
    assert (tmp_path / "f.csv").read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
