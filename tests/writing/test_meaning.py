"""The meaning of a note: what counts when a safe fix is checked."""

from __future__ import annotations

import pytest
from helpers.policing import HEAD, ON_HOLD, TITLE

from ftnotes import parse
from ftnotes.writing.meaning import decoded, differ_in_decoration, meaning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            f"{TITLE}- STATUS OF THE ENGAGEMENT: on-hold.\n- DESCRIBE THE CUSTOMER: x\n",
            "exec summary\n* Status of engagement - **On Hold**\n* Describe customer: x\n",
        ),
        (f"{HEAD}   -  [exo] pilot\n", f"{HEAD}   -  Exchange Online: pilot\n"),
        (f"{HEAD}   -  [ЕХО]  x - y\n", f"{HEAD}   -  [EXO]  x - y\n"),
        (f"{HEAD}   -  [EXO]  x<br>y &ndash; z\n", f"{HEAD}   -  [EXO]  x\n      y – z\n"),
        ("JosÃ©", "José"),
        ("can\x92t", "can’t"),
        ("a\u200bb <!-- ftnotes: ignore FT301 x -->", "ab"),
        ("#соvid", "#covid"),
        ("a  b\n\n\nc", "a b\nc"),
    ],
)
def test_spelling_and_decoration_say_nothing(one: str, other: str) -> None:
    """Changes of safe fixes don't change the meaning of a note."""
    assert meaning(parse(one)) == meaning(parse(other))
    assert differ_in_decoration(decoded(parse(one))[0], decoded(parse(other))[0], {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ON_HOLD, ON_HOLD.replace("On Hold", "Reactive")),
        (ON_HOLD, ON_HOLD.replace("On Hold", "On Hold?")),
        (ON_HOLD, ON_HOLD.replace("On Hold", "≠ On Hold")),
        (ON_HOLD, ON_HOLD.replace("On Hold", "On Hold #covid")),
        (ON_HOLD, ON_HOLD.replace("On Hold", "On Hold <!-- x -->")),
        (ON_HOLD, ON_HOLD.replace("STATUS OF THE ENGAGEMENT", "RISKS")),
        (ON_HOLD, ON_HOLD.replace("ENGAGEMENT:", "ENGAGEMENT?:")),
        (ON_HOLD, ON_HOLD.replace("ENGAGEMENT:", "ENGAGEMENT (not confirmed!):")),
        (ON_HOLD, ON_HOLD.replace("- STATUS", "- [ ] STATUS")),
        (ON_HOLD, f"{ON_HOLD}- RISKS: x\n"),
        (TITLE, f"{TITLE.rstrip()} (draft)\n"),
        (f"{TITLE}{ON_HOLD}", f"# {TITLE}{ON_HOLD}"),
        (f"{HEAD}   -  [EXO] pilot\n", f"{HEAD}   -  [SPO] pilot\n"),
        (f"{HEAD}   -  [EXO] pilot\n", f"{HEAD}   -  [EXO] pilots\n"),
        (f"{HEAD}   -  [EXO] pilot\n", f"{HEAD}   -  [EXO?] pilot\n"),
        (f"{HEAD}   -  [EXO] pilot\n", f"{HEAD}   -  [x] [EXO] pilot\n"),
        (f"{HEAD}   -  [EXO] pilot\n", f"{HEAD}   -  ~~[EXO] pilot~~\n"),
        (f"{HEAD}   -  [EXO] a\n      - b\n", f"{HEAD}   -  [EXO] a\n         b\n"),
        (f"{HEAD}   -  [EXO]\n      - a\n      - b\n", f"{HEAD}   -  [EXO]\n      - a\n        - b\n"),
        (f"{HEAD}   -  [EXO]  Mail - x\n", f"{HEAD}   -  [EXO]  Post - x\n"),
        (f"{HEAD.replace('- ', '• ')}▪ [EXO] pilot\n", f"{HEAD.replace('- ', '▪ ')}▪ [EXO] pilot\n"),
        ("#covid", "#covid19"),
        ("- a\n- b", "- a\n  - b"),
        ("a", "a!"),
        ("a", "A"),
        ("a", "b"),
        ("a", "a <!-- b -->"),
    ],
)
def test_words_punctuation_and_places_say_something(one: str, other: str) -> None:
    """So do hints of the writer, task boxes, strikes, headings, comments, and the depth of bullets."""
    assert meaning(parse(one)) != meaning(parse(other))
    assert not differ_in_decoration(decoded(parse(one))[0], decoded(parse(other))[0], {})
