"""Words that are plain evidence, in six languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes.analysis.evidence import find_evidence
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.word_lists import EVIDENCE_KINDS, EvidenceKind

#: The kinds that are evidence by themselves; the others count only beside words for the deployment.
PLAIN: tuple[EvidenceKind, ...] = EVIDENCE_KINDS[: EVIDENCE_KINDS.index("stopping")]


def found(text: str, *kinds: EvidenceKind, language: str | None = None) -> list[str]:
    """Return the words that are evidence of some kinds, or of any kind."""
    return [mention.span.text(text) for mention in find_evidence(text, kinds or PLAIN, Playbook.load(), language)]


@pytest.mark.parametrize(
    ("code", "kind", "text", "words"),
    [
        ("en", "pausing", "The customer paused all deployments.", "paused"),
        ("en", "pausing", "Project put ON-HOLD until May", "ON-HOLD"),
        ("en", "accelerating", "They want to speed  up Teams", "speed  up"),
        ("en", "accelerating", "accelerating the rollout", "accelerating"),
        ("en", "deploying", "Cx asks for help with the rollout", "asks for help"),
        ("en", "reason", "due to COVID-19", "COVID"),
        ("en", "planned", "Planning, updating firewall rules.", "Planning"),
        ("en", "planned", "Not started yet", "Not started"),
        ("en", "done", "Went live in March", "Went live"),
        ("en", "escalation", "Escalated to the RM", "Escalated"),
        ("en", "settled", "The pause was lifted.", "was lifted"),
        ("en", "technical", "MX records cut over on Friday", "MX records"),
        ("es", "pausing", "El proyecto está EN PAUSA", "EN PAUSA"),
        ("es", "accelerating", "quieren acelerar la implementacion", "acelerar"),
        ("es", "reason", "por la pandemia", "pandemia"),
        ("es", "deploying", "Solicito\u0301 ayuda", "Solicito\u0301 ayuda"),
        ("pt-BR", "pausing", "O cliente pausou a implantação", "pausou"),
        ("pt-BR", "done", "Implantacao concluida em maio", "Implantacao concluida"),
        ("pt-BR", "accelerating", "antecipou a implantação", "antecipou a"),
        ("de", "pausing", "Der Rollout wurde angehalten.", "wurde angehalten"),
        ("de", "accelerating", "Beschleunigung des Rollouts", "Beschleunigung des"),
        ("de", "done", "Vollstaendig ausgerollt", "Vollstaendig ausgerollt"),
        ("de", "deploying", "BENÖTIGT UNTERSTÜTZUNG", "BENÖTIGT UNTERSTÜTZUNG"),
        ("de", "reason", "coronabedingt", "coronabedingt"),
        ("ja", "pausing", "展開を一時停止する", "一時停止"),
        ("ja", "accelerating", "コロナで前倒しする", "前倒し"),
        ("ja", "reason", "ｺﾛﾅの影響", "ｺﾛﾅ"),
        ("ja", "planned", "パイロット中", "パイロット"),
        ("ja", "technical", "展開はMFAから", "MFA"),
        ("zh-CN", "pausing", "客户暂停部署", "暂停"),
        ("zh-CN", "accelerating", "因疫情加快部署", "加快"),
        ("zh-CN", "reason", "因ＣＯＶＩＤ加快部署", "ＣＯＶＩＤ"),
    ],
)
def test_words_are_found_in_their_language_and_in_all(code: str, kind: EvidenceKind, text: str, words: str) -> None:
    """Case, width, accents and spaces don't matter, and the span is that of the words as typed."""
    assert words in found(text, kind, language=code)
    assert words in found(text, kind)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The rollout is not paused."),
        ("en", "no longer on hold"),
        ("en", "It hasn’t been put on hold"),
        ("en", "if they pause"),
        ("en", "Issues: none"),
        ("en", "no issues"),
        ("en", "not because of COVID"),
        ("es", "El proyecto no está en pausa"),
        ("pt-BR", "o projeto não está em espera"),
        ("de", "Das Projekt ist nicht pausiert"),
        ("de", "Wir pausieren den Rollout nicht"),
        ("de", "keine Probleme"),
        ("ja", "展開を一時停止していません"),
        ("ja", "一時停止する予定はありません"),
        ("zh-CN", "没有暂停"),
        ("zh-CN", "项目并未搁置"),
    ],
)
def test_negated_words_are_not_evidence(code: str, text: str) -> None:
    """The negation is before or after, in the same clause and close by."""
    kinds: tuple[EvidenceKind, ...] = ("pausing", "reason", "escalation")
    assert found(text, *kinds, language=code) == []
    assert found(text, *kinds) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No issues, paused", ["paused"]),
        ("No budget; on hold", ["on hold"]),
        ("not ready - paused", ["paused"]),
        ("They did not order the new licences in time and paused", ["paused"]),
        ("paused. None of this is new", ["paused"]),
        ("Cannot travel because of COVID", ["COVID"]),
        ("コロナのため出社できない", ["コロナ"]),
        ("(not new) paused", ["paused"]),
    ],
)
def test_a_negation_reaches_no_further_than_its_clause(text: str, words: list[str]) -> None:
    """It does not reach over many words either; and a reason is hardly ever negated."""
    assert found(text, "pausing", "reason", "escalation") == words


