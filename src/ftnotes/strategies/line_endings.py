"""Strategies for quote marks and line ends: a note as it is copied from a mail or another system."""

from __future__ import annotations

from hypothesis import strategies as st


@st.composite
def requoted(draw: st.DrawFn, text: str) -> str:
    """Draw the text, perhaps quoted, with other line ends, or without the last of them."""
    quote = draw(st.sampled_from(("", "", "", "> ", ">")))
    end = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    *lines, last = text.split("\n")
    text = "".join(f"{quote}{line}{end}" for line in lines) + last
    return text.rstrip("\r\n") if draw(st.booleans()) else text
