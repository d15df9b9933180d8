"""The text of a playbook file."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from helpers.learning import learned, loaded, published_page, words_of
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook, learn_playbook
from ftnotes.learning.fields import Doubt, LearnedField
from ftnotes.learning.playbook_text import comment, playbook_text, questions, quoted
from ftnotes.learning.templates import LearnedTemplate


def text_of(*fields: LearnedField, title: str = "NOTE", **settings: Any) -> str:
    """Return the file of a template with fields."""
    return playbook_text([LearnedTemplate(title, list(fields), [])], [], **settings)


@given(st.text())
def test_strings_come_back_equal(text: str) -> None:
    """Any text without spaces around it is the same after it was written and read as TOML."""
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text.strip()}


@pytest.mark.parametrize("text", ['"', "\\", "'''", '\\"', "\x00\x1f\x7f\x85", "\\u0041", "a\tb\nc", "#", "\u2028", "\ufeffx"])
def test_hostile_strings_come_back_equal(text: str) -> None:
    """Quotes, backslashes and control characters are escaped."""
    assert tomllib.loads(f"x = {quoted(f'a{text}b')}") == {"x": f"a{text}b"}


def test_lone_surrogates_are_replaced() -> None:
    """A character that no file can contain becomes U+FFFD."""
    assert quoted("a\ud800b\udfffc") == '"a\ufffdb\ufffdc"'


@pytest.mark.parametrize("sign", ['"', "\\", "'", "\x01", "\x7f", "#", "]", "}", ",", "="])
def test_hostile_words_load(sign: str) -> None:
    """Titles, labels, choices, hints, tags and names with special characters of TOML come back equal."""
    word = f"a{sign}b"
    fields = [
        LearnedField(1, f"{word} 1", hint=f"({word})"),
        LearnedField(2, f"{word} 2", choices=[f"{word} x", f"{word} y", f"項{sign}", "日"]),
        LearnedField(3, f"{word} 3", workloads=[(f"T{sign.replace(']', '')}", word)]),
    ]
    playbook = loaded(text_of(*fields, title=word))
    words = words_of(playbook)
    assert words.titles == (word,)
    assert [labels[0] for labels in words.labels.values()] == [field.label for field in fields]
    assert list(words.hints.values()) == [(f"({word})",)]
    assert [texts[0] for texts in words.choices[playbook.templates[0].fields[1].key].values()] == fields[1].choices
    assert playbook.workloads[0].names == (word,)


def test_comments_are_one_line() -> None:
    """A question with line ends and control characters is one comment."""
    assert comment(Doubt(3, "a\nb\x00 \x85c\u2028d")) == "# ? line 3: a b c d"
    assert comment(Doubt(0, "a")) == "# ? a"
    assert questions('x = "# ? a"\n  # ? line 3: b\n# c\n# ? d\n') == ["line 3: b", "d"]


def test_keys_are_made_of_words() -> None:
    """Fields with the same key are numbered, and those without Latin letters have their number."""
    text = text_of(LearnedField(1, "A項"), LearnedField(2, "A目"), LearnedField(3, "日本"), title="")
    assert [spec.key for spec in loaded(text).templates[0].fields] == ["a", "a-2", "field-3"]
    assert words_of(loaded(text)).titles == ()
    two = playbook_text([LearnedTemplate("X", [LearnedField(1, f"L{n}")], []) for n in range(2)], ["Line 9"])
    assert [template.key for template in loaded(two).templates] == ["x", "x-2"]
    assert questions(two) == ["Line 9"]


def test_choices_without_latin_letters_are_numbered() -> None:
    """Choices are a list if their keys follow from their words, otherwise a table."""
    text = text_of(LearnedField(1, "A", ["On Hold", "Reactive"]), LearnedField(2, "B", ["青", "赤"]))
    assert 'choices = ["On Hold", "Reactive"]' in text
    assert 'choices = { choice-1 = "青", choice-2 = "赤" }' in text


def test_questions_are_above_what_they_are_about() -> None:
    """Those about a template precede it, and those about a field its line; an optional field says so."""
    field = LearnedField(4, "A", required=False, doubts=[Doubt(4, "z")])
    text = playbook_text([LearnedTemplate("X", [field], [Doubt(1, "y")])], [])
    (spec,) = loaded(text).templates[0].fields
    assert not spec.required
    assert questions(text) == ["line 1: y", "line 4: z"]
    assert text.index("line 1: y") < text.index("[[templates]]") < text.index("line 4: z") < text.index('label = "A"')


def test_labels_lose_what_would_end_them() -> None:
    """A colon, asterisk or underscore in a label becomes a space."""
    playbook = loaded(text_of(LearnedField(1, "a_b: c*")))
    assert words_of(playbook).labels == {"a-b-c": ("a b c",)}


def test_workloads_are_listed_once() -> None:
    """A tag with several names has them in order; one without a name has its tag; one without letters is left out."""
    listed = [("A", "Ax"), ("A", "Ay"), ("a", "Ax"), ("B", ""), ("🚦", "x"), ("C", "one two three four five six")]
    text = text_of(LearnedField(1, "A", workloads=listed))
    assert [(spec.tag, spec.names) for spec in loaded(text).workloads] == [
        ("A", ("Ax", "Ay")),
        ("B", ("B",)),
        ("C", ("one two three four five six",)),
    ]
    assert "is this a remark on what belongs there? Then add catch-all = true: one two three four five six" in questions(text)


def test_differences_from_an_edition_are_written() -> None:
    """A file that extends an edition has other labels, new fields and new names, and keeps choices that rules depend on."""
    page = published_page("2020-03", "en").replace("/Fully Engaged", "").replace("[EXO]  Exchange Online", "[EXO]  Exchange")
    page = page.replace("- REQUESTS FOR SUPPORT: (e.g. CS MAU offerings)", "- MOOD: (x)\n   -  [NEW]  New\n")
    text = learn_playbook(page, extends="2020-03")
    playbook, shipped = loaded(text), Playbook.load("2020-03")
    assert [spec.key for spec in playbook.templates[0].fields] == [*(one.key for one in shipped.templates[0].fields), "mood"]
    assert playbook.templates[0].fields[1].choices == ("on-hold", "reactive", "fully-engaged")
    assert playbook.workloads[0].names == ("Exchange", "Exchange Online")
    assert playbook.workloads[-1].tag == "NEW"
    assert [question for question in questions(text) if "edition" in question] == [
        "line 8: the edition has choices that the page lacks, and they are kept: Fully Engaged",
        'the page lacks this field of the edition; to remove it: { key = "support-requests", remove = true }',
    ]


def test_names_in_another_language_are_its_words() -> None:
    """With ``extends``, a name in a page that is not in the default language is one of that language."""
    page = published_page("2020-03", "es").replace("[EXO]  Exchange Online", "[EXO]  Correo")
    playbook = learned(page, extends="2020-03")
    spanish = next(language for language in playbook.languages if language.code == "es")
    assert spanish.workload_names["EXO"][0] == "Correo"
    assert playbook.workloads == Playbook.load("2020-03").workloads


def test_another_template_can_be_added_to_an_edition() -> None:
    """Its tags that the edition has, in any spelling, are those of the edition."""
    page = "**WEEKLY**\n- Wins: \n- Projects:\n  - [exo] Exchange Online\n  - [PAY] Payments\n"
    playbook = learned(page, extends="2020-03")
    assert [template.key for template in playbook.templates][::4] == ["exec-summary", "weekly"]
    assert [spec.tag for spec in playbook.workloads if spec.tag.casefold() in ("exo", "pay")] == ["EXO", "PAY"]


def test_settings_are_written_where_a_field_has_them() -> None:
    """Kinds, limits and what follows a choice load as they were learned, and so does how the template is typed."""
    fields = [
        LearnedField(1, "A", ["x", "y"], settings={"several": True, "more": True}),
        LearnedField(2, "B", plain_kind="date"),
        LearnedField(3, "C", settings={"length": 256}),
    ]
    text = playbook_text([LearnedTemplate("X", fields, [], is_bold=True), LearnedTemplate("Y", fields, [])], [])
    bold, bullets = loaded(text).templates
    assert (bold.typed, bullets.typed) == ("bold", "bullets")
    assert [(spec.kind, spec.several, spec.more, spec.length) for spec in bold.fields] == [
        ("choice", True, True, None),
        ("date", False, False, None),
        ("text", False, False, 256),
    ]
