"""Rules about the structure of a summary (FT101, FT103 to FT106, FT111)."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import own, template_of, words_in
from helpers.policing import CODES, EDITIONS, TITLE, codes, language_of, playbook_of, spoken

from ftnotes import Playbook, Report, check
from ftnotes.playbook.model import Language

PARTS = ("FT101", "FT103", "FT104", "FT105", "FT106", "FT107", "FT111")
STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"
CUSTOMER = "- DESCRIBE THE CUSTOMER: Contoso\n"


def judged(text: str, *rules: str, playbook: Playbook | None = None) -> Report:
    return check(text, select=rules or PARTS, playbook=playbook)


def template(language: Language, playbook: Playbook) -> str:
    """Return the unfilled template: hints after labels, all choices, workloads without updates."""
    lines = [f"**{words_in(language).titles[0]}**"]
    for spec in playbook.templates[0].fields:
        hints = words_in(language).hints.get(spec.key, ("",))
        choices = (
            "/".join(words_in(language).choices[spec.key][choice][0] for choice in spec.choices) if spec.choices else hints[0]
        )
        lines.append(f"- {words_in(language).labels[spec.key][0]}: {choices}".rstrip())
        if spec.kind == "workloads":
            lines += ["", *(f"   -  [{workload.tag}]  {workload.names[0]}" for workload in playbook.workloads), ""]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_the_unfilled_template_is_one_problem(edition: str, code: str) -> None:
    """A blank template is reported once, and not bullet by bullet, in every language and edition."""
    playbook = Playbook.load(edition)
    text = template(language_of(playbook, code), playbook)
    report = check(text, playbook=playbook)
    assert codes(report) == ["FT101"]
    assert spoken(text, report) == [words_in(language_of(playbook, code), playbook).titles[0]]


@pytest.mark.parametrize("key", ["customer", "relationship", "support-requests"])
def test_a_template_with_one_bullet_filled_in_is_not_blank(key: str) -> None:
    """If one bullet is filled in, the others are reported one by one."""
    playbook = Playbook.load()
    language = language_of(playbook, "en")
    label = words_in(language).labels[key][0]
    text = template(language, playbook).replace(f"- {label}:", f"- {label}: x")
    assert "FT101" not in codes(check(text))
    assert {"FT202", "FT407"} <= set(codes(check(text)))


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}- DESCRIBE THE CUSTOMER:\n- RISKS:\n",
        f"{TITLE}- DESCRIBE THE CUSTOMER:\n- SNAPSHOT OF KEY WORKLOADS:\n   - [XYZ]\n",
        f"{TITLE}- DESCRIBE THE CUSTOMER:\n- SNAPSHOT OF KEY WORKLOADS:\n   - [EXO]  Mail\n",
        TITLE,
    ],
)
def test_a_summary_with_additions_is_not_blank(text: str) -> None:
    """A template with an unknown bullet, tag or name was edited; a title alone is not a template."""
    assert "FT101" not in codes(judged(text))


# ---- bullets


def test_missing_bullets_are_named_in_the_language_of_the_summary() -> None:
    """One message names all missing bullets."""
    (found,) = judged("**执行摘要**\n- 描述客户：零售\n", "FT103").diagnostics
    assert "接洽状态" in found.message
    assert "描述客户" not in found.message


def test_summaries_are_judged_separately() -> None:
    """A bullet of another summary neither replaces a missing one nor counts as a repetition."""
    text = f"{TITLE}{CUSTOMER}\n{TITLE}{CUSTOMER}{STATUS}"
    report = judged(text, "FT103", "FT104")
    assert codes(report) == ["FT103", "FT103"]
    assert [found.span.start for found in report.diagnostics] == [2, text.rindex("EXEC")]


def test_each_repetition_of_a_bullet_is_reported() -> None:
    """Each repetition points back to the first."""
    text = TITLE + STATUS + CUSTOMER + STATUS + STATUS
    report = judged(text, "FT104")
    label = text.index("STATUS")
    assert [found.evidence[0].start for found in report.diagnostics] == [label, label]
    assert [found.span.start for found in report.diagnostics] == [text.index("STATUS", 80), text.rindex("STATUS")]


def test_bullets_out_of_order_are_reported_once() -> None:
    """The first bullet out of order is reported with the one before it; unknown bullets have no place."""
    text = f"{TITLE}- REQUESTS FOR SUPPORT: None\n- RISKS: x\n{STATUS}{CUSTOMER}"
    report = judged(text, "FT105")
    assert spoken(text, report) == ["STATUS OF THE ENGAGEMENT"]
    assert [span.text(text) for span in report.diagnostics[0].evidence] == ["REQUESTS FOR SUPPORT"]


@pytest.mark.parametrize(
    ("value", "empty"),
    [
        ("", True),
        (" \n", True),
        (" #project", True),
        (" <!-- later -->", True),
        (" none", False),
        (" -", False),
        ("\n  below", False),
    ],
)
def test_a_bullet_with_only_asides_is_empty(value: str, empty: bool) -> None:
    """Hashtags and comments are not content; a word or punctuation is, also on the line below."""
    text = f"{TITLE}{STATUS}- REQUESTS FOR SUPPORT:{value}\n{CUSTOMER}"
    assert codes(judged(text, "FT106")) == (["FT106"] if empty else [])


def test_a_list_without_workloads_is_empty_and_one_elsewhere_is_not() -> None:
    """The bullet for workloads is empty only if the summary lists none anywhere."""
    text = f"{TITLE}{STATUS}- SNAPSHOT OF KEY WORKLOADS:\n"
    assert codes(judged(text, "FT106")) == ["FT106"]
    assert not judged(f"{text}{CUSTOMER}   -  [EXO]  Exchange Online - pilot\n", "FT106").diagnostics


# ---- hints and unattached text


def test_stray_text_is_quoted_without_its_margins() -> None:
    """The span excludes blank lines, quote marks and whitespace around the text; comments alone are not reported."""
    text = f"> {TITLE}> {CUSTOMER}>\n> Sorry that\n> it is late.\n>\n> {STATUS}"
    report = judged(text, "FT111")
    assert spoken(text, report) == ["Sorry that\n> it is late."]
    assert '"Sorry that > it is late."' in report.diagnostics[0].message
    assert not judged(f"{TITLE}<!-- a --> --- <!-- b -->\n{CUSTOMER}", "FT111")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Support:\n- Key workloads - all of them\n\n   -  [EXO]  Exchange Online\n", ["- Support:", "Key workloads"]),
        (
            "\nSorry\nDeployment progress fully deployed\nand so on\n\n* RISKS: x\n",
            ["Sorry", "Deployment progress"],
        ),
    ],
)
def test_a_label_without_its_colon_is_apart_from_stray_text(text: str, found: list[str]) -> None:
    """Text above and below the line, and what is right below it, is reported by this rule, and it by that about its colon."""
    text = f"{TITLE}* DESCRIBE THE CUSTOMER: x\n* STATUS OF THE ENGAGEMENT: Reactive\n{text}"
    assert spoken(text, judged(text, "FT111", "FT112")) == found


def test_a_playbook_can_lack_a_list_of_workloads(tmp_path: Path) -> None:
    """A custom template without a workloads field is judged by its own bullets, and no rule fails."""
    path = tmp_path / "small.toml"
    path.write_text(
        'id = "small"\n'
        + template_of('label = "NEWS"', 'label = "MOOD", choices = ["Good", "Bad"]', titles='"WEEKLY NOTE"')
        + '[[workloads]]\ntag = "ABC"\nnames = ["Alphabet"]\n',
        encoding="utf-8",
    )
    playbook = Playbook.from_file(path)
    assert check("WEEKLY NOTE\n- NEWS: none\n- MOOD: Good\n", playbook=playbook) == Report()
    report = check("WEEKLY NOTE\n- MOOD: Good/Bad\n- NEWS:\n   - [ABC] Alphabet - pilot #x\n", playbook=playbook)
    assert "FT000" not in codes(report)
    assert {"FT202", "FT105"} <= set(codes(report))


def test_a_custom_bullet_belongs_to_the_template(tmp_path: Path) -> None:
    """A field of a custom playbook is known, has its place and can be missing."""
    playbook = playbook_of(
        tmp_path,
        template_of('label = "RISKS"'),
    )
    report = check(f"{TITLE}- RISKS: x\n{STATUS}", playbook=playbook, select=("FT103", "FT105", "FT108"))
    assert sorted(codes(report)) == ["FT103", "FT105"]
    assert "RISKS" not in next(found.message for found in report.diagnostics if found.code == "FT103")


def test_an_optional_bullet_can_be_missing(tmp_path: Path) -> None:
    """Where the playbook says that a note need not have it."""
    fields = 'key = "relationship", required = false', 'key = "support-requests", required = false'
    playbook = playbook_of(tmp_path, template_of(*fields))
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: x\n"
    (finding,) = check(text, playbook=playbook, select=("FT103",)).diagnostics
    assert "STATUS OF THE ENGAGEMENT" in finding.message
    assert "REQUESTS FOR SUPPORT" not in finding.message
    assert "RELATIONSHIP" not in finding.message


def test_a_note_of_another_template_is_called_a_note(tmp_path: Path) -> None:
    """Only the first template of a playbook is for summaries."""
    other = template_of('label = "Wins"', 'label = "Losses"', 'label = "Plans"', titles='"REVIEW"', key="review")
    playbook = playbook_of(tmp_path, other)
    text = "REVIEW\n- Wins: a\n- Losses: b\n- Wins: c\n"
    report = check(text, select=["FT103", "FT104"], playbook=playbook)
    assert [found.message for found in report] == [
        'The note lacks "Plans". Add it, even if there is little to report.',
        '"Wins" is already in the note. Combine the two bullets.',
    ]


def test_an_optional_field_can_be_empty(tmp_path: Path) -> None:
    """A form can be kept whole though there is nothing to report in some fields."""
    fields = ('label = "Wins"', 'label = "Losses", required = false', 'label = "Plans"')
    playbook = own(tmp_path, 'id = "own"\n' + template_of(*fields, titles='"REVIEW"'))
    text = "**REVIEW**\n- Wins:\n- Losses:\n- Plans: none\n"
    report = check(text, select=["FT106"], playbook=playbook)
    assert spoken(text, report) == ["Wins"]


def test_messages_call_a_field_what_it_looks_like() -> None:
    """A template in bold has no bullets, so messages speak of its labels."""
    text = "**Reason:** IT Maturity\n**Status:** Red, and more\n**Exec Summary:** x\n**Exec Summary:** y\n**Colour:** blue\n"
    found = check(f"{text}**Next Update:** 12 May 2020\n**Risks:** none\n").diagnostics
    assert {"FT104", "FT105", "FT108", "FT203"} <= {each.code for each in found}
    assert not any("bullet" in each.message for each in found)
    shown = "**Reason:** IT Maturity\n**Status:** Red Next Update: 12 May 2020\n**Exec Summary:** x\n"
    (fix,) = (each.fixes[0] for each in check(shown, select=("FT203",)).diagnostics)
    assert [edit.text for edit in fix.edits] == ["\n"]
