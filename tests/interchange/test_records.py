"""Documents as flat records."""

from __future__ import annotations

import csv
import io
import json
import pickle
from pathlib import Path

import attrs
import pytest

from ftnotes import Document, ExecSummary, Field, Playbook, Title, Workload, parse
from ftnotes.interchange.records import SummaryRecord, WorkloadRecord, choice_keys, records, workload_keys

NOTE = """\
Weekly. #weekly

> **EXEC SUMMARY** #Covid
> * DESCRIBE THE CUSTOMER : Contoso,
>   a bakery #new
> * STATUS OF THE ENGAGEMENT: on  hold
> * M365 DEPLOYMENT PROGRESS: nearly
> * RISKS: budget,
>   time
> * DESCRIBE THE CUSTOMER: said twice
> * SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS: two only
>   - [exo]  Exchange online – Planning
>
>     and more
>   - [OLM+Legacy mail]
>   - Teams: live
> * NEXT:
> * REQUESTS FOR SUPPORT:

# Another #page

EXEC SUMMARY
- REQUESTS FOR SUPPORT:
- [SPO]

## ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE
- STATUS DER BETEILIGUNG: Reaktiv
"""


@pytest.fixture
def found() -> list[SummaryRecord]:
    """The records of the note."""
    return records(parse(NOTE))


def test_a_summary_is_one_record_of_plain_values(found: list[SummaryRecord]) -> None:
    """Its values have no labels, margins and bullets."""
    first = found[0]
    assert attrs.asdict(first, filter=lambda attribute, _: attribute.name != "workload_records") == {
        "number": 1,
        "template": "exec-summary",
        "language": "en",
        "title": "EXEC SUMMARY",
        "remark": "#Covid",
        "fields": {
            "customer": "Contoso,\na bakery #new",
            "engagement_status": "on  hold",
            "engagement_status_choice": "on-hold",
            "deployment_progress": "nearly",
            "deployment_progress_choice": None,
            "relationship": None,
            "workloads": "two only\n[exo] Exchange online - Planning\n\nand more\n[OLM+Legacy mail]\nTeams - live",
            "support_requests": "",
        },
        "unknown_fields": "RISKS: budget,\ntime\nNEXT:",
        "hashtags": ("#Covid", "#new"),
        "start": NOTE.index("> **EXEC"),
        "end": NOTE.index("# Another"),
    }


def test_a_workload_is_one_record(found: list[SummaryRecord]) -> None:
    """It has keys beside tag and name as typed."""
    mail, joined, teams = found[0].workload_records
    start = NOTE.index(">   - [exo]")
    update = "Planning\n\nand more"
    assert mail == WorkloadRecord(1, 1, ("EXO",), "exo", "Exchange online", update, start, NOTE.index(">   - [OLM"))
    assert (joined.summary, joined.number, joined.keys, joined.tag) == (1, 2, ("OLM", "legacymail"), "OLM+Legacy mail")
    assert (teams.keys, teams.tag, teams.name, teams.update) == (("TEAMS",), "", "Teams", "live")


def test_a_missing_field_is_none(found: list[SummaryRecord]) -> None:
    """An empty text means an empty field."""
    second, third = found[1:]
    assert (second.number, second.title, second.remark, second.customer) == (2, "EXEC SUMMARY", "", None)
    assert (second.workloads, second.unknown_fields, second.hashtags) == ("[SPO]", "", ())
    assert (third.number, third.language, third.engagement_status_choice, third.workloads) == (3, "de", "reactive", None)
    untitled = records(parse("- REQUESTS FOR SUPPORT: none\n- DESCRIBE THE CUSTOMER: x\n"))[0]
    assert (untitled.title, untitled.remark, untitled.support_requests) == (None, None, "none")
    bare = records(parse("EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS: none\n"))[0]
    assert (bare.language, bare.workloads, bare.workload_records) == ("en", "none", ())


def test_a_text_without_summary_has_no_records() -> None:
    """Neither an empty text nor prose."""
    assert records(parse("")) == records(parse("Dear all,\n\n#covid\n")) == []


def test_a_row_has_texts_and_numbers_only(found: list[SummaryRecord]) -> None:
    """The same columns for every summary, as a table needs them."""
    for record in found:
        row = record.row()
        assert tuple(row) == SummaryRecord.columns()
        assert {type(cell) for cell in row.values()} <= {str, int, type(None)}
        for workload in record.workload_records:
            assert tuple(workload.row()) == WorkloadRecord.columns()
    assert found[0].row()["hashtags"] == "#Covid #new"
    assert [workload.row()["keys"] for workload in found[0].workload_records] == ["EXO", "OLM+legacymail", "TEAMS"]
    assert found[0].workload_records[0].row()["update"] == "Planning\n\nand more"


