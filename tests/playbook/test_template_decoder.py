"""The templates in a playbook's file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from helpers.playbooks import FORM, own, template_of, words_in

from ftnotes.playbook.model import FieldSpec, PlaybookError, Variant
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_decoder import TemplateDecoder, key_from

#: A playbook of another organisation: one template, with all its words in it.
WEEKLY = """
id = "weekly"

[[templates]]
key = "weekly"
titles = ["WEEKLY STATUS"]
fields = [
  { label = "RAG status", choices = ["Green", ["Amber", "Yellow"], "Red"], hint = "(one of the three)" },
  { label = ["Wins", "Highlights"], everyday = ["Good news"], required = false },
  { key = "list", label = "Projects", kind = "workloads" },
]

[[workloads]]
tag = "PAY"
names = ["Payments"]
"""
EXTENDS = 'id = "own"\nextends = "2020-03"\n'


def test_a_template_has_its_words_in_it(tmp_path: Path) -> None:
    """Keys are made of the words, a single word need not be in a list, and the known language needs no table."""
    playbook = own(tmp_path, WEEKLY)
    template = playbook.template("weekly")
    assert [(spec.key, spec.kind, spec.choices, spec.required) for spec in template.fields] == [
        ("rag-status", "choice", ("green", "amber", "red"), True),
        ("wins", "text", (), False),
        ("list", "workloads", (), True),
    ]
    english = template.words["en"]
    assert english.titles == ("WEEKLY STATUS",)
    assert english.labels == {"rag-status": ("RAG status",), "wins": ("Wins", "Highlights"), "list": ("Projects",)}
    assert english.choices == {"rag-status": {"green": ("Green",), "amber": ("Amber", "Yellow"), "red": ("Red",)}}
    assert english.hints == {"rag-status": ("(one of the three)",)}
    assert english.everyday_labels == {"wins": ("Good news",)}
    assert [(language.code, language.name) for language in playbook.languages] == [("en", "English")]
    assert playbook.default_language == "en"


def test_the_words_are_of_the_default_language(tmp_path: Path) -> None:
    """That is the one that the file names, or else English; other languages have tables of their own."""
    german = own(tmp_path, f'default-language = "de"\n{WEEKLY}').template("weekly")
    assert list(german.words) == ["de"]
    table = '[languages.de]\nsign-offs = ["Bis dann"]\ntemplates.weekly = { titles = ["T"], labels = { wins = ["W"] } }\n'
    both = own(tmp_path, WEEKLY + table)
    assert {code: words.titles for code, words in both.template("weekly").words.items()} == {
        "en": ("WEEKLY STATUS",), "de": ("T",)
    }  # fmt: skip
    assert (both.default_language, both.languages[1].sign_offs[-1]) == ("en", "Bis dann")


def test_the_table_of_the_language_counts_before_the_template(tmp_path: Path) -> None:
    """Words can be at both places; errors name the one whose words count."""
    table = "[languages.en.templates.weekly]\nlabels.wins = {}\n"
    assert words_in(own(tmp_path, WEEKLY).languages[0], own(tmp_path, WEEKLY)).labels["wins"] == ("Wins", "Highlights")
    with pytest.raises(PlaybookError, match=r"languages\.en\.templates\.weekly\.labels\.wins: expected a list of texts"):
        own(tmp_path, WEEKLY + table)


def test_choices_can_have_keys_of_their_own(tmp_path: Path) -> None:
    """A table gives each its words; without any, a language has them."""
    field = 'label = "STATE", choices = { good = "Fine", bad = ["Poor", "Bad"], odd = [] }'
    more = '[languages.en.templates.x.choices.state]\nodd = ["Odd"]\n'
    words = own(tmp_path, 'id = "x"\n' + template_of(field, titles='"T"', key="x") + more).template("x").words["en"]
    assert words.choices == {"state": {"good": ("Fine",), "bad": ("Poor", "Bad"), "odd": ("Odd",)}}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("RAG status", "rag-status"),
        (">50k", "50k"),
        ("New Feature/Experiment", "new-feature-experiment"),
        ("Öffentlicher Name", "offentlicher-name"),
        ("ＲＡＧ", "rag"),
        ("状態", ""),
        ("— ", ""),
    ],
)
def test_words_give_a_key(words: str, key: str) -> None:
    """Their Latin letters and digits, without accents, joined by hyphens."""
    assert key_from(words) == key


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('key = "weekly"', "", r"templates\[0\]: the key 'key' is missing"),
        ('key = "weekly"', "key = 7", r"templates\[0\]\.key: expected a text in quotes, not a number"),
        ('key = "weekly"', 'key = "weekly"\ntitle = "T"', r"templates\[0\]\.title: unknown key \(did you mean 'titles'\?\)"),
        ('titles = ["WEEKLY STATUS"]', "titles = 3", r"templates\[weekly\]\.titles: expected a list of texts, .* not a number"),
        ('label = "RAG status"', 'label = "状態"', r"templates\[weekly\]\.fields\[0\]: expected a key, or a label of Latin"),
        ('label = "RAG status"', "label = 7", r"templates\[weekly\]\.fields\[0\]: expected a key, or a label"),
        ('label = "RAG status"', "label = []", r"templates\[weekly\]\.fields\[0\]: expected a key, or a label"),
        ('label = "RAG status"', "labels = []", r"templates\[weekly\]\.fields\[0\]\.labels: unknown key .*mean 'label'"),
        (
            'label = "RAG status"',
            'label = "Wins"',
            r"templates\[weekly\]\.fields\[wins\]: 'wins' is repeated; expected it once",
        ),
        (
            '["Wins", "Highlights"]',
            '["Wins", "Projects"]',
            r"fields\[list\]\.label: 'Projects' means 'wins' already \(see templates\[weekly\]\.fields\[wins\]\.label\)",
        ),
        ('label = "Projects"', 'label = ["Projects", 3]', r"templates\[weekly\]\.fields\[list\]\.label\[1\]: expected a text"),
        ('label = "Projects"', 'label = "Pro: jects"', r"fields\[list\]\.label: a label ends at its colon"),
        ('"(one of the three)"', "{}", r"templates\[weekly\]\.fields\[rag-status\]\.hint: expected a list of texts"),
        ('["Green", ["Amber", "Yellow"], "Red"]', "3", r"fields\[rag-status\]\.choices: expected a list of choices, .*number"),
        ('"Red"]', "3]", r"templates\[weekly\]\.fields\[rag-status\]\.choices\[2\]: expected a list of texts, .*not a number"),
        ('"Red"]', '"赤"]', r"fields\[rag-status\]\.choices\[2\]: expected words of Latin letters, or a table .*'赤' a key"),
        (
            '"Red"]',
            '"Green+"]',
            r"rag-status\]\.choices\[2\]: 'Green\+' and 'Green' give the same key 'green'; expected a table",
        ),
        ('"Red"]', '"Yellow"]', r"fields\[rag-status\]\.choices\.yellow: 'Yellow' means 'amber' already"),
        ("required = false", 'required = "no"', r"fields\[wins\]\.required: expected true or false, not a text"),
        ("required = false", 'after = "list"', r"templates\[weekly\]\.fields\[wins\]\.after: unknown key"),
        ("fields = [\n", "fields = 3\nmore = [\n", r"templates\[0\]\.more: unknown key"),
        (WEEKLY[WEEKLY.index("fields") : WEEKLY.index("[[workloads]]")], "fields = 3\n", "fields: expected a list of tables"),
    ],
)
def test_a_wrong_template_is_refused_where_it_is_typed(tmp_path: Path, old: str, new: str, message: str) -> None:
    """The message names file, key and reason, though the words are kept with their language."""
    assert WEEKLY.count(old) == 1
    with pytest.raises(PlaybookError, match=rf"own\.toml: .*{message}"):
        own(tmp_path, WEEKLY.replace(old, new))


def test_an_extending_file_changes_fields(tmp_path: Path) -> None:
    """It adds them at the end or after another, moves and removes them, and changes their words."""
    fields = (
        'label = "RISKS", after = "customer"',
        'key = "relationship", remove = true',
        'key = "support-requests", label = "WISHES", after = "risks", required = false',
        'label = "MOOD", choices = ["Good", "Bad"]',
    )
    playbook = own(tmp_path, EXTENDS + template_of(*fields))
    template = playbook.templates[0]
    assert [spec.key for spec in template.fields] == [
        *("customer", "risks", "support-requests", "engagement-status", "deployment-progress", "workloads", "mood")
    ]
    assert not template.fields[2].required
    english, german = template.words["en"], template.words["de"]
    assert (english.labels["support-requests"], english.labels["risks"]) == (("WISHES",), ("RISKS",))
    assert german.labels["support-requests"] == ("UNTERSTÜTZUNGSANFORDERUNG",)
    assert all("relationship" not in words.labels.keys() | words.everyday_labels.keys() for words in template.words.values())
    assert Playbook.load().template("exec-summary").fields[3].key == "relationship"


def test_an_extending_file_changes_choices(tmp_path: Path) -> None:
    """The list replaces the inherited one, whose words go with their choices, in all languages."""
    playbook = own(tmp_path, EXTENDS + template_of('key = "engagement-status", choices = ["On Hold", "Lost"]'))
    words = playbook.template("exec-summary").words
    assert words["en"].choices["engagement-status"] == {"on-hold": ("On Hold",), "lost": ("Lost",)}
    assert list(words["de"].choices["engagement-status"]) == ["on-hold"]
    assert list(words["en"].everyday_choices["engagement-status"]) == ["on-hold"]
    assert playbook.template("exec-summary").fields[1].meanings == (("on-hold", "resting"),)
    assert len(playbook.template("exec-summary").fields[2].meanings) == 3


def test_an_extending_file_adds_and_removes_templates(tmp_path: Path) -> None:
    """The first is the one that counts where none is named."""
    added = own(tmp_path, EXTENDS + template_of('label = "WINS"', titles='"WEEKLY"', key="weekly"))
    inherited = [template.key for template in Playbook.load().templates]
    assert [template.key for template in added.templates] == [*inherited, "weekly"]
    assert list(added.template("weekly").words) == ["en"]
    removed = '[[templates]]\nkey = "exec-summary"\nremove = true\n'
    alone = own(tmp_path, EXTENDS + removed + template_of('label = "WINS"', titles='"WEEKLY"', key="weekly"))
    assert [template.key for template in alone.templates] == [*inherited[1:], "weekly"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (template_of('key = "risk", remove = true'), r"templates\[0\]\.fields\[0\]\.key: unknown 'risk'; expected one of cust"),
        (template_of('label = "X", after = "risk"'), r"templates\[0\]\.fields\[0\]\.after: unknown 'risk'; expected one of cu"),
        (template_of('key = "customer", remove = 1'), r"templates\[0\]\.fields\[0\]\.remove: expected true or false"),
        (
            template_of('key = "engagement-status", meanings = { paused = "resting" }'),
            r"templates\[exec-summary\]\.fields\[engagement-status\]\.meanings\.paused: unknown key; expected on-hold",
        ),
        (
            template_of('key = "engagement-status", meanings = { reactive = "calm" }'),
            r"templates\[exec-summary\]\.fields\[engagement-status\]\.meanings\.reactive: unknown 'calm'; expected one of",
        ),
        ('[[templates]]\nkey = "x"\nremove = true\n', r"templates\[0\]\.key: unknown 'x'; expected one of exec-summary"),
        ('[[templates]]\nkey = "x"\n', r"templates\[x\]: the key 'fields' is missing"),
        (
            "[languages.de.templates.exec-summary.labels]\nmood = ['LAUNE']\n",
            r"languages\.de\.templates\.exec-summary\.labels\.mood: unknown key",
        ),
    ],
)
def test_a_wrong_change_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """What a file changes must be there."""
    with pytest.raises(PlaybookError, match=rf"own\.toml: {message}"):
        own(tmp_path, EXTENDS + text)


def test_two_templates_can_have_the_same_labels(tmp_path: Path) -> None:
    """With other meanings: each has its own words."""
    one = template_of('label = "Status", choices = ["Red", "Green"]', titles='"ONE"', key="one")
    two = template_of('key = "state", label = "Status"', titles='"TWO"', key="two")
    playbook = own(tmp_path, f'id = "two"\n{one}{two}')
    assert [template.words["en"].labels for template in playbook.templates] == [{"status": ("Status",)}, {"state": ("Status",)}]
    with pytest.raises(ValueError, match=r"template 'on'.*did you mean 'one'.*one, two"):
        playbook.template("on")


def test_a_template_says_how_it_is_typed_and_what_its_fields_ask_for(tmp_path: Path) -> None:
    """Each setting of a template and of a field has its value, and a default."""
    template = own(tmp_path, FORM).template("visit")
    assert template[3:] == ("visit", "bold", (Variant("short", {"worry": "Worry"}),), "##", "handbook, page 4")
    about, status, reason, summary, worry, steps, people, visit = template.fields
    assert [spec.kind for spec in template.fields] == [
        *("workload", "choice", "choice", "text", "text", "text", "points", "date")
    ]
    assert (about.typed, status.more, status.several, reason.more, reason.several) == ("bare", True, False, False, True)
    assert (summary.length, worry.also, steps.asks) == (256, (("first-party", ("Bug ID", "Bug")),), ("action", "date"))
    assert visit.within == (("status", (("red", 14), ("green", 92))),)
    assert people == FieldSpec("people", "points")
    assert own(tmp_path, WEEKLY).template("weekly")[3:] == ("", "bullets", (), "", "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'note-type = "visit"',
            'note-type = "visits"',
            r"templates\[visit\]\.note-type: unknown 'visits' \(did you mean 'visit'",
        ),
        ('typed = "bold"', 'typed = "italics"', r"templates\[visit\]\.typed: unknown 'italics'; expected one of bullets, bold"),
        ('cut = "##"', 'cut = "# #"', r"templates\[visit\]\.cut: expected characters without spaces, as '##', not '# #'"),
        ('cut = "##"', 'cut = ""', r"templates\[visit\]\.cut: expected characters without spaces"),
        ('cut = "##"', "cut = 2", r"templates\[visit\]\.cut: expected a text in quotes, not a number"),
        ('source = "handbook, page 4"', "source = 4", r"templates\[visit\]\.source: expected a text in quotes"),
        ('key = "short", ', "", r"templates\[visit\]\.variants\[0\]: the key 'key' is missing"),
        (', labels = { worry = "Worry" }', "", r"templates\[visit\]\.variants\[short\]: the key 'labels' is missing"),
        ("{ worry = ", "{ wory = ", r"variants\[short\]\.labels\.wory: unknown key \(did you mean 'worry'\?\)"),
        (
            '{ worry = "Worry" }',
            '{ worry = "Worries" }',
            r"variants\[short\]\.labels\.worry: unknown 'Worries' .*; expected one of Worries of the customer, Worry",
        ),
        ('typed = "bare"', 'typed = "bold"', r"fields\[about\]\.typed: unknown 'bold'; expected one of bare"),
        (', kind = "workload"', "", r"fields\[about\]\.typed: only a field of kind 'workload' can have it, .* of kind 'text'"),
        (
            'kind = "points"',
            'kind = "workload"',
            r"fields\[people\]\.kind: 'about' is of kind 'workload' already; expected it in",
        ),
        ("more = true", 'more = "yes"', r"fields\[status\]\.more: expected true or false, not a text"),
        ("length = 256", "several = true", r"fields\[summary\]\.several: only a field of kind 'choice' can have it"),
        ("length = 256", "more = true", r"fields\[summary\]\.more: only a field of kind 'choice' can have it"),
        ("length = 256", "length = -1", r"fields\[summary\]\.length: expected a whole number of at least 1, not -1"),
        ("length = 256", 'length = "256"', r"fields\[summary\]\.length: expected a whole number of at least 1, not a text"),
        (
            "length = 256",
            'asks = ["day"]',
            r"fields\[summary\]\.asks\[0\]: unknown 'day'.*; expected one of action, date",
        ),
        ("{ first-party = ", "{ firstparty = ", r"fields\[worry\]\.also\.firstparty: unknown key \(did you mean 'first-party'"),
        ('["Bug ID", "Bug"]', "[]", r"fields\[worry\]\.also\.first-party: expected at least one text"),
        ('kind = "date", ', "", r"visit\]\.within: only a field of kind 'date' can have it, and this one is of kind 'text'"),
        ("status = { red", "state = { red", r"fields\[next-visit\]\.within\.state: unknown key .*; expected status, reason"),
        ("red = 14", "rot = 14", r"fields\[next-visit\]\.within\.status\.rot: unknown key.*; expected red, green"),
        ("red = 14", "red = 0", r"fields\[next-visit\]\.within\.status\.red: expected a whole number of at least 1, not 0"),
    ],
)
def test_a_wrong_setting_is_refused_where_it_is_typed(tmp_path: Path, old: str, new: str, message: str) -> None:
    """The message names file, key, reason and remedy; words of a template that it lacks can't be referred to."""
    assert FORM.count(old) == 1
    with pytest.raises(PlaybookError, match=rf"own\.toml: .*{message}"):
        own(tmp_path, FORM.replace(old, new))


