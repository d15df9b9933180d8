"""Written notes have the intended content, for any text and for drawn notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import cycle
from operator import attrgetter
from pathlib import Path
from typing import TypedDict, Unpack

import attrs
from helpers.each import each
from helpers.playbooks import words_in
from helpers.real_notes import REAL
from helpers.texts import any_text, real_looking
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

import ftnotes
from ftnotes import Document, ExecSummary, Field, Playbook, Prose, Workload
from ftnotes.playbook.choice_reading import choice_in
from ftnotes.playbook.template_words import first_template
from ftnotes.strategies import clauses, documents, notes_text, values, workloads
from ftnotes.text.patterns import HASHTAG
from ftnotes.text.source import MARGIN
from ftnotes.writing.compose import new
from ftnotes.writing.decoration import core_of_label, own_marks
from ftnotes.writing.edit_fields import set_choice, set_hashtags, set_value
from ftnotes.writing.edit_workloads import add_workload, remove_workload, update_workload
from ftnotes.writing.format import canonical, format
from ftnotes.writing.styles import STYLES, StyleName

PLAYBOOK = Playbook.load()
LANGUAGES = [language.code for language in PLAYBOOK.languages]
KEYS = [spec.key for spec in PLAYBOOK.templates[0].fields]
TAGS = [spec.tag for spec in PLAYBOOK.workloads]
STYLE_NAMES = [style.name for style in STYLES.values()]
REAL_TEXTS = sorted(path for path in REAL.rglob("*.*") if path.suffix != ".json")
CHOICES = [(spec.key, choice) for spec in PLAYBOOK.templates[0].fields for choice in spec.choices]


class How(TypedDict, total=False):
    """Arguments of `format`."""

    style: StyleName
    language: str
    edition: str


# ---- formatting


def content(document: Document, playbook: Playbook) -> list[object]:
    """Return the contents of the summaries of a document, with fields in the order of the template."""
    order = {spec.key: number for number, spec in enumerate(playbook.templates[0].fields)}
    return [_content_of(summary, playbook, order) for summary in document.exec_summaries]


def _content_of(summary: ExecSummary, playbook: Playbook, order: dict[str, int]) -> object:
    words = first_template(playbook).vocabulary
    groups: list[tuple[int, list[object]]] = [(-1, [])]
    for item in summary.body:
        if isinstance(item, Workload):
            groups[-1][1].append(_workload(item, playbook))
        elif isinstance(item, Field):
            choice = words.choice(item.key, re.sub(HASHTAG, "", item.value)) if item.key else None
            hashtags = re.findall(HASHTAG, item.value) if choice else []
            listed = [_workload(workload, playbook) for workload in item.workloads]
            if item.key:
                groups.append((order[item.key], []))
            groups[-1][1].append((item.key or item.label, choice or item.value, hashtags, listed))
    title = summary.title
    return title and title.remark, [group for _, group in sorted(groups, key=lambda entry: entry[0])]


def _workload(node: Workload, playbook: Playbook) -> object:
    words = playbook.vocabulary
    name = node.name if node.name and words.name(node.name) is None else ""
    return [words.workload_key(tag) for tag in node.tags or (node.name,)], name, node.update


def prose(document: Document) -> list[str]:
    """Return the lines outside fields and workloads, sorted."""
    texts = (node.text for node in document.walk() if isinstance(node, Prose))
    return sorted(line for text in texts for line in re.split(r"\r\n|\r|\n", text) if line.strip(MARGIN))


#: A real note is formatted in many ways, one after the other.
parsed = lru_cache(maxsize=1)(ftnotes.parse)


def check(text: str, **how: Unpack[How]) -> str:
    """Format a text, and assert that the content stays, and that formatting again changes nothing."""
    playbook = Playbook.load(how.get("edition", PLAYBOOK.id))
    written = format(text, **how)
    if written == text:
        return written  # below, it would be compared with itself
    assert format(written, **how) == written
    before, after = parsed(text, playbook), ftnotes.parse(written, playbook)
    assert content(after, playbook) == content(before, playbook)
    assert prose(after) == prose(before)
    position = 0
    for block in before.blocks:
        if isinstance(block, Prose):  # text outside keeps every character, and its place
            position = written.index(block.text, position) + len(block.text)
    return written


@given(real_looking())
@example("- STATUS OF THE ENGAGEMENT:\n- STATUS OF THE ENGAGEMENT: On Hold\n\n- ")
@example("EXEC SUMMARY\n- RISKS:\n  //share\n")
@example("- STATUS OF THE ENGAGEMENT: x\n\nstray\r- DESCRIBE THE CUSTOMER: y\n\nbye\n")
@example("EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n- DESCRIBE THE CUSTOMER: y\n\nTeams: x\n")
def test_a_formatted_note_keeps_its_content(text: str) -> None:
    """Keys, choices, values, tags, updates and remarks stay; formatting again changes nothing."""
    check(text)


@given(any_text())
def test_any_text_can_be_formatted(text: str) -> None:
    """No text makes it raise, lone surrogates and control characters included."""
    check(text)


@given(real_looking(), st.sampled_from(STYLE_NAMES), st.sampled_from(LANGUAGES), st.sampled_from(Playbook.editions()))
@example("**EXEC SUMMARY**\n- - Describe the customer**:\n", "template", "es", PLAYBOOK.id)  # bold without its start
@example(
    "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER (who?): x\n- STATUS OF THE ENGAGEMENT?: Reactive\n", "template", "es", PLAYBOOK.id
)
@example("- ESTADO DE LA INTERACCIO\u0301N: reactivo\n- SOLICITUD DE SOPORTE TE\u0301CNICO: x\n", "template", "en", "2019-09")
def test_a_note_is_converted_between_styles_languages_and_editions(
    text: str, style: StyleName, language: str, edition: str
) -> None:
    """Its content stays in another language, edition and style; labels are translated, except doubtful and marked ones.

    The writer's remark after a label stays.
    """
    written = check(text, style=style, language=language, edition=edition)
    labels = {
        label
        for known in Playbook.load(edition).languages
        if known.code == language
        for (label, *_) in words_in(known).labels.values()
    }
    playbook = Playbook.load(edition)
    document = ftnotes.parse(written, playbook)
    for summary in document.exec_summaries:
        span = document.span(summary)
        if written[span.start : span.end] not in text:  # in the layout of the template it would be read differently
            typed = [field for field in summary.fields if field.key and not is_one_of(labels, field, playbook)]
            assert all(own_marks(field.layout) or is_doubtful(field, playbook) for field in typed)


def is_one_of(labels: set[str], field: Field, playbook: Playbook) -> bool:
    """Return whether a label is one of these, with or without a remark after it; one around a remark is not compared."""
    end = core_of_label(first_template(playbook), field.key or "", field.label)
    return end is None or field.label[:end] in labels


def is_doubtful(field: Field, playbook: Playbook) -> bool:
    """Return whether a field has an everyday or short label and no valid choice, so that it may be another field."""
    known = first_template(playbook).vocabulary.label(field.label) or first_template(playbook).everyday.slip(field.label)
    return (known is None or known.short) and choice_in(first_template(playbook), field.key or "", field.value) is None


@each(REAL_TEXTS, name=attrgetter("stem"), parts=8)
def test_a_real_note_keeps_its_content(path: Path) -> None:
    """What is read stays in each style, and in each language in one of them; formatting again changes nothing."""
    text = path.read_bytes().decode()
    for style in STYLE_NAMES:
        check(text, style=style)
    for language, style in zip(LANGUAGES, cycle(STYLE_NAMES), strict=False):
        check(text, style=style, language=language)


@given(real_looking(), st.sampled_from(STYLE_NAMES))
def test_a_formatted_document_is_as_read(text: str, style: StyleName) -> None:
    """`canonical` returns the document of the formatted text."""
    assert canonical(ftnotes.parse(text), style=style) == ftnotes.parse(format(text, style=style))


@given(documents())
@example(Document((Prose("EXEC SUMMARY\n* RISKS: x\n"),)))
def test_a_document_is_formatted_like_its_text(document: Document) -> None:
    """Also if it was built from nodes and its text is read differently."""
    assert format(document) == format(document.text)


@given(documents(), st.sampled_from(LANGUAGES))
def test_markdown_shows_fields_as_items_and_workloads_in_them(document: Document, language: str) -> None:
    """A Markdown renderer has one item for each field, and in it one for each workload."""
    summaries = [block for block in document.blocks if isinstance(block, ExecSummary)]
    for summary in summaries:
        fields = tuple(item for item in summary.body if isinstance(item, Field))
        assume(summary.title and fields)
        text = format(ftnotes.serialize(Document((attrs.evolve(summary, body=fields),))), language=language, style="markdown")
        tree = SyntaxTreeNode(MarkdownIt().parse(text))
        assert [node.type for node in tree.children] == ["paragraph", "bullet_list"]
        items = tree.children[1].children
        read = ftnotes.parse(text).exec_summaries[0].fields
        assert len(items) == len(read)
        for item, field in zip(items, read, strict=True):
            lists = [node for node in item.children if node.type == "bullet_list"]
            assert [len(node.children) for node in lists] == ([len(field.workloads)] if field.workloads else [])


# ---- notes from values


@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from(Playbook.editions()),
    st.dictionaries(st.sampled_from(["customer", "relationship", "support_requests"]), values(), min_size=1),
    st.none() | st.sampled_from(CHOICES),
    st.dictionaries(st.sampled_from(TAGS), values()),
)
def test_a_new_note_has_the_given_values(
    language: str, edition: str, said: dict[str, str], choice: tuple[str, str] | None, workloads: dict[str, str]
) -> None:
    """It is in canonical form in any language and edition, and a check finds no problem."""
    given = said | ({choice[0].replace("-", "_"): choice[1]} if choice else {})
    written = new(language=language, edition=edition, playbook=None, workloads=workloads, values=given)
    assert format(written, edition=edition) == written
    document = ftnotes.parse(written, Playbook.load(edition))
    (summary,) = document.exec_summaries
    assert summary.language == language
    assert {key: getattr(summary, key) for key in said} == said
    assert choice is None or summary.choice(choice[0]) == choice[1]
    assert len(summary.workloads) == len(workloads)
    for tag, update in workloads.items():
        listed = summary.workload(tag)
        assert listed
        assert listed.update == update
    # What was left empty is empty, and what the words say is for the rules about words to judge.
    report = ftnotes.check(document, ignore=["blank-template", "field-empty", "workload-empty"])
    assert not [found for found in report.diagnostics if found.severity is not ftnotes.Severity.INFORMATION]


# ---- edits


@st.composite
def noted(
    draw: st.DrawFn, is_suitable: Callable[[ExecSummary], bool] = bool, added: str = "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: x\n"
) -> tuple[str, int]:
    """Draw a text, and the number of a summary in it that is suitable; one is added if the text has none."""
    text = draw(real_looking() | notes_text())
    numbers = _numbers(text, is_suitable)
    if not numbers:
        text += f"\n{added}"
        numbers = _numbers(text, is_suitable)
        assume(numbers)  # a code fence above it may be open
    return text, draw(st.sampled_from(numbers))


def _numbers(text: str, is_suitable: Callable[[ExecSummary], bool]) -> list[int]:
    return [number for number, summary in enumerate(ftnotes.parse(text).exec_summaries) if is_suitable(summary)]


@st.composite
def listing(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a text, and the number of a summary with workloads; one is added if the text has none."""
    added = f"**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT:\n{ftnotes.serialize(draw(workloads()))}"
    return draw(noted(lambda summary: bool(summary.workloads), added))


