"""Edits are read back: they change what they mean to, or are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import ftnotes
from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload
from ftnotes.writing.edit_fields import set_choice, set_hashtags, set_value
from ftnotes.writing.edit_workloads import add_workload, remove_workload, update_workload
from ftnotes.writing.read_back import difference

TEXT = """\
Hello\r
**EXEC SUMMARY** #covid\r
- STATUS OF THE ENGAGEMENT: On Hold\r
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\r
   - [EXO]  Exchange Online – Planning\r
   - Teams: live\r
---\r
stray\r
- REQUESTS FOR SUPPORT: none\r
"""


@pytest.fixture
def document() -> Document:
    """A note with every kind of node."""
    return ftnotes.parse(TEXT)


def replaced(document: Document, old: Any, **changes: str) -> str:
    """The text after an edit of one node."""
    return ftnotes.serialize(ftnotes.replace(document, old, attrs.evolve(old, **changes)))


def test_a_node_of_any_kind_can_be_replaced(document: Document) -> None:
    """Titles, fields, workloads, prose outside and inside, and whole summaries: only their own characters change."""
    summary = document.exec_summaries[0]
    assert summary.title is not None
    assert replaced(document, summary.title, remark="#other") == TEXT.replace("#covid", "#other")
    assert replaced(document, summary.fields[0], value="Reactive") == TEXT.replace("On Hold", "Reactive")
    assert replaced(document, summary.workloads[0], update="Done") == TEXT.replace("Planning", "Done")
    assert replaced(document, summary.workloads[1], name="Intune") == TEXT.replace("Teams", "Intune")
    assert replaced(document, document.blocks[0], text="Bye\r\n") == TEXT.replace("Hello", "Bye")
    stray = summary.body[2]
    assert isinstance(stray, Prose)
    assert replaced(document, stray, text="***\r\n") == TEXT.replace("---\r\nstray", "***")
    shorter = ExecSummary(Title("EXEC SUMMARY"), summary.body[:1])
    edited = ftnotes.replace(document, summary, shorter)
    assert ftnotes.serialize(edited) == "Hello\r\n**EXEC SUMMARY**\r\n- STATUS OF THE ENGAGEMENT: On Hold\r\n"


def test_an_edited_document_is_as_read(document: Document) -> None:
    """What comes back is what a reader of the edited text has."""
    field = document.exec_summaries[0].fields[0]
    edited = ftnotes.replace(document, field, attrs.evolve(field, value="Reactive"))
    assert edited == ftnotes.parse(ftnotes.serialize(edited))
    assert edited.exec_summaries[0].engagement_status is ftnotes.EngagementStatus.REACTIVE
    assert edited.exec_summaries[0].workloads == document.exec_summaries[0].workloads


@pytest.mark.parametrize(
    "value",
    [
        "none\n- STATUS OF THE ENGAGEMENT: Fully Engaged",
        "none\nEXEC SUMMARY",
        "none\n## Heading",
        "none\n---",
        "none\n[EXO] Exchange Online - x",
    ],
)
def test_text_put_into_a_value_can_not_forge_what_it_is_not(document: Document, value: str) -> None:
    """A value that would be read as another field, title or workload is refused, and the message says as what."""
    field = document.exec_summaries[0].fields[-1]
    with pytest.raises(ValueError, match="would be read otherwise: not as Field") as raised:
        replaced(document, field, value=value)
    assert "but as Field(key='support-requests', label='REQUESTS FOR SUPPORT', value='none'" in str(raised.value)


def test_an_edit_that_ends_differently_is_refused(document: Document) -> None:
    """Where the edited text has a node too many or too few, the message says so."""
    last = ftnotes.parse("EXEC SUMMARY\n- REQUESTS FOR SUPPORT: none")
    field = last.exec_summaries[0].fields[0]
    with pytest.raises(ValueError, match="but as Field"):
        replaced(last, field, value="none\n\n## Heading\nx")
    workload = document.exec_summaries[0].workloads[0]
    with pytest.raises(ValueError, match="not as Workload"):
        replaced(document, workload, name="Mail: archive")


def test_a_node_from_elsewhere_is_refused(document: Document) -> None:
    """An equal node is not the node: it may stand somewhere else."""
    other = ftnotes.parse(TEXT).exec_summaries[0].fields[0]
    with pytest.raises(ValueError, match="not a node of the document"):
        replaced(document, other, value="Reactive")


@pytest.mark.parametrize("new", [Workload("EXO"), Title("EXEC SUMMARY"), "text", None])
def test_another_kind_of_node_is_refused(document: Document, new: object) -> None:
    """A field can't become a workload, and text is no node."""
    field = document.exec_summaries[0].fields[0]
    with pytest.raises(TypeError, match=f"not a {type(new).__name__} in that of a Field"):
        ftnotes.replace(document, field, new)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="one of its kind"):
        ftnotes.replace(document, document, Document())


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- STATUS OF THE ENGAGEMENT", "- STATUS OF THE ENGAGEMENT: Reactive"),
        ("- STATUS OF THE ENGAGEMENT:", "- STATUS OF THE ENGAGEMENT: Reactive"),
        ("- STATUS OF THE ENGAGEMENT –", "- STATUS OF THE ENGAGEMENT – Reactive"),
        ("- STATUS OF THE ENGAGEMENT：", "- STATUS OF THE ENGAGEMENT：Reactive"),
        ("- **STATUS OF THE ENGAGEMENT**\n  On Hold", "- **STATUS OF THE ENGAGEMENT**\n  Reactive"),
        ("- STATUS OF THE ENGAGEMENT:\n  On Hold", "- STATUS OF THE ENGAGEMENT:\n  Reactive"),
    ],
)
def test_what_then_is_missing_is_added(line: str, written: str) -> None:
    """A value put where none was gets the colon or blank that parts it from the label."""
    document = ftnotes.parse(line)
    field = document.exec_summaries[0].fields[0]
    assert isinstance(field, Field)
    assert replaced(document, field, value="Reactive") == written


