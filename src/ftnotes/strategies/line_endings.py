"""Strategies for what a note is typed on: the quote marks before its lines, and how they end."""

from __future__ import annotations

from hypothesis import strategies as st


@st.composite
def copied(draw: st.DrawFn, text: str) -> str:
    """The text as it is, quoted in a mail, or with the line ends of another system; and perhaps without the last of them."""
    quote = draw(st.sampled_from(("", "", "", "> ", ">")))
    end = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    *lines, last = text.split("\n")
    text = "".join(f"{quote}{line}{end}" for line in lines) + last
    return text.rstrip("\r\n") if draw(st.booleans()) else text