def titled() -> st.SearchStrategy[tuple[str, int]]:
    """Draw a text, and the number of a summary with a title; one is added if the text has none."""
    return noted(lambda summary: summary.title is not None)


def opened(note: tuple[str, int]) -> tuple[Document, ExecSummary]:
    """Return the document and the summary."""
    document = ftnotes.parse(note[0])
    return document, document.exec_summaries[note[1]]


def attempt(edit: Callable[..., Document], *arguments: object) -> Document | None:
    """Return the edited document, or None if the edit is refused since its text would be read differently."""
    try:
        return edit(*arguments)
    except ValueError as error:
        if not re.search("would be read (differently|as prose)|is listed already", str(error)):
            raise
        return None


def is_inserted(text: str, longer: str) -> bool:
    """Return whether ``longer`` is ``text`` with one insertion."""
    start = next((number for number, pair in enumerate(zip(text, longer, strict=False)) if pair[0] != pair[1]), len(text))
    return longer.endswith(text[start:]) and len(longer) >= len(text)


@given(noted(), st.sampled_from(KEYS), values())
@example(("EXEC SUMMARY\n- REQUESTS FOR SUPPORT\n  x\n", 0), "support-requests", "")
# a summary without a title that the value would turn into prose
@example(("- STATUS OF THE ENGAGEMENT: \n- PROGRESO DE LA IMPLEMENTACIÓN DE M365: \n- \n", 0), "engagement-status", "pilot")
def test_a_value_is_set_and_all_else_stays(note: tuple[str, int], key: str, value: str) -> None:
    """The field has the value, no other node changes, and no character outside its line changes."""
    document, summary = opened(note)
    edited = attempt(set_value, document, summary, key, value)
    assume(edited)
    assert edited
    field, old = edited.exec_summaries[note[1]].field(key), summary.field(key)
    assert field
    assert field.value == value
    written = ftnotes.serialize(edited)
    if old is None:
        assert is_inserted(note[0], written)
    else:
        assert written.startswith(note[0][: document.span(old, "colon").start])
        assert written.endswith(note[0][document.span(old, "after").end :])


