"""Tables of what is found in notes, in each format."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from helpers.exports import NOTE, made, rows_of

import ftnotes
from ftnotes.batch import (
    CHECK_TABLES,
    Columns,
    ExportError,
    Policy,
    Row,
    RowError,
    Tables,
    examine_export,
    table_name,
)
from ftnotes.batch.jobs import Examined, ExamineJob

_WRITERS = {".parquet": "pyarrow", ".xlsx": "xlsxwriter"}


def examined(text: str, number: int = 0, id: str | None = None, **kept: str) -> Examined:
    """All that is found in a note."""
    result = ExamineJob(Policy().validated()).examine(Row("e.csv" if number else "note.md", number, text, id, kept=kept))
    assert isinstance(result, Examined)
    return result


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".xlsx"])
def test_tables_contain_the_records(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a row for each summary, workload and next action, with the place of the note and the kept columns."""
    if suffix in _WRITERS:
        pytest.importorskip(
            _WRITERS[suffix], reason=f"what writes {suffix} is not installed: pip install 'ftnotes[arrow,excel]'"
        )
    monkeypatch.setattr("ftnotes.batch.table_files._GROUP", 2)
    target = str(tmp_path / f"out{suffix}")
    with Tables(target, keep=("Region", "title")) as tables:
        tables.add(examined(NOTE + "\n\n" + NOTE, 7, "@Contoso", Region="+West", title="CIO"))
        tables.add(examined(NOTE + "\n\n" + NOTE))
        tables.add(examined("Next step: call Ana by 5 May 2020"))
        tables.add(RowError("e.csv", "is damaged", 9))
    assert tables.counts == {"summaries": 4, "workloads": 4, "actions": 1}
    summaries, workloads, actions = (rows_of(target, kind.name) for kind in tables.kinds)
    first = ["file", "row", "id", "Region", "kept_title"]
    assert list(summaries[0]) == [*first, *ftnotes.SummaryRecord.columns()]
    assert list(actions[0]) == [*first[:-1], "title", *ftnotes.ActionRecord.columns()]
    action = actions[0]
    assert (action["file"], action["what"], action["first"], str(action["done"])) == ("note.md", "call Ana", "2020-05-05", "0")
    guard = "'" if suffix == ".csv" else ""
    assert [str(row["row"] or "") for row in summaries] == ["7", "7", "", ""]
    assert [summaries[0][name] for name in ("id", "customer", "Region", "kept_title")] == [
        guard + "@Contoso",
        guard + "=HYPERLINK(1)",
        guard + "+West",
        "CIO",
    ]
    assert [row["update"] for row in workloads] == ["\ufffd+1"] * 4
    assert [row["keys"] for row in workloads] == ["EXO"] * 4


def test_raw_csv_is_for_programs(tmp_path: Path) -> None:
    """Raw CSV has neither escaped formulas nor a byte order mark; other CSV has both."""
    for raw in (True, False):
        target = tmp_path / "out.csv"
        with Tables(str(target), raw_csv=raw) as tables:
            tables.add(examined(NOTE))
        assert target.read_bytes().startswith(b"file,row" if raw else b"\xef\xbb\xbffile,row")
        assert rows_of(str(target))[0]["customer"] == ("" if raw else "'") + "=HYPERLINK(1)"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_all_tables_appear_or_none(suffix: str, tmp_path: Path) -> None:
    """An error leaves no table; a name that is not that of a table is refused."""
    if suffix == ".xlsx":
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed: pip install 'ftnotes[excel]'")
    with pytest.raises(KeyError), Tables(str(tmp_path / f"out{suffix}")):
        raise KeyError
    refused = r"is not a table by its name; tables end in \.csv, \.jsonl, \.parquet, \.xlsx"
    with pytest.raises(ExportError, match=refused), Tables("out.html"):
        pass
    assert list(tmp_path.iterdir()) == []