def test_the_columns_are_these() -> None:
    """Programs and tables rely on their names and order."""
    assert SummaryRecord.columns() == (
        "number", "language", "title", "remark", "customer", "engagement_status", "engagement_status_choice",
        "deployment_progress", "deployment_progress_choice", "relationship", "workloads", "support_requests",
        "unknown_fields", "hashtags", "start", "end",
    )  # fmt: skip
    assert WorkloadRecord.columns() == ("summary", "number", "keys", "tag", "name", "update", "start", "end")


def test_rows_make_a_csv_that_can_be_read_back(found: list[SummaryRecord]) -> None:
    """Values of several lines included."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, SummaryRecord.columns())
    writer.writeheader()
    writer.writerows(record.row() for record in found)
    file.seek(0)
    read = list(csv.DictReader(file))
    assert [row["customer"] for row in read] == ["Contoso,\na bakery #new", "", ""]
    assert [row["engagement_status_choice"] for row in read] == ["on-hold", "", "reactive"]


OWN = """\
id = "contoso"
extends = "2020-03"

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "risks"

[[templates.fields]]
key = "mood"
kind = "choice"
choices = ["good", "bad"]

[languages.en.templates.exec-summary.labels]
risks = ["RISKS"]
mood = ["MOOD"]

[languages.en.templates.exec-summary.choices.mood]
good = ["Sunny"]
bad = ["Rainy"]
"""

ALONE = """\
id = "alone"

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "who"

[languages.en]
name = "English"
templates.exec-summary.titles = ["CARD"]

