"""Title lines: the remarks and names that can follow a title."""

from __future__ import annotations

import pytest

import ftnotes


@pytest.mark.parametrize(("words", "is_title"), [(1, True), (8, True), (9, False)])
def test_the_name_after_a_title_is_not_a_sentence(words: int, is_title: bool) -> None:
    """Up to eight words can be the name of a customer; more are not."""
    name = " ".join(["Contoso"] * words)
    (summary,) = ftnotes.parse(f"**EXEC SUMMARY** - {name}\n- STATUS OF THE ENGAGEMENT: Reactive\n").exec_summaries
    assert (summary.title is not None) == is_title
    if summary.title:
        assert summary.title.remark == name
