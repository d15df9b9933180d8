"""A template of another organisation: all that holds for the published one holds for it, and nothing of that shows.

Its playbook, the page that it can be learned from, and a filled note are in ``tests/data/templates``.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Final

import attrs
import pytest
from helpers.drawing import FEWER
from helpers.paths import DATA
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import (
    Context,
    Document,
    Note,
    Playbook,
    SummaryRecord,
    canonical,
    check,
    fix,
    format,
    from_json,
    learn_playbook,
    new,
    parse,
    records,
    serialize,
    to_json,
)
from ftnotes.batch import Recorded, Row, Tables
from ftnotes.playbook.model import DaysByChoice
from ftnotes.policy import RULES, Rule
from ftnotes.policy.rule_docs import page
from ftnotes.strategies import cases, documents, exec_summaries, messy_notes_text, notes, notes_text
from ftnotes.strategies.violations import VIOLATIONS

FOLDER: Final = DATA / "templates"
OWN: Final = Playbook.from_file(FOLDER / "weekly.toml")
#: The same template beside the exec summary, and without titles.
BESIDE_ANOTHER: Final = attrs.evolve(
    Playbook.load(), id="both", templates=(*Playbook.load().templates, *OWN.templates), hashtags=(), bundled=False
)
UNTITLED: Final = attrs.evolve(
    OWN,
    id="untitled",
    templates=(OWN.templates[0]._replace(words={"en": OWN.templates[0].words["en"]._replace(titles=())}),),
    bundled=False,
)
PERIOD, RAG, STAGE, WINS, RISKS, PROJECTS = OWN.templates[0].fields
#: The same template with a date that depends on a choice, a length, and a reference.
ASKING: Final = attrs.evolve(
    OWN,
    templates=(
        OWN.templates[0]._replace(
            fields=(
                PERIOD._replace(kind="date", within=(DaysByChoice("rag-status", (("amber", 7), ("green", 30))),)),
                RAG,
                STAGE,
                WINS._replace(length=300),
                RISKS._replace(also=(("first-party", ("Risk ID",)),)),
                PROJECTS,
            )
        ),
    ),
    bundled=False,
)
NOTE: Final = (FOLDER / "weekly.txt").read_text(encoding="utf-8")
#: Words of the published editions and their page.
FOREIGN: Final = re.compile(
    r"FastTrack|covid|exec(?:utive)? summar|M365|Entitlement|Risks box|Resource Manager|for Note Entries",
    re.IGNORECASE,
)
#: A slip in the filled note: the code of the rule that finds it, what is changed, and whether a fix changes the note back.
SLIPS: Final = (
    ("FT102", "**WEEKLY PROGRAMME REPORT**\n", "", True),
    ("FT103", "- Reporting period: 4 to 8 May 2020\n", "", False),
    ("FT104", "- RAG status: Green\n", "- RAG status: Green\n- RAG status: Green\n", False),
    ("FT107", "4 to 8 May 2020", "(first and last day) 4 to 8 May 2020", True),
    ("FT108", "Risks and issues", "Budget and costs", False),
    ("FT109", "Wins of the week", "wins of the  week", True),
    ("FT110", "- Wins of", "• Wins of", True),
    ("FT201", "Green", "Gren", True),
    ("FT202", "Green", "Green/Amber/Red", False),
    ("FT203", "Green", "Green (for now)", False),
    ("FT204", "Green", "GREEN", True),
    ("FT205", "Some Delivered", "All Delivered", False),
    ("FT206", "Green", "Red", False),
    ("FT301", "REPORT**\n", "REPORT** #goodnews\n", False),
    ("FT303", "REPORT**\n", "REPORT** #goodnwes\n", False),
    ("FT401", "[PAY]  Payments Gateway", "[FAX]  Fax machines", False),
    ("FT402", "[PAY]", "[DWH]", False),
    ("FT403", "[PAY]", "[PGW]", True),
    ("FT404", "[PAY]", "[Pay]", True),
    ("FT405", "[PAY]  Payments Gateway", "[PAY]", True),
    ("FT408", "   -  [PAY]", "   •  [PAY]", True),
)
#: What the slip contradicts elsewhere in the note.
BESIDE: Final = {
    "FT205": ("wave 2 on May 20, 2020", "not started"),
    "FT206": ("One supplier answers late", "Weekly calls with the supplier"),
    "FT301": ("Green", "Red"),
}


def codes(text: str, context: Context | None = None, playbook: Playbook = OWN) -> set[str]:
    return {found.code for found in check(text, context=context, playbook=playbook).diagnostics}


def messages(text: str, context: Context | None = None, playbook: Playbook = OWN) -> str:
    found = check(text, context=context, playbook=playbook).diagnostics
    return "\n".join(line for one in found for line in (one.message, *(fix.title for fix in one.fixes)))


def test_the_filled_note_is_read_without_problems() -> None:
    """All of it: the fields, the choices and the list."""
    (note,) = parse(NOTE, OWN).notes
    assert [field.key for field in note.fields] == [spec.key for spec in OWN.templates[0].fields]
    assert (note.choice("rag-status"), note.choice("delivery-stage")) == ("green", "some-delivered")
    assert [workload.tag for workload in note.workloads] == ["PAY", "CRM"]
    assert not codes(NOTE)
    assert format(NOTE, playbook=OWN) == NOTE == serialize(parse(NOTE, OWN))


@pytest.mark.parametrize(("code", "typed", "slip", "is_fixed"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_each_slip_is_found_and_fixed(code: str, typed: str, slip: str, is_fixed: bool) -> None:
    """The rule reports it in the words of this template, and its fix, if it has one, brings the note back."""
    assert typed in NOTE
    text = NOTE.replace(typed, slip, 1)
    text = text.replace(*BESIDE.get(code, (typed, slip)), 1)
    assert code in codes(text)
    assert not FOREIGN.search(messages(text))
    if is_fixed:
        fixed = fix(text, unsafe=True, playbook=OWN).text
        assert parse(fixed, OWN) == parse(NOTE, OWN)
        assert not codes(fixed)


def test_a_blank_template_is_found() -> None:
    """What `new` writes is the template, and is reported until it is filled in."""
    assert codes(new(playbook=OWN)) == {"FT101"}


def test_the_page_of_the_template_is_learned(tmp_path: Path) -> None:
    """It gives the same fields and tags as the file, but for what choices mean, and the filled note has no problem with it."""
    learned = tmp_path / "learned.toml"
    learned.write_text(learn_playbook((FOLDER / "weekly.md").read_text(encoding="utf-8")), encoding="utf-8")
    playbook = Playbook.from_file(learned)
    expected = tuple(spec._replace(meanings=()) for spec in OWN.templates[0].fields)
    assert playbook.templates[0].fields == expected
    assert [spec.tag for spec in playbook.workloads] == [spec.tag for spec in OWN.workloads]
    assert not check(NOTE, playbook=playbook).diagnostics


@given(notes_text(playbook=OWN, valid=True))
def test_drawn_valid_notes_have_no_problem(text: str) -> None:
    """And formatting them again changes nothing."""
    assert not codes(text)
    formatted = format(text, playbook=OWN)
    assert format(formatted, playbook=OWN) == formatted
    assert canonical(parse(formatted, OWN)) == canonical(parse(text, OWN))


@pytest.mark.parametrize("code", VIOLATIONS)
@FEWER
@given(data=st.data())
def test_a_drawn_note_violates_one_rule_only(code: str, data: st.DataObject) -> None:
    """Each rule can be violated with this template, and says so without a word of another; fixing it adds nothing."""
    case = data.draw(cases(code, playbook=ASKING))
    assert codes(case.text, case.context, ASKING) == {code}
    assert not FOREIGN.search(messages(case.text, case.context, ASKING))
    fixed = fix(case.text, unsafe=True, context=case.context, playbook=ASKING).text
    assert codes(fixed, case.context, ASKING) <= {code}


@given(messy_notes_text(playbook=OWN))
def test_messy_notes_are_read_as_what_they_mean(drawn: tuple[Document, str]) -> None:
    """And their format is idempotent."""
    document, text = drawn
    assert parse(text, OWN) == document
    formatted = format(text, playbook=OWN)
    assert format(formatted, playbook=OWN) == formatted


@given(documents(playbook=OWN))
def test_documents_make_the_round_trip(document: Document) -> None:
    """Through text and through JSON."""
    assert parse(serialize(document), OWN) == document
    assert from_json(to_json(document), playbook=OWN) == document


def test_tables_have_the_columns_of_the_template(tmp_path: Path) -> None:
    """And none of another: in the header, and in each row."""
    assert SummaryRecord.columns(OWN)[4:-4] == (
        "reporting_period",
        "rag_status",
        "rag_status_choice",
        "delivery_stage",
        "delivery_stage_choice",
        "wins_of_the_week",
        "risks_and_issues",
        "projects_in_this_programme",
    )
    target = tmp_path / "reports.csv"
    with Tables(str(target), playbook=OWN) as tables:
        tables.add(Recorded(Row("note.md", 0, NOTE), tuple(records(NOTE, playbook=OWN))))
    with target.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row)[3:] == SummaryRecord.columns(OWN)
    assert (row["rag_status_choice"], row["reporting_period"]) == ("green", "4 to 8 May 2020")
    assert row["projects_in_this_programme"].startswith("[PAY] Payments Gateway - wave 2")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.section], ids=lambda rule: rule.code)
def test_a_rule_cites_the_page_of_the_playbook(rule: Rule) -> None:
    """Its page ends the reason with that page, and names none of the published ones."""
    assert rule.reason(OWN).endswith("(programme handbook, page 12).")
    assert "(programme handbook, page 12)." in page(rule, OWN, with_messages=False)
    assert "guidance: " not in page(rule, OWN, with_messages=False)


@given(notes(playbook=OWN, valid=True))
def test_a_drawn_note_is_of_the_template(note: Note) -> None:
    """It is no exec summary, of which the playbook has none."""
    assert type(note) is Note
    assert note.template == "weekly-report"
    with pytest.raises(ValueError, match="template 'exec-summary' is unknown; playbook programme has weekly-report"):
        exec_summaries(playbook=OWN)


@pytest.mark.parametrize("playbook", [BESIDE_ANOTHER, UNTITLED], ids=lambda playbook: playbook.id)
@FEWER
@given(data=st.data())
def test_a_template_can_be_one_of_several_or_have_no_title(playbook: Playbook, data: st.DataObject) -> None:
    """Notes of it are drawn by its key, valid, messy or any, and read back as notes of it."""
    text = data.draw(notes_text(playbook=playbook, template="weekly-report", valid=True))
    assert [note.template for note in parse(text, playbook).notes] == ["weekly-report"]
    assert not check(text, playbook=playbook).diagnostics
    document = data.draw(documents(playbook=playbook, template="weekly-report"))
    assert parse(serialize(document), playbook) == document
    meant, typed = data.draw(messy_notes_text(playbook=playbook, template="weekly-report"))
    assert parse(typed, playbook) == meant


@pytest.mark.parametrize("marks", ["", "*", "**", "_", "__"])
def test_a_title_beside_another_template_can_have_any_marks(marks: str) -> None:
    """A title in bold or italics by underscores is found as one by asterisks."""
    (note,) = parse(f"{marks}WEEKLY PROGRAMME REPORT{marks}\n\n- Reporting period:\n", BESIDE_ANOTHER).blocks
    assert isinstance(note, Note)
    assert note.template == "weekly-report"