def test_what_is_no_node_is_refused_with_a_remedy() -> None:
    """Text is parsed first; nothing else has a text."""
    with pytest.raises(TypeError, match="takes a node, not str: parse the text first"):
        ftnotes.serialize("EXEC SUMMARY")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a node, not NoneType: give a document"):
        ftnotes.serialize(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="edits a document, not str: parse the text first"):
        ftnotes.replace("EXEC SUMMARY", Title("EXEC SUMMARY"), Title("EXEC SUMMARY"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("build", "arguments", "message"),
    [
        (Workload, ("EXO", "", "", None), "Workload.layout takes a WorkloadLayout, not NoneType"),
        (Field, (None, "RISKS", "", (), ftnotes.TitleLayout()), "Field.layout takes a FieldLayout, not TitleLayout"),
        (Field, (1, "RISKS"), "Field.key takes a str, not int"),
        (Title, (None,), "Title.text takes a str, not NoneType"),
        (Title, ("EXEC SUMMARY", "", "**"), "Title.layout takes a TitleLayout, not str"),
        (ExecSummary, ("EXEC SUMMARY",), "ExecSummary.title takes a Title, not str"),
        (ftnotes.Playbook.load, (None,), "takes the id of an edition, as '2020-03', not NoneType"),
    ],
)
def test_values_of_another_type_are_refused_by_name(build: Any, arguments: tuple[object, ...], message: str) -> None:
    """A wrong type is a TypeError that names the attribute and what it takes."""
    with pytest.raises(TypeError, match=message):
        build(*arguments)


def test_a_name_put_before_an_update_is_parted_from_it() -> None:
    """Where the update stood right behind the tag, a name that is put between them brings a separator."""
    document = ftnotes.parse("EXEC SUMMARY\n- [EXO] Planning\n")
    workload = document.exec_summaries[0].workloads[0]
    assert replaced(document, workload, name="Exchange Online") == "EXEC SUMMARY\n- [EXO] Exchange Online - Planning\n"


def test_an_empty_span_is_a_place() -> None:
    """Where a value could stand is true, though nothing stands there."""
    document = ftnotes.parse("- REQUESTS FOR SUPPORT:")
    span = document.span(document.exec_summaries[0].fields[0], "value")
    assert len(span) == 0
    assert span


def test_a_difference_far_behind_is_found() -> None:
    """A value that goes on otherwise after a long start is refused like any other; so is a node that comes to hold others."""
    document = ftnotes.parse("EXEC SUMMARY\n- REQUESTS FOR SUPPORT: none\n")
    field = document.exec_summaries[0].fields[0]
    with pytest.raises(ValueError, match=r"value='x{59} … x{37}\\n## Heading'\) but as Field\(.*xxx'\)"):
        replaced(document, field, value="x" * 300 + "\n## Heading")
    with pytest.raises(ValueError, match="say the same"):
        difference(document.walk(), document.walk())
    blank = ftnotes.parse("EXEC SUMMARY\n\nbye\n")
    with pytest.raises(ValueError, match=r"not as Prose\(text='.n'\) but as nothing more"):
        ftnotes.replace(blank, blank.blocks[-1], Prose("\n"))
    loose = ExecSummary(Title("EXEC SUMMARY"), (field, Workload("EXO", "", "x")))
    with pytest.raises(ValueError, match=r"not as ExecSummary\(body=2\) but as ExecSummary\(body=1\)"):
        ftnotes.replace(document, document.exec_summaries[0], loose)


# ---- edits of fields


def first(text: str) -> tuple[Document, ExecSummary]:
    """A document and its first summary."""
    document = ftnotes.parse(text)
    return document, document.exec_summaries[0]


def edited(edit: Any, text: str, *arguments: Any, **named: Any) -> str:
    """The text after an edit of its first summary."""
    return ftnotes.serialize(edit(*first(text), *arguments, **named))


MESSY = """\
> Exec Summary: 7 May #covid\r
>\r
> 1. **Describe the customer** – Importer\t\r
>    of coffee\r
>\r
> 2. **Status of the engagement:** on hold #covid, since May\r
>\r
> 3. **Snapshot of key workloads:**\r
>\t* EXO – paused\r
>\t* **[ SPO ]** SharePoint Online â€“ wave 1\r
>\t* [TILLS]  Tills – own\r
>\r
> Sorry!\r
> \r
> 4. REQUESTS FOR SUPPORT\r
> none"""


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("customer", "Maker of toys", "Importer\t\r\n>    of coffee\r\n", "Maker of toys\r\n"),
        ("customer", " a \n\n b\t\r\n", "Importer\t\r\n>    of coffee\r\n", "a\r\n>\r\n>      b\r\n"),
        ("support-requests", "two", "> none", "> two"),
        ("support_requests", "", "SUPPORT\r\n> none", "SUPPORT"),
        ("engagement_status", "Reactive", "on hold #covid, since May", "Reactive"),
        ("workloads", "see below", "workloads:**\r\n", "workloads:** see below\r\n"),
    ],
)
def test_a_value_is_set_and_nothing_else(key: str, value: str, old: str, new: str) -> None:
    """Only the characters of the value change, in a quoted note with tabs, bold and CRLF."""
    assert edited(set_value, MESSY, key, value) == MESSY.replace(old, new)


