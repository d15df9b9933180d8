"""HTML in the lines of summaries."""

from __future__ import annotations

import pytest
from helpers.policing import HEAD, TITLE

from ftnotes import Playbook, parse
from ftnotes.text.edits import apply_edits
from ftnotes.writing.html import decoded_html

LABELLED = f"{TITLE}- DESCRIBE THE CUSTOMER: "


def decode(text: str) -> str:
    return apply_edits(text, decoded_html(parse(text), Playbook.load()))


@pytest.mark.parametrize(
    ("typed", "decoded"),
    [
        (f"{LABELLED}a<br>b\n", f"{LABELLED}a\n  b\n"),
        (f"{LABELLED}a <BR/> <br />b\r\n", f"{LABELLED}a\r\n  b\r\n".replace("SUMMARY**\n", "SUMMARY**\r\n")),
        (f"{LABELLED}a<br>- REQUESTS FOR SUPPORT: b\n", f"{LABELLED}a\n- REQUESTS FOR SUPPORT: b\n"),
        (f"{LABELLED}a<br>REQUESTS FOR SUPPORT: b<br>\n", f"{LABELLED}a\nREQUESTS FOR SUPPORT: b\n"),
        (f"{HEAD}   - [EXO] a<br>b<br>c &ndash; d\n", f"{HEAD}   - [EXO] a\n     b\n     c – d\n"),
        (f"{HEAD}   - [EXO] a<br>[SPO] b\n", f"{HEAD}   - [EXO] a\n   [SPO] b\n"),
        (f"{LABELLED}a\n  <br>b\n", f"{LABELLED}a\n  b\n".replace("  b", "b")),
        (f"{LABELLED}&lt;br&gt; &amp;nbsp;\n", f"{LABELLED}&lt;br&gt; &amp;nbsp;\n"),
    ],
)
def test_html_is_decoded(typed: str, decoded: str) -> None:
    """A break becomes a line end with the margin of the text that continues; a label or item opens its own line."""
    typed = typed.replace("SUMMARY**\n", "SUMMARY**\r\n") if "\r\n" in typed else typed
    assert decode(typed) == decoded


@pytest.mark.parametrize(
    "text",
    [
        "a<br>b &ndash; c\n",
        "Exec summary\n- Status: reactive &ndash; x\n- Progress: not deployed<br>\n- Support: none\n",
        f"{LABELLED}a\n\nThe end &ndash; done<br>.\n\n\n",
    ],
)
def test_text_outside_summaries_and_guesses_stay(text: str) -> None:
    """There the writer can be quoting HTML."""
    assert decode(text) == text
