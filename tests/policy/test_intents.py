"""What a text plainly says about the customer's intent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes import Playbook, parse
from ftnotes.playbook.model import Intent
from ftnotes.policy.intents import statements
from ftnotes.policy.note_view import NoteView
from ftnotes.text.source import Span


def said(text: str, intent: Intent) -> list[tuple[str, str]]:
    """Return the words that say an intent, each with those beside it."""
    view = NoteView(parse(text), Playbook.load())
    found = statements(view, intent, Span(0, len(text)), "reason")
    return [(statement.span.text(text), statement.beside.text(text)) for statement in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The deployment has been suspended until further notice.", "suspended"),
        ("They postponed the Teams rollout to next year.", "postponed"),
        ("There is a freeze on all projects.", "freeze"),
        ("The migration was cancelled.", "cancelled"),
        ("On the call they asked us to postpone Intune.", "postpone"),
        ("The customer wants to hold off with it.", "hold off"),
        ("The project is on ice.", "on ice"),
        ("They stopped all work on SharePoint.", "stopped all work"),
        ("Der Kunde hat die Einführung verschoben.", "verschoben"),
        ("Der Kunde setzt das Projekt bis Herbst aus.", "setzt das Projekt bis Herbst aus"),
        ("El cliente aplazó el despliegue.", "aplazó"),
        ("O cliente adiou a implantação.", "adiou"),
        ("Le client a reporté le déploiement.", "reporté"),
        ("Le projet est gelé.", "gelé"),
        ("お客様は展開を延期。", "延期"),
        ("客户推迟了部署。", "推迟"),
    ],
)
def test_a_pause_of_the_deployment_is_a_statement(text: str, words: str) -> None:
    """In all languages, before and after the word for the deployment, or by the name of a workload."""
    assert said(text, "pausing")[0][0] == words


@pytest.mark.parametrize(
    "text",
    [
        "The workshop about the rollout was postponed to Friday.",
        "They postponed the Teams training.",
        "They cancelled the rollout meeting.",
        "The project is over; the call was suspended by a week.",
        "Wave 3 of the migration was postponed.",
        "The migration was postponed by one week.",
        "Hiring freeze at the partner; the rollout goes on.",
        "SharePoint Online - intranet design freeze reached, build starts",
        "Deep-freeze logistics with 1,900 staff.",
        "The customer cancelled 40 licences.",
        "The rollout was suspended in March. It was resumed today.",
        "Teams stopped working on two phones.",
        "The deployment is not cancelled.",
        "Der Termin zur Einführung wurde verschoben.",
        "展開のワークショップを延期。",
        "项目会议推迟。",
    ],
)
def test_other_things_that_stop_are_not(text: str) -> None:
    """A meeting, a part, a few days, another freeze, or what is over."""
    assert said(text, "pausing") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They are bringing Teams forward because of COVID-19.", "bringing Teams forward"),
        ("The customer asked us to fast-track Intune given the lockdown.", "to fast-track"),
        ("Because of the pandemic, the rollout was pulled ahead by three months.", "pulled ahead"),
        ("Teams moved up from Q4 due to COVID19.", "moved up"),
        ("They enrol all laptops in April instead of November because of COVID.", "instead of November"),
        ("Wegen Corona zieht der Kunde die Einführung von Teams vor.", "zieht der Kunde die Einführung von Teams vor"),
        ("Debido a la cuarentena necesitan Teams cuanto antes.", "cuanto antes"),
        ("Por causa da pandemia precisam do Teams o quanto antes.", "o quanto antes"),
        ("Le client souhaite avancer le déploiement à cause du COVID-19.", "avancer le déploiement à"),
        ("コロナのため Teams を至急展開。", "至急"),
        ("因疫情需要立即部署。", "立即"),
    ],
)
def test_haste_for_the_reason_is_a_statement(text: str, words: str) -> None:
    """If the reason is in the same sentence, and the deployment or a workload in the same clause."""
    assert words in [statement[0] for statement in said(text, "accelerating")]


@pytest.mark.parametrize(
    "text",
    [
        "They are bringing Teams forward. The office is closed because of COVID-19.",
        "They brought the Teams meeting forward because of COVID-19.",
        "The call was brought forward because of COVID-19.",
        "Weekly call by video instead of on site because of COVID-19.",
        "Because of COVID-19 the minutes come asap.",
        "They bring Teams forward, not because of COVID-19.",
        "They bring Teams forward because of COVID-19, but the project is on hold.",
    ],
)
def test_other_haste_is_not(text: str) -> None:
    """For another reason, for a meeting, for anything, or contradicted by a pause."""
    assert said(text, "accelerating") == []


def test_only_a_part_of_the_text_is_read() -> None:
    """A statement begins in the part, and what settles it is looked for in the part alone."""
    text = "The rollout is paused.\nIt was resumed."
    view = NoteView(parse(text), Playbook.load())
    assert list(statements(view, "pausing", Span(23, len(text)), "reason")) == []
    assert len(list(statements(view, "pausing", Span(0, 22), "reason"))) == 1
    assert said(text, "pausing") == []


@pytest.mark.parametrize("piece", ["rollout postponed ", "postponed, ", "Teams workshop cancelled. ", "rollout paused "])
def test_growth_is_linear(piece: str) -> None:
    """Four times the text takes at most five times as long."""

    def saying(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: list(statements(NoteView(parse(text), Playbook.load()), "pausing", Span(0, len(text)), "reason"))

    assert growth(partial(saying), 4_000) < LINEAR