@pytest.mark.parametrize(
    ("text", "key", "added"),
    [
        (MESSY, "deployment-progress", ("> 3. **Sna", "> 3. **M365 DEPLOYMENT PROGRESS:** x\r\n>\r\n> 3. **Sna")),
        ("EXEC SUMMARY", "customer", ("Y", "Y\n- DESCRIBE THE CUSTOMER: x")),
        ("> **EXEC SUMMARY**\n>\n> hi\n", "customer", ("Y**\n", "Y**\n> - DESCRIBE THE CUSTOMER: x\n")),
        ("EXEC SUMMARY\n- [EXO] y\n", "customer", ("y\n", "y\n- DESCRIBE THE CUSTOMER: x\n")),
        (
            "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER：a\n\n* RISKS: b\n\n* OVERVIEW OF CURRENT RELATIONSHIP: c\n",
            "support-requests",
            (": c\n", ": c\n\n* REQUESTS FOR SUPPORT: x\n"),
        ),
        (
            "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER：a\n\n* RISKS: b\n\n* OVERVIEW OF CURRENT RELATIONSHIP: c\n",
            "engagement-status",
            ("* OVER", "* STATUS OF THE ENGAGEMENT: x\n\n* OVER"),
        ),
        (
            "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS:\n\n- [EXO] a\n\nbye",
            "support-requests",
            ("] a\n", "] a\n\n- REQUESTS FOR SUPPORT: x\n"),
        ),
        (
            "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS:\n- [EXO] a\n\nbye",
            "support-requests",
            ("] a\n", "] a\n- REQUESTS FOR SUPPORT: x\n"),
        ),
        ("- **STATUS OF THE ENGAGEMENT: x**\n", "customer", ("- **", "- DESCRIBE THE CUSTOMER: x\n- **")),
        ("执行摘要\n- 描述客户：a", "support_requests", ("：a", "：a\n- 支持请求：x")),
        (
            "EXEC SUMMARY\n- RISKS: a\n\nstray\n\n- REQUESTS FOR SUPPORT: b\n",
            "customer",
            ("- REQ", "- DESCRIBE THE CUSTOMER: x\n- REQ"),
        ),
    ],
)
def test_a_missing_field_is_added_like_its_neighbours(text: str, key: str, added: tuple[str, str]) -> None:
    """Bullet, quote marks, bold, colon, blank lines and line end are theirs, and it stands in the order of the template."""
    assert edited(set_value, text, key, "x") == text.replace(*added)


