"""Notes in the layout and the words of the template: what is made canonical, and what is not touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

import ftnotes
from ftnotes import Document, Playbook
from ftnotes.writing.format import canonical, format

LISTING = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"
MESSY = """\
Hello,

Exec Summary - 7 May 2020  #covid
====

* Requests for support
none yet
* STATUS OF ENGAGEMENT - fully  engaged.
* **RISKS** - licences
    - run out in August
      - or in July
    - cost more

Sorry that this is late!
\tthe second line
* Describe the customer : Importer of coffee,
\t  900 users
* Snapshot of key workloads：
  - EXO Exchange Online â€“ paused
  - [ OD] OneDrive for Business- nothing
     since April
  - Teams: live
  - [olm + intune] waiting
  - (SPO) sharepoint online -
  - [TELEMATICS]  Telematics portal — own project
* M365 Deployment Progress: partialy deployed

Bye"""
TIDY = """\
Hello,

**EXEC SUMMARY** 7 May 2020  #covid
- DESCRIBE THE CUSTOMER: Importer of coffee,
  900 users
- STATUS OF THE ENGAGEMENT: Fully Engaged
- RISKS: licences
  - run out in August
     - or in July
  - cost more

Sorry that this is late!
\tthe second line
- M365 DEPLOYMENT PROGRESS: partialy deployed
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - paused
   -  [OD]  OneDrive for Business - nothing
       since April
   -  [TEAMS]  Teams - live
   -  [OLM+INTUNE] - waiting
   -  [SPO]  SharePoint Online
   -  [TELEMATICS]  Telematics portal - own project

- REQUESTS FOR SUPPORT: none yet

