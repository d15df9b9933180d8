"""The words that people type and no edition publishes."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import EDITIONS, WHOLE, own

from ftnotes.playbook.everyday import EverydayWords, Name
from ftnotes.playbook.playbook import Playbook


@pytest.fixture(scope="module")
def everyday() -> EverydayWords:
    """The everyday words of the default edition."""
    return Playbook.load().everyday


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_word_of_the_data_is_found(edition: str) -> None:
    """Each means what its list says."""
    playbook = Playbook.load(edition)
    everyday = playbook.everyday
    for language in playbook.languages:
        assert all(map(everyday.mail_header, language.mail_headers))
        assert all(everyday.sign_off(text.rstrip("…")) for text in language.sign_offs)
        assert all(everyday.divider(f"--- {text} ---") for text in language.dividers if not text.startswith("…"))
    for spec in playbook.workloads:
        for names, is_kin in ((spec.everyday_names, False), (spec.kin_names, True)):
            for name in names:
                assert everyday.name(name) == Name(spec.tag, is_kin), name
                assert len(name) in list(everyday.names_at(f"{name} - text")), name
        assert {everyday.tag(tag) for tag in spec.everyday_tags} <= {spec.tag}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_word_of_the_data_means_two_things(edition: str) -> None:
    """Read as a file of its own, an edition is accepted, and is the same."""
    folder = Path(__file__).parents[2] / "src" / "ftnotes" / "playbook" / "editions"
    checked, published = Playbook.from_file(folder / f"{edition}.toml"), Playbook.load(edition)
    assert checked.workloads == published.workloads
    assert checked.languages == published.languages
    assert checked.templates == published.templates


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Exchange", Name("EXO", False)),
        ("sharepoint", Name("SPO", False)),
        ("ODfB", Name("OD", False)),
        ("One Drive", Name("OD", False)),
        ("M365 Apps for Enterprise", Name("OPP", False)),
        ("ProPlus", Name("OPP", False)),
        ("Office", Name("OPP", True)),
        ("MS Teams", Name("TEAMS", False)),
        ("Teams Phone", Name("TEAMS", True)),
        ("Skype for Business", Name("TEAMS", True)),
        ("Viva Engage", Name("YAM", False)),
        ("Win 10", Name("WIN10", False)),
        ("Windows 11", Name("WIN10", True)),
        ("Outlook", Name("OLM", True)),
        ("Azure AD Premium", Name("AADP", False)),
        ("Azure AD Premium P1/P2", Name("AADP", True)),
        ("Microsoft Entra ID P1", Name("AADP", True)),
        ("Microsoft Defender for Endpoint", Name("WDATP", False)),
        ("Defender", Name("WDATP", True)),
        ("Defender for Cloud Apps", Name("MCAS", False)),
        ("Purview Information Protection", Name("AIP", False)),
        ("Intune for Education", Name("INTUNE", True)),
        ("School Data Sync", Name("SDS", False)),
        ("Exchange Online", None),
        ("Power BI", None),
        ("Windows Server", None),
        ("", None),
    ],
)
def test_a_workload_is_known_by_everyday_names(everyday: EverydayWords, text: str, name: Name | None) -> None:
    """The same product by another name, and kin, which is another product; published names and other products are neither."""
    assert everyday.name(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Teams Phone - pilot", ["Teams Phone"]),
        ("Azure AD Premium P1/P2 - done", ["Azure AD Premium P1/P2", "Azure AD Premium P1", "Azure AD Premium", "Azure AD"]),
        ("SharePoint: sites migrated", ["SharePoint"]),
        ("Teams - meetings only", []),
        ("Exchange – migration", ["Exchange"]),
        ("SharePointless", []),
        ("Teams - pilot", []),
        ("- Exchange", []),
        ("Other", []),
        ("", []),
    ],
)
def test_the_longest_everyday_name_comes_first(everyday: EverydayWords, text: str, names: list[str]) -> None:
    """Of the names that a text begins with, which end with a word."""
    assert [text[:end] for end in everyday.names_at(text)] == names


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ODFB", "OD"),
        ("SharePoint", "SPO"),
        ("MDE", "WDATP"),
        ("AAD", "AADP"),
        ("M365 Apps", "OPP"),
        ("Exchange Online", "EXO"),
        ("MS Teams", "TEAMS"),
        ("EXO", None),
        ("Windows 11", None),
        ("PBI", None),
    ],
)
def test_a_tag_is_known_by_everyday_words(everyday: EverydayWords, text: str, tag: str | None) -> None:
    """Everyday tags and the names of workloads; not the tags of the edition, which are known without, and not kin."""
    assert everyday.tag(text) == tag


def test_the_tag_is_that_of_the_edition() -> None:
    """One name means the tag that each edition writes."""
    assert [Playbook.load(edition).everyday.name("ProPlus") for edition in EDITIONS] == [
        Name("OPP", False), Name("OPP", False), Name("Microsoft 365 Apps", False)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [("From", True), ("Gesendet", True), ("件名", True), ("Customer", False)])
def test_headers_of_mails_are_known(everyday: EverydayWords, text: str, expected: bool) -> None:
    """In every language."""
    assert everyday.mail_header(text) is expected


def test_a_playbook_without_everyday_words_knows_those_of_the_language(tmp_path: Path) -> None:
    """A complete file of its own has the sign-offs, mail headers and dividers of its language, unless it takes them away."""
    everyday = own(tmp_path, WHOLE).everyday
    assert (everyday.name("Till"), everyday.tag("T")) == (None, None)
    assert everyday.tag("Tills") == "TILL"
    assert not everyday.name_starts
    without = 'name = "English"\nsign-offs = []\nmail-headers = []\ndividers = []'
    none = own(tmp_path, WHOLE.replace('name = "English"', without)).everyday
    for words, known in ((everyday, True), (none, False)):
        assert words.mail_header("From") is known
        assert words.sign_off("Thanks") is known
        assert words.divider("--- previous note ---") is known