_EXPORT = """Tenant,When,Notes
Contoso,2020-05-08,"**EXEC SUMMARY**
- STATUS OF THE ENGAGEMENT: fully  engaged
- REQUESTS FOR SUPPORT: Next step: Ana to call by Friday"
Fabrikam,2020-05-08,
Adatum,May,Called twice.
Woodgrove,2020-05-08,=Called   twice.
"""


def test_tables_of_a_check(tmp_path: Path) -> None:
    """There is a row for each finding, next action, and note that was not recognized, with the reason."""
    file, target = made(tmp_path, "e.csv", _EXPORT), str(tmp_path / "out.jsonl")
    columns = Columns("Notes", id="Tenant", date="When")
    for redact in (False, True):
        with Tables(target, kinds=CHECK_TABLES, redact=redact) as tables:
            for result in examine_export(file, columns, Policy(select=("FT204",))):
                tables.add(result)
        (finding,), (action,), unrecognized = (rows_of(target, kind.name) for kind in CHECK_TABLES)
        shown = (finding["line"], finding["column"], finding["code"], finding["name"], finding["severity"])
        assert shown == (2, 29, "FT204", "choice-spelling", "information")
        assert [row["reason"] for row in unrecognized] == ["empty", "unreadable", "prose"]
        assert (action["first"], action["row"]) == ("2020-05-08", 2)
        quoted = [finding["id"], finding["fix"], action["what"], action["owner"], unrecognized[2]["beginning"]]
        assert quoted == ([None] * 5 if redact else ["Contoso", 'write "Fully Engaged"', "call", "Ana", "=Called twice."])
        assert (unrecognized[1]["message"] is None) is redact


def test_one_pass_finds_what_single_passes_do(tmp_path: Path) -> None:
    """`examine_export` yields the same with several processes, and what the library finds in each note."""
    file = made(tmp_path, "e.csv", _EXPORT)
    columns = Columns("Notes", id="Tenant", date="When", keep=("Tenant",))
    results = list(examine_export(file, columns))
    assert list(examine_export(file, columns, jobs=2)) == results
    first = results[0]
    assert isinstance(first, Examined)
    assert first.row.kept == {"Tenant": "Contoso"}
    assert first.records == tuple(ftnotes.records(first.row.text))
    assert first.actions == tuple(ftnotes.action_records(first.row.text, date=first.date))
    assert first.report == ftnotes.check(first.row.text, context=ftnotes.Context(date=first.date))
    assert first.unrecognized is None
    assert attrs.evolve(first) == first


def test_names_of_tables() -> None:
    """Files have the name of the table at the end; a workbook has all tables."""
    assert table_name("a/out.csv", "workloads") == str(Path("a/out-workloads.csv"))
    assert table_name("a/out.xlsx", "workloads") == "a/out.xlsx"


def test_redacted_records_quote_nothing(tmp_path: Path) -> None:
    """Choices, workloads of the playbook and numbers remain; kept columns were asked for."""
    words = ("secret", "Falcon", "SENSITIVE", "Ana", "RISKS", "hush", "PRIVATE")
    text = (
        "#hush **EXEC SUMMARY** secret\n- DESCRIBE THE CUSTOMER: secret\n- STATUS OF THE ENGAGEMENT: Reactive SENSITIVE\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   -  [EXO+Falcon]  Exchange Online - secret\n"
        "   -  [Falcon]  Falcon - secret\n- RISKS: secret\nNext action: Ana to call SENSITIVE by 8 May 2020\n"
    )
    target = str(tmp_path / "out.jsonl")
    with Tables(target, keep=("Region",), redact=True) as tables:
        tables.add(examined(text, 7, "PRIVATE", Region="West"))
    (summary,), workloads, (action,) = (rows_of(target, kind.name) for kind in tables.kinds)
    assert not any(word in str(row) for row in (summary, *workloads, action) for word in words)
    assert (summary["engagement_status_choice"], summary["language"], summary["Region"]) == ("reactive", "en", "West")
    assert [row["keys"] for row in workloads] == ["EXO", None]
    assert (action["first"], action["done"], action["row"]) == ("2020-05-08", 0, 7)
