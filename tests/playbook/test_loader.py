"""Playbooks from files, and their errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.linearity import LINEAR, growth
from helpers.playbooks import WHOLE, own, template_of, words_in

from ftnotes.playbook.choice_reading import choice_in
from ftnotes.playbook.model import HashtagRule, PlaybookError
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.writing.compose import new

#: The place of the words of a template in errors.
EN = "languages.en.templates.exec-summary"
#: The head of the table with the words of a choice.
CHOICES = "[languages.en.templates.exec-summary.choices.state]"

#: Two rules of one hashtag, with the conditions to be filled in.
TWO_RULES = """
[[hashtags]]
tag = "#later"
summary = "it can wait"

[[hashtags.rules]]
demand = "require"
{}

[[hashtags.rules]]
demand = "forbid"
{}

[languages.en]
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('when = { role = "clerk" }', 'when = { role = "clerk" }'),
        ('when = { role = "clerk" }', 'when = { state = "bad" }'),
        ('when = { role = "clerk" }', "when = {}"),
        ('when = { state = ["good", "bad"] }', 'when = { state = "bad", intent = "pausing" }'),
        ('when = { role = "clerk" }\nunless = { state = "good" }', 'when = { state = ["good", "bad"] }'),
        ('when = { intent = "pausing" }', 'when = { role = "clerk" }\nunless = { intent = "deploying" }'),
    ],
)
def test_contradictory_hashtag_rules_are_refused(tmp_path: Path, first: str, second: str) -> None:
    """Where one note can fulfil the conditions of a rule that requires and of one that forbids."""
    text = WHOLE.replace("[languages.en]\n", TWO_RULES.format(first, second))
    with pytest.raises(
        PlaybookError,
        match=r"own\.toml: hashtags\[#later\]\.rules\[1\]: contradicts hashtags\[#later\]\.rules\[0\]: one can "
        "require #later in a note in which the other would forbid it; .* add to one of the rules an unless",
    ):
        own(tmp_path, text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('when = { state = "good" }', 'when = { state = "bad" }'),
        ('when = { role = "clerk", intent = ["deploying", "accelerating"] }', 'when = { intent = "pausing" }'),
        ('when = { role = "clerk" }\nunless = { state = "bad" }', 'when = { state = "bad" }'),
        ('when = { state = "bad" }', 'when = { role = "clerk" }\nunless = { state = ["bad", "good"] }'),
    ],
)
def test_hashtag_rules_that_never_meet_are_accepted(tmp_path: Path, first: str, second: str) -> None:
    """Where a condition, or an exception, keeps them apart."""
    text = WHOLE.replace("[languages.en]\n", TWO_RULES.format(first, second))
    assert [rule.demand for rule in own(tmp_path, text).hashtags[1].rules] == ["require", "forbid"]


def test_a_condition_is_under_when_or_unless(tmp_path: Path) -> None:
    """Under both it would say the same thing twice."""
    rule = 'when = { state = "bad" }\nunless = { intent = "pausing", state = "good" }'
    with pytest.raises(
        PlaybookError, match=r"rules\[0\]\.unless\.state: 'state' is a condition under 'when' too; expected it only there"
    ):
        own(tmp_path, WHOLE.replace("[languages.en]\n", TWO_RULES.format(rule, "when = {}")))


def test_a_file_can_be_complete(tmp_path: Path) -> None:
    """Without `extends`, a playbook has the content of its file and nothing of the published ones."""
    playbook = own(tmp_path, WHOLE)
    assert playbook.id == "own"
    assert playbook.summary == "Our own"
    assert not playbook.bundled
    assert [spec.kind for spec in playbook.templates[0].fields] == ["text", "choice", "workloads"]
    assert [spec.tag for spec in playbook.workloads] == ["TILL"]
    assert playbook.hashtags[0].rules == (HashtagRule("require", {"role": ("clerk",), "state": ("bad",)}),)
    assert playbook.default_language == "en"
    language = playbook.languages[0]
    assert words_in(language, playbook).titles == ("STATE OF PLAY",)
    assert words_in(language, playbook).labels == {"who": ("WHO",), "state": ("STATE",), "work": ("WORK",)}
    assert words_in(language, playbook).choices == {"state": {"good": ("Good",), "bad": ("Bad",)}}