@given(noted(), st.sampled_from(CHOICES))
def test_a_choice_is_set_by_its_key(note: tuple[str, int], choice: tuple[str, str]) -> None:
    """The summary has the choice afterwards."""
    document, summary = opened(note)
    edited = attempt(set_choice, document, summary, *choice)
    assume(edited)
    assert edited
    assert edited.exec_summaries[note[1]].choice(choice[0]) == choice[1]
    assert len(edited.exec_summaries) == len(document.exec_summaries)


@given(noted(), st.sampled_from(TAGS), values())
def test_a_workload_is_added_by_one_insertion(note: tuple[str, int], tag: str, update: str) -> None:
    """Nothing else changes, and removing it from a list with others restores the text."""
    document, summary = opened(note)
    added = attempt(add_workload, document, summary, tag, update)
    assume(added)
    assert added
    assert is_inserted(note[0], ftnotes.serialize(added))
    assert update in [other.update for other in added.exec_summaries[note[1]].workloads if other.tags == (tag,)]
    if any(field.workloads for field in summary.fields):
        removed = remove_workload(added, added.exec_summaries[note[1]], tag)
        # a text that ended without a line end may have one then
        assert ftnotes.serialize(removed) in (note[0], *(note[0] + end for end in ("\n", "\r\n", "\r")))