[languages.en.templates.exec-summary.labels]
who = ["WHO"]
"""


def own(folder: Path, text: str) -> Playbook:
    """A playbook from this text."""
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return Playbook.from_file(path)


def test_fields_of_a_custom_playbook_have_columns(tmp_path: Path) -> None:
    """All that the playbook has, whether the note has them or not, so that the columns of a table are those of its playbook."""
    playbook = own(tmp_path, OWN)
    document = parse(
        "EXEC SUMMARY\n- RISKS: budget\n- MOOD: sunny #covid\n\nEXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n- OTHER: x\n", playbook
    )
    first, second = records(document)
    assert (first.risks, first.mood, first.mood_choice) == ("budget", "sunny #covid", "good")
    assert (second.risks, second.mood, second.mood_choice) == (None, None, None)
    assert (first.unknown_fields, second.unknown_fields) == ("", "OTHER: x")
    columns = SummaryRecord.columns(playbook)
    assert columns == (*SummaryRecord.columns()[:-4], "risks", "mood", "mood_choice", *SummaryRecord.columns()[-4:])
    assert tuple(first.row()) == tuple(second.row()) == columns


def test_a_playbook_without_the_fields_of_the_template_has_only_its_own_columns(tmp_path: Path) -> None:
    """No column is of another template, and no other name is an attribute."""
    playbook = own(tmp_path, ALONE)
    record = records(parse("CARD\n- WHO: Contoso\n", playbook))[0]
    assert record.fields == {"who": "Contoso"}
    assert tuple(record.row()) == SummaryRecord.columns(playbook)
    assert SummaryRecord.columns(playbook)[4] == "who"
    with pytest.raises(AttributeError, match="a record of this template has no column 'customer'"):
        record.customer  # noqa: B018


def test_no_column_of_a_field_takes_the_name_of_another(tmp_path: Path) -> None:
    """A field with the key of a fixed column, or of the column of a choice, has another name there."""
    fields = '{ key = "title", label = "Head" }, { label = "RAG", choices = ["Red", "Green"] }, { label = "RAG choice" }'
    playbook = own(tmp_path, f'id = "w"\n[[templates]]\nkey = "w"\ntitles = ["WEEK"]\nfields = [{fields}]\n')
    (record,) = records("WEEK\n- Head: x\n- RAG: red\n- RAG choice: y\n", playbook=playbook)
    assert record.fields == {"field_title": "x", "rag": "red", "rag_choice": "red", "field_rag_choice": "y"}
    assert (record.title, record.row()["title"], tuple(record.row())) == ("WEEK", "WEEK", SummaryRecord.columns(playbook))


def test_a_table_has_the_notes_of_one_template(tmp_path: Path) -> None:
    """Those of the first one by default, with its columns."""
    more = '[[templates]]\nkey = "week"\ntitles = ["WEEK"]\nfields = [{ label = "Wins last week" }, { label = "Mood" }]\n'
    playbook = own(tmp_path, f'id = "w"\nextends = "2020-03"\n{more}')
    text = "WEEK\n- Wins last week: x\n- Mood: y\n\nEXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n\nWEEK\n- Wins last week: z\n"
    (first,) = records(text, playbook=playbook)
    assert (first.template, first.number) == ("exec-summary", 1)
    weeks = records(text, playbook=playbook, template="week")
    assert [(week.template, week.number, week.wins_last_week) for week in weeks] == [("week", 1, "x"), ("week", 2, "z")]
    assert SummaryRecord.columns(playbook, template="week")[4:-4] == ("wins_last_week", "mood")
    assert tuple(weeks[0].row()) == SummaryRecord.columns(playbook, template="week")
    for refused in (SummaryRecord.columns, lambda playbook, template: records("x", playbook=playbook, template=template)):
        with pytest.raises(ValueError, match="template 'weak'"):
            refused(playbook, template="weak")


def test_what_a_note_is_about_and_several_choices_are_in_its_columns() -> None:
    """The workload in its field or on a line of its own; choices joined by a plus sign."""
    text = "[EXO] Exchange Online\nStatus: Paused, on holiday\nSummary: x\n"
    for above, said in (("", "[EXO] Exchange Online"), ("Workload affected: EXO\n", "EXO"), ("Workload affected\n", None)):
        lines = text if not above else above + (text.partition("\n")[2] if said == "EXO" else text)
        (record,) = records(lines, template="technical-enablement")
        assert (record.workload, record.status, record.status_choice) == (said or "", "Paused, on holiday", "paused")
        assert len(record.workload_records) == (said != "EXO")
    (record,) = records("Status: Red\nReason: IT Maturity, >50k\nExec Summary: x\n", template="enterprise-status")
    assert (record.reason_choice, record.status_choice) == ("it-maturity+50k", "red")


def test_a_field_with_a_key_that_the_playbook_lacks_is_unknown() -> None:
    """A tree can be built by hand, or read with another playbook."""
    summary = ExecSummary(Title("EXEC SUMMARY"), (Field("customer", "DESCRIBE THE CUSTOMER"), Field("mood", "MOOD", "sunny")))
    assert records(Document((summary,)))[0].unknown_fields == "MOOD: sunny"


def test_workloads_are_known_by_the_tags_of_the_playbook() -> None:
    """Any of its tags and names has the same key; an unknown one has its letters as key, or itself if it has none."""
    assert workload_keys(Workload("", "sharepoint online"), Playbook.load()) == ("SPO",)
    assert workload_keys(Workload("Microsoft 365 Apps"), Playbook.load()) == ("OPP",)
    assert workload_keys(Workload("OPP"), Playbook.load("2020-05")) == ("Microsoft 365 Apps",)
    assert workload_keys(Workload("Legacy Mail & exo"), Playbook.load()) == ("legacymail", "EXO")
    assert workload_keys(Workload("~"), Playbook.load()) == ("~",)
    assert workload_keys(Workload("+", "Exchange Online"), Playbook.load()) == ("+",)


@pytest.mark.parametrize(
    ("tag", "name", "expected"),
    [
        ("", "OneDrive", ("OD",)),
        ("", "Teams (pilot)", ("TEAMS",)),
        ("", "Teams Phone", ("TEAMS",)),
        ("", "Exchange/SharePoint", ("EXO", "SPO")),
        ("ODFB", "OneDrive", ("OD",)),
        ("ODFB + Scanners", "", ("OD", "scanners")),
        ("", "Kaizala", ("kaizala",)),
    ],
)
def test_everyday_words_for_workloads_count_as_what_they_mean(tag: str, name: str, expected: tuple[str, ...]) -> None:
    """A table of workloads has one key for "OneDrive" and "[OD] OneDrive for Business"."""
    assert workload_keys(Workload(tag, name), Playbook.load()) == expected


def test_choices_are_given_by_their_keys() -> None:
    """All choice fields of the playbook are there in its order, with None if nothing is chosen."""
    summary = parse(NOTE).exec_summaries[0]
    assert list(choice_keys(summary).items()) == [("engagement-status", "on-hold"), ("deployment-progress", None)]


def test_records_are_values(found: list[SummaryRecord]) -> None:
    """They are compared by content, hashable and frozen, and can be pickled and written as JSON."""
    assert records(parse(NOTE)) == found
    assert len({*found, *records(parse(NOTE))}) == len(found)
    assert pickle.loads(pickle.dumps(found)) == found
    assert json.loads(json.dumps([attrs.asdict(record) for record in found]))[0]["workload_records"][0]["keys"] == ["EXO"]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found[0].title = "x"  # type: ignore[misc]


def test_a_text_has_the_records_of_its_document() -> None:
    """A text is read with the playbook given; a document has one already, and is read again with another."""
    for edition in Playbook.editions():
        document = parse(NOTE, edition=edition)
        assert records(NOTE, edition=edition) == records(document) == records(parse(NOTE), playbook=Playbook.load(edition))
    with pytest.raises(TypeError, match=r"records\(\) takes a str or a Document, not bytes: decode it first"):
        records(b"text")  # type: ignore[arg-type]


def test_columns_are_those_of_the_playbook() -> None:
    """An edition can be named by its id, as everywhere."""
    assert SummaryRecord.columns(edition="2020-05") == SummaryRecord.columns(Playbook.load("2020-05"))
