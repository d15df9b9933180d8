"""The labels and titles that people type and no edition publishes."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import EDITIONS, WHOLE, own, words_in

import ftnotes
from ftnotes.playbook.everyday_labels import EverydayLabels
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.text.words import FIRST_WORD, fold


@pytest.fixture(scope="module")
def everyday() -> EverydayLabels:
    """The everyday labels of the default edition."""
    return first_template(Playbook.load()).everyday


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_label_of_the_data_is_found(edition: str) -> None:
    """Each means what its list says, starts with a known first word, and no published label means something else."""
    playbook = Playbook.load(edition)
    template = first_template(playbook)
    everyday, vocabulary = template.everyday, template.vocabulary
    for language in playbook.languages:
        for key, wordings in words_in(language, playbook).everyday_labels.items():
            for text in wordings:
                found, published = everyday.label(text), vocabulary.label(text)
                assert found, text
                assert (found.key, language.code in found.languages) == (key, True), text
                assert published is None or published.key == key, text
                assert fold(FIRST_WORD.findall(text)[0]) in everyday.label_starts
        assert all(map(everyday.is_own_label, language.own_labels))


def test_a_playbook_without_everyday_labels_knows_none(tmp_path: Path) -> None:
    """A complete file of its own that lists none."""
    everyday = first_template(own(tmp_path, WHOLE)).everyday
    assert everyday.label("State") is None
    assert not everyday.is_own_label("Risks")
    assert everyday.label_starts == {"and", "the"}  # words of the language


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
def test_a_field_is_known_by_everyday_labels(everyday: EverydayLabels, text: str, key: str | None) -> None:
    """Short, with or without articles, with a prefix or hint, in every language; other words are no label."""
    found = everyday.label(text)
    assert (found.key if found else None) == key


def test_an_everyday_label_knows_its_languages(everyday: EverydayLabels) -> None:
    """One wording can be of several languages."""
    status = everyday.label("Status")
    assert status
    assert status.languages == ("en", "es", "pt-BR", "de")


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
def test_labels_that_writers_add_are_known(everyday: EverydayLabels, text: str, expected: bool) -> None:
    """With a number or hint after them; labels of fields are not among them."""
    assert everyday.is_own_label(text) is expected


def test_a_label_of_a_field_is_no_own_label(tmp_path: Path) -> None:
    """Where a playbook has a field for it, published or everyday."""
    titles = 'templates.exec-summary.titles = ["STATE OF PLAY"]\n'
    text = WHOLE.replace(
        titles, f'{titles}own-labels = ["Who", "Whose", "Why"]\ntemplates.exec-summary.everyday-labels.who = ["Whose"]\n'
    )
    playbook = own(tmp_path, text)
    assert [first_template(playbook).everyday.is_own_label(text) for text in ("Who", "Whose", "Why")] == [False, False, True]


def test_the_earlier_language_has_a_wording_of_two_meanings(tmp_path: Path) -> None:
    """Two languages can use one wording for different fields."""
    german = '[languages.de.templates.exec-summary]\ntitles = ["T"]\nlabels.who = ["WER"]\neveryday-labels.state = ["Stand"]\n'
    playbook = own(tmp_path, f'{WHOLE}\n[languages.en.templates.exec-summary.everyday-labels]\nwho = ["Stand"]\n{german}')
    found = first_template(playbook).everyday.label("stand")
    assert found
    assert (found.key, found.languages) == ("who", ("en",))


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
def test_a_label_is_found_one_slip_away(everyday: EverydayLabels, text: str, key: str | None) -> None:
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
def test_an_everyday_label_is_found_one_slip_away(everyday: EverydayLabels, text: str, key: str | None) -> None:
    """In words of seven or more letters; everyday labels themselves are none."""
    found = everyday.everyday_slip(text)
    assert (found.key if found else None) == key


def test_no_own_label_is_a_slip(everyday: EverydayLabels) -> None:
    """What writers add is not taken for a field of the template."""
    for language in Playbook.load().languages:
        for text in language.own_labels:
            assert everyday.slip(text) is None, text
            assert everyday.everyday_slip(text) is None, text


def test_a_label_of_small_words_is_found(tmp_path: Path) -> None:
    """Nothing is left of it without them."""
    text = WHOLE.replace(
        'templates.exec-summary.titles = ["STATE OF PLAY"]',
        'templates.exec-summary.titles = ["T"]\narticles = ["the"]\ntemplates.exec-summary.everyday-labels.who = ["The"]',
    )
    found = first_template(own(tmp_path, text)).everyday.label("the")
    assert found
    assert found.key == "who"


def test_a_slip_between_two_fields_means_none(tmp_path: Path) -> None:
    """Only one field can be one slip away; of one field, all languages count."""
    text = WHOLE.replace('who = ["WHO"]', 'who = ["OUR TRADE"]').replace('state = ["STATE"]', 'state = ["OUR TRACE"]')
    german = '[languages.de.templates.exec-summary]\ntitles = ["STATE OF PAY"]\nlabels.who = ["OUR TRADES"]\n'
    everyday = first_template(own(tmp_path, f"{text}\n{german}")).everyday
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
def test_a_title_is_found_one_slip_away(everyday: EverydayLabels, text: str, expected: bool) -> None:
    """A title itself is none."""
    assert everyday.title_slip(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "SYNTHÈSE EXÉCUTIVE\nClient : mutuelle, 2 700 postes\nStatut de l'engagement : pleinement engagé\n"
        "Avancement du déploiement M365 : partiellement déployé\nRelation client / partenaire / équipe de compte : bonne\n"
        "Charges de travail :\n- [EXO] Exchange Online - fait\nDemandes de support : néant\n",
        "SINTESI PER LA DIREZIONE\nCliente: tessile, 720 utenti\nStato dell'ingaggio: pienamente coinvolto\n"
        "Avanzamento M365: parzialmente distribuito\nRapporto con cliente/partner/account team: buono\n"
        "Workload e prossime azioni:\n- [EXO] Exchange Online - fatto\nRichieste di supporto: nessuna\n",
        "MANAGEMENTSAMENVATTING\nKlant: gemeente, 900 plekken\nStatus van de betrokkenheid: volledig betrokken\n"
        "Voortgang M365-uitrol: deels uitgerold\nRelatie met klant/partner/accountteam: goed\n"
        "Belangrijkste workloads:\n- [EXO] Exchange Online - klaar\nVerzoeken om ondersteuning: geen\n",
    ],
    ids=["French", "Italian", "Dutch"],
)
def test_a_language_without_a_published_template_is_read(text: str) -> None:
    """Its titles, labels and choices are everyday words."""
    (summary,) = ftnotes.parse(text).exec_summaries
    assert summary.title is not None
    assert [field.key for field in summary.fields] == list(first_template(Playbook.load()).keys)
    assert summary.choice("engagement-status") == "fully-engaged"
    assert summary.choice("deployment-progress") == "partially-deployed"
    assert [workload.tag for workload in summary.workloads] == ["EXO"]
