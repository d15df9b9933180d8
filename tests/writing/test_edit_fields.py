"""Edits of fields and hashtags: nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.editing import LISTING, MESSY, edited, first_summary

import ftnotes
from ftnotes import Field
from ftnotes.writing.edit_fields import set_choice, set_hashtags, set_value


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
        (
            "EXEC SUMMARY\n- REQUESTS FOR SUPPORT:",
            "customer",
            ("- REQ", "- DESCRIBE THE CUSTOMER: x\n- REQ"),
        ),
        (
            "> **EXEC SUMMARY**\n>\n> hi\n> - REQUESTS FOR SUPPORT:\n",
            "customer",
            ("> - REQ", "> - DESCRIBE THE CUSTOMER: x\n> - REQ"),
        ),
        (
            "EXEC SUMMARY\n- [EXO] y\n- REQUESTS FOR SUPPORT:\n",
            "customer",
            ("y\n", "y\n- DESCRIBE THE CUSTOMER: x\n"),
        ),
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
            f"EXEC SUMMARY\n{LISTING}\n\n- [EXO] a\n\nbye",
            "support-requests",
            ("] a\n", "] a\n\n- REQUESTS FOR SUPPORT: x\n"),
        ),
        (
            f"EXEC SUMMARY\n{LISTING}\n- [EXO] a\n\nbye",
            "support-requests",
            ("] a\n", "] a\n- REQUESTS FOR SUPPORT: x\n"),
        ),
        (
            "EXEC SUMMARY\n- **STATUS OF THE ENGAGEMENT: x**\n",
            "customer",
            ("- **", "- DESCRIBE THE CUSTOMER: x\n- **"),
        ),
        ("执行摘要\n- 描述客户：a", "support_requests", ("：a", "：a\n- 支持请求：x")),
        (
            "EXEC SUMMARY\n- RISKS: a\n\nstray\n\n- REQUESTS FOR SUPPORT: b\n",
            "customer",
            ("- REQ", "- DESCRIBE THE CUSTOMER: x\n- REQ"),
        ),
    ],
)
def test_a_missing_field_is_added_like_its_neighbours(text: str, key: str, added: tuple[str, str]) -> None:
    """It has their bullet, quote marks, bold, colon, blank lines and line end, and its place in the template."""
    assert edited(set_value, text, key, "x") == text.replace(*added)


def test_an_empty_field_can_be_added() -> None:
    """Without a value there is only a colon."""
    text = "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: a\n"
    assert edited(set_value, text, "customer", "") == text.replace("- REQ", "- DESCRIBE THE CUSTOMER:\n- REQ")


@pytest.mark.parametrize(
    ("value", "choice", "written"),
    [
        ("on hold", "reactive", "Reactive"),
        ("on hold #covid", "reactive", "Reactive #covid"),
        ("on hold #covid <!-- ftnotes: ignore FT301 x -->", "reactive", "Reactive #covid <!-- ftnotes: ignore FT301 x -->"),
        ("on hold since May #covid <!-- x -->, or so", "reactive", "Reactive #covid <!-- x -->"),
        ("On Hold since May", ftnotes.EngagementStatus.FULLY_ENGAGED, "Fully Engaged"),
        ("on hold.", "on-hold", "on hold."),
        ("On Hold/Reactive", "angehalten", "On Hold"),
        ("", "On Hold", "On Hold"),
    ],
)
def test_a_choice_is_set_by_its_key(value: str, choice: str, written: str) -> None:
    """It is written in the language of the summary; hashtags stay, and so does the same choice in other words."""
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
        ("EXEC SUMMARY (#covid, draft)", [], "EXEC SUMMARY (draft)"),
        ("EXEC SUMMARY (draft, #covid)", [], "EXEC SUMMARY (draft)"),
        ("EXEC SUMMARY (a; #covid; b)", [], "EXEC SUMMARY (a; b)"),
        ("EXEC SUMMARY - May **#covid**", [], "EXEC SUMMARY - May"),
        ("**EXEC SUMMARY - May #covid**", [], "**EXEC SUMMARY - May**"),
        ("EXEC SUMMARY (#covid-related)", [], "EXEC SUMMARY (covid-related)"),
        ("EXEC SUMMARY [#covid](x)", [], "EXEC SUMMARY [covid](x)"),
        ("EXEC SUMMARY #a #b #c", [], "EXEC SUMMARY"),
        ("EXEC SUMMARY #a <!-- see #b -->", ["#c"], "EXEC SUMMARY <!-- see #b --> #c"),
        ("EXEC SUMMARY <!-- #b -->", ["#b"], "EXEC SUMMARY <!-- #b --> #b"),
    ],
)
def test_the_hashtags_of_a_title_are_set(typed: str, hashtags: list[str], written: str) -> None:
    """Those that stay are not touched, in any case; the rest of the title neither."""
    body = "\r\n- DESCRIBE THE CUSTOMER: #other\r\n"
    assert edited(set_hashtags, typed + body, iter(hashtags)) == written + body


@pytest.mark.parametrize(
    ("edit", "arguments", "error", "message"),
    [
        (set_value, ("custmer", "x"), TypeError, "no field 'custmer' .did you mean 'customer'.*it has customer, "),
        (set_value, (None, "x"), TypeError, "the key of a field must be a str, not NoneType"),
        (set_value, ("customer", None), TypeError, "customer takes a str, not NoneType"),
        (set_value, ("customer", "x\nEXEC SUMMARY"), ValueError, "would be read differently: as "),
        (set_value, ("deployment-progress", "x\n\n---"), ValueError, "would be read differently: as "),
        (
            set_choice,
            ("customer", "x"),
            ValueError,
            "customer takes any text.*set_value.*engagement_status, deployment_progress",
        ),
        (set_choice, ("engagement_status", "paused"), ValueError, "'paused' is not a valid choice; the choices are 'on-hold' "),
        (set_choice, ("engagement_status", 1), TypeError, "engagement_status takes a str, not int"),
        (set_hashtags, ("#covid",), TypeError, r"must be several texts, as \['#covid'\], not str"),
        (set_hashtags, (None,), TypeError, "must be several texts"),
        (set_hashtags, ([None],), TypeError, "a hashtag must be a str, not NoneType"),
        (set_hashtags, (["covid"],), ValueError, "'covid' is not a hashtag"),
        (set_hashtags, (["#covid x"],), ValueError, "is not a hashtag"),
    ],
)
def test_an_impossible_edit_of_a_field_is_refused(
    edit: Any, arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    """The message quotes the value, and lists the valid ones or what would be read."""
    with pytest.raises(error, match=message):
        edit(*first_summary(MESSY), *arguments)


@pytest.mark.parametrize("value", ["X marks\nX", "more than\n20 K >30 K", "\x1cseparated\x85", "\u2003wide\u2003", "a\n\nb"])
def test_text_that_resembles_layout_is_part_of_the_value(value: str) -> None:
    """Only spaces, line ends and quote marks at the start of lines are trimmed or refused."""
    document, summary = first_summary("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: y\n")
    assert set_value(document, summary, "customer", f" \n{value}\t\n").exec_summaries[0].customer == value
    assert Field("customer", "DESCRIBE THE CUSTOMER", value).value == value
