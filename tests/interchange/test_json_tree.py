"""Documents as JSON, and back."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from helpers import playbooks

from ftnotes import Document, parse, serialize
from ftnotes.interchange.json_shapes import SHAPES
from ftnotes.interchange.json_tree import FORMAT, InterchangeError, from_json, to_json
from ftnotes.playbook.model import WorkloadSpec
from ftnotes.playbook.playbook import Playbook

NOTE = """\
Seen today.

**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Contoso,
  a bakery
* RISKS: budget
- STATUS OF THE ENGAGEMENT:  on hold
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning
   -  [OLM + Legacy Mail]
   - Microsoft Teams: live

stray
- REQUESTS FOR SUPPORT:
"""


def through_text(data: object) -> Any:
    """Return a value after writing it as JSON text and reading it again."""
    return json.loads(json.dumps(data))


def at(data: Any, *path: str | int) -> Any:
    """The value at a place."""
    for step in path:
        data = data[step]
    return data


# ---- writing


def test_json_has_each_node() -> None:
    """A node has its type, its span, computed members, attributes and layout."""
    document = to_json(parse("EXEC SUMMARY #covid\n- REQUESTS FOR SUPPORT: none\n- [exo] Mail\n"))
    title = {
        "type": "Title",
        "span": [0, 20],
        "text": "EXEC SUMMARY",
        "remark": "#covid",
        "lead": "",
        "layout": {"before": "", "between": " ", "after": "\n", "joint": None},
    }
    mail: dict[str, object] = {
        "type": "Workload",
        "span": [49, 62],
        "keys": ["EXO"],
        "tag": "exo",
        "name": "",
        "update": "Mail",
        "layout": {
            "before": "- ",
            "open": "[",
            "close": "] ",
            "separator": "",
            "breaks": [],
            "after": "\n",
            "dangling": "",
            "joint": None,
        },
    }
    support: dict[str, object] = {
        "type": "Field",
        "span": [20, 62],
        "key": "support-requests",
        "label": "REQUESTS FOR SUPPORT",
        "value": "none",
        "workloads": [mail],
        "layout": {"before": "- ", "colon": ": ", "breaks": [], "after": "\n", "dangling": None, "label_breaks": []},
    }
    summary = {
        "type": "ExecSummary",
        "span": [0, 62],
        "language": "en",
        "choices": {"engagement-status": None, "deployment-progress": None},
        "title": title,
        "body": [support],
    }
    assert document == {
        "format": FORMAT,
        "playbook": "2020-03",
        "type": "Document",
        "span": [0, 62],
        "hashtags": [{"text": "#covid", "span": [13, 19]}],
        "blocks": [summary],
    }


def weekly(folder: Path) -> Document:
    """A note of a template of the writer's own."""
    fields = 'label = "RAG status", choices = ["Green", "Red"]', 'label = "Wins"'
    own = playbooks.own(folder, 'id = "weekly"\n' + playbooks.template_of(*fields, titles='"WEEKLY STATUS"', key="weekly"))
    return parse("WEEKLY STATUS\n- RAG status: Red\n", own)


def objects_in(data: object) -> Iterator[dict[str, Any]]:
    """All objects in a value, each before those in it."""
    if isinstance(data, dict):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from objects_in(part)


@pytest.mark.parametrize("compact", [False, True])
def test_each_object_has_all_members_of_its_class(compact: bool, tmp_path: Path) -> None:
    """The schema describes them in this order, and so does the class."""
    names_of = {cls.__name__: shape.names for cls, shape in SHAPES.items()}
    left_out = {"file", *(("span", "language", "choices", "keys", "hashtags", "layout") if compact else ())}
    for document in (parse(NOTE), weekly(tmp_path)):
        for data in objects_in(to_json(document, compact=compact)):
            if "type" in data:
                assert list(data) == [name for name in names_of[data["type"]] if name not in left_out]
            if "layout" in data:
                assert list(data["layout"]) == list(names_of[data["type"] + "Layout"])


