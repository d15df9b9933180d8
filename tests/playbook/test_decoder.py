"""How a file is merged into the edition that it extends."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import own, words_in
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.playbook.decoder import PlaybookDecoder
from ftnotes.playbook.model import PlaybookError, PrioritySpec
from ftnotes.playbook.playbook import Playbook


@pytest.mark.parametrize("edition", Playbook.editions())
def test_any_edition_can_be_extended(edition: str, tmp_path: Path) -> None:
    """A file of two lines says what the edition says that it extends, with all that this one extends itself."""
    path = tmp_path / "own.toml"
    path.write_text(f'id = "own"\nextends = "{edition}"\n', encoding="utf-8")
    own, published = Playbook.from_file(path), Playbook.load(edition)
    assert (own.templates[0].fields, own.workloads, own.hashtags) == (
        published.templates[0].fields,
        published.workloads,
        published.hashtags,
    )
    assert own.languages == published.languages


def test_an_extending_file_is_merged_into_the_edition(tmp_path: Path) -> None:
    """Tables merge by key, entries by tag or key, other values replace, and what is not mentioned stays."""
    base = Playbook.load("2020-03")
    playbook = own(
        tmp_path,
        """
        id = "mine"
        extends = "2020-03"
        hashtags = []

        [[workloads]]
        tag = "EXO"
        other-names = ["Mail"]

        [[workloads]]
        tag = "TILLS"
        names = ["Tills"]

        [[workloads]]
        tag = "GUARD"
        replaces = "WDATP"
        names = ["Guard"]

        [[templates]]
        key = "exec-summary"
        [[templates.fields]]
        key = "engagement-status"
        choices = ["On Hold", "Reactive", "Fully Engaged", "Lost"]

        [[templates.fields]]
        key = "risks"

        [languages.en.templates.exec-summary.labels]
        risks = ["RISKS"]
        """,
    )
    assert (playbook.id, playbook.bundled, playbook.hashtags) == ("mine", False, ())
    assert [spec.tag for spec in playbook.workloads] == [
        *("GUARD" if spec.tag == "WDATP" else spec.tag for spec in base.workloads),
        "TILLS",
    ]
    assert playbook.workloads[0].names == ("Exchange Online",)
    assert playbook.workloads[0].other_names == ("Mail",)
    guard = next(spec for spec in playbook.workloads if spec.tag == "GUARD")
    assert (guard.names, guard.other_names) == (("Guard",), ())
    assert [spec.key for spec in playbook.templates[0].fields] == [*(spec.key for spec in base.templates[0].fields), "risks"]
    assert playbook.templates[0].fields[1].kind == "choice"
    english = playbook.languages[0]
    assert words_in(english, playbook).labels["risks"] == ("RISKS",)
    assert words_in(english, playbook).labels["customer"] == ("DESCRIBE THE CUSTOMER",)
    assert words_in(english, playbook).choices["engagement-status"] == {
        "on-hold": ("On Hold",),
        "reactive": ("Reactive",),
        "fully-engaged": ("Fully Engaged",),
        "lost": ("Lost",),
    }
    assert playbook.languages[1:] == base.languages[1:]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("templates = 3", "templates: expected a list of tables, not a number"),
        ("workloads = [3]", r"workloads\[0\]: expected a table, not a number"),
        ('[workloads]\ntag = "EXO"', "workloads: expected a list of tables (.*), not a table"),
        ("languages = 3", "languages: expected a table, not a number"),
        ('languages.en = "English"', "languages.en: expected a table, not a text"),
        ('[[workloads]]\ntag = "TILLS"', r"workloads\[TILLS\]: the key 'names' is missing"),
        ('[[workloads]]\nnames = ["Tills"]', r"workloads\[0\]: the key 'tag' is missing"),
    ],
)
def test_a_wrong_extension_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Errors in merging name file, key and reason too."""
    with pytest.raises(PlaybookError, match=rf"own\.toml: {message}"):
        own(tmp_path, f'id = "own"\nextends = "2020-03"\n{text}\n')


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[[workloads]]\ntag = ["TILLS"]\nnames = ["Tills"]', "workloads"),
        ('[[workloads]]\ntag = "TILLS"\nreplaces = ["OPP"]\nnames = ["Tills"]', "workloads"),
        ('[[workloads]]\ntag = "TILLS"\nreplaces = "NONE"\nnames = ["Tills"]', "workloads"),
    ],
)
def test_an_entry_without_a_name_is_refused(tmp_path: Path, text: str, key: str) -> None:
    """The name that an entry is merged by must be a text, and the entry that it replaces must be there."""
    with pytest.raises(PlaybookError, match=rf"own\.toml: {key}"):
        own(tmp_path, f'id = "own"\nextends = "2020-03"\n{text}\n')


@pytest.mark.parametrize("name", ["[]", "[a]", "a[0].fields", "workloads"])
def test_a_name_can_have_brackets(tmp_path: Path, name: str) -> None:
    """It does not change which list an entry is of."""
    text = f'id = "own"\n[[templates]]\nkey = "{name}x"\nfields = [{{ key = "{name}y", label = "WHO" }}]\n'
    (template,) = own(tmp_path, text).templates
    assert (template.key, template.fields[0].key) == (f"{name}x", f"{name}y")


def test_any_entry_can_be_replaced(tmp_path: Path) -> None:
    """Completely, and in its place, not only workloads."""
    entry = '[[priorities]]\nreplaces = "low"\nkey = "none"\nnames = ["None"]'
    assert own(tmp_path, f'id = "own"\nextends = "2020-03"\n{entry}\n').priorities[2:] == (PrioritySpec("none", ("None",)),)


def outcome(values: list[object], each: bool) -> object:
    """Return the texts, read one by one or together, or the error about them."""
    decoder = PlaybookDecoder("own.toml")
    try:
        return (
            tuple(decoder.text(value, f"key[{number}]") for number, value in enumerate(values))
            if each
            else decoder.texts(values, "key")
        )
    except PlaybookError as error:
        return str(error)


@given(st.lists(st.text("aé1 _-\n\r\u2028", max_size=4) | st.just(7), max_size=4))
def test_a_list_is_read_as_each_of_its_texts(values: list[object]) -> None:
    """All together, with the same error for the first that is wrong."""
    assert outcome(values, each=False) == outcome(values, each=True)
