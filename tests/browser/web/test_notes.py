"""Notes on the web page: what is found, fixed, copied and written."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.paths import ROOT

import ftnotes
from ftnotes import Diagnostic, Fix
from ftnotes.policy.addresses import rule_address
from ftnotes.text.edits import apply_edits

from .visit import Visit

pytestmark = pytest.mark.browser

NOTE = (ROOT / "examples" / "messy.md").read_text(encoding="utf-8").rstrip("\n")


def fixes(text: str, safe: bool) -> list[tuple[Diagnostic, Fix]]:
    """The findings in a text with a fix that is safe or not, and this fix."""
    return [(one, fix) for one in ftnotes.check(text) for fix in one.fixes if fix.safe is safe]


def undo(visit: Visit) -> None:
    """Take back the last change by the keyboard."""
    visit.page.locator(".cm-content").focus()
    visit.page.keyboard.press("Control+z")
    visit.settle()


def test_findings_are_listed_and_underlined_as_one_types(visit: Visit) -> None:
    """The list has the findings of ``check``, and their places are underlined; they go when the text does."""
    visit.paste(NOTE)
    report = ftnotes.check(NOTE)
    assert visit.messages == [one.message for one in report]
    assert {"TELEMATICS", "#covid", "Sorry that this is late!", "partialy deployed"} <= set(visit.underlined)
    visit.page.keyboard.press("Control+End")
    visit.page.keyboard.type("\n- RISKS: two")
    visit.settle()
    assert visit.messages == [one.message for one in ftnotes.check(NOTE + "\n- RISKS: two")]
    visit.paste("")
    assert visit.messages == visit.underlined == []
    assert visit.page.locator("#start").is_visible()


def test_a_safe_fix_is_done_at_once_and_undone_by_the_keyboard(visit: Visit) -> None:
    """*Fix* changes the text as the library would; Ctrl+Z takes it back, and Ctrl+Y does it again."""
    visit.paste(NOTE)
    finding, fix = fixes(NOTE, safe=True)[-1]
    expected = apply_edits(NOTE, fix.edits)
    visit.finding(finding.message).get_by_role("button", name="Fix").click()
    assert visit.toast().startswith("Done: ")
    visit.settle()
    assert visit.text == expected
    assert visit.messages == [one.message for one in ftnotes.check(expected)]
    undo(visit)
    assert visit.text == NOTE
    visit.page.keyboard.press("Control+y")
    visit.settle()
    assert visit.text == expected


def test_a_suggestion_is_shown_before_it_is_done(visit: Visit) -> None:
    """*Suggestion* shows the lines now and then, and changes nothing until *Use it*; *Keep mine* leaves all as it is."""
    visit.paste(NOTE)
    finding, fix = next((one, fix) for one, fix in fixes(NOTE, safe=False) if one.code == "FT201")
    item = visit.finding(finding.message)
    item.get_by_role("button", name="Suggestion").click()
    assert item.locator("del").text_content() == "* M365 Deployment Progress: partialy deployed"
    assert item.locator("ins").text_content() == "* M365 Deployment Progress: Partially Deployed"
    item.get_by_role("button", name="Keep mine").click()
    assert item.locator(".preview").is_hidden()
    assert visit.text == NOTE
    item.get_by_role("button", name="Suggestion").click()
    item.get_by_role("button", name="Use it").click()
    visit.toast()
    visit.settle()
    assert visit.text == apply_edits(NOTE, fix.edits)


def test_a_preview_follows_the_text(visit: Visit) -> None:
    """What an open suggestion shows is about the text as it is now."""
    visit.paste(NOTE)
    item = visit.finding("#covid does not belong")
    item.get_by_role("button", name="Suggestion").click()
    assert item.locator("del").text_content() == "Exec Summary - 7 May 2020  #covid"
    visit.press("Fix all")
    assert item.locator("del").text_content() == "EXEC SUMMARY - 7 May 2020  #covid"


def test_all_safe_fixes_are_one_step(visit: Visit) -> None:
    """*Fix all* gives the text of ``fix``; one undo, by the message at the foot, takes all of it back."""
    visit.paste(NOTE)
    visit.press("Fix all")
    result = ftnotes.fix(NOTE)
    assert visit.text == result.text
    assert visit.toast() == f"Fixed {len(result.applied)} things. {len(result.remaining)} findings left for you to decide."
    assert visit.page.locator("#fix-all").get_attribute("aria-disabled") == "true"
    visit.page.locator("#toast button").click()
    visit.settle()
    assert visit.text == NOTE


def test_a_note_is_formatted_and_copied(visit: Visit) -> None:
    """*Format* gives the text of ``format``, and *Copy* puts what the editor has into the clipboard."""
    visit.paste(NOTE)
    visit.press("Format")
    assert visit.text == ftnotes.format(NOTE)
    visit.press("Copy")
    assert visit.clipboard() == ftnotes.format(NOTE)
    visit.page.locator(".toolbar button", has_text="Undo").click()
    visit.settle()
    assert visit.text == NOTE


def test_a_pasted_note_is_clean_after_two_buttons(visit: Visit) -> None:
    """From a messy note in the clipboard to a tidy one in the clipboard by paste, *Fix all*, *Format* and *Copy*."""
    visit.paste(NOTE)
    for button in ("Fix all", "Format", "Copy"):
        visit.press(button)
    assert visit.clipboard() == ftnotes.format(ftnotes.fix(NOTE).text)


def test_a_finding_leads_to_its_place(visit: Visit) -> None:
    """*Line* selects the words that the finding is about, and the cursor in them marks the finding."""
    visit.paste(NOTE)
    item = visit.finding("[TELEMATICS]")
    item.get_by_role("button", name="Line").click()
    assert visit.page.evaluate("getSelection().toString()") == "TELEMATICS"
    assert "current" in str(item.get_attribute("class"))


def test_a_rule_is_explained(visit: Visit) -> None:
    """*Why?* shows the reason for a rule with an example and a link to its page, and hides it again."""
    visit.paste(NOTE)
    [rule] = [rule for rule in ftnotes.RULES if rule.code == "FT401"]
    item = visit.finding("[TELEMATICS]")
    item.get_by_role("button", name="Why?").click()
    item.locator(".why .code").wait_for()
    assert rule.summary in item.locator(".why").inner_text()
    assert item.locator(".why .code a").get_attribute("href") == rule_address("FT401")
    item.get_by_role("button", name="Why?").click()
    assert item.locator(".why").is_hidden()


def test_what_was_read_is_shown_beside_the_text(visit: Visit) -> None:
    """The card has the fields, choices and workloads of the note."""
    visit.paste(NOTE)
    card = visit.page.locator("#card")
    card.get_by_text("Partially Deployed").wait_for()
    shown = card.inner_text()
    for words in ("Fabrikam Freight", "On Hold", "Exchange Online", "not part of the template", "unknown tag", "no update"):
        assert words in shown


def test_choices_about_the_note_reach_the_rules(visit: Visit) -> None:
    """With role and type of the note, rules are checked that could not be before."""
    visit.paste(NOTE)
    context = ftnotes.Context(role="gateway-manager", note_type="overall-status", priority="low")
    visit.page.locator("#not-checked-give").click()
    assert visit.page.evaluate("document.activeElement.id") == "setting-role"
    for name in ("role", "note-type", "priority"):
        visit.page.locator(f"#setting-{name}").select_option(getattr(context, name.replace("-", "_")))
    visit.settle()
    assert visit.messages == [one.message for one in ftnotes.check(NOTE, context=context)]
    assert "Gateway Manager" in str(visit.page.locator("#about-chosen").text_content())
    visit.page.locator("#setting-edition").select_option("2019-09")
    visit.page.locator("#setting-edition option[value='']", has_text="usual").wait_for(state="attached")
    visit.settle()
    assert visit.messages == [one.message for one in ftnotes.check(NOTE, context=context, edition="2019-09")]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_new_note_is_written_by_a_form(visit: Visit, language: str) -> None:
    """The form has the fields of the template in the language; what is filled in becomes the note of ``new``."""
    if language != "en":
        visit.page.locator("#about").evaluate("(details) => { details.open = true; }")
        visit.page.locator("#setting-language").select_option(language)
    labels = ftnotes.Playbook.load().template("exec-summary").words[language].labels
    visit.page.locator("#new").click()
    dialog = visit.page.locator("#form-dialog")
    dialog.get_by_label(labels["customer"][0]).fill("Contoso, 300 users")
    dialog.locator("[for=field-engagement-status-reactive]").click()
    dialog.get_by_text("Exchange Online").click()
    visit.page.keyboard.type("half has moved")
    dialog.get_by_text("#covid").click()
    dialog.get_by_role("button", name="Write the note").click()
    dialog.wait_for(state="hidden")
    visit.settle()
    assert visit.text == ftnotes.new(
        language=language,
        workloads={"EXO": "half has moved"},
        hashtags=["#covid"],
        customer="Contoso, 300 users",
        engagement_status="reactive",
    )
    undo(visit)
    assert visit.text == ""


def test_a_value_that_a_note_cannot_have_is_refused_in_the_form(visit: Visit) -> None:
    """The form stays open with the reason, and the cursor in the field."""
    visit.page.locator("#new").click()
    dialog = visit.page.locator("#form-dialog")
    dialog.locator("#field-customer").fill("x\n- REQUESTS FOR SUPPORT: y")
    dialog.get_by_role("button", name="Write the note").click()
    dialog.locator("#form-error", has_text="DESCRIBE THE CUSTOMER").wait_for()
    assert visit.page.evaluate("document.activeElement.id") == "field-customer"
    dialog.get_by_role("button", name="Cancel").click()
    assert visit.text == ""


@pytest.mark.parametrize("text", ["Hello, this is no note.", "🚀\u2028x\x0c\ufeff", "[" * 500, "\n" * 50])
def test_any_text_can_be_typed(visit: Visit, text: str) -> None:
    """Texts that are no notes are said to be none, and stay what they are."""
    visit.paste(text)
    assert visit.text == text
    assert visit.page.locator("#no-note").is_visible()


def test_a_composed_text_is_not_disturbed(visit: Visit) -> None:
    """While an input method composes, its text stays; once it is done, the findings are those of the text."""
    start = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: "
    visit.paste(start)
    keyboard: Any = visit.context.new_cdp_session(visit.page)
    for composed in ("k", "か", "かい", "会社"):
        keyboard.send(
            "Input.imeSetComposition", {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)}
        )
        visit.page.wait_for_timeout(120)
        assert visit.text == start + composed
    keyboard.send("Input.insertText", {"text": "会社"})
    visit.settle()
    assert visit.text == start + "会社"
    assert visit.messages == [one.message for one in ftnotes.check(start + "会社")]