def keys(workload: Workload) -> frozenset[str]:
    """Return the keys to compare workloads by."""
    return frozenset(map(PLAYBOOK.vocabulary.workload_key, workload.tags or (workload.name,)))


@given(listing(), clauses() | st.just(""), st.data())
def test_a_workload_is_updated_or_removed(note: tuple[str, int], update: str, data: st.DataObject) -> None:
    """The text before its update and after its line stays; removing it deletes one span of text."""
    document, summary = opened(note)
    drawn = data.draw(st.sampled_from(summary.workloads))
    tag = drawn.tag or drawn.name
    old = next(workload for workload in summary.workloads if keys(workload) == keys(drawn))
    updated = attempt(update_workload, document, summary, tag, update)
    if updated:
        assert ftnotes.serialize(updated).startswith(note[0][: document.span(old, "separator").start])
        assert ftnotes.serialize(updated).endswith(note[0][document.span(old).end :])
    removed = attempt(remove_workload, document, summary, tag)
    if removed:
        assert is_inserted(ftnotes.serialize(removed), note[0])


@given(titled(), st.lists(st.sampled_from(["#covid", "#fasttrack", "#x1"]), unique=True))
def test_hashtags_are_set_in_the_title_only(note: tuple[str, int], hashtags: list[str]) -> None:
    """The title has exactly these afterwards, and nothing around it changes."""
    document, summary = opened(note)
    assert summary.title
    edited = attempt(set_hashtags, document, summary, hashtags)
    assume(edited)
    assert edited
    title = edited.exec_summaries[note[1]].title
    assert title
    assert sorted(tag.casefold() for tag in re.findall(HASHTAG, title.remark)) == sorted(hashtags)
    assert ftnotes.serialize(edited).startswith(note[0][: document.span(summary.title, "between").start])
    assert ftnotes.serialize(edited).endswith(note[0][document.span(summary.title).end :])