def test_an_empty_field_can_be_added() -> None:
    """Without a value there is a colon alone."""
    assert edited(set_value, "EXEC SUMMARY\n- RISKS: a\n", "customer", "") == (
        "EXEC SUMMARY\n- RISKS: a\n- DESCRIBE THE CUSTOMER:\n"
    )


@pytest.mark.parametrize(
    ("value", "choice", "written"),
    [
        ("on hold", "reactive", "Reactive"),
        ("on hold #covid", "reactive", "Reactive #covid"),
        ("On Hold since May", ftnotes.EngagementStatus.FULLY_ENGAGED, "Fully Engaged"),
        ("on hold.", "on-hold", "on hold."),
        ("On Hold/Reactive", "angehalten", "On Hold"),
        ("", "On Hold", "On Hold"),
    ],
)
def test_a_choice_is_set_by_its_key(value: str, choice: str, written: str) -> None:
    """In the words of the summary's language; hashtags stay, and so does what says it already."""
    text = "Exec summary\n* DESCRIBE THE CUSTOMER: x\n* Status of the engagement: {}\n"
    assert edited(set_choice, text.format(value), "engagement_status", choice) == text.format(written)


def test_a_choice_is_set_in_the_language_of_the_summary() -> None:
    """Also where the field is missing."""
    text = "ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE\n• BESCHREIBUNG DES KUNDEN: x\n"
    assert edited(set_choice, text, "deployment_progress", "fully-deployed") == (
        text + "• M365-BEREITSTELLUNGSFORTSCHRITT: Vollständig bereitgestellt\n"
    )


@pytest.mark.parametrize(
    ("typed", "hashtags", "written"),
    [
        ("Exec Summary - 7 May 2020  #covid", [], "Exec Summary - 7 May 2020"),
        ("Exec Summary - 7 May 2020  #COVID", ["#covid", "#x"], "Exec Summary - 7 May 2020  #COVID #x"),
        ("**EXEC SUMMARY** #covid", [], "**EXEC SUMMARY**"),
        ("**EXEC SUMMARY**", ["#covid"], "**EXEC SUMMARY** #covid"),
        ("## EXEC SUMMARY:  ", ["#covid"], "## EXEC SUMMARY: #covid  "),
        ("EXEC SUMMARY: #a, #b #c (draft)", ["#b"], "EXEC SUMMARY: #b (draft)"),
        ("EXEC SUMMARY (#covid)", [], "EXEC SUMMARY"),
        ("EXEC SUMMARY (#covid)", ["#covid"], "EXEC SUMMARY (#covid)"),
        ("EXEC SUMMARY", [], "EXEC SUMMARY"),
        ("EXEC SUMMARY", ["#covid"], "EXEC SUMMARY #covid"),
        ("> # __EXEC SUMMARY__ – #a", ["#b"], "> # __EXEC SUMMARY__ – #b"),
    ],
)
def test_the_hashtags_of_a_title_are_set(typed: str, hashtags: list[str], written: str) -> None:
    """Those that stay are not touched, in any case; the rest of the title neither."""
    body = "\r\n- DESCRIBE THE CUSTOMER: #other\r\n"
    assert edited(set_hashtags, typed + body, iter(hashtags)) == written + body


# ---- edits of workloads


