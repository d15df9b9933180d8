"""The starts of lines are read back before they are written."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.writing.heads import Head, Heads, heads_in
from ftnotes.writing.styles import STYLES


@pytest.fixture(scope="module")
def heads() -> Heads:
    """Return the heads in the style and language of the template."""
    return heads_in(first_template(Playbook.load()), "en", STYLES["template"], converts=True)


@pytest.mark.parametrize("style", STYLES)
def test_each_field_of_the_template_has_a_head(style: str) -> None:
    """In each style and language its label is read as the field, with a value and without."""
    playbook = Playbook.load()
    for language in playbook.languages:
        heads = heads_in(first_template(playbook), language.code, STYLES[style], converts=True)
        assert heads.has_plain_title
        assert heads.fields == {key: (f"{STYLES[style].field}{label}:", label) for key, label in heads.wording.labels.items()}
        assert set(heads.fields) == {spec.key for spec in playbook.templates[0].fields}


@pytest.mark.parametrize(
    ("tag", "name", "updated", "head"),
    [
        ("exo", "exchange online", True, Head("EXO", "Exchange Online", "   -  [EXO]  Exchange Online", True)),
        ("", "Exchange Online", True, Head("EXO", "Exchange Online", "   -  [EXO]  Exchange Online", True)),
        ("FOO", "Foo", True, Head("FOO", "Foo", "   -  [FOO]  Foo", False)),
        ("FOO", "", True, Head("FOO", "", "   -  [FOO]", False)),
        ("", "Foo", True, Head("", "Foo", "   -  Foo", False)),
    ],
)
def test_only_a_published_workload_is_certain(heads: Heads, tag: str, name: str, updated: bool, head: Head) -> None:
    """Its tag and name become canonical, and any update can follow them."""
    assert heads.workload(tag, name, updated) == head


@pytest.mark.parametrize(
    ("line", "remark", "is_read"),
    [
        ("**EXEC SUMMARY**", "", True),
        ("**EXEC SUMMARY** #covid", "#covid", True),
        ("**EXEC SUMMARY** #covid", "", False),
        ("x", "", False),
    ],
)
def test_a_title_is_read_with_its_remark(heads: Heads, line: str, remark: str, is_read: bool) -> None:
    """A line that is no title, or has another remark, is noticed."""
    assert heads.reads_title(line, remark) is is_read


@pytest.mark.parametrize(
    ("head", "tag", "name", "update", "kind"),
    [
        ("- [EXO] Exchange Online", "EXO", "Exchange Online", "done", "ITEM"),
        ("- [Ana] Foo", "Ana", "Foo", "done", "TAG"),
        ("- [EXO] Exchange Online", "EXO", "", "Exchange Online - done", None),
        ("- EXO", "EXO", "", "done", None),
    ],
)
def test_a_workload_is_read_as_it_was_cut(heads: Heads, head: str, tag: str, name: str, update: str, kind: str | None) -> None:
    """A line without brackets, or with another name, is noticed."""
    assert heads.kind_of_workload(head, " - ", tag, name, update) == kind
