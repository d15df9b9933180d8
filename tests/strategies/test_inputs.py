"""Contexts, playbooks and exports."""

from __future__ import annotations

import csv
import io

import pytest
from helpers.drawing import EDITIONS, FEWER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ftnotes import Playbook, Workload, parse, serialize
from ftnotes.cli.main import main
from ftnotes.strategies import contexts, exports, lifecycle_notes, notes_text, playbooks


@given(st.data(), playbooks())
def test_a_context_is_of_the_playbook(data: st.DataObject, playbook: Playbook) -> None:
    """The playbook knows each of its values."""
    data.draw(contexts(playbook=playbook)).resolved(playbook)


@FEWER
@given(st.data(), playbooks())
def test_a_playbook_can_be_worked_with(data: st.DataObject, playbook: Playbook) -> None:
    """Notes are drawn and read with it, with its additional workloads and hashtags."""
    text = data.draw(notes_text("en", playbook=playbook, valid=True))
    assert serialize(parse(text, playbook)) == text
    own = next((spec for spec in playbook.workloads if spec not in EDITIONS[0].workloads + EDITIONS[2].workloads), None)
    if own is not None:
        (workload,) = (
            parse(f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- SNAPSHOT:\n- {own.tag}: x\n", playbook)
            .exec_summaries[0]
            .workloads
        )
        assert workload == Workload(own.tag, "", "x")


@FEWER
@given(exports())
def test_an_export_is_what_the_command_takes(rows: list[dict[str, str]]) -> None:
    """Each row has its id, and its columns have known values."""
    assert len({row["Tenant"] for row in rows}) == len(rows)
    for row in rows:
        assert [*row] == ["Tenant", "Role", "Note Type", "Priority", "Date", "Notes"]
        assert serialize(parse(row["Notes"])) == row["Notes"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=exports("de", notes=lifecycle_notes("de"), max_size=3))
def test_an_export_can_be_checked(
    rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written as a CSV, it is read row by row."""
    typed = io.StringIO()
    writer = csv.DictWriter(typed, ["Tenant", "Role", "Note Type", "Priority", "Date", "Notes"])
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path_factory.mktemp("export") / "notes.csv"
    path.write_text(typed.getvalue(), encoding="utf-8", newline="")
    columns = ["--column", "Notes", "--id-column", "Tenant", "--note-type-column", "Note Type"]
    assert main(["check", str(path), *columns]) == (0 if rows else 2)
    printed = capsys.readouterr()
    assert (f"{len(rows)} note" in printed.out) == bool(rows)