def test_a_file_can_be_minimal(tmp_path: Path) -> None:
    """Only id and a template with words are needed."""
    playbook = own(
        tmp_path,
        'id = "own"\n' + template_of('label = "WHO"', titles='"T"'),
    )
    assert playbook.summary == ""
    assert [playbook.workloads, playbook.hashtags, playbook.roles, playbook.note_types] == [()] * 4


def test_a_file_can_start_with_a_byte_order_mark_and_end_its_lines_in_any_way(tmp_path: Path) -> None:
    """As editors of all systems save it."""
    file = tmp_path / "own.toml"
    for ending in ("\n", "\r\n", "\r"):
        file.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", ending).encode())
        assert Playbook.from_file(str(file)).id == "own"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "own"', "", "id: the key 'id' is missing"),
        ('id = "own"', "id = 7", "id: expected a text in quotes, not a number"),
        ('id = "own"', "id = true", "id: expected a text in quotes, not a boolean"),
        ('id = "own"', "id = 2020-03-01", "id: expected a text in quotes, not a date"),
        ('id = "own"', 'id = [""]', "id: expected a text in quotes, not a list"),
        ('id = "own"', 'id = " own"', "id: expected a text of one line .* no spaces around it, not ' own'"),
        ('id = "own"', 'id = "o\\nwn"', "id: expected a text of one line"),
        ('id = "own"', 'id = "--"', "id: expected a text of one line that has a letter or digit"),
        (
            'id = "own"',
            'id = "own"\nsumary = "x"',
            r"sumary: unknown key \(did you mean 'summary'\?\); expected id, extends",
        ),
        ('id = "own"', 'id = "own"\nzzz = 1', "zzz: unknown key; expected id, extends"),
        ('id = "own"', 'id = "own"\nextends = "2020-04"', "extends: unknown '2020-04' .*; expected one of 2019-09, "),
        ('summary = "Our own"', "summary = []", "summary: expected a text in quotes, not a list"),
        ('summary = "Our own"', 'default-language = "fr"', "default-language: unknown 'fr'; expected one of en"),
        (
            'names = ["Daily"]',
            'names = ["Daily"]\nasks = ["actions"]',
            r"note-types\[daily\].asks\[0\]: unknown 'actions' \(did you mean 'action'\?\); expected one of action, date, ",
        ),
        (
            'names = ["Daily"]',
            'names = ["D"]\navoids = ["blur"]',
            r"note-types\[daily\].avoids\[0\]: unknown 'blur' .*of blurring",
        ),
        (
            'names = ["Daily"]',
            'names = ["D"]\nsentences = 0',
            r"\[daily\].sentences: expected a whole number of at least 1, not 0",
        ),
        (
            'names = ["Daily"]',
            'names = ["D"]\nsentences = true',
            r"\[daily\].sentences: expected a whole number .*, not a boolean",
        ),
        (
            'names = ["Daily"]',
            'names = ["D"]\nsource = 7',
            r"note-types\[daily\].source: expected a text in quotes, not a number",
        ),
        (
            'summary = "Our own"',
            'summaries.required-when = [{ roles = "clerk" }]',
            r"summaries.required-when\[0\].roles: unknown key \(did you mean 'role'\?\); expected role, note-type",
        ),
        (
            'summary = "Our own"',
            'summaries.required-when = { role = "clerk" }',
            r"summaries.required-when: expected a list of tables",
        ),
        (
            'summary = "can\'t wait"',
            'summary = "x"\nevidence = "haste"',
            r"hashtags\[#urgent\].evidence: unknown 'haste' .*; expected one of pausing",
        ),
        ('id = "own"', 'id = "own"\nsource = ""', "source: expected a text of one line that has a letter"),
        ('id = "own"', 'id = "own"\nsource = { rules = "x" }', r"source.rules: unknown key .*; expected roles, hashtags, temp"),
        ('id = "own"', 'id = "own"\nsource = { roles = 1 }', "source.roles: expected a text in quotes, not a number"),
        ('id = "own"', 'id = "own"\ndestinations = { box = "x" }', "destinations.box: unknown key; expected technical, escal"),
        ('id = "own"', 'id = "own"\ndestinations.technical = 1', "destinations.technical: expected a text in quotes"),
        ('tag = "TILL"', "", r"workloads\[0\]: the key 'tag' is missing"),
        (
            'tag = "TILL"',
            'tag = "[TILL]"',
            r"workloads\[\[TILL\]\].tag: a tag is written in brackets and can't contain one: '\[TILL\]'",
        ),
        ('tag = "TILL"', 'tag = "TILL"\ncatch-all = 1', r"workloads\[TILL\].catch-all: expected true or false, not a number"),
        ('tag = "TILL"', 'tag = "TILL"\nother-tags = ["T]"]', r"workloads\[TILL\].tag: .* can't contain one: 'T\]'"),
        ('names = ["Tills"]', 'names = "Tills"', r"workloads\[TILL\].names: expected a list of texts, .*not a text"),
        ('names = ["Tills"]', "names = [1]", r"workloads\[TILL\].names\[0\]: expected a text in quotes, not a number"),
        ('names = ["Tills"]', "names = {}", r"workloads\[TILL\].names: expected a list of texts, .*not a table"),
        (
            'kind = "choice"',
            'kind = "choise"',
            r"fields\[state\].kind: unknown 'choise' \(did you mean 'choice'\?\); expected one of",
        ),
        (
            'kind = "choice"',
            'kind = "text"',
            r"fields\[state\].choices: a field of kind 'choice' has choices, and no other",
        ),
        ("choices = { good = [], bad = [] }", "choices = []", r"fields\[state\].choices: a field of kind 'choice' has choices"),
        ('key = "daily"', "", r"note-types\[0\]: the key 'key' is missing"),
        ('names = ["Clerk"]', "names = []", r"roles\[clerk\].names: expected at least one text"),
        (
            'note-types = ["daily"]',
            'note-types = ["dayly"]',
            r"roles\[clerk\].note-types\[0\]: unknown 'dayly' \(did you mean 'daily'",
        ),
        ('tag = "#urgent"', 'tag = "urgent"', r"hashtags\[urgent\].tag: a hashtag starts with '#', and 'urgent' does not"),
        (
            'demand = "require"',
            'demand = "ask"',
            r"hashtags\[#urgent\].rules\[0\].demand: unknown 'ask'; expected one of require, forbid",
        ),
        (
            'state = "bad" }',
            'state = "ugly" }',
            r"hashtags\[#urgent\].rules\[0\].when.state\[0\]: unknown 'ugly'; expected one of good, bad",
        ),
        (
            'state = "bad" }',
            'state = "bad" }\nfield = "whom"',
            r"hashtags\[#urgent\].rules\[0\].field: unknown 'whom' \(did you mean 'who'\?\); expected one of who, state, work",
        ),
        (
            'state = "bad" }',
            'stat = "bad" }',
            r"when.stat: unknown key \(did you mean 'state'\?\); expected role, note-type",
        ),
        ('state = "bad" }', "state = 1 }", r"when.state\[0\]: expected a text in quotes, not a number"),
        (
            'state = "bad" }',
            "state = [] }",
            r"hashtags\[#urgent\].rules\[0\].when.state: expected at least one text",
        ),
        (
            'state = "bad" }',
            'state = "bad" }\nunless = { stat = "bad" }',
            r"unless.stat: unknown key \(did you mean 'state'\?\); expected role, note-type",
        ),
        ("[[hashtags]]", '[[priorities]]\nkey = "p1"\n[[hashtags]]', r"priorities\[p1\]: the key 'names' is missing"),
        (
            "[[hashtags]]",
            '[[priorities]]\nkey = "p1"\nnames = []\n[[hashtags]]',
            r"priorities\[p1\].names: expected at least one text",
        ),
        ('summary = "Our own"', 'summaries.role = ["clerk"]', r"summaries.role: unknown key \(did you mean 'roles'"),
        (
            'summary = "Our own"',
            'summaries.roles = ["clark"]',
            r"summaries.roles\[0\]: unknown 'clark' \(did you mean 'clerk'\?\); expected one of clerk",
        ),
        (
            'summary = "Our own"',
            'summaries.priorities = ["high"]',
            r"summaries.priorities\[0\]: unknown 'high'; expected one of ",
        ),
        (
            'name = "English"',
            'name = "English"\nevidence.pauzing = []',
            r"languages.en.evidence.pauzing: unknown key \(did you mean 'pausing'\?\); expected pausing, ",
        ),
        (
            'name = "English"',
            'name = "English"\nevidence.done = ["a|b"]',
            r"languages.en.evidence.done\[0\]: evidence begins with .* and '…' once, not 'a\|b'",
        ),
        ('name = "English"', 'name = "English"\nevidence.done = ["a … b … c"]', r"evidence.done\[0\]: evidence begins with"),
        ('name = "English"', 'name = "English"\nevidence.done = ["a …"]', r"evidence.done\[0\]: evidence begins with"),
        ('name = "English"', 'name = "English"\nevidence.done = ["#done"]', r"evidence.done\[0\]: evidence begins with"),
        (
            'name = "English"',
            'name = "E"\ntemplates.exec-summary.everyday-labels.whom = []',
            r"languages.en.templates.exec-summary.everyday-labels.whom: unknown key .*; expected who, state, work",
        ),
        (
            'name = "English"',
            'name = "E"\ntemplates.exec-summary.everyday-labels.who = "Them"',
            r"languages.en.templates.exec-summary.everyday-labels.who: expected a list of texts, .*, not a text",
        ),
        (
            'name = "English"',
            'name = "E"\nown-labels = [1]',
            r"languages.en.own-labels\[0\]: expected a text in quotes, not a number",
        ),
        (
            'name = "English"',
            'name = "E"\nsign-offs = ["!"]',
            r"sign-offs\[0\]: expected a text of one line .* letter",
        ),
        ('name = "English"', 'name = "E"\ndivider = []', r"languages.en.divider: unknown key \(did you mean 'dividers'\?\)"),
        (
            'names = ["Tills"]',
            'names = ["Tills"]\neveryday-tags = ["[T]"]',
            r"workloads\[TILL\].tag: a tag is written in brackets and can't contain one: '\[T\]'",
        ),
        ('names = ["Tills"]', 'names = ["Tills"]\nkin-names = {}', r"workloads\[TILL\].kin-names: expected a list of texts"),
        ("[[hashtags.rules]]", "[hashtags.rules]", r"hashtags\[#urgent\].rules: expected a list of tables .*, not a table"),
        ('summary = "Our own"', "languages.xx.dates = {}", r"languages.xx: the key 'name' is missing"),
        (
            'name = "English"',
            'name = "English"\ntemplates.exec-summary.hints = 3',
            "languages.en.templates.exec-summary.hints: expected a table, not a number",
        ),
        (
            'name = "English"',
            'name = "English"\ndates.day = []',
            r"languages.en.dates.day: unknown key .*; expected months, ",
        ),
        (
            'name = "English"',
            'name = "E"\nworkload-tags.X = []',
            "languages.en.workload-tags.X: unknown key; expected TILL",
        ),
        (
            'who = ["WHO"]',
            'whom = ["WHO"]',
            r"languages.en.templates.exec-summary.labels.whom: unknown key \(did you mean 'who'\?\); expected who, ",
        ),
        ('who = ["WHO"]', 'who = ["WHO: "]', "languages.en.templates.exec-summary.labels.who.0.: expected a text of one line"),
        (
            'who = ["WHO"]',
            'who = ["WHO:S"]',
            "languages.en.templates.exec-summary.labels.who: a label ends at its colon and can't contain ':', .*'WHO:S'",
        ),
        (
            'good = ["Good"]',
            "",
            r"fields\[state\].choices: the choice 'good' has no words in any language; expected some in choices.state",
        ),
        (
            'who = ["WHO"]',
            'who = ["State"]',
            f"labels.state: 'STATE' means 'who' already .see {EN}.labels.who.; expected other words",
        ),
        (
            'good = ["Good"]',
            'goood = ["Good"]',
            "languages.en.templates.exec-summary.choices.state.goood: unknown key .*; expected good, bad",
        ),
        (
            CHOICES,
            "[languages.en.templates.exec-summary.choices.who]",
            "languages.en.templates.exec-summary.choices.who: unknown key; expected state",
        ),
        (
            CHOICES,
            "[languages.en.templates.exec-summary.everyday-choices.who]\n" + CHOICES,
            "languages.en.templates.exec-summary.everyday-choices.who: unknown key; expected state",
        ),
        (
            CHOICES,
            '[languages.en.templates.exec-summary.everyday-choices.state]\nfine = ["Ok"]\n' + CHOICES,
            "languages.en.templates.exec-summary.everyday-choices.state.fine: unknown key; expected good, bad",
        ),
        (
            CHOICES,
            '[languages.en.templates.exec-summary.everyday-choices.state]\ngood = [" Ok"]\n' + CHOICES,
            "languages.en.templates.exec-summary.everyday-choices.state.good.0.: expected a text of one line",
        ),
        (
            CHOICES,
            '[languages.en.choice-words]\nnever = ["x"]\n' + CHOICES,
            "languages.en.choice-words.never: unknown key; expected between, lead, now",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_file_key_and_reason(tmp_path: Path, old: str, new: str, message: str) -> None:
    """The message starts with the file, then the key in it, what is wrong, and what was expected."""
    assert WHOLE.count(old) == 1
    with pytest.raises(PlaybookError, match=r"own\.toml: " + ".*" + message) as error:
        own(tmp_path, WHOLE.replace(old, new))
    assert str(error.value).startswith(str(tmp_path / "own.toml"))


def test_everyday_words_for_choices_are_read_and_not_written(tmp_path: Path) -> None:
    """They are no words of `Vocabulary.choice`, which writers use; the words around choices are read beside them."""
    more = CHOICES.replace("choices", "everyday-choices") + '\ngood = ["Ok"]\n'
    more += '[languages.en.choice-words]\nnow = ["right now"]\n'
    playbook = own(
        tmp_path,
        WHOLE.replace(CHOICES, more + CHOICES),
    )
    (language,) = playbook.languages
    assert words_in(language, playbook).everyday_choices == {"state": {"good": ("Ok",)}}
    english = Playbook.load().languages[0].choice_words
    assert language.choice_words == english._replace(now=("right now",))
    assert first_template(playbook).vocabulary.choice("state", "Ok") is None
    assert choice_in(first_template(playbook), "state", "ok, a bit late") == "good"
    assert choice_in(first_template(playbook), "state", "right now bad") == "bad"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[languages.en]\n", "templates: the key 'templates' is missing"),
        ("templates = []\nlanguages.en = {}\n", "templates: expected at least one template"),
        ('[[templates]]\nkey = "x"\nfields = [{ key = "who" }]\n', "languages: the key 'languages' is missing"),
        (
            '[[templates]]\nkey = "x"\nfields = [{ key = "who" }]\n[languages.en]\n',
            r"templates\[x\]: has no words in any language; expected a label in its fields",
        ),
        ('[[templates]]\nkey = "x"\n[languages.en]\n', r"templates\[x\]: the key 'fields' is missing"),
    ],
)
def test_templates_and_their_words_must_be_there(tmp_path: Path, text: str, message: str) -> None:
    """Without `extends`, nothing else has them."""
    with pytest.raises(PlaybookError, match=rf"own\.toml: {message}"):
        own(tmp_path, f'id = "own"\n{text}')


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('key = "work"', 'key = "who"', r"templates\[exec-summary\].fields\[who\]"),
        ("[[workloads]]\n", '[[workloads]]\ntag = "TILL"\nnames = ["Other"]\n[[workloads]]\n', "workloads"),
        ('names = ["Tills"]', "names = []", "workloads"),
        ('who = ["WHO"]', "who = []", f"{EN}.labels.who"),
        ('good = ["Good"]', "good = []", f"{EN}.choices.state.good"),
        ('bad = ["Bad"]', 'bad = ["Good"]', f"{EN}.choices.state"),
    ],
)
def test_wordings_must_be_there_and_unique(tmp_path: Path, old: str, new: str, key: str) -> None:
    """Every list of wordings has a canonical one, and no key, tag or choice is there twice."""
    assert WHOLE.count(old) == 1
    with pytest.raises(PlaybookError, match=rf"own\.toml: {key}"):
        own(tmp_path, WHOLE.replace(old, new))