def test_the_compact_form_has_the_content() -> None:
    """Spans, layouts and computed members are left out, and nothing else."""
    document = to_json(parse("Hi.\n\n> EXEC SUMMARY\n> * REQUESTS FOR SUPPORT :none\n"), compact=True)
    assert document == {
        "format": FORMAT,
        "playbook": "2020-03",
        "type": "Document",
        "blocks": [
            {"type": "Prose", "text": "Hi.\n\n"},
            {
                "type": "ExecSummary",
                "title": {"type": "Title", "text": "EXEC SUMMARY", "remark": "", "lead": ""},
                "body": [
                    {
                        "type": "Field",
                        "key": "support-requests",
                        "label": "REQUESTS FOR SUPPORT",
                        "value": "none",
                        "workloads": [],
                    }
                ],
            },
        ],
    }


def test_json_has_the_meaning_of_words() -> None:
    """A reader of it needs no playbook to know the language, the choices and the workloads."""
    text = (
        "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: angehalten\n- [OLM + Legacy Mail]\n- Teams: x\n"
    )
    summary = at(to_json(parse(text)), "blocks", 0)
    assert summary["language"] == "de"
    assert summary["choices"] == {"engagement-status": "on-hold", "deployment-progress": None}
    assert [item["keys"] for item in at(summary, "body", 0, "workloads")] == [["OLM", "legacymail"]]


def test_json_names_the_playbook() -> None:
    """The edition that a text was read with is named, since keys and labels depend on it."""
    assert to_json(parse("", Playbook.load("2020-05")))["playbook"] == "2020-05"
    assert to_json(Document())["playbook"] == "2020-03"


def test_a_text_is_written_as_its_document() -> None:
    """A text is read with the playbook given; a document has one already, and is read again with another."""
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n"
    for edition in Playbook.editions():
        expected = to_json(parse(text, edition=edition))
        assert to_json(text, edition=edition) == to_json(parse(text), playbook=Playbook.load(edition)) == expected
    with pytest.raises(TypeError, match=r"to_json\(\) takes a str or a Document, not NoneType"):
        to_json(None)  # type: ignore[arg-type]


# ---- reading


def test_the_full_form_loses_nothing() -> None:
    """The document is the same: its text, the places of its nodes, and the meaning of its words."""
    for text in (NOTE, NOTE.replace("\n", "\r\n"), "", "\udc80 **EXEC SUMMARY**", "no summary \U0001f600\n"):
        for edition in Playbook.editions():
            document = parse(text, Playbook.load(edition))
            again = from_json(through_text(to_json(document)))
            assert again == document
            assert serialize(again) == text
            assert again.playbook is document.playbook
            assert [summary.playbook for summary in again.exec_summaries] == [again.playbook] * len(again.exec_summaries)
            assert [again.span(node) for node in again.walk()] == [document.span(node) for node in document.walk()]
            assert to_json(again) == to_json(document)


def test_the_compact_form_prints_as_the_template_has_it() -> None:
    """It has the content of the document, in the layout of a tree built by hand."""
    document = parse("> *  EXEC summary:\r\n> * Describe the customer :Contoso\r\n>   -[EXO]Exchange Online--Planning\r\n")
    again = from_json(through_text(to_json(parse(serialize(document)), compact=True)))
    assert again == document
    built = Document(tuple(map(without_layout, document.blocks)))
    assert serialize(again) == serialize(built)


def without_layout(node: Any) -> Any:
    """The same node, as built by hand."""
    if isinstance(node, tuple):
        return tuple(map(without_layout, node))
    if not attrs.has(type(node)):
        return node
    names = [attribute.name for attribute in attrs.fields(type(node)) if attribute.name not in ("layout", "playbook")]
    return type(node)(**{name: without_layout(getattr(node, name)) for name in names})


def test_a_node_written_by_hand_needs_no_more_than_its_constructor() -> None:
    """Members with defaults can be left out, so a summary can be written in a few lines."""
    title = {"type": "Title", "text": "EXEC SUMMARY"}
    label = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"
    listed = {"type": "Field", "key": "workloads", "label": label, "workloads": [{"type": "Workload", "tag": "EXO"}]}
    document = from_json(
        {"format": 1, "type": "Document", "blocks": [{"type": "ExecSummary", "title": title, "body": [listed]}]}
    )
    assert serialize(document) == f"**EXEC SUMMARY**\n- {label}:\n\n   -  [EXO]\n"
    assert from_json({"format": 1, "type": "Document"}) == Document()