@pytest.mark.parametrize(
    "text",
    [
        "stakeholder", "delivery", "accelerator program", "Windows Autopilot", "オートパイロット", "Planner", "onhold", "on",
        "on . hold", "livestream", "covidence", "issued licences", "Mittagspause", "Spannung", "Team live event", "",
        "パソコン", "on " * 20 + "on", "on " + " " * 30 + "hold", "nothing to see",
    ],
)  # fmt: skip
def test_other_words_are_not_evidence(text: str) -> None:
    """It only contains one, continues differently, or breaks off."""
    kinds = tuple(kind for kind in PLAIN if kind != "technical")
    assert found(text, *kinds) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bringing Teams forward", ["bringing Teams forward"]),
        ("They BROUGHT\u00a0all of it forward now", ["BROUGHT\u00a0all of it forward"]),
        ("bring forward the date", ["bring forward"]),
        ("bring it, forward", []),
        ("bring one two three four five six seven forward", ["bring one two three four five six seven forward"]),
        ("bring one two three four five six seven eight forward", []),
        ("bring the forwarder and us forward", ["bring the forwarder and us forward"]),
        ("bring " + "x" * 60 + " forward", []),
        ("not bringing Teams forward", []),
        ("bring it on", []),
        ("zieht die Einführung von Teams vor", ["zieht die Einführung von Teams vor"]),
        ("zieht vorher um", []),
    ],
)
def test_a_phrase_can_have_a_gap(text: str, words: list[str]) -> None:
    """Up to seven words of the same clause come between, and the words after the gap are whole if the entry says so."""
    assert found(text, "hastening") == words


def test_mentions_are_in_order_and_longest() -> None:
    """The longest of overlapping mentions of a kind counts; kinds can overlap."""
    assert found("Not started. Paused: not yet started, migrated all", "planned", "pausing") == [
        "Not started",
        "Paused",
        "not yet started",
    ]
    mentions = find_evidence("Migration complete", ("technical", "done"), Playbook.load())
    assert [mention.kind for mention in mentions] == ["technical", "done"]


def test_the_language_limits_what_is_looked_for() -> None:
    """German words are not found as English ones."""
    assert found("Der Rollout ist pausiert", "pausing", language="en") == []
    assert found("Der Rollout ist pausiert", "pausing", language="de") == ["pausiert"]


@pytest.mark.parametrize(
    "piece",
    [
        "on ",
        "on hold ",
        "hold on ",
        "paused ",
        "not ",
        "no longer on ",
        "a\u0301",
        "暂停",
        "不",
        "İ",
        "ア",
        "covid accelerate ",
        "bring ",
        "bring forwards ",
        "bring it forward ",
    ],
)
def test_growth_is_linear(piece: str) -> None:
    """Four times the text takes at most five times as long."""
    kinds: tuple[EvidenceKind, ...] = ("pausing", "accelerating", "reason", "hastening")

    def finding(size: int) -> Callable[[], object]:
        return partial(find_evidence, piece * (size // len(piece)), kinds, Playbook.load())

    assert growth(finding, 3_000) < LINEAR
