"""Rules about the spelling of hashtags, and about unknown ones (FT303, FT304)."""

from __future__ import annotations

import pytest
from helpers.policing import codes, spoken

from ftnotes import check


def test_unknown_hashtags_are_reported_with_the_known_ones() -> None:
    """Each unknown hashtag has its own diagnostic, which names the known ones."""
    text = "#quickwin and #covid and #Quickwin\n"
    report = check(text, select=("FT304",))
    assert spoken(text, report) == ["#quickwin", "#Quickwin"]
    assert all("which has #covid" in diagnostic.message for diagnostic in report.diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "Tiles in #ff8800 and #FFF.",
        "See #4711, #INC0012345, #BUG_123 and #12a.",
        "Tagged #type/customer and #stage:pilot.",
        "Talk to #team-rollout.",
        "Ask in the channel #rollout, or on Slack in #help.",
        "[back](#next) and <a href='#top'>up</a>.",
        "Im Kanal #einsatz.",
    ],
)
def test_other_words_with_a_hash_sign_are_no_hashtags(text: str) -> None:
    """Colours, tickets, paths, names, anchors and channels are not hashtags that the guidance lacks."""
    assert not check(text, select=("FT304",))
    assert codes(check(f"{text}\n\nAgreed. #quickwin", select=("FT304",))) == ["FT304"]
