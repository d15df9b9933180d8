"""JSON and records of any text and of drawn trees."""

from __future__ import annotations

import json
import re

from helpers.texts import any_text, real_looking
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ftnotes import Document, Playbook, Span, parse, serialize
from ftnotes.interchange.json_schema import json_schema
from ftnotes.interchange.json_tree import Json, from_json, to_json
from ftnotes.interchange.records import SummaryRecord, WorkloadRecord, records
from ftnotes.strategies import documents

_VALIDATORS = {compact: Draft202012Validator(json_schema(compact=compact)) for compact in (False, True)}

EDITIONS = st.sampled_from(Playbook.editions()).map(Playbook.load)


def through_text(data: dict[str, Json], ascii_alone: bool = True) -> object:
    """Return a value after writing it as JSON text and reading it again."""
    found: object = json.loads(json.dumps(data, ensure_ascii=ascii_alone))
    return found


@given(any_text() | real_looking(), EDITIONS, st.booleans())
@example("\ud83d\ude00", Playbook.load(), False)
@example("\udc80", Playbook.load(), True)
@example("**EXEC SUMMARY**\r- RISKS: \ud83d\r\n  \udc80\x00\u2028", Playbook.load(), True)
def test_the_full_form_gives_the_same_document(text: str, playbook: Playbook, ascii_alone: bool) -> None:
    """Text, tree, spans and views come back from the JSON text."""
    # JSON escapes the two halves of a character as it does the character.
    assume(not ascii_alone or not re.search("[\ud800-\udbff][\udc00-\udfff]", text))
    document = parse(text, playbook)
    again = from_json(through_text(to_json(document), ascii_alone))
    assert serialize(again) == text
    assert again == document
    assert again.playbook is document.playbook
    assert [again.span(node) for node in again.walk()] == [document.span(node) for node in document.walk()]
    assert list(again.leaves()) == list(document.leaves())
    assert to_json(again) == to_json(document)


@given(documents() | real_looking().map(parse))
def test_the_compact_form_has_the_same_content(document: Document) -> None:
    """It is written like any tree of this content built by hand."""
    data = through_text(to_json(document, compact=True))
    again = from_json(data)
    assert again == document
    assert to_json(again, compact=True) == data


@given(documents())
def test_a_drawn_tree_has_the_same_text_from_either_form(document: Document) -> None:
    """The compact form loses nothing of a tree in the layout of the template."""
    assert serialize(from_json(to_json(document))) == serialize(document)
    assert serialize(from_json(to_json(document, compact=True))) == serialize(document)


@given(documents() | (any_text() | real_looking()).map(parse), st.booleans())
def test_the_json_is_valid(document: Document, compact: bool) -> None:
    """The schema accepts it."""
    _VALIDATORS[compact].validate(through_text(to_json(document, compact=compact)))


@given(documents() | (any_text() | real_looking()).map(parse))
def test_there_is_a_record_for_each_summary_and_each_workload(document: Document) -> None:
    """None is left out, and each record has the place of its node."""
    text = serialize(document)
    found = records(document)
    assert [record.number for record in found] == [*range(1, len(document.exec_summaries) + 1)]
    for record, summary in zip(found, document.exec_summaries, strict=True):
        assert Span(record.start, record.end) == document.span(summary)
        assert (record.customer, record.relationship, record.support_requests) == (
            summary.customer,
            summary.relationship,
            summary.support_requests,
        )
        assert record.engagement_status_choice == summary.engagement_status
        assert record.deployment_progress_choice == summary.deployment_progress
        assert record.language == summary.language
        assert tuple(record.row()) == SummaryRecord.columns()
        said = [(each.tag, each.name, each.update) for each in record.workload_records]
        assert said == [(each.tag, each.name, each.update) for each in summary.workloads]
        assert all(each.update in (record.workloads or "") for each in record.workload_records)
        for each in record.workload_records:
            assert each.summary == record.number
            assert record.start <= each.start < each.end <= record.end
            assert each.tag in text[each.start : each.end]
            assert tuple(each.row()) == WorkloadRecord.columns()
    told = [hashtag for record in found for hashtag in record.hashtags]
    inside = [document.span(summary) for summary in document.exec_summaries]
    assert told == [hashtag.text for hashtag in document.hashtags if any(hashtag.span.start in span for span in inside)]
