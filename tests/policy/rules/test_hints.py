"""The rule about the template's hints (FT107)."""

from __future__ import annotations

import pytest
from helpers.playbooks import words_in
from helpers.policing import CODES, EDITIONS, HEAD, TITLE, codes, fixed, language_of, spoken

from ftnotes import Playbook, Severity, check, fix

RULE = ("FT107",)
REMARK = "For those that do not fit within above workloads"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_hints_of_the_template_are_found_in_all_languages(edition: str, code: str) -> None:
    """A hint beside other content can be removed; a hint alone has no fix."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key in ("customer", "support-requests"):
        for hint in words_in(language).hints.get(key, ()):
            label = words_in(language).labels[key][0]
            beside = f"**{words_in(language).titles[0]}**\n- {label}: {hint} Contoso\n"
            alone = f"{beside.replace(' Contoso', '')}- RISKS: x\n"
            (found,) = check(beside, select=RULE, playbook=playbook).diagnostics
            assert found.span.text(beside) == hint
            assert fixed(beside, found) == beside.replace(f"{hint} ", "")
            (found,) = check(alone, select=RULE, playbook=playbook).diagnostics
            assert (found.span.text(alone), found.fixes) == (hint, ())


def test_a_hint_can_follow_a_comment_without_its_parentheses() -> None:
    """The comment is not part of the content."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: <!-- x --> i.e. Industry/Structure/Size/Recent News\n- RISKS: x\n"
    (found,) = check(text, select=RULE).diagnostics
    assert found.span.text(text) == "i.e. Industry/Structure/Size/Recent News"


def test_other_words_in_parentheses_are_not_hints() -> None:
    """Other words stay, and so do hints of another bullet."""
    for value in ("(i.e. a bank)", "Contoso (see (i.e. below))", "(e.g. CS MAU offerings)", "(i.e. Industry/Structure/Size/Re"):
        assert not check(f"{TITLE}- DESCRIBE THE CUSTOMER: {value}\n", select=RULE)


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("Industry/Structure/Size/Recent News - Retail", "Retail"),
        ("Retail. i.e. industry/structure/size/recent news", "Retail. "),
        ("(i.e. Industry/Structure/Size/Recent News: Retail)", None),
        ("Industry/Structure/Size/Recent Newsletter", None),
    ],
)
def test_a_hint_without_parentheses_is_removed(value: str, fixed: str | None) -> None:
    """With what separates it from the answer, unless parentheses of the writer would be left."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: {value}\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    expected = value if fixed is None else fixed
    assert fix(text, select=RULE, unsafe=True).text == text.replace(value, expected)
    assert bool(check(text, select=RULE)) is ("Newsletter" not in value)


@pytest.mark.parametrize("code", CODES)
def test_the_remark_after_the_tag_for_the_rest_is_a_hint(code: str) -> None:
    """In each language, with an update behind it; the fix keeps tag and update."""
    language = language_of(Playbook.load(), code)
    words = words_in(language)
    head = f"**{words.titles[0]}**\n- {words.labels['workloads'][0]}:\n\n"
    remark = language.workload_names.get("CORE", (REMARK,))[0]
    tag = language.workload_tags.get("CORE", ("CORE",))[0]
    text = f"{head}   -  [{tag}]  {remark} - VPN 2.0\n"
    (found,) = check(text, select=RULE).diagnostics
    assert (found.severity, spoken(text, check(text, select=RULE))) == (Severity.INFORMATION, [remark])
    assert fixed(text, found) == f"{head}   -  [{tag}] - VPN 2.0\n"


@pytest.mark.parametrize("line", ["[CORE] VPN 2.0", "[CORE]  Network - VPN", f"[CORE]  {REMARK}", "[EXO]  Exchange Online - x"])
def test_other_names_are_no_hints(line: str) -> None:
    """Own names stay, and a line without an update is empty (FT407)."""
    assert codes(check(f"{HEAD}   -  {line}\n", select=RULE)) == []


def test_a_remark_after_a_bare_tag_has_no_fix() -> None:
    """Without its bracket, the end of the tag is not certain."""
    (found,) = check(f"{HEAD}   -  [EXO]  Exchange Online - x\n   -  (CORE) {REMARK} - VPN\n", select=RULE).diagnostics
    assert found.fixes == ()