@pytest.mark.parametrize(
    ("arguments", "below", "line"),
    [
        (("OD", "pilot"), "wave 1\r\n", ">\t* [OD] OneDrive for Business – pilot\r\n"),
        (("olm",), "paused\r\n", ">\t* [OLM] Outlook Mobile\r\n"),
        (("AIP+MCAS", "x"), "wave 1\r\n", ">\t* [AIP+MCAS] – x\r\n"),
        ((Workload("SIP", "Phones", "ring"),), "own\r\n", ">\t* [SIP]  Phones – ring\r\n"),
        (("OD", "a\nb"), "wave 1\r\n", ">\t* [OD] OneDrive for Business – a\r\n>\t   b\r\n"),
    ],
)
def test_a_workload_is_added_among_the_others(arguments: Any, below: str, line: str) -> None:
    """It takes bullet, quote marks, blanks, brackets and dash from its neighbours, but no bold and nothing mis-decoded."""
    assert edited(add_workload, MESSY, *arguments) == MESSY.replace(below, below + line)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "EXEC SUMMARY\n- SNAPSHOT:\n- REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n- SNAPSHOT:\n\n   -  [OD]  OneDrive for Business - y\n\n- REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n- SNAPSHOT:\n\n- REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n- SNAPSHOT:\n\n   -  [OD]  OneDrive for Business - y\n\n- REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n> * SNAPSHOT:\n> * REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n> * SNAPSHOT:\n>    *  [OD]  OneDrive for Business - y\n> * REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n1. SNAPSHOT OF KEY WORKLOADS:",
            "EXEC SUMMARY\n1. SNAPSHOT OF KEY WORKLOADS:\n   -  [OD]  OneDrive for Business - y",
        ),
        (
            "EXEC SUMMARY",
            "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
            "   -  [OD]  OneDrive for Business - y",
        ),
        (
            "> EXEC SUMMARY\n> - DESCRIBE THE CUSTOMER: x\n> - REQUESTS FOR SUPPORT: x\n",
            "> EXEC SUMMARY\n> - DESCRIBE THE CUSTOMER: x\n"
            "> - SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n>\n>    -  [OD]  OneDrive for Business - y\n>\n"
            "> - REQUESTS FOR SUPPORT: x\n",
        ),
        (
            "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\n* REQUESTS FOR SUPPORT: x\n",
            "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\n"
            "* SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   *  [OD]  OneDrive for Business - y\n"
            "* REQUESTS FOR SUPPORT: x\n",
        ),
        ("EXEC SUMMARY\n- [EXO] x", "EXEC SUMMARY\n- [EXO] x\n- [OD] OneDrive for Business - y"),
        (
            "EXEC SUMMARY\n- (SPO) SharePoint Online",
            "EXEC SUMMARY\n- (SPO) SharePoint Online\n- (OD) OneDrive for Business - y",
        ),
        ("EXEC SUMMARY\n- [SPO SharePoint Online", "EXEC SUMMARY\n- [SPO SharePoint Online\n- [OD]  OneDrive for Business - y"),
        ("EXEC SUMMARY\n- [YAM] x", "EXEC SUMMARY\n- [OD] OneDrive for Business - y\n- [YAM] x"),
        (
            "EXEC SUMMARY\n- [EXO] x\n\n- [YAM] x\n\n\nbye",
            "EXEC SUMMARY\n- [EXO] x\n\n- [OD] OneDrive for Business - y\n\n- [YAM] x\n\n\nbye",
        ),
        (
            "EXEC SUMMARY\n- [EXO] x\n\n- [OLM] x\n\n\nbye",
            "EXEC SUMMARY\n- [EXO] x\n\n- [OLM] x\n\n- [OD] OneDrive for Business - y\n\n\nbye",
        ),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n1. [x] [YAM] - x\n\n2. [ ] **[WIN10]** Windows 10- x",
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n2. [ ] [OD] OneDrive for Business - y\n\n"
            "1. [x] [YAM] - x\n\n2. [ ] **[WIN10]** Windows 10- x",
        ),
    ],
)
def test_a_workload_is_added_wherever_workloads_are_or_should_be(text: str, written: str) -> None:
    """Into an empty list, with the field for it where that is missing, or among workloads outside of it."""
    assert edited(add_workload, text, "OD", "y") == written


def test_a_workload_of_another_edition_comes_with_that_editions_tag() -> None:
    """The playbook of the document counts, and the language of the summary."""
    document = ftnotes.parse("执行摘要\n", ftnotes.Playbook.load("2020-05"))
    added = add_workload(document, document.exec_summaries[0], "OPP", "x")
    assert ftnotes.serialize(added).endswith("   -  [Microsoft 365 Apps]  Microsoft 365 Apps - x\n")
    named = add_workload(*first("执行摘要\n"), "AIP", "x")
    assert ftnotes.serialize(named).endswith("   -  [AIP]  Azure 信息保护 - x\n")
    mine = add_workload(*first("执行摘要\n"), "AIP", "x", name="Labels")
    assert ftnotes.serialize(mine).endswith("   -  [AIP]  Labels - x\n")


