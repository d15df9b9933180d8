"""Rules for what a summary is made of (FT101 to FT107, FT111): parts, order, and that something is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.policing import CODES, EDITIONS, TITLE, codes, language_of, mended, playbook_of, spoken

from ftnotes import Playbook, Report, check, fix
from ftnotes.playbook.model import Language

PARTS = ("FT101", "FT102", "FT103", "FT104", "FT105", "FT106", "FT107", "FT111")
STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"
CUSTOMER = "- DESCRIBE THE CUSTOMER: Contoso\n"


def judged(text: str, *rules: str, playbook: Playbook | None = None) -> Report:
    return check(text, select=rules or PARTS, playbook=playbook)


def template(language: Language, playbook: Playbook) -> str:
    """The template as it comes: hints behind labels, choices in a row, workloads with nothing behind them."""
    lines = [f"**{language.titles[0]}**"]
    for spec in playbook.fields:
        hints = language.hints.get(spec.key, ("",))
        choices = "/".join(language.choices[spec.key][choice][0] for choice in spec.choices) if spec.choices else hints[0]
        lines.append(f"- {language.labels[spec.key][0]}: {choices}".rstrip())
        if spec.kind == "workloads":
            lines += ["", *(f"   -  [{workload.tag}]  {workload.names[0]}" for workload in playbook.workloads), ""]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_the_template_as_it_comes_is_one_finding(edition: str, code: str) -> None:
    """A blank template is told of once, and not bullet by bullet, in every language and edition."""
    playbook = Playbook.load(edition)
    text = template(language_of(playbook, code), playbook)
    report = check(text, playbook=playbook)
    assert codes(report) == ["FT101"]
    assert spoken(text, report) == [language_of(playbook, code).titles[0]]


@pytest.mark.parametrize("key", ["customer", "relationship", "support-requests"])
def test_a_template_with_one_bullet_filled_in_is_none_any_more(key: str) -> None:
    """With one bullet filled in, the others are told of one by one."""
    playbook = Playbook.load()
    language = language_of(playbook, "en")
    label = language.labels[key][0]
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
def test_what_the_template_does_not_hold_is_the_writers(text: str) -> None:
    """An unknown bullet, tag or name was put there by somebody: that is no blank template, and neither is a title alone."""
    assert "FT101" not in codes(judged(text))


# ---- title


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{CUSTOMER}{STATUS}", f"{TITLE}{CUSTOMER}{STATUS}"),
        ("DESCRIBE THE CUSTOMER: x", "**EXEC SUMMARY**\nDESCRIBE THE CUSTOMER: x"),
        (">  - DESCRIBE THE CUSTOMER: x\r\n", "> **EXEC SUMMARY**\r\n>  - DESCRIBE THE CUSTOMER: x\r\n"),
        (f"A call.\r\r{CUSTOMER}".replace("\n", "\r"), f"A call.\r\r{TITLE}{CUSTOMER}".replace("\n", "\r")),
        ("- 描述客户：零售\n", "**执行摘要**\n- 描述客户：零售\n"),
        (f"Exec Sumary\n\n#covid\n\n{CUSTOMER}", f"Exec Sumary\n\n#covid\n\n**EXEC SUMMARY**\n{CUSTOMER}"),
        (f"**Exec Sumary: #covid**\n{CUSTOMER}", f"**Exec Sumary: #covid**\n**EXEC SUMMARY**\n{CUSTOMER}"),
    ],
)
def test_a_missing_title_is_put_above(before: str, after: str) -> None:
    """The title goes on a line above, with the line end and quote marks of the summary and in its language."""
    report = judged(before, "FT102")
    assert codes(report) == ["FT102"]
    assert mended(before, report.diagnostics[0]) == after
    assert fix(before, select=("FT102",), unsafe=True).text == after
    assert not judged(after, "FT102").diagnostics


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "> - Exec Summary \r\n>\r\n> - DESCRIBE THE CUSTOMER: x\r\n",
            "> **EXEC SUMMARY** \r\n>\r\n> - DESCRIBE THE CUSTOMER: x\r\n",
        ),
        (f"A call.\n\n## Executiv Summary:\n---\n{CUSTOMER}", f"A call.\n\n**EXEC SUMMARY**\n---\n{CUSTOMER}"),
        (f"Exec sumary <!-- x -->\n{CUSTOMER}", f"**EXEC SUMMARY** <!-- x -->\n{CUSTOMER}"),
        (f"<!-- x --> A call.\n\nExec sumary\n{CUSTOMER}", f"<!-- x --> A call.\n\n**EXEC SUMMARY**\n{CUSTOMER}"),
        (f"> Exec Sumary  #covid #wave2\n\n> {CUSTOMER}", f"> **EXEC SUMMARY**  #covid #wave2\n\n> {CUSTOMER}"),
        ("Resumen ejecutvo\r- DESCRIBIR AL CLIENTE: x\r", "**RESUMEN EJECUTIVO**\r- DESCRIBIR AL CLIENTE: x\r"),
    ],
)
def test_a_misspelled_title_is_replaced(before: str, after: str) -> None:
    """Where the line above is nearly a title, that line is pointed at and rewritten, and no second one put below it."""
    (found,) = judged(before, "FT102").diagnostics
    assert "Did you mean" in found.message
    assert fix(before, select=("FT102",), unsafe=True).text == after
    assert fix(before, select=("FT102",)).text == before
    assert not judged(after, "FT102").diagnostics


@pytest.mark.parametrize("above", ["| Exec sumary |", "x" * 200 + " Exec sumary", "Customer summary", "---"])
def test_a_line_that_is_no_title_stays(above: str) -> None:
    """A row of a table, a long line and other words are left alone: the title goes below them."""
    text = f"{above}\n\n{CUSTOMER}"
    assert fix(text, select=("FT102",), unsafe=True).text == f"{above}\n\n{TITLE}{CUSTOMER}"


# ---- bullets


def test_missing_bullets_are_named_in_the_language_of_the_summary() -> None:
    """All that are missing are named at once; a title alone lacks all of them."""
    found = judged("**执行摘要**\n- 描述客户：零售\n", "FT103").diagnostics[0]
    assert "接洽状态" in found.message
    assert "描述客户" not in found.message
    assert "The summary has only a title. Add " in judged("**Executive Summary** (draft)\n", "FT103").diagnostics[0].message


def test_each_of_several_summaries_is_judged_for_itself() -> None:
    """A bullet that another summary has is missing all the same, and is not there twice."""
    text = f"{TITLE}{CUSTOMER}\n{TITLE}{CUSTOMER}{STATUS}"
    report = judged(text, "FT103", "FT104")
    assert codes(report) == ["FT103", "FT103"]
    assert [found.span.start for found in report.diagnostics] == [2, text.rindex("EXEC")]


def test_a_bullet_that_stands_three_times_is_told_of_twice() -> None:
    """Each repetition points back to the first."""
    text = TITLE + STATUS + CUSTOMER + STATUS + STATUS
    report = judged(text, "FT104")
    label = text.index("STATUS")
    assert [found.evidence[0].start for found in report.diagnostics] == [label, label]
    assert [found.span.start for found in report.diagnostics] == [text.index("STATUS", 80), text.rindex("STATUS")]


def test_bullets_in_disorder_are_told_of_once() -> None:
    """One bullet out of its place is told of with the one that it should come before; unknown ones have no place."""
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
def test_a_bullet_with_nothing_but_asides_is_empty(value: str, empty: bool) -> None:
    """Hashtags and comments say nothing; a word or a sign does, also on the line below."""
    text = f"{TITLE}{STATUS}- REQUESTS FOR SUPPORT:{value}\n{CUSTOMER}"
    assert codes(judged(text, "FT106")) == (["FT106"] if empty else [])


def test_a_list_without_workloads_is_empty_and_one_elsewhere_is_not() -> None:
    """The bullet of the list is empty where no workload stands anywhere in the summary."""
    text = f"{TITLE}{STATUS}- SNAPSHOT OF KEY WORKLOADS:\n"
    assert codes(judged(text, "FT106")) == ["FT106"]
    assert not judged(f"{text}{CUSTOMER}   -  [EXO]  Exchange Online - pilot\n", "FT106").diagnostics


# ---- hints and strays


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_hints_of_the_template_are_found_in_all_languages(edition: str, code: str) -> None:
    """A hint is taken out where more is said beside it, and has no fix where it is all that is said."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key in ("customer", "support-requests"):
        for hint in language.hints.get(key, ()):
            label = language.labels[key][0]
            beside = f"**{language.titles[0]}**\n- {label}: {hint} Contoso\n"
            alone = f"{beside.replace(' Contoso', '')}- RISKS: x\n"
            (found,) = judged(beside, "FT107", playbook=playbook).diagnostics
            assert found.span.text(beside) == hint
            assert mended(beside, found) == beside.replace(f"{hint} ", "")
            (found,) = judged(alone, "FT107", playbook=playbook).diagnostics
            assert (found.span.text(alone), found.fixes) == (hint, ())