Bye"""


def test_a_messy_note_comes_in_the_layout_of_the_template() -> None:
    """Bullets, brackets, dashes, order, blank lines, labels, choices and known names; and nothing else."""
    assert format(MESSY) == TIDY
    assert format(TIDY) == TIDY


def test_line_ends_stay_those_of_the_note() -> None:
    """What is written ends as the first line does; a text that ended without a line end still does."""
    assert format(MESSY.replace("\n", "\r\n")) == TIDY.replace("\n", "\r\n")
    assert format("EXEC SUMMARY") == "**EXEC SUMMARY**"
    assert format("EXEC SUMMARY\r\r\r") == "**EXEC SUMMARY**\r"


def test_markdown_is_one_nested_list() -> None:
    """In the style ``markdown`` a renderer shows each field as an item, and each workload as an item of its own in it."""
    written = format(TIDY.replace("Sorry that this is late!\n\tthe second line\n", ""), style="markdown")
    assert written == (
        "Hello,\n\n**EXEC SUMMARY** 7 May 2020  #covid\n\n"
        "- DESCRIBE THE CUSTOMER: Importer of coffee,\n  900 users\n"
        "- STATUS OF THE ENGAGEMENT: Fully Engaged\n"
        "- RISKS: licences\n  - run out in August\n     - or in July\n  - cost more\n"
        "- M365 DEPLOYMENT PROGRESS: partialy deployed\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
        "  - [EXO] Exchange Online - paused\n  - [OD] OneDrive for Business - nothing\n    since April\n"
        "  - [TEAMS] Teams - live\n  - [OLM+INTUNE] - waiting\n  - [SPO] SharePoint Online\n"
        "  - [TELEMATICS] Telematics portal - own project\n"
        "- REQUESTS FOR SUPPORT: none yet\n\nBye"
    )
    assert format(written, style="markdown") == written
    tree = SyntaxTreeNode(MarkdownIt().parse(written))
    assert [node.type for node in tree.children] == ["paragraph", "paragraph", "bullet_list", "paragraph"]
    fields = tree.children[2].children
    assert len(fields) == 6
    assert [node.type for node in fields[4].children] == ["paragraph", "bullet_list"]
    assert len(fields[4].children[1].children) == 6
    assert all(paragraph.hidden for paragraph in tree.walk() if paragraph.type == "paragraph" and paragraph.level > 2)  # tight


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("* **Status of the engagement:** on hold", "- STATUS OF THE ENGAGEMENT: On Hold"),
        ("- STATUS OF THE ENGAGEMENT: reactive #covid", "- STATUS OF THE ENGAGEMENT: Reactive #covid"),
        ("- STATUS OF THE ENGAGEMENT: #covid  reactive", "- STATUS OF THE ENGAGEMENT: #covid  Reactive"),
        ("- STATUS OF THE ENGAGEMENT: On Hold, since May", "- STATUS OF THE ENGAGEMENT: On Hold, since May"),
        ("- STATUS OF THE ENGAGEMENT: on hold/reactive", "- STATUS OF THE ENGAGEMENT: on hold/reactive"),
        ("- STATUS OF THE ENGAGEMENT: fully #covid engaged", "- STATUS OF THE ENGAGEMENT: fully #covid engaged"),
        ("- STATUS OF THE ENGAGEMENT: #covid", "- STATUS OF THE ENGAGEMENT: #covid"),
        ("- REQUESTS FOR SUPPORT: **soon**, 5 * 3 â€“ x", "- REQUESTS FOR SUPPORT: **soon**, 5 * 3 â€“ x"),
        ("1) REQUESTS FOR SUPPORT -", "- REQUESTS FOR SUPPORT:"),
        ("- NEXT STEPS - call", "- NEXT STEPS: call"),
        (
            "- RISKS: x\n    - a\n      - b\n        - c\n       - d\n      - e\n     - f\n    - g\n   - h",
            "- RISKS: x\n  - a\n     - b\n        - c\n        - d\n     - e\n     - f\n  - g\n  - h",
        ),
        ("+ DESCRIBE THE CUSTOMER: x\n\n\n   y", "- DESCRIBE THE CUSTOMER: x\n\n\n  y"),
        ("- DESCRIBE THE CUSTOMER: x\n- DESCRIBE THE CUSTOMER: y", "- DESCRIBE THE CUSTOMER: x\n- DESCRIBE THE CUSTOMER: y"),
    ],
)
def test_a_field_is_written_so(typed: str, written: str) -> None:
    """Label and layout are made canonical, choices where they are decided, values never."""
    assert format(f"EXEC SUMMARY\n{typed}\n") == f"**EXEC SUMMARY**\n{written}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("- [exo] exchange online – x", "   -  [EXO]  Exchange Online - x"),
        ("- CORE", "   -  [CORE]  For those that do not fit within above workloads"),
        ("- Windows 10 - rings", "   -  [WIN10]  Windows 10 - rings"),
        ("- [EXO] pilot", "   -  [EXO]  Exchange Online - pilot"),
        ("- [EXO] Teams - x", "   -  [EXO]  Teams - x"),
        ("- [OD] Files – x", "   -  [OD]  Files - x"),
        ("- [OPP+WIN10] Desktop: x", "   -  [OPP+WIN10]  Desktop - x"),
        ("- [OPP+PHONES] Desktop: x", "   -  [OPP+PHONES]  Desktop - x"),
        ("- [TBD]", "   -  [TBD]"),
        ("- [CORE] Network -", "   -  [CORE]  Network -"),
        ("- **[EXO] Exchange Online - x**", "   -  [EXO]  Exchange Online - x"),
        (
            "- [EXO] Exchange Online - x\n  - a\n    - b\n  c",
            "   -  [EXO]  Exchange Online - x\n       - a\n          - b\n       c",
        ),
        (
            "- [Legacy mail] old servers – first\n  second",
            "   -  [Legacy mail]  old servers - first\n       second",
        ),
        (
            "- [EXO] Exchange Online - x\n  a\n    b\n  c",
            "   -  [EXO]  Exchange Online - x\n       a\n       b\n       c",
        ),
    ],
)
def test_a_workload_is_written_so(typed: str, written: str) -> None:
    """Known tags and names as the edition has them, each bringing the other; unknown ones keep their words."""
    assert format(f"EXEC SUMMARY\n{LISTING}\n{typed}\n") == f"**EXEC SUMMARY**\n{LISTING}\n\n{written}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("## Executive summary", "**EXEC SUMMARY**"),
        ("EXEC SUMMARY - Contoso Outdoor", "**EXEC SUMMARY** - Contoso Outdoor"),
        ("EXEC SUMMARY (draft)", "**EXEC SUMMARY** (draft)"),
        ("EXEC SUMMARY\n---", "**EXEC SUMMARY**"),
        ("EXEC SUMMARY\r\n~~~ text\r\n", "**EXEC SUMMARY**\r\n~~~ text\r\n"),
        ("\ufeff> EXEC SUMMARY", "\ufeff**EXEC SUMMARY**"),
        ("RESUMEN EJECUTIVO:", "**RESUMEN EJECUTIVO**"),
    ],
)
def test_a_title_is_written_so(typed: str, written: str) -> None:
    """Bold, with its remark; a fence below it and a byte order mark before it stay."""
    assert format(typed) == written


def test_what_would_be_read_otherwise_keeps_its_layout() -> None:
    """A label of one's own before what looks like a link, and a title whose line would be too long for one."""
    shared = "**EXEC SUMMARY**\n*  RISKS:\n  //share\n  /two\n- REQUESTS FOR SUPPORT:\n"
    assert format(shared) == shared
    long = "## EXEC SUMMARY " + "#covid " * 54 + "#longlong"
    assert ftnotes.parse(long).exec_summaries[0].title
    assert format(long + "\n\n- RISKS - x\n") == long + "\n- RISKS: x\n"
    bold = f"EXEC SUMMARY\n{LISTING}\n\n- [TBD] ** Foo ** - x\n"
    assert format(bold) == f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [TBD]  Foo - x\n"