def test_a_value_can_be_changed_in_the_full_form() -> None:
    """Spans are then those of the new text, and all else stays as typed."""
    text = "> EXEC SUMMARY\n> *  RISKS :budget\n> * REQUESTS FOR SUPPORT: x\n"
    data = through_text(to_json(parse(text)))
    data["blocks"][0]["body"][0]["value"] = "budget\nand time"
    data["blocks"][0]["body"].append({"type": "Field", "key": None, "label": "NEXT"})
    document = from_json(data)
    assert serialize(document) == ("> EXEC SUMMARY\n> *  RISKS :budget\n>    and time\n> * REQUESTS FOR SUPPORT: x\n- NEXT:\n")
    assert document.span(document.exec_summaries[0].fields[1]).start == 48


def test_computed_members_are_ignored() -> None:
    """So is the member that the command adds."""
    data = through_text(to_json(parse(NOTE)))
    wrong: dict[str, object] = {"span": None, "hashtags": 3, "file": [], "language": {}, "choices": "no", "keys": 1}
    for node in (data, data["blocks"][1], data["blocks"][1]["body"][3]["workloads"][0]):
        node.update({name: wrong[name] for name in wrong if name in node or (name == "file" and node is data)})
    assert to_json(from_json(data)) == to_json(parse(NOTE))


