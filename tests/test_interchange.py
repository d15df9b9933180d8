"""Documents as JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload, parse, serialize
from ftnotes.interchange import FORMAT, to_json
from ftnotes.layout import FieldLayout, TitleLayout, WorkloadLayout
from ftnotes.playbook import Playbook

NOTE = """\
Seen today.

**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Contoso,
  a bakery
* RISKS: budget
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning

stray
- REQUESTS FOR SUPPORT:
"""

LAYOUTS = {"Title": TitleLayout, "Field": FieldLayout, "Workload": WorkloadLayout}
NODES = {"Document": Document, "ExecSummary": ExecSummary, "Prose": Prose, "Title": Title, "Field": Field}


def rebuilt(value: Any) -> Any:
    """The node that a JSON value tells of, built from nothing else."""
    if isinstance(value, list):
        return tuple(map(rebuilt, value))
    if not isinstance(value, dict):
        return value
    parts = {name: rebuilt(part) for name, part in value.items() if name not in ("type", "span", "layout")}
    if "layout" in value:
        parts["layout"] = LAYOUTS[value["type"]](**{name: rebuilt(part) for name, part in value["layout"].items()})
    return {**NODES, "Workload": Workload}[value["type"]](**parts)


def test_json_tells_of_each_node() -> None:
    """A node is its type, its span, its attributes and its layout; the document adds format and playbook."""
    document = to_json(parse("EXEC SUMMARY\n- RISKS: none\n"))
    title = {
        "type": "Title",
        "span": [0, 13],
        "text": "EXEC SUMMARY",
        "remark": "",
        "layout": {"before": "", "between": None, "after": "\n"},
    }
    risks: dict[str, object] = {
        "type": "Field",
        "span": [13, 27],
        "key": None,
        "label": "RISKS",
        "value": "none",
        "workloads": [],
        "layout": {"before": "- ", "colon": ": ", "breaks": [], "after": "\n", "dangling": None},
    }
    assert document.pop("blocks") == [{"type": "ExecSummary", "span": [0, 27], "title": title, "body": [risks]}]
    assert document == {"format": FORMAT, "playbook": "2020-03", "type": "Document", "span": [0, 27]}


@given(st.one_of(st.text(), st.lists(st.sampled_from(NOTE.splitlines(keepends=True))).map("".join)))
def test_json_loses_nothing(text: str) -> None:
    """From the JSON alone the same tree can be built, and it prints the same text, lone surrogates included."""
    document = parse(text)
    value = json.loads(json.dumps(to_json(document)))
    for name in ("format", "playbook"):
        del value[name]
    again = rebuilt(value)
    assert again == document
    assert serialize(again) == text


def test_json_names_the_playbook() -> None:
    """The edition that a text was read with is named, since keys and labels depend on it."""
    assert to_json(parse("", Playbook.load("2020-05")))["playbook"] == "2020-05"
    assert to_json(Document())["playbook"] == "2020-03"


def test_only_documents_become_json() -> None:
    """What is no document is refused with the remedy."""
    with pytest.raises(TypeError, match=r"takes a Document, not str: parse\(\) makes one"):
        to_json("text")  # type: ignore[arg-type]
