"""The result of fixing: places are those in the original text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Diagnostic, LineMap, Severity, Span, fix
from ftnotes.policy.fix_result import source_maps, traced
from ftnotes.text.edits import Edit, SourceMap


def test_fixes_of_all_passes_lead_to_the_original_text() -> None:
    """What is fixed in a later pass is found in the original note."""
    text = "EXEC SUMMARY\n- Requests for support\u200b:\u200b None\n- RISKS: caf\u00c3\u00a9\n"
    fixed = fix(text)
    before, whole = source_maps(fixed.applied)
    assert len(whole) == len(before) > 1
    label = next(one for one in fixed.applied if one.diagnostic.code == "FT109")
    span = traced(label.diagnostic, before[id(label.text)], LineMap(text)).span
    assert span.text(text) == "Requests for support\u200b"


@given(st.text("abc\n", max_size=30), st.data())
def test_places_are_traced_back(text: str, data: st.DataObject) -> None:
    """A character that no edit touched is traced back to itself; one that was written, to where that was done."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(Span(start, end), data.draw(st.text("xyz", max_size=3))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    edits = [edit for number, edit in enumerate(edits) if number % 2 == 0]
    pieces, origins, at = "", [], 0
    for edit in edits:
        pieces += text[at : edit.span.start] + edit.text
        origins += [*range(at, edit.span.start), *[edit.span.start] * len(edit.text)]
        at = edit.span.end
    pieces += text[at:]
    origins += [*range(at, len(text) + 1)]
    one = SourceMap.of(reversed(edits))
    assert [span.text(pieces) for span in one.after] == [edit.text for edit in edits]
    for offset, origin in enumerate(origins[:-1]):
        assert one.origin(offset) == origin
        if pieces[offset] in "abc\n":
            assert text[origin] == pieces[offset]
    found = Diagnostic("FT100", "x", "x", Severity.ERROR, Span(0, len(pieces)), (), (Span(len(pieces), len(pieces)),))
    assert traced(found, (one,), LineMap(text)).span.end == traced(found, (one,), LineMap(text)).evidence[0].end == len(text)