@pytest.mark.parametrize(
    ("tag", "update", "old", "new"),
    [
        ("EXO", "live", "EXO – paused", "EXO – live"),
        ("SharePoint Online", "a\nb", "wave 1\r\n", "a\r\n>\t      b\r\n"),
        ("tills", "", "Tills – own", "Tills"),
    ],
)
def test_what_is_said_of_a_workload_is_updated(tag: str, update: str, old: str, new: str) -> None:
    """Only the update changes; a separator that parts nothing any more goes with it."""
    assert edited(update_workload, MESSY, tag, update) == MESSY.replace(old, new)


@pytest.mark.parametrize(
    ("meant", "cut"),
    [
        ("OLM", "- [OLM] b\n"),
        ("intune & olm", "- [OLM+INTUNE] a\n"),
        ("INTUNE", "- [OLM+INTUNE] a\n"),
        ("Teams", "- Teams: c\n"),
        ("TBD", "- [TBD] d\n"),
    ],
)
def test_the_workload_with_just_that_tag_is_meant(meant: str, cut: str) -> None:
    """Before one that has it among others; joined tags mean those that are joined, in any order."""
    text = "EXEC SUMMARY\n- SNAPSHOT:\n- [OLM+INTUNE] a\n- [OLM] b\n- Teams: c\n- [TBD] d\n"
    assert edited(remove_workload, text, meant) == text.replace(cut, "")
    with pytest.raises(ValueError, match="is listed already"):
        edited(add_workload, text, "INTUNE+OLM")


def test_a_name_of_ones_own_keeps_a_dash() -> None:
    """Behind a known tag it would be read as the update."""
    text = "EXEC SUMMARY\n- [EXO] Mail – x\n"
    assert edited(update_workload, text, "EXO", "") == "EXEC SUMMARY\n- [EXO] Mail -\n"


@pytest.mark.parametrize(
    ("text", "tag", "cut"),
    [
        (MESSY, "EXO", ">\t* EXO – paused\r\n"),
        (MESSY, "TILLS", ">\t* [TILLS]  Tills – own\r\n"),
        ("EXEC SUMMARY\n- [EXO] x\n\n- [YAM] x\n\n\nbye", "EXO", "- [EXO] x\n\n"),
        ("EXEC SUMMARY\n- [EXO] x\n\n- [YAM] x\n\n\nbye", "YAM", "\n- [YAM] x\n"),
        ("EXEC SUMMARY\n- [EXO] x", "EXO", "- [EXO] x"),
        ("- DESCRIBE THE CUSTOMER: x\n\n- [EXO] x\n\n- REQUESTS FOR SUPPORT:", "EXO", "\n- [EXO] x\n"),
        ("EXEC SUMMARY\nstray\n- [EXO] x\n\nbye\n", "EXO", "- [EXO] x\n"),
        ("EXEC SUMMARY\nstray\n- [EXO] x\n- REQUESTS FOR SUPPORT:", "EXO", "- [EXO] x\n"),
    ],
)
def test_a_workload_is_removed_and_nothing_else(text: str, tag: str, cut: str) -> None:
    """With the blank line that parted it from the others."""
    assert edited(remove_workload, text, tag) == text.replace(cut, "", 1)


