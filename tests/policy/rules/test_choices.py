"""Rules about choices (FT2), in all languages and editions."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import words_in
from helpers.policing import CODES, EDITIONS, codes, fixed, language_of, note, own_playbook, playbook_of, spoken

from ftnotes import Diagnostic, Document, Field, Playbook, Report, check, fix
from ftnotes.playbook.template_words import first_template
from ftnotes.policy.rules.choices import closest
from ftnotes.syntax.exec_summary import ExecSummary
from ftnotes.syntax.nodes import Title

STATUS = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: "


def judged(text: str, playbook: Playbook | None = None) -> Report:
    """Check with all rules about choices."""
    return check(text, playbook=playbook, select=("FT2",))


def only(text: str) -> Diagnostic:
    """Return the only diagnostic of these rules."""
    (found,) = judged(text).diagnostics
    return found


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_published_choices_are_clean(edition: str, code: str) -> None:
    """Every published wording of a choice is accepted, in each language and edition."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key, choices in words_in(language).choices.items():
        for words in choices.values():
            for wording in words:
                assert not judged(note(language, key, wording), playbook)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_the_template_is_undecided(edition: str, code: str) -> None:
    """The choices as the template lists them are undecided if the rest is filled in."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key, choices in words_in(language).choices.items():
        value = "/".join(words[0] for words in choices.values())
        text = note(language, key, f"{value} ") + f"- {words_in(language).labels['customer'][0]}: Contoso\n"
        report = judged(text, playbook)
        assert codes(report) == ["FT202"]
        assert report.diagnostics[0].span.text(text) == value
        assert all(words[0] in report.diagnostics[0].message for words in choices.values())


@pytest.mark.parametrize("code", CODES)
def test_a_typo_is_fixed_in_the_language_of_the_note(code: str) -> None:
    """A long choice with swapped last letters is replaced with its canonical wording in the note's language."""
    language = language_of(Playbook.load(), code)
    for key, choices in words_in(language).choices.items():
        for words in choices.values():
            wording = words[0]
            if len(wording) < 8:
                continue
            text = note(language, key, wording[:-2] + wording[-1] + wording[-2])
            report = judged(text)
            assert codes(report) == ["FT201"]
            assert fixed(text, report.diagnostics[0]) == note(language, key, wording)
            assert not report.diagnostics[0].fixes[0].safe


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_a_spelling_is_fixed_to_the_nearest_published_wording(edition: str, code: str) -> None:
    """A published wording in capitals becomes that wording again, even if the choice has others."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key, choices in words_in(language).choices.items():
        published = {wording for words in choices.values() for wording in words}
        for words in choices.values():
            for wording in words:
                text = note(language, key, f"{wording.upper()}.")
                for found in judged(text, playbook).diagnostics:
                    assert found.code == "FT204"
                    assert found.fixes[0].safe
                    after = fixed(text, found)
                    assert any(after == note(language, key, known) for known in published)
                    assert after.casefold() == note(language, key, wording).casefold()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Engaged", "fully-engaged"),
        ("hold", "on-hold"),
        ("Fully Engage", "fully-engaged"),
        ("Reatcive", "reactive"),
        ("Reactiv", "reactive"),
        ("Vollständig", "fully-engaged"),
        ("No", None),
        ("Proactive", None),
        ("Inactive", None),
        ("Not Engaged", None),
        ("anything at all", None),
    ],
)
def test_did_you_mean(typed: str, meant: str | None) -> None:
    """A choice is suggested for a part of it or a typo, but not if that would be a guess."""
    assert closest(first_template(Playbook.load()), "engagement-status", typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Deployed",
        "Not Fully Deployed",
        "Undeployed",
        "Now Deployed",
        "No Deployed",
        "Fully Undeployed",
        "Partially Undeployed",
        "Nicht bereitgestelt so",
        "Icht bereitgestellt",
        "已部署",
        "实现部署",
    ],
)
def test_no_suggestion_of_the_opposite(typed: str) -> None:
    """A word or a character that reverses the meaning of a choice is not a typo: no other short word, no other first letter."""
    assert closest(first_template(Playbook.load()), "deployment-progress", typed) is None
    assert closest(first_template(Playbook.load()), "engagement-status", "No Hold") is None


@pytest.mark.parametrize("value", ["", "   ", "#project", "  #covid  "])
def test_an_empty_choice_is_not_wrong(value: str) -> None:
    """A field without content other than hashtags is neither wrong nor undecided."""
    assert not judged(f"{STATUS}{value}\n- DESCRIBE THE CUSTOMER: Contoso\n")


@pytest.mark.parametrize("value", ["?", "-", "N/A", "&", "...", "™"])
def test_punctuation_is_not_a_choice(value: str) -> None:
    """A question mark or a dash is not a valid choice."""
    assert codes(judged(f"{STATUS}{value}\n")) == ["FT201"]


@pytest.mark.parametrize("value", ["On Hold ™", "#a On Hold ℃ #b"])
def test_punctuation_after_a_choice_is_more_text(value: str) -> None:
    """Punctuation with a meaning after a choice counts as more text."""
    assert codes(judged(f"{STATUS}{value}\n")) == ["FT203"]


def test_punctuation_with_a_meaning_stays_when_spelling_is_fixed() -> None:
    """A fix of the spelling keeps emoji and question marks."""
    text = f"{STATUS}reactive 🙂\n"
    found = only(text)
    assert found.span.text(text) == "reactive"
    assert fixed(text, found) == f"{STATUS}Reactive 🙂\n"


def test_a_language_without_choices_takes_those_of_others(tmp_path: Path) -> None:
    """A playbook can have labels in one language and choices in another."""
    playbook = playbook_of(
        tmp_path,
        '[languages.fr]\nname = "Français"\ntemplates.exec-summary.titles = ["RÉSUMÉ"]\n'
        '[languages.fr.templates.exec-summary.labels]\nengagement-status = ["ÉTAT DU PROJET"]\n',
    )
    text = "**RÉSUMÉ**\n- ÉTAT DU PROJET: reactive\n"
    (found,) = judged(text, playbook).diagnostics
    assert fixed(text, found) == text.replace("reactive", "Reactive")


def test_hashtags_are_not_part_of_a_choice() -> None:
    """A fix keeps the hashtags around a choice, and is not offered if there is one inside it."""
    text = f"{STATUS}#a Engaged #b\n"
    found = only(text)
    assert found.span.text(text) == "Engaged"
    assert fixed(text, found) == text.replace("Engaged", "Fully Engaged")
    assert not only(f"{STATUS}Full #b Engaged\n").fixes
    assert codes(judged(f"{STATUS}#project until May\n")) == ["FT201"]
    assert codes(judged(f"{STATUS}#Reactive until May\n")) == ["FT203"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_more_words_on_lines_below_have_their_own_span(line_end: str) -> None:
    """The span of text below a choice starts with it, for all line ends and margins."""
    text = line_end.join(["> EXEC SUMMARY", "> - STATUS OF THE ENGAGEMENT: On Hold", ">   since (we think) May", ""])
    found = only(text)
    assert (found.code, found.span.text(text)) == ("FT203", "since (we think) May")
    assert [span.text(text) for span in found.evidence] == ["On Hold"]


@pytest.mark.parametrize(("between", "is_fixed"), [(" ", True), ("\n5. ", False), ("\n  ", False)])
def test_a_label_after_a_choice_is_written_on_a_line_of_its_own(between: str, is_fixed: bool) -> None:
    """On its own line it is already, and only its bullet is another one."""
    text = f"EXEC SUMMARY\nStatus: On Hold{between}Key workloads\n- DESCRIBE THE CUSTOMER: Bank\n"
    better = text.replace(" Key", "\n- Key") if is_fixed else text
    assert fix(text, unsafe=True, select=("FT203",)).text == better


def test_a_wrong_choice_of_several_lines_gets_no_fix() -> None:
    """A value of several lines is quoted on one line and has no fix."""
    found = only(f"{STATUS}Fuly\n  Engaged\n")
    assert '"Fuly Engaged" is not a valid STATUS OF THE ENGAGEMENT. ' in found.message
    assert not found.fixes


def test_long_values_are_shortened_in_messages() -> None:
    """A message stays readable if the value is long."""
    found = only(f"{STATUS}{'word ' * 500}\n")
    assert len(found.message) < 300
    assert '..."' in found.message


def test_repeated_fields_are_all_checked() -> None:
    """Every choice field is checked, also the second with the same label, in the order of the text."""
    text = f"{STATUS}x1\n- M365 DEPLOYMENT PROGRESS: x2\n- STATUS OF THE ENGAGEMENT: x3\n"
    assert spoken(text, judged(text)) == ["x1", "x2", "x3"]


def test_custom_choices_are_checked(tmp_path: Path) -> None:
    """The rules check the choice fields of custom playbooks."""
    playbook = own_playbook(tmp_path)

    def found(value: str) -> list[str]:
        return codes(judged(f"EXEC SUMMARY\n- RISK LEVEL: {value}\n- RISKS: x\n", playbook))

    values = ("Low Risk", "low risk", "Medium", "Low Risk/High Risk", "High Risk, see mail")
    assert [found(value) for value in values] == [[], ["FT204"], ["FT201"], ["FT202"], ["FT203"]]


def test_a_choice_without_a_word_in_the_language_of_the_note(tmp_path: Path) -> None:
    """If a language has no word for a choice, messages take that of the default language."""
    playbook = own_playbook(tmp_path, '[languages.de.templates.exec-summary.labels]\nrisk = ["RISIKO"]\n')
    text = "ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE\n- RISIKO: High\n"
    found = judged(text, playbook).diagnostics[0]
    assert '("Low Risk" or "High Risk")' in found.message
    assert fixed(text, found).endswith("RISIKO: High Risk\n")


def test_a_document_built_by_hand_can_be_checked() -> None:
    """A tree that was never parsed is checked, even if it has no layout for its lines yet."""
    field = Field("engagement-status", "STATUS OF THE ENGAGEMENT", "On Hold\nuntil May")
    document = Document((ExecSummary(Title("EXEC SUMMARY"), (field,)),))
    assert codes(check(document, select=("FT2",))) == ["FT203"]


# ---- what workloads say of the progress


def test_a_full_stop_before_the_next_label_stays() -> None:
    """It parts the two; at the end of a line it says nothing."""
    text = "Exec summary. Describe the customer: bank. Status of the engagement: {} M365 deployment progress: not deployed.\n"
    fixed = fix(text.format("fully engaged."), select=("FT204",)).text
    assert fixed == text.format("Fully Engaged.").replace("not deployed.", "Not Deployed")
    assert fix(text.format("Fully Engaged."), select=("FT204",)).text == fixed


@pytest.mark.parametrize(
    ("value", "found"),
    [(">50k", []), ("> 50k", []), (">>50k", []), ("50k", ["FT204"]), ("IT Maturity, >50k", [])],
)
def test_a_choice_that_begins_with_a_sign(value: str, found: list[str]) -> None:
    """Its sign is missed where it is missing, but only the writer can add it."""
    text = f"**Status:** Red\n**Reason:** {value}\n**Exec Summary:** x\n"
    assert codes(check(text, select=("FT2",))) == found
    result = fix(text, select=("FT204",))
    assert (result.text, result.skipped) == (text, ())


def test_a_choice_on_two_lines_is_written_on_one() -> None:
    """Its second line is not taken for a label."""
    text = f"{STATUS}Fully\nEngaged\n- REQUESTS FOR SUPPORT: none\n"
    (found,) = check(text, select=("FT112", "FT2")).diagnostics
    assert found.message == 'STATUS OF THE ENGAGEMENT is "Fully Engaged" on two lines. Write "Fully Engaged" on one line.'
    assert fixed(text, found) == text.replace("Fully\nEngaged", "Fully Engaged")
