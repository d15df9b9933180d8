"""Mis-decoded, invisible and confusable characters in any text."""

from __future__ import annotations

from helpers.playbooks import words_in
from helpers.texts import any_text, real_looking
from hypothesis import example, given
from hypothesis import strategies as st

from ftnotes import Playbook
from ftnotes.text.confusables import lookalikes
from ftnotes.text.edits import Edit, apply_edits
from ftnotes.text.invisible import invisible
from ftnotes.text.mojibake import misdecoded


def _mangled(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


_OTHER_LANGUAGES = """
Übersicht über été à l’école où ça naïve œuvre Ça mañana ¿qué? niño não ação São você três Łódź gęś źródło się
příliš žluťoučký kůň město Tiếng Việt được ngữ güncelleme şimdi ığdır Größe naïf älv på öl – — • “x” ‘y’ it’s € £5 20°
暂停 部署。 展開を一時停止 コロナ 한국어 Привет развёртывание αβγ Ελλάδα 😀 ✓ → « » …
"""
#: Words of the published pages and of other languages.
_WORDS = [
    *(words[0] for language in Playbook.load().languages for words in words_in(language).labels.values()),
    *_OTHER_LANGUAGES.split(),
]
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)


@given(_SENTENCES)
def test_proper_sentences_need_no_repair(text: str) -> None:
    """No sequence of words looks mis-decoded or invisible."""
    assert misdecoded(text) == invisible(text) == ()


@given(_SENTENCES, st.integers(1, 2))
def test_mis_decoded_sentences_are_repaired(text: str, times: int) -> None:
    """The repair restores a sentence with a certain mark, mis-decoded once or twice."""
    text = harmed = f"• {text}"
    for _ in range(times):
        harmed = _mangled(harmed)
    assert apply_edits(harmed, misdecoded(harmed)) == text


@given(any_text() | real_looking() | any_text().map(lambda text: _mangled(text.encode(errors="ignore").decode())))
@example("x\u200b\ufe0f\ufe0f-\u200b\u200by\x0b\x0bz")
@example("Ã¢\u20ac\u201cÃ¢Ã¢â‚¬â€œ")
def test_repairs_are_in_order_and_change_something(text: str) -> None:
    """Spans are in the text, in order, without overlaps; each changes its text; no invisible character is left."""
    for find in (misdecoded, invisible):
        repairs: tuple[Edit, ...] = find(text)
        position = 0
        for repair in repairs:
            assert position <= repair.span.start < repair.span.end <= len(text)
            assert repair.text != repair.span.text(text)
            position = repair.span.end
    clean = apply_edits(text, invisible(text))
    assert invisible(clean) == ()


@given(any_text())
def test_lookalikes_keep_their_length(text: str) -> None:
    """A repaired word has as many characters, and none of them is a look-alike."""
    spelling = lookalikes(text)
    if spelling is not None:
        assert len(spelling) == len(text)
        assert lookalikes(spelling) is None
