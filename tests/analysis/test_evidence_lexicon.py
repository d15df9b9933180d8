"""The words of evidence: published languages, and custom ones."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from ftnotes.analysis.evidence import find_evidence
from ftnotes.analysis.evidence_lexicon import evidence_phrases
from ftnotes.analysis.searchable_text import searchable_text
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.word_lists import EVIDENCE_KINDS, NEGATIONS

CODES = [language.code for language in Playbook.load().words]


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_words_for_everything(code: str) -> None:
    """No kind is left out in any language, and each entry is found as itself, with a word between its parts."""
    evidence = Playbook.load().words_of(code).evidence
    assert {*EVIDENCE_KINDS, *NEGATIONS} == {*evidence}
    for kind in EVIDENCE_KINDS:
        for entry in evidence[kind]:
            word = entry.removesuffix("|").replace("…", "Teams")
            mentions = find_evidence(f"({word})", (kind,), Playbook.load(), code)
            assert [mention.span.text(f"({word})") for mention in mentions] == [word], (kind, entry)


def test_unknown_kinds_and_languages_are_refused() -> None:
    """The error lists the valid ones."""
    with pytest.raises(ValueError, match="no evidence of 'pause'; use one of: pausing, accelerating"):
        find_evidence("x", ("pause",), Playbook.load())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="playbook 2020-03 has no language 'nl'; use one of: en, es"):
        find_evidence("x", ("reason",), Playbook.load(), "nl")


def test_a_playbook_can_add_words(tmp_path: Path) -> None:
    """They add to the inherited words, or replace them after an empty list, and are pickled with the playbook."""
    file = tmp_path / "own.toml"
    file.write_text(
        'id = "own"\nextends = "2020-03"\n[languages.en.evidence]\npausing = ["parked", "pause"]\nreason = []\n'
        '[languages.nl]\nname = "Dutch"\nevidence.pausing = ["gepauzeerd"]\n',
        encoding="utf-8",
    )
    playbook = Playbook.from_file(file)
    for own in (playbook, pickle.loads(pickle.dumps(playbook))):
        text = "Parked, paused, COVID, gepauzeerd"
        mentions = find_evidence(text, ("pausing", "reason"), own, "en")
        assert [mention.span.text(text) for mention in mentions] == ["Parked", "paused"]
        assert len(find_evidence(text, ("pausing",), own)) == 3
        assert len(find_evidence(text, EVIDENCE_KINDS, own, "nl")) == 1
    english = playbook.words_of("en").evidence["pausing"]
    assert english == (*Playbook.load().words_of("en").evidence["pausing"], "parked")


@pytest.mark.parametrize(
    ("text", "anchors"),
    [("The rollout is on hold", ["hold"]), ("Der Rollout pausiert, 暂停", ["pausiert", "暂停"]), ("household", []), ("", [])],
)
def test_anchors_start_as_a_word_of_the_text_does(text: str, anchors: list[str]) -> None:
    """Inside a word they are none; in scripts without spaces they can be anywhere."""
    found = evidence_phrases(Playbook.load(), None, "pausing").found_in(searchable_text(text))
    assert sorted(set(found) & {"hold", "pausiert", "暂停"}) == sorted(anchors)