OWN = """\
id = "contoso"
extends = "2020-03"

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "engagement-status"
choices = ["on-hold", "reactive", "fully-engaged", "asleep"]

[languages.en.templates.exec-summary.choices.engagement-status]
asleep = ["Asleep"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Playbook:
    """A custom playbook."""
    path = tmp_path / "contoso.toml"
    path.write_text(OWN, encoding="utf-8")
    return Playbook.from_file(path)


def test_a_custom_playbook_must_be_given(own: Playbook) -> None:
    """JSON has only its id."""
    data = through_text(to_json(parse("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Asleep\n", own)))
    assert data["playbook"] == "contoso"
    assert at(data, "blocks", 0, "choices", "engagement-status") == "asleep"
    document = from_json(data, playbook=own)
    assert document.playbook is own
    assert document.exec_summaries[0].choice("engagement-status") == "asleep"
    with pytest.raises(InterchangeError) as caught:
        from_json(data)
    assert str(caught.value) == (
        "playbook: expected a published edition (2019-09, 2020-03, 2020-05), not 'contoso'; pass a custom one as playbook=…"
    )


def test_a_playbook_or_edition_is_used_instead_of_the_one_in_the_json() -> None:
    """As everywhere: ``playbook`` takes a playbook, ``edition`` an id, and only one of them can be given."""
    data, other = to_json(Document()), Playbook.load("2020-05")
    assert from_json(data, playbook=other).playbook is other
    assert from_json(data, edition="2020-05").playbook is other
    with pytest.raises(ValueError, match="are both given"):
        from_json(data, playbook=other, edition="2020-05")
    with pytest.raises(TypeError, match=r"playbook must be a Playbook, not str: use Playbook.load"):
        from_json(to_json(Document()), playbook="2020-03")  # type: ignore[arg-type]


# ---- errors

_WHOLE = "the JSON of a document"
_DEEP: list[Any] = []
for _ in range(100_000):
    _DEEP = [_DEEP]


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("format", 2, "format: expected 1, the supported version, not version 2"),
        ("format", ..., "format: is missing; expected 1, the supported version"),
        ("format", None, "format: expected 1, the supported version, not null"),
        ("format", True, "format: expected 1, the supported version, not a boolean"),
        ("format", "1", "format: expected 1, the supported version, not a text"),
        pytest.param("format", 10**5000, "format: expected 1, the supported version, not a number", id="huge"),
        ("playbook", 7, "playbook: expected the id of a playbook, not a number"),
        ("type", ..., "type: is missing; expected Document"),
        ("type", "Title", "type: expected Document, not 'Title'"),
        (
            "file_",
            1,
            "the JSON of a document: has the unknown member 'file_' (did you mean 'file'?); expected format, playbook, type, ",
        ),
        ("[7]", 1, "the JSON of a document: has a member named by a number; expected format, playbook, type, "),
        ("blocks", {}, "blocks: expected a list, of an object of the type Prose or ExecSummary or Note each, not an object"),
        ("blocks[0]", "x", "blocks[0]: expected an object of the type Prose or ExecSummary or Note, not a text"),
        ("blocks[0].type", [], "blocks[0].type: expected Prose or ExecSummary or Note, not a list"),
        ("blocks[0].type", "Field", "blocks[0].type: expected Prose or ExecSummary or Note, not 'Field'"),
        ("blocks[0].text", ..., "blocks[0].text: is missing; expected a text"),
        ("blocks[0].text", "", "blocks[0].text: the text is empty; leave the node out"),
        ("blocks[0].text", b"x", "blocks[0].text: expected a text, not a bytes"),
        ("blocks[0].text", _DEEP, "blocks[0].text: expected a text, not a list"),
        ("blocks[0].extra", 1, "blocks[0]: has the unknown member 'extra' (did you mean 'text'?); expected type, span, text"),
        ("blocks[0]." + "y" * 99, 1, f"blocks[0]: has the unknown member '{'y' * 60}'…; expected type, span, text"),
        ("blocks[1].title", ..., "blocks[1].title: is missing; expected an object of the type Title or null"),
        ("blocks[1].title.type", "Prose", "blocks[1].title.type: expected Title, not 'Prose'"),
        ("blocks[1].title.layout", None, "blocks[1].title.layout: expected an object, not null"),
        ("blocks[1].title.layout.after", 1.5, "blocks[1].title.layout.after: expected a text or null, not a number"),
        ("blocks[1].title.layout.a", "", "blocks[1].title.layout: has the unknown member 'a'; expected before, between, after"),
        ("blocks[1].body[0].value", 3, "blocks[1].body[0].value: expected a text, not a number"),
        ("blocks[1].body[0].value", None, "blocks[1].body[0].value: expected a text, not null"),
        ("blocks[1].body[0].value", "a\r", r"blocks[1].body[0].value: its lines are joined by '\n'; a carriage return"),
        ("blocks[1].body[0].key", False, "blocks[1].body[0].key: expected a text or null, not a boolean"),
        (
            "blocks[1].body[0].layout.breaks",
            "",
            "blocks[1].body[0].layout.breaks: expected a list, of a text each, not",
        ),
        ("blocks[1].body[0].layout.breaks[0]", 1, "blocks[1].body[0].layout.breaks[0]: expected a text, not a number"),
        ("blocks[1].body[0].layout.before", 1, "blocks[1].body[0].layout.before: expected a text or null, not a number"),
        ("blocks[1].body[3].workloads[1].tag", "EXO]", "blocks[1].body[3].workloads[1].tag: can't contain ']', at which it"),
        ("blocks[1].body[3].workloads[0].type", "Field", "blocks[1].body[3].workloads[0].type: expected Workload, not"),
        ("blocks[1].body[3].workloads[0]", _DEEP, "blocks[1].body[3].workloads[0]: expected an object of the type Workload, "),
        (
            "blocks[1].body[5]",
            ...,
            "blocks[1].body: a summary ends with a field or workload; put prose after it into the document",
        ),
        ("blocks[1].body[4]", {"type": "Prose"}, "blocks[1].body[4].text: is missing; expected a text"),
        ("blocks[1].title", None, "blocks: a summary without title would continue the one before it; give it a title"),
        ("blocks[1]", {"type": "ExecSummary", "title": None}, "blocks[1]: without a title, a summary starts with a field"),
        ("blocks[1]", {"type": "Prose", "text": "x"}, "blocks: prose next to prose would be read as one; join their texts"),
    ],
)
def test_an_error_has_place_and_reason(place: str, value: object, message: str) -> None:
    """The message names the place, the problem and the expected value."""
    data = through_text(to_json(parse(NOTE)))
    if message.startswith("blocks: a summary without title"):
        data["blocks"][0] = copy.deepcopy(data["blocks"][1])
        del data["blocks"][0]["body"][0]  # else the first label comes again
    *above, last = (int(step) if step.isdecimal() else step for step in re.findall(r"\w+", place))
    parent = at(data, *above)
    if value is ...:
        del parent[last]
    else:
        parent[last] = value
    with pytest.raises(InterchangeError) as caught:
        from_json(data)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], f"{_WHOLE}: expected an object, not a list"),
        (None, f"{_WHOLE}: expected an object, not null"),
        (7, f"{_WHOLE}: expected an object, not a number"),
        ('{"format": 1}', f"{_WHOLE}: expected parsed JSON, not a text: from_json(json.loads(text))"),
        (b"{}", f"{_WHOLE}: expected parsed JSON, not a text: from_json(json.loads(text))"),
        ({}, "format: is missing; expected 1, the supported version"),
        (_DEEP, f"{_WHOLE}: expected an object, not a list"),
    ],
    ids=["list", "null", "number", "text", "bytes", "empty", "deep"],
)
def test_other_values_than_a_document_are_refused(data: object, message: str) -> None:
    """The message says what is expected."""
    with pytest.raises(InterchangeError) as caught:
        from_json(data)
    assert str(caught.value) == message


def test_keys_are_those_of_the_playbook_of_the_document() -> None:
    """A workload of a custom playbook has its tag as key; an unknown one has the typed text."""
    own = attrs.evolve(Playbook.load(), workloads=(*Playbook.load().workloads, WorkloadSpec("WVD", ("Virtual Desktop",))))
    text = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: y\n- SNAPSHOT:\n- [WVD] Virtual Desktop - x\n"
    for playbook, keys in ((own, ["WVD"]), (None, ["wvd"])):
        (block,) = through_text(to_json(parse(text, playbook)))["blocks"]
        assert block["body"][1]["workloads"][0]["keys"] == keys


def test_an_unknown_member_at_the_top_has_an_empty_path() -> None:
    """As every other error of the whole."""
    with pytest.raises(InterchangeError, match="has the unknown member 'why'") as caught:
        from_json({**to_json(Document()), "why": 1})
    assert caught.value.path == ""


def test_an_error_is_a_value_error_that_can_be_taken_apart_and_pickled() -> None:
    """Programs find the path beside the reason, also in a process pool."""
    with pytest.raises(ValueError, match=r"blocks\[0\]\.text: is missing") as caught:
        from_json({"format": 1, "type": "Document", "blocks": [{"type": "Prose"}]})
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert isinstance(error, InterchangeError)
        assert (error.path, error.reason) == ("blocks[0].text", "is missing; expected a text")
        assert str(error) == "blocks[0].text: is missing; expected a text"


def test_what_was_typed_around_a_title_and_in_a_label_is_kept() -> None:
    """A name before the title, a label broken over two lines, and workloads on the line of the label."""
    text = (
        "Contoso - EXEC SUMMARY\n- OVERVIEW OF CURRENT RELATIONSHIP WITH\n  CUSTOMER/PARTNER/ACCOUNT TEAM: good\n"
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS: [EXO] planning; [TEAMS] pilot\n"
    )
    data = through_text(to_json(parse(text)))
    title, (relationship, listing) = at(data, "blocks", 0, "title"), at(data, "blocks", 0, "body")
    assert (title["lead"], title["layout"]["joint"]) == ("Contoso", " - ")
    assert relationship["label"] == "OVERVIEW OF CURRENT RELATIONSHIP WITH\nCUSTOMER/PARTNER/ACCOUNT TEAM"
    assert relationship["layout"]["label_breaks"] == ["\n  "]
    assert [(listed["keys"], listed["layout"]["before"]) for listed in listing["workloads"]] == [
        (["EXO"], None),
        (["TEAMS"], None),
    ]
    assert serialize(from_json(data)) == text
    assert from_json(to_json(parse(text), compact=True)) == parse(text)


def test_a_note_of_another_template_has_its_key(tmp_path: Path) -> None:
    """An exec summary is recognized by its type."""
    document = weekly(tmp_path)
    for compact in (False, True):
        data: Any = to_json(document, compact=compact)
        assert (data["blocks"][0]["type"], data["blocks"][0]["template"]) == ("Note", "weekly")
        assert from_json(data, playbook=document.playbook) == document
    full: Any = to_json(document)
    assert full["blocks"][0]["choices"] == {"rag-status": "red"}
    del data["blocks"][0]["template"]
    with pytest.raises(InterchangeError, match=r"blocks\[0\]\.template: is missing; expected a text"):
        from_json(data, playbook=document.playbook)