def test_a_line_that_would_become_a_field_hangs_deeper() -> None:
    """A bullet in capitals deep inside a value would be a label further left."""
    text = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n     - STATUS: on track\n     - and more\n"
    assert format(text) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n   - STATUS: on track\n   - and more\n"
    assert format(format(text)) == format(text)
    quoted = "EXEC SUMMARY\n> - DESCRIBE THE CUSTOMER: x\n>\t\t- a\n>\t\t\t- b\n> \n> c\n>   d\n"
    assert format(quoted) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n  - a\n     - b\n\n> c\n>   d\n"


def test_prose_goes_with_the_field_above_it() -> None:
    """Stray text stays below its field; where that comes last, the text stands behind the summary, apart from what follows."""
    typed = "- STATUS OF THE ENGAGEMENT: Reactive\n\nstray\n- DESCRIBE THE CUSTOMER: x\n\nbye\n"
    assert format(typed) == "- DESCRIBE THE CUSTOMER: x\n- STATUS OF THE ENGAGEMENT: Reactive\n\nstray\n\nbye\n"
    titled = "EXEC SUMMARY\r- REQUESTS FOR SUPPORT: x\r\rstray\r\r- [EXO] y\r- DESCRIBE THE CUSTOMER: x\r\rEXEC SUMMARY\r"
    assert format(titled) == (
        "**EXEC SUMMARY**\r- DESCRIBE THE CUSTOMER: x\r- REQUESTS FOR SUPPORT: x\r\rstray\r\r"
        "   -  [EXO]  Exchange Online - y\r\r**EXEC SUMMARY**\r"
    )
    follows = "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: x\n\nstray\n\n- DESCRIBE THE CUSTOMER: x\nEXEC SUMMARY\n"
    assert format(follows).endswith("- REQUESTS FOR SUPPORT: x\n\nstray\n\n**EXEC SUMMARY**\n")


def test_nothing_moves_where_text_would_join_the_list() -> None:
    """A bare name below a note is text; below the list of workloads it would be one more."""
    typed = f"**EXEC SUMMARY**\n{LISTING}\n- DESCRIBE THE CUSTOMER: y\n\nTeams: text\n"
    assert format(typed) == typed
    moved = format(typed.replace("Teams: text", "Regards"))
    assert moved == f"**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: y\n{LISTING}\n\nRegards\n"