def test_a_hint_without_its_parentheses_may_stand_behind_a_comment() -> None:
    """The comment is none of what is said."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: <!-- x --> i.e. Industry/Structure/Size/Recent News\n- RISKS: x\n"
    (found,) = judged(text, "FT107").diagnostics
    assert found.span.text(text) == "i.e. Industry/Structure/Size/Recent News"


def test_a_parenthesis_of_ones_own_is_no_hint() -> None:
    """Other words in parentheses stay, and so do hints of another bullet."""
    for value in ("(i.e. a bank)", "Contoso (see (i.e. below))", "(e.g. CS MAU offerings)", "(i.e. Industry/Structure/Size/Re"):
        assert not judged(f"{TITLE}- DESCRIBE THE CUSTOMER: {value}\n", "FT107")


def test_stray_text_is_quoted_without_its_margins() -> None:
    """The span is what is said, without blank lines, quote marks and blanks around it; comments alone are no stray text."""
    text = f"> {TITLE}> {CUSTOMER}>\n> Sorry that\n> it is late.\n>\n> {STATUS}"
    report = judged(text, "FT111")
    assert spoken(text, report) == ["Sorry that\n> it is late."]
    assert '"Sorry that > it is late."' in report.diagnostics[0].message
    assert not judged(f"{TITLE}<!-- a --> --- <!-- b -->\n{CUSTOMER}", "FT111")


def test_a_playbook_without_a_list_of_workloads(tmp_path: Path) -> None:
    """A template of other bullets is judged by those; workloads have no home in it, and nothing breaks."""
    path = tmp_path / "small.toml"
    path.write_text(
        'id = "small"\n[[fields]]\nkey = "news"\n[[fields]]\nkey = "mood"\nkind = "choice"\nchoices = ["good", "bad"]\n'
        '[[workloads]]\ntag = "ABC"\nnames = ["Alphabet"]\n'
        '[languages.en]\nname = "English"\ntitles = ["WEEKLY NOTE"]\n[languages.en.labels]\nnews = ["NEWS"]\nmood = ["MOOD"]\n'
        '[languages.en.choices.mood]\ngood = ["Good"]\nbad = ["Bad"]\n',
        encoding="utf-8",
    )
    playbook = Playbook.from_file(path)
    assert check("WEEKLY NOTE\n- NEWS: none\n- MOOD: Good\n", playbook=playbook) == Report()
    report = check("WEEKLY NOTE\n- MOOD: Good/Bad\n- NEWS:\n   - [ABC] Alphabet - pilot #x\n", playbook=playbook)
    assert "FT000" not in codes(report)
    assert {"FT202", "FT105"} <= set(codes(report))


def test_a_bullet_of_ones_own_belongs_to_the_template(tmp_path: Path) -> None:
    """A field that a playbook adds is known, has its place and can be missing."""
    playbook = playbook_of(tmp_path, '[[fields]]\nkey = "risks"\n[languages.en.labels]\nrisks = ["RISKS"]\n')
    report = check(f"{TITLE}- RISKS: x\n{STATUS}", playbook=playbook, select=("FT103", "FT105", "FT108"))
    assert sorted(codes(report)) == ["FT103", "FT105"]
    assert "RISKS" not in next(found.message for found in report.diagnostics if found.code == "FT103")