def test_days_by_choice_go_with_their_choices(tmp_path: Path) -> None:
    """Where an extending file takes choices away, or the field with them, the inherited days by these are taken away too."""
    decoder = TemplateDecoder("own.toml")
    base = decoder.separated(tomllib.loads(FORM) | {"languages": {}}, "en")
    fields = base["templates"][0]["fields"]  # type: ignore[index]
    assert fields[-1]["within"] == {"status": {"red": 14, "green": 92}}
    for change, days in (
        ({"key": "status", "choices": ["red", "blue"]}, {"status": {"red": 14}}),
        ({"key": "status", "remove": True}, {}),
    ):
        kept = decoder.without_removed(base, {"templates": [{"key": "visit", "fields": [change]}]})
        assert kept["templates"][0]["fields"][-1]["within"] == days  # type: ignore[index]


def test_an_extending_file_changes_variants(tmp_path: Path) -> None:
    """It adds and removes them by their keys, and an empty list inherits none."""
    decoder = TemplateDecoder("own.toml")
    base = decoder.separated(tomllib.loads(FORM) | {"languages": {}}, "en")
    for own_variants, keys in (
        ([{"key": "long", "labels": {}}], ["short", "long"]),
        ([{"key": "short", "remove": True}], []),
        ([], []),
    ):
        merged = decoder.merge(base, {"templates": [{"key": "visit", "variants": own_variants}]}, "")
        assert [variant["key"] for variant in merged["templates"][0]["variants"]] == keys  # type: ignore[index]