def test_a_playbook_without_a_language_is_refused(tmp_path: Path) -> None:
    """There is no default language to write in."""
    with pytest.raises(PlaybookError, match=r"own\.toml: "):
        own(tmp_path, 'id = "own"\n[[templates]]\nkey = "exec-summary"\n[[templates.fields]]\nkey = "who"\n[languages]\n')


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    """With the line that TOML stumbled over."""
    with pytest.raises(PlaybookError, match=r"own\.toml: is not TOML: .*line 2"):
        own(tmp_path, 'id = "own"\nthis is not\n')


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    """With the byte, and what to do."""
    file = tmp_path / "own.toml"
    file.write_bytes(b'id = "\xff"')
    with pytest.raises(PlaybookError, match=r"own\.toml: is not UTF-8: byte 6 \(0xff\) does not fit; save it as UTF-8"):
        Playbook.from_file(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """With the reason that the system gives; so is a folder."""
    with pytest.raises(PlaybookError, match=r"none\.toml: there is no such file"):
        Playbook.from_file(tmp_path / "none.toml")
    with pytest.raises(PlaybookError, match="is a folder; name a file in it"):
        Playbook.from_file(tmp_path)


def test_impossible_names_are_refused() -> None:
    """A name with a null character is no file, and an edition is named by a text."""
    with pytest.raises(PlaybookError, match="is not a valid file name"):
        Playbook.from_file("a\0b.toml")
    with pytest.raises(TypeError, match=r"Playbook.load\(\) takes the id of an edition, as '2020-03', not int"):
        Playbook.load(2020)  # type: ignore[arg-type]


def test_many_workloads_are_loaded_and_written_in_linear_time(tmp_path: Path) -> None:
    """The time of loading, and of a new note with all of them, grows with the number of workloads."""

    def loading(count: int) -> Callable[[], object]:
        workloads = "".join(f'[[workloads]]\ntag = "T{number}X"\nnames = ["Product {number} x"]\n' for number in range(count))
        file = tmp_path / f"{count}.toml"
        file.write_text(f'id = "own"\nextends = "2020-03"\n{workloads}')
        return lambda: new(playbook=Playbook.from_file(file))

    assert growth(loading, 150) < LINEAR


@pytest.mark.parametrize(
    ("typed", "template", "roles"),
    [
        ('source = "page 12"', "page 12", "page 12"),
        ('[source]\ntemplate = "page 12"', "page 12", "guidance: the notice at its top"),
    ],
)
def test_a_playbook_cites_its_own_source(tmp_path: Path, typed: str, template: str, roles: str) -> None:
    """One text counts for all sections; a table changes the sections that it has."""
    sources = own(tmp_path, f'id = "own"\nextends = "2020-03"\n{typed}\n').sources
    assert (sources["template"], sources["roles"]) == (template, roles)
    assert not own(tmp_path, WHOLE).sources


def test_a_hashtag_a_note_type_and_destinations_have_data(tmp_path: Path) -> None:
    """They name the evidence of a hashtag, the types of notes with next actions, and where other text goes."""
    text = WHOLE.replace("can't wait\"", 'can\'t wait"\nevidence = "wish"').replace('["Daily"]', '["Daily"]\nasks = ["action"]')
    playbook = own(tmp_path, text.replace('id = "own"', 'id = "own"\ndestinations.technical = "diary"'))
    assert (playbook.hashtags[0].evidence, playbook.note_types[0].asks) == ("wish", ("action",))
    assert playbook.destinations == ("diary", "")
    text = text.replace('asks = ["action"]', 'avoids = ["usage-alone"]\nsentences = 2\nsource = "page 3"').replace(
        'summary = "Our own"', 'summaries.required-when = [{ role = "clerk", intent = ["pausing"] }]'
    )
    detailed = own(tmp_path, text)
    assert detailed.note_types[0][2:] == ((), ("usage-alone",), 2, "page 3")
    assert detailed.summaries.required_when == ({"role": ("clerk",), "intent": ("pausing",)},)
    bare = own(tmp_path, WHOLE)
    assert bare.note_types[0][2:] == ((), (), None, "")
    assert (bare.hashtags[0].evidence, bare.note_types[0].asks, bare.destinations) == (None, (), ("", ""))