def test_a_note_in_a_fence_stays_in_it() -> None:
    """No blank line comes before the end of a fence that had none."""
    text = "```\n**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT: none\n```\n\nbye\n"
    assert format(text) == text
    inside = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n```\ncode\n- REQUESTS FOR SUPPORT: none\n\n```\n"
    assert format(inside) == inside
    listed = f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [EXO]  Exchange Online - x\n```\n"
    assert format(listed) == listed


def test_prose_is_never_touched() -> None:
    """A text without a summary comes back as it is."""
    for text in ("", "\n\n", "Hello\r\n\tWorld  \n> x", "- [EXO] Exchange Online â€“ x\n"):
        assert format(text) == text


def test_a_note_moves_to_another_edition() -> None:
    """A workload that was retagged gets its new tag and name, also joined with others; and the old ones on the way back."""
    text = f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [OPP]  Office 365 ProPlus - OPP for all\n   -  [OPP+WIN10] - x\n"
    moved = format(text, edition="2020-05")
    assert moved == text.replace("[OPP]  Office 365 ProPlus", "[Microsoft 365 Apps]  Microsoft 365 Apps").replace(
        "[OPP+", "[Microsoft 365 Apps+"
    )
    assert format(moved, edition="2020-03") == text
    assert "[OPP]  Office ProPlus - OPP for all" in format(text, playbook=Playbook.load("2019-09"))


def test_a_note_moves_to_another_language() -> None:
    """Title, labels, choices and known names are those of the language; the writer's words stay."""
    english = Path("examples/messy.md").read_bytes().decode()
    german = format(english, language="de")
    assert "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE** 7 May 2020  #covid" in german
    assert "- STATUS DER BETEILIGUNG: Angehalten #COVID" in german
    assert "- RISKS: the licences run out in August" in german
    assert format(german, language="en") == format(english)
    core = "**执行摘要**\n- 描述客户：零售商\n- 接洽状态：反应\n- [核心] 适用于不适合上述工作负载的笔记 - x\n"
    assert format(core, language="es") == (
        "**RESUMEN EJECUTIVO**\n- DESCRIBIR AL CLIENTE: 零售商\n- ESTADO DE LA INTERACCIÓN: reactivo\n\n"
        "   -  [CORE]  Para aquellos que no correspondan a las cargas de trabajo anteriores - x\n"
    )


def test_each_summary_keeps_its_language() -> None:
    """Without a language given, that of most labels of a summary counts; a title alone tells it, too."""
    labels = "- BESCHREIBUNG DES KUNDEN: x\n- Status der Beteiligung: reactive\n- REQUESTS FOR SUPPORT:\n"
    text = f"**执行摘要**\n\nEXEC SUMMARY\n{labels}"
    assert format(text) == (
        "**执行摘要**\n\n**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: x\n"
        "- STATUS DER BETEILIGUNG: Reaktiv\n- UNTERSTÜTZUNGSANFORDERUNG:\n"
    )


OWN = """
id = "own"
extends = "2020-03"
summary = "A language of its own."

[[workloads]]
tag = "PHONES"
names = ["Teams Phones"]

[[fields]]
key = "mood"
kind = "choice"
choices = ["good", "bad"]

[languages.en.labels]
mood = ["MOOD"]

[languages.en.choices.mood]
good = ["Good"]
bad = ["Bad"]

[languages.nl]
name = "Dutch"
titles = ["SAMENVATTING"]

[languages.nl.labels]
customer = ["DE KLANT"]
relationship = ["a) RELATIE"]
support-requests = ["REQUESTS FOR SUPPORT"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Playbook:
    """A playbook with a language that has few words, and a name with which another starts."""
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return Playbook.from_file(path)


def test_what_a_language_has_no_word_for_stays(own: Playbook) -> None:
    """Labels and choices without a wording keep that which they have."""
    text = "**EXEC SUMMARY**\n* Describe the customer: x\n* mood: good\n* STATUS OF THE ENGAGEMENT: reactive\n"
    assert format(text, playbook=own, language="nl") == (
        "**SAMENVATTING**\n- DE KLANT: x\n- STATUS OF THE ENGAGEMENT: reactive\n- mood: good\n"
    )
    untitled = "- STATUS OF THE ENGAGEMENT: x\n- Overview: x\n- DESCRIBE THE CUSTOMER: y\n"
    assert format(untitled, playbook=own, language="nl") == "- DE KLANT: y\n- STATUS OF THE ENGAGEMENT: x\n- Overview: x\n"
    early = "- MOOD: good\n- STATUS OF THE ENGAGEMENT: x\n"
    assert format(early, playbook=own, language="nl") == early


def test_a_label_of_two_languages_leaves_it_to_the_others(own: Playbook) -> None:
    """Or, where there are none, to the first that has it; and what would be read as a bullet is no label to write."""
    shared = "**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT: x\n"
    assert format(shared, playbook=own) == shared
    assert format("- DE KLANT: x\n" + shared[17:], playbook=own) == "- DE KLANT: x\n" + shared[17:]
    bullet = "- OVERVIEW OF CURRENT RELATIONSHIP: x\n- REQUESTS FOR SUPPORT: x\n"
    assert format(f"SAMENVATTING\n{bullet}", playbook=own, language="nl") == f"**SAMENVATTING**\n{bullet}"


def test_a_name_with_which_another_starts_is_read_back_with_its_update(own: Playbook) -> None:
    """“Teams - Phones …” would be the longer name: such a line keeps its layout."""
    text = f"**EXEC SUMMARY**\n{LISTING}\n  * [TEAMS] Teams: live\n  * [TEAMS]: Phones arrive\n"
    assert format(text, playbook=own) == (
        f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [TEAMS]  Teams - live\n  * [TEAMS]: Phones arrive\n"
    )


def test_a_document_is_formatted_with_its_own_playbook(own: Playbook) -> None:
    """`format` and `canonical` take a document as they take its text, and use its playbook unless another one is given."""
    document = ftnotes.parse("SAMENVATTING\n* de klant - x", own)
    assert format(document) == format(document.text, playbook=own) == "**SAMENVATTING**\n- DE KLANT: x"
    assert format(document, edition="2020-03") == format(document.text) == document.text
    assert canonical(document.text, playbook=own) == canonical(document)
    assert canonical(document, edition="2020-03") == ftnotes.parse(document.text)
    formatted = canonical(document)
    assert ftnotes.serialize(formatted) == "**SAMENVATTING**\n- DE KLANT: x"
    assert formatted.playbook is own
    assert formatted == ftnotes.parse(ftnotes.serialize(formatted), own)
    assert ftnotes.serialize(canonical(document, language="en")) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x"
    assert ftnotes.serialize(canonical(ftnotes.parse("EXEC SUMMARY\n- RISKS: x\n"), style="markdown")) == (
        "**EXEC SUMMARY**\n\n- RISKS: x\n"
    )
    assert canonical(Document()) == Document()


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"language": "ge"}, ValueError, "language 'ge' is unknown.*; playbook 2020-03 has en, es, pt-BR, de, ja, zh-CN"),
        ({"language": "PT-br"}, ValueError, r"unknown \(did you mean 'pt-BR'\?\)"),
        ({"language": 3}, TypeError, "language takes a str, not int"),
        ({"edition": "2020-04"}, ValueError, "edition '2020-04' is unknown.*; there are 2019-09, 2020-03, 2020-05"),
        ({"edition": 2020}, TypeError, "id of an edition"),
        ({"edition": "2020-03", "playbook": Playbook.load()}, ValueError, "are both given"),
        ({"playbook": "2020-03"}, TypeError, "playbook must be a Playbook, not str"),
        (
            {"style": "markdwon"},
            ValueError,
            r"style 'markdwon' is unknown \(did you mean 'markdown'\?\); there are template, markdown",
        ),
        ({"style": None}, TypeError, "style takes a str, not NoneType"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    """Editions, languages and styles are listed, and the one that may be meant is named."""
    with pytest.raises(error, match=message):
        format("EXEC SUMMARY", **arguments)


def test_what_is_no_text_is_refused_with_a_remedy() -> None:
    """The message says to decode bytes."""
    with pytest.raises(TypeError, match="takes a str or a Document, not bytes: decode it first"):
        format(b"EXEC SUMMARY")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a str or a Document, not NoneType: give the text"):
        format(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"canonical\(\) takes a str or a Document, not NoneType"):
        canonical(None)  # type: ignore[arg-type]