@pytest.mark.parametrize(
    ("edit", "arguments", "error", "message"),
    [
        (set_value, ("custmer", "x"), TypeError, "no field 'custmer' .did you mean 'customer'.*it has customer, "),
        (set_value, (None, "x"), TypeError, "the key of a field is a str, not NoneType"),
        (set_value, ("customer", None), TypeError, "customer takes a str, not NoneType"),
        (set_value, ("customer", "x\nEXEC SUMMARY"), ValueError, "would be read otherwise: not as Field"),
        (set_value, ("deployment-progress", "x\n\n---"), ValueError, "would be read otherwise: not as"),
        (
            set_choice,
            ("customer", "x"),
            ValueError,
            "customer takes any text.*set_value.*engagement_status, deployment_progress",
        ),
        (set_choice, ("engagement_status", "paused"), ValueError, "'paused' is none of its choices; they are 'on-hold' "),
        (set_choice, ("engagement_status", 1), TypeError, "engagement_status takes a str, not int"),
        (set_hashtags, ("#covid",), TypeError, r"takes several, as \['#covid'\], not str"),
        (set_hashtags, (None,), TypeError, "takes several"),
        (set_hashtags, ([None],), TypeError, "a hashtag is a str, not NoneType"),
        (set_hashtags, (["covid"],), ValueError, "'covid' is no hashtag"),
        (set_hashtags, (["#covid x"],), ValueError, "is no hashtag"),
        (add_workload, ("EXO", "x"), ValueError, "workload 'EXO' is listed already; update_workload"),
        (add_workload, ("EXOO", "x"), ValueError, "workload 'EXOO' is unknown .did you mean 'EXO'"),
        (add_workload, ("OD", "x\n[YAM] y"), ValueError, "would be read otherwise"),
        (add_workload, (Workload("ABC"), "x"), ValueError, "brings its own name and update"),
        (add_workload, (None,), TypeError, "by its tag or as a Workload, not as NoneType"),
        (update_workload, ("OD", "x"), ValueError, "workload 'OD' is not in the summary.*; it lists EXO, SPO, TILLS"),
        (update_workload, ("EXO", None), TypeError, "update takes a str, not NoneType"),
        (update_workload, ("EXO", "x\n[OD] y"), ValueError, "would be read otherwise"),
        (remove_workload, ("TILS",), ValueError, "did you mean 'TILLS'"),
        (remove_workload, (None,), TypeError, "by its tag or name, not by a NoneType"),
    ],
)
def test_an_edit_that_can_not_be_made_is_refused(
    edit: Any, arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    """The message says what was given, what is accepted, and what would be read."""
    with pytest.raises(error, match=message):
        edit(*first(MESSY), *arguments)


@pytest.mark.parametrize("value", ["X marks\nX", "more than\n20 K >30 K", "\x1cseparated\x85", "\u2003wide\u2003", "a\n\nb"])
def test_what_looks_like_layout_and_is_none_is_a_part_of_the_value(value: str) -> None:
    """Only blanks, line ends and quote marks at the start of lines are trimmed or refused."""
    document, summary = first("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: y\n")
    assert set_value(document, summary, "customer", f" \n{value}\t\n").exec_summaries[0].customer == value
    assert Field("customer", "DESCRIBE THE CUSTOMER", value).value == value


def test_edits_take_a_summary_of_the_document() -> None:
    """The very object, as `replace` does."""
    document, summary = first(MESSY)
    with pytest.raises(TypeError, match="takes a Document, not str"):
        set_value(MESSY, summary, "customer", "x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes an ExecSummary of the document, not int"):
        remove_workload(document, 0, "EXO")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not a node of the document"):
        add_workload(document, first(MESSY)[1], "OD")
    with pytest.raises(ValueError, match="has no title to put hashtags into"):
        set_hashtags(*first("- DESCRIBE THE CUSTOMER: x"), ["#covid"])


def test_what_the_playbook_has_no_words_for_can_not_be_added(tmp_path: Path) -> None:
    """A field without a label, and workloads where no field lists them."""
    path = tmp_path / "own.toml"
    path.write_text(
        'id = "own"\nsummary = "Short."\ndefault-language = "en"\nnote-types = []\nroles = []\nhashtags = []\nworkloads = []\n'
        '[[fields]]\nkey = "who"\nkind = "text"\n[[fields]]\nkey = "why"\nkind = "text"\n'
        '[languages.en]\nname = "English"\ntitles = ["NOTE"]\n[languages.en.labels]\nwho = ["WHO"]\n',
        encoding="utf-8",
    )
    document = ftnotes.parse("NOTE\n- WHO: x\n", ftnotes.Playbook.from_file(path))
    (summary,) = document.exec_summaries
    with pytest.raises(ValueError, match="playbook own has no label for why"):
        set_value(document, summary, "why", "x")
    with pytest.raises(ValueError, match="no field that lists workloads"):
        add_workload(document, summary, Workload("EXO", "", "x"))
    with pytest.raises(ValueError, match="choices have none"):
        set_choice(document, summary, "who", "x")
    with pytest.raises(ValueError, match="workload 'EXO' is not in the summary; it lists none"):
        remove_workload(document, summary, "EXO")
