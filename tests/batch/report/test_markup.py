"""HTML in which every text is escaped."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch.report.markup import Html, html, joined, tag


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@given(st.text("<>&\"'ax/ ", max_size=12), st.text("<>&\"'ax/ ", max_size=12))
def test_texts_stay_texts(text: str, value: str) -> None:
    """Neither content nor the value of an attribute can end an element."""
    reader = _Reader()
    reader.feed(tag("p", text, title=value))
    reader.close()
    assert reader.found[0] == ("p", [("title", value)])
    assert "".join(map(str, reader.found[1:])) == text


def test_attributes_and_void_elements() -> None:
    """None and False are left out, True has no value, and names are those of HTML."""
    assert (
        tag("a", 7, class_="x", aria_label="y", open=True, title=None, hidden=False) == '<a class="x" aria-label="y" open>7</a>'
    )
    assert tag("br") == "<br>"
    assert html("<", tag("b", "&"), None) == "&lt;<b>&amp;</b>"
    assert joined(x for x in (Html("<i>"), "<")) == "<i>&lt;"
