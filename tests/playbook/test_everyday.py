"""The words that people type and no edition publishes."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import EDITIONS, WHOLE, own

from ftnotes.playbook.everyday import EverydayWords, Name
from ftnotes.playbook.playbook import Playbook
from ftnotes.text.words import FIRST_WORD, fold


@pytest.fixture(scope="module")
def everyday() -> EverydayWords:
    """The everyday words of the default edition."""
    return Playbook.load().everyday


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Customer", "customer"),
        ("customer", "customer"),
        ("Cust", "customer"),
        ("About the customer", "customer"),
        ("The customer", "customer"),
        ("Customer description", "customer"),
        ("Customer (industry, size)", "customer"),
        ("Customer（業界）", "customer"),
        ("Company", "customer"),
        ("Status", "engagement-status"),
        ("Engagement", "engagement-status"),
        ("Current status", "engagement-status"),
        ("FastTrack engagement status", "engagement-status"),
        ("Progress", "deployment-progress"),
        ("M365 progress", "deployment-progress"),
        ("M365 status", "deployment-progress"),
        ("Microsoft 365 rollout", "deployment-progress"),
        ("O365 deployment progress", "deployment-progress"),
        ("M365", "deployment-progress"),
        ("Relationship", "relationship"),
        ("Relationship w/ customer", "relationship"),
        ("Overview of the relationship", "relationship"),
        ("Key workloads", "workloads"),
        ("Workload status", "workloads"),
        ("Workloads & next actions", "workloads"),
        ("Current status and next actions", "workloads"),
        ("Support", "support-requests"),
        ("Request for support", "support-requests"),
        ("Asks", "support-requests"),
        ("Key asks", "support-requests"),
        ("Support needed", "support-requests"),
        ("Cliente", "customer"),
        ("Avance del despliegue", "deployment-progress"),
        ("RELACION", "relationship"),
        ("Próximas solicitudes", None),
        ("Situação", "engagement-status"),
        ("Cargas de trabalho", "workloads"),
        ("Kundenbeschreibung", "customer"),
        ("Beziehung zum Kunden", "relationship"),
        ("Unterstuetzung", "support-requests"),
        ("Übersicht der Workloads", "workloads"),
        ("お客様", "customer"),
        ("展開状況", "deployment-progress"),
        ("支持需求", "support-requests"),
        ("部署进度", "deployment-progress"),
        ("Risks", None),
        ("The", None),
        ("Key", None),
        ("Office 365", "deployment-progress"),
        ("Microsoft", None),
        ("Customer Teams", None),
        ("The customer has received approval", None),
        ("Customer" * 20, None),
        ("(hint)", None),
        ("", None),
    ],
)
def test_a_field_is_known_by_everyday_labels(everyday: EverydayWords, text: str, key: str | None) -> None:
    """Short, with or without articles, with a prefix or hint, in every language; other words are no label."""
    found = everyday.label(text)
    assert (found.key if found else None) == key


def test_an_everyday_label_knows_its_languages(everyday: EverydayWords) -> None:
    """One wording can be of several languages."""
    status = everyday.label("Status")
    assert status
    assert status.languages == ("en", "es", "pt-BR", "de")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_word_of_the_data_is_found(edition: str) -> None:
    """Each means what its list says, starts with a known first word, and no published word means something else."""
    playbook = Playbook.load(edition)
    everyday, vocabulary = playbook.everyday, playbook.vocabulary
    for language in playbook.languages:
        for key, wordings in language.everyday_labels.items():
            for text in wordings:
                found, published = everyday.label(text), vocabulary.label(text)
                assert found, text
                assert (found.key, language.code in found.languages) == (key, True), text
                assert published is None or published.key == key, text
                assert fold(FIRST_WORD.findall(text)[0]) in everyday.label_starts
        assert all(map(everyday.is_own_label, language.own_labels))
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Risks", True),
        ("risks", True),
        ("Risk 1", True),
        ("Issue #2", True),
        ("Risks (open)", True),
        ("Próximos pasos", True),
        ("課題", True),
        ("Customer", False),
        ("REQUESTS", False),
        ("Status", False),
        ("Teams", False),
        ("Risks of all kinds", False),
        ("Risks" * 40, False),
        ("", False),
    ],
)
def test_labels_that_writers_add_are_known(everyday: EverydayWords, text: str, expected: bool) -> None:
    """With a number or hint after them; labels of fields are not among them."""
    assert everyday.is_own_label(text) is expected


def test_a_label_of_a_field_is_no_own_label(tmp_path: Path) -> None:
    """Where a playbook has a field for it, published or everyday."""
    titles = 'titles = ["STATE OF PLAY"]\n'
    text = WHOLE.replace(titles, f'{titles}own-labels = ["Who", "Whose", "Why"]\neveryday-labels.who = ["Whose"]\n')
    playbook = own(tmp_path, text)
    assert [playbook.everyday.is_own_label(text) for text in ("Who", "Whose", "Why")] == [False, False, True]


def test_the_earlier_language_has_a_wording_of_two_meanings(tmp_path: Path) -> None:
    """Two languages can use one wording for different fields."""
    german = '[languages.de]\nname = "German"\ntitles = ["T"]\nlabels.who = ["WER"]\neveryday-labels.state = ["Stand"]\n'
    playbook = own(tmp_path, f'{WHOLE}\n[languages.en.everyday-labels]\nwho = ["Stand"]\n{german}')
    found = playbook.everyday.label("stand")
    assert found
    assert (found.key, found.languages) == ("who", ("en",))


@pytest.mark.parametrize(("text", "expected"), [("From", True), ("Gesendet", True), ("件名", True), ("Customer", False)])
def test_headers_of_mails_are_known(everyday: EverydayWords, text: str, expected: bool) -> None:
    """In every language."""
    assert everyday.mail_header(text) is expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("DESCRIBE THE COSTUMER", "customer"),
        ("Describe the custmer (industry)", "customer"),
        ("STAUS OF THE ENGAGEMENT", "engagement-status"),
        ("M365 DEPLOYMENT PROGESS", "deployment-progress"),
        ("OVERVIEW OF CURRENT RELATIONSHP WITH CUSTOMER/PARTNER/ACCOUNT TEAM", "relationship"),
        ("SNAPSHOT OF KEY WORKLOADS CURENT STATUS AND NEXT ACTIONS", "workloads"),
        ("REQUEST FOR SUPPORT", "support-requests"),
        ("REQUEST SUPPORT", "support-requests"),
        ("SOLICITAÇÕES DE SUPORT", "support-requests"),
        ("BESCHREIBNG DES KUNDEN", "customer"),
        ("UNTERSTUETZUNGSANFORDERNG", "support-requests"),
        ("支持请求", None),
        ("支持請求", None),
        ("Request for supplies", None),
        ("O365 DEPLOYMENT PROGRESS", None),
        ("Description of the customer", None),
        ("", None),
    ],
)
def test_a_label_is_found_one_slip_away(everyday: EverydayWords, text: str, key: str | None) -> None:
    """In any language in Latin script; a hint can follow."""
    found = everyday.slip(text)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Custmer", "customer"),
        ("Costumer profile", "customer"),
        ("Relatonship (partner)", "relationship"),
        ("Engagment", "engagement-status"),
        ("Deployement progress", "deployment-progress"),
        ("Key worklods", "workloads"),
        ("Suport", "support-requests"),
        ("Kudne", None),
        ("Statuss", None),
        ("Customer", None),
        ("Consumer goods", None),
        ("Process", None),
        ("Summary", None),
        ("Support ticket", None),
    ],
)
def test_an_everyday_label_is_found_one_slip_away(everyday: EverydayWords, text: str, key: str | None) -> None:
    """In words of seven or more letters; everyday labels themselves are none."""
    found = everyday.everyday_slip(text)
    assert (found.key if found else None) == key


def test_no_own_label_is_a_slip(everyday: EverydayWords) -> None:
    """What writers add is not taken for a field of the template."""
    for language in Playbook.load().languages:
        for text in language.own_labels:
            assert everyday.slip(text) is None, text
            assert everyday.everyday_slip(text) is None, text


def test_a_label_of_small_words_is_found(tmp_path: Path) -> None:
    """Nothing is left of it without them."""
    text = WHOLE.replace('titles = ["STATE OF PLAY"]', 'titles = ["T"]\narticles = ["the"]\neveryday-labels.who = ["The"]')
    found = own(tmp_path, text).everyday.label("the")
    assert found
    assert found.key == "who"


def test_a_slip_between_two_fields_means_none(tmp_path: Path) -> None:
    """Only one field can be one slip away; of one field, all languages count."""
    text = WHOLE.replace('who = ["WHO"]', 'who = ["OUR TRADE"]').replace('state = ["STATE"]', 'state = ["OUR TRACE"]')
    everyday = own(
        tmp_path, f'{text}\n[languages.de]\nname = "German"\ntitles = ["STATE OF PAY"]\nlabels.who = ["OUR TRADES"]\n'
    ).everyday
    assert everyday.slip("OUR TRAGE") is None
    found = everyday.slip("OUR TRADE OF")
    assert found is None
    found = everyday.slip("OUR TRADEE")
    assert found
    assert (found.key, found.languages) == ("who", ("en", "de"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EXEC SUMARY", True),
        ("Executve Summary", True),
        ("RESUMEN EXECUTIVO", True),
        ("ZUSAMMENFASSUNG FÜR FÜHRUNGSEBENE", True),
        ("EXEC SUMMARY", False),
        ("Exit summary", False),
        ("Executive summit", False),
    ],
)
def test_a_title_is_found_one_slip_away(everyday: EverydayWords, text: str, expected: bool) -> None:
    """A title itself is none."""
    assert everyday.title_slip(text) is expected


def test_a_playbook_without_everyday_words_knows_none(tmp_path: Path) -> None:
    """A complete file of its own that lists none."""
    everyday = own(tmp_path, WHOLE).everyday
    assert (everyday.label("State"), everyday.name("Till"), everyday.tag("T")) == (None, None, None)
    assert everyday.tag("Tills") == "TILL"
    assert not everyday.is_own_label("Risks")
    assert not everyday.mail_header("From")
    assert not everyday.sign_off("Thanks")
    assert not everyday.divider("--- previous note ---")
    assert not everyday.label_starts
    assert not everyday.name_starts
