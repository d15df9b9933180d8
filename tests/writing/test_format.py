"""Formatting a text or document: layout and words become those of the template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers.formatting import LISTING, MESSY, TIDY, sparse_playbook

import ftnotes
from ftnotes import Document, Playbook
from ftnotes.writing.format import canonical, format


@pytest.fixture
def own(tmp_path: Path) -> Playbook:
    """A playbook with a language of few words."""
    return sparse_playbook(tmp_path)


def test_a_messy_note_gets_the_layout_of_the_template() -> None:
    """Bullets, brackets, dashes, order, blank lines, labels, choices and known names change, and nothing else."""
    assert format(MESSY) == TIDY
    assert format(TIDY) == TIDY


def test_each_summary_keeps_its_language() -> None:
    """By default a summary is written in the language of most labels, or of its title."""
    labels = "- BESCHREIBUNG DES KUNDEN: x\n- Status der Beteiligung: reactive\n- REQUESTS FOR SUPPORT:\n"
    text = f"**执行摘要**\n\nEXEC SUMMARY\n{labels}"
    assert format(text) == (
        "**执行摘要**\n\n**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: x\n"
        "- STATUS DER BETEILIGUNG: Reaktiv\n- UNTERSTÜTZUNGSANFORDERUNG:\n"
    )


def test_a_note_is_converted_to_another_edition() -> None:
    """A workload that was retagged gets its new tag and name, also joined with others; and the old ones on the way back."""
    text = f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [OPP]  Office 365 ProPlus - OPP for all\n   -  [OPP+WIN10] - x\n"
    moved = format(text, edition="2020-05")
    assert moved == text.replace("[OPP]  Office 365 ProPlus", "[Microsoft 365 Apps]  Microsoft 365 Apps").replace(
        "[OPP+", "[Microsoft 365 Apps+"
    )
    assert format(moved, edition="2020-03") == text
    assert "[OPP]  Office ProPlus - OPP for all" in format(text, playbook=Playbook.load("2019-09"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[OPP] Microsoft 365 Apps - x", "[OPP]  Microsoft 365 Apps - x"),
        ("[opp] microsoft 365 apps - x", "[OPP]  microsoft 365 apps - x"),
        ("[Microsoft 365 Apps] Office 365 ProPlus - x", "[Microsoft 365 Apps]  Office 365 ProPlus - x"),
        ("[Microsoft 365 Apps] - x", "[Microsoft 365 Apps] - x"),
        ("[Microsoft 365 Apps + win10] - x", "[Microsoft 365 Apps + win10] - x"),
        ("Microsoft 365 Apps - x", "[OPP]  Microsoft 365 Apps - x"),
        ("[OPP] office 365  proplus - x", "[OPP]  Office 365 ProPlus - x"),
        ("[OPP] - x", "[OPP]  Office 365 ProPlus - x"),
    ],
)
def test_without_an_edition_the_words_of_another_one_stay(typed: str, expected: str) -> None:
    """A tag or name of another edition can be the newer one; a spelling of the edition's own becomes its own."""
    text = f"**EXEC SUMMARY**\n{LISTING}\n\n   -  {typed}\n"
    assert format(text) == text.replace(typed, expected)
    assert format(format(text)) == format(text)
    for converted in (format(text, edition="2020-03"), format(text, playbook=Playbook.load())):
        assert "Microsoft 365 Apps" not in converted.partition("[OPP")[0]


def test_a_note_is_converted_to_another_language() -> None:
    """Title, labels, choices and known names are translated; the writer's words stay."""
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


def test_a_document_is_formatted_with_its_own_playbook(own: Playbook) -> None:
    """`format` and `canonical` take a document as they take its text, and use its playbook unless another one is given."""
    document = ftnotes.parse("SAMENVATTING\n* de klant : x", own)
    assert format(document) == format(document.text, playbook=own) == "**SAMENVATTING**\n- DE KLANT: x"
    assert format(document, edition="2020-03") == format(document.text) == document.text
    assert canonical(document.text, playbook=own) == canonical(document)
    assert canonical(document, edition="2020-03") == ftnotes.parse(document.text)
    formatted = canonical(document)
    assert ftnotes.serialize(formatted) == "**SAMENVATTING**\n- DE KLANT: x"
    assert formatted.playbook is own
    assert formatted == ftnotes.parse(ftnotes.serialize(formatted), own)
    assert ftnotes.serialize(canonical(document, language="en")) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x"
    assert ftnotes.serialize(canonical(ftnotes.parse("EXEC SUMMARY\n* REQUESTS FOR SUPPORT: x\n"), style="markdown")) == (
        "**EXEC SUMMARY**\n\n- REQUESTS FOR SUPPORT: x\n"
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
def test_an_invalid_argument_is_refused_with_the_valid_ones(
    arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    """The message lists editions, languages or styles, with a suggestion."""
    with pytest.raises(error, match=message):
        format("EXEC SUMMARY", **arguments)


def test_another_type_is_refused_with_a_remedy() -> None:
    """The message says to decode bytes."""
    with pytest.raises(TypeError, match="takes a str or a Document, not bytes: decode it first"):
        format(b"EXEC SUMMARY")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a str or a Document, not NoneType: give the text"):
        format(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"canonical\(\) takes a str or a Document, not NoneType"):
        canonical(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("sign", ["⏳", "⛔", "🚀", "☑"])
def test_a_sign_before_the_title_keeps_only_the_title(sign: str) -> None:
    """The title stays with its sign, and the lines below get the layout of the template."""
    text = f"{sign} EXEC SUMMARY\n• Describe the customer: x\n"
    assert format(text) == f"{sign} EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n"
