"""The nodes of the tree: what they say, where they stand, what they refuse."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import attrs
import pytest

from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload, parse, serialize
from ftnotes.playbook.model import DeploymentProgress, EngagementStatus
from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.document import Node
from ftnotes.syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ftnotes.text.source import Span

N = TypeVar("N", Title, Field, Workload)

NOTE = """Hello #team,

**EXEC SUMMARY** #covid

- DESCRIBE THE CUSTOMER: Retail,
  20K users
- STATUS OF THE ENGAGEMENT: On Hold #covid
- M365 DEPLOYMENT PROGRESS: soon

Between.

- OVERVIEW OF CURRENT RELATIONSHIP: Good
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning
   -  [OLM+INTUNE]  Outlook Mobile – Reviewing
   -  Teams: Calling

- RISKS: none
- REQUESTS FOR SUPPORT: A survey
- STATUS OF THE ENGAGEMENT: Reactive

Bye.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    """A note with one of everything."""
    return parse(NOTE)


@pytest.fixture(scope="module")
def summary(document: Document) -> ExecSummary:
    """Its summary."""
    return document.exec_summaries[0]


def first_field(text: str) -> Field:
    """The first field of a note."""
    item = parse(text).exec_summaries[0].body[0]
    assert isinstance(item, Field)
    return item


def evolved(node: N, change: dict[str, str]) -> N:
    """The node with some of its attributes changed."""
    evolve: Callable[..., N] = attrs.evolve
    return evolve(node, **change)


# ---- views


def test_a_summary_reads_like_the_template(summary: ExecSummary) -> None:
    """One attribute for each field; the first counts where a label is said twice."""
    assert summary.title == Title("EXEC SUMMARY", "#covid")
    assert summary.customer == "Retail,\n20K users"
    assert summary.engagement_status is EngagementStatus.ON_HOLD
    assert summary.relationship == "Good"
    assert summary.support_requests == "A survey"
    assert summary.language == "en"


def test_what_is_missing_or_not_of_the_template_is_none(summary: ExecSummary) -> None:
    """A choice that is no choice, and every view of a summary without fields."""
    assert summary.deployment_progress is None
    assert summary.field("deployment-progress") is not None
    bare = ExecSummary(Title("EXEC SUMMARY"))
    assert (bare.customer, bare.relationship, bare.support_requests) == (None, None, None)
    assert (bare.engagement_status, bare.deployment_progress) == (None, None)
    assert bare.workloads == ()
    assert bare.fields == ()
    assert bare.workload("EXO") is None
    assert ExecSummary(None, (Field("risks", "RISKS"),)).language is None


def test_choices_are_those_of_the_template(summary: ExecSummary) -> None:
    """Both choice fields, by their key and as enumerations; a text field is no choice."""
    assert parse("- M365 部署进度：完全部署").exec_summaries[0].deployment_progress is DeploymentProgress.FULLY_DEPLOYED
    assert summary.choice("engagement-status") == "on-hold"
    assert summary.choice("customer") is None
    assert summary.choice("none") is None


def test_a_choice_of_ones_own_is_a_key_but_no_member(tmp_path: Path) -> None:
    """`choice` knows what the playbook adds; the enumerations are the published template's."""
    file = tmp_path / "own.toml"
    file.write_text(
        'id = "own"\nextends = "2020-03"\n[[fields]]\nkey = "engagement-status"\n'
        'choices = ["on-hold", "reactive", "fully-engaged", "lost"]\n'
        '[languages.en.choices.engagement-status]\nlost = ["Lost"]\n',
        encoding="utf-8",
    )
    found = parse("- STATUS OF THE ENGAGEMENT: lost", Playbook.from_file(file)).exec_summaries[0]
    assert found.choice("engagement-status") == "lost"
    assert found.engagement_status is None


def test_fields_are_found_by_key(summary: ExecSummary) -> None:
    """All of them in order, unknown ones without a key."""
    assert [field.key for field in summary.fields] == [
        "customer",
        "engagement-status",
        "deployment-progress",
        "relationship",
        "workloads",
        None,
        "support-requests",
        "engagement-status",
    ]
    found = summary.field("engagement-status")
    assert found is not None
    assert found.value == "On Hold #covid"
    assert summary.field("none") is None


@pytest.mark.parametrize(
    ("tag", "update"),
    [
        ("EXO", "Planning"),
        ("exo", "Planning"),
        ("Exchange Online", "Planning"),
        ("INTUNE", "Reviewing"),
        ("OLM", "Reviewing"),
        ("TEAMS", "Calling"),
        ("SPO", None),
        ("UNKNOWN", None),
    ],
)
def test_a_workload_is_found_by_its_tag(summary: ExecSummary, tag: str, update: str | None) -> None:
    """In any case, by its name, as one of several joined tags, or where only its name was typed."""
    found = summary.workload(tag)
    assert (found.update if found else None) == update


def test_workloads_are_listed_wherever_they_stand() -> None:
    """In fields and in the summary itself, in the order of the text."""
    found = parse("EXEC SUMMARY\n- [EXO] Exchange Online\n- DESCRIBE THE CUSTOMER: x\n- [OD] OneDrive for Business\n")
    assert [workload.tag for workload in found.exec_summaries[0].workloads] == ["EXO", "OD"]


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("EXO", ("EXO",)),
        ("OLM+INTUNE", ("OLM", "INTUNE")),
        ("OLM + INTUNE", ("OLM", "INTUNE")),
        ("EXO/SPO&OD, AIP;CORE", ("EXO", "SPO", "OD", "AIP", "CORE")),
        ("Microsoft 365 Apps", ("Microsoft 365 Apps",)),
        ("EXO+", ("EXO",)),
    ],
)
def test_joined_tags_are_split(tag: str, tags: tuple[str, ...]) -> None:
    """At a plus, a slash and their like, as typed."""
    assert Workload(tag).tags == tags


def test_a_workload_without_tag_has_no_tags() -> None:
    """Its name stands alone."""
    assert Workload("", "Teams").tags == ()


# ---- hashtags


@pytest.mark.parametrize("text", ["#covid", "#COVID-19", "#fast_track", "#2020plan", "#überholt", "＃全角", "#全角"])
@pytest.mark.parametrize("frame", ["{}", "see {}.", "({})", "**{}**", "**EXEC SUMMARY** {}", "- DESCRIBE THE CUSTOMER: {}"])
def test_hashtags_are_found_anywhere(text: str, frame: str) -> None:
    """In titles, values and prose, each with where it stands."""
    note = frame.format(text)
    (hashtag,) = parse(note).hashtags
    assert hashtag.text == text
    assert hashtag.span.text(note) == text


@pytest.mark.parametrize(
    "text",
    [
        "page#anchor",
        "https://example.com/#top",
        "&#8211;",
        "## Heading",
        "# Heading",
        "#1",
        "#",
        "#-x",
        "C# and F#",
        "##tag",
    ],
)
def test_what_only_has_the_sign_is_no_hashtag(text: str) -> None:
    """An anchor, an entity, a heading, a number."""
    assert parse(text).hashtags == ()


def test_hashtags_are_listed_in_the_order_of_the_text(document: Document) -> None:
    """Prose, title and value alike."""
    assert [hashtag.text for hashtag in document.hashtags] == ["#team", "#covid", "#covid"]
    assert document.hashtags[0].span == Span(6, 11)


# ---- positions


def test_a_node_stands_where_its_text_is(document: Document, summary: ExecSummary) -> None:
    """The span of a node is its text, line end and following blank lines included."""
    assert document.span(document) == Span(0, len(NOTE))
    assert document.span(document.blocks[0]).text(NOTE) == "Hello #team,\n\n"
    assert document.span(summary).text(NOTE) == NOTE[14:-5]
    for block in (*document.blocks, *summary.body):
        assert document.span(block).text(NOTE) == serialize(block)
    exchange = summary.workload("EXO")
    assert exchange
    assert document.span(exchange).text(NOTE) == "   -  [EXO]  Exchange Online - Planning\n"


def test_parts_of_a_node_have_spans_of_their_own(document: Document, summary: ExecSummary) -> None:
    """By the names in the layout of each kind of node."""
    title, exchange, customer = summary.title, summary.workload("EXO"), summary.field("customer")
    assert title
    assert exchange
    assert customer
    assert document.span(title, "remark").text(NOTE) == "#covid"
    assert document.span(exchange, "separator").text(NOTE) == " - "
    assert document.span(exchange, "update").text(NOTE) == "Planning"
    assert document.span(customer, "value").text(NOTE) == "Retail,\n  20K users"
    assert document.span(document.blocks[0], "text") == document.span(document.blocks[0])


def test_a_part_that_is_not_there_is_refused(document: Document, summary: ExecSummary) -> None:
    """The message lists the parts that there are."""
    with pytest.raises(ValueError, match=r"Field has no part 'tag'; it has before, label, colon, value, after"):
        document.span(summary.fields[0], "tag")
    with pytest.raises(ValueError, match=r"ExecSummary has no part 'title'; it has none"):
        document.span(summary, "title")
    with pytest.raises(ValueError, match=r"Document has no part 'x'; it has none"):
        document.span(document, "x")


def test_a_node_of_another_document_is_refused(document: Document) -> None:
    """An equal node is not the same: it may stand elsewhere."""
    with pytest.raises(ValueError, match="this ExecSummary is not a node of the document, though an equal one may be"):
        document.span(parse(NOTE).exec_summaries[0])


def test_leaves_tile_the_text(document: Document) -> None:
    """Every character is in exactly one, and each has a name."""
    leaves = list(document.leaves())
    assert "".join(span.text(NOTE) for _, span in leaves) == NOTE
    assert leaves[0] == ("text", Span(0, 14))
    said = {name: span.text(NOTE) for name, span in leaves}
    assert said["tag"] == ""
    assert said["name"] == "Teams"


def test_walk_visits_every_node_in_order(document: Document) -> None:
    """The document first, then each block and what is below it."""
    kinds = [type(node).__name__ for node in document.walk()]
    assert kinds[:6] == ["Document", "Prose", "ExecSummary", "Title", "Field", "Field"]
    assert kinds.count("Workload") == 3
    assert kinds[-1] == "Prose"
    starts = [document.span(node).start for node in document.walk()]
    assert starts == sorted(starts)
    assert [type(node).__name__ for node in parse("- DESCRIBE THE CUSTOMER: x").walk()] == [
        "Document",
        "ExecSummary",
        "Field",
    ]


# ---- as values


def test_nodes_that_say_the_same_are_equal() -> None:
    """Whatever they were typed like; and they hash alike."""
    tidy = parse("**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Retail,\n  food\n   -  [EXO]  Exchange Online - Planning\n")
    messy = parse(
        "> EXEC SUMMARY :\r\n>\r\n> * **DESCRIBE THE CUSTOMER** - Retail,  \r\n>food\r\n>  (EXO) Exchange Online: Planning"
    )
    assert tidy == messy
    assert hash(tidy) == hash(messy)
    assert serialize(tidy) != serialize(messy)
    assert tidy != parse("**EXEC SUMMARY**\n")
    assert first_field("- DESCRIBE THE CUSTOMER: a") != first_field("- DESCRIBE THE CUSTOMER: b")


def test_nodes_are_frozen(summary: ExecSummary) -> None:
    """An attribute can't be set, a new one neither."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        summary.title = None  # type: ignore[misc]
    with pytest.raises(AttributeError):
        summary.notes = ""  # type: ignore[attr-defined]


def test_nodes_can_be_matched(document: Document) -> None:
    """By class and attribute, as far down as one likes."""
    match document:
        case Document(blocks=(Prose(text=hello), ExecSummary(title=Title(remark=remark)) as found, Prose())):
            assert (hello, remark) == ("Hello #team,\n\n", "#covid")
        case _:
            pytest.fail("the document does not match")
    tags = []
    for item in found.body:
        match item:
            case Field("workloads", _, _, workloads):
                tags += [workload.tag for workload in workloads]
    assert tags == ["EXO", "OLM+INTUNE", ""]


def test_a_repr_says_what_the_node_says_and_nothing_of_its_layout(summary: ExecSummary) -> None:
    """A person can read it, and paste it into a program."""
    assert repr(summary.workload("EXO")) == "Workload(tag='EXO', name='Exchange Online', update='Planning')"
    assert repr(summary.title) == "Title(text='EXEC SUMMARY', remark='#covid')"
    assert repr(summary.field("relationship")) == (
        "Field(key='relationship', label='OVERVIEW OF CURRENT RELATIONSHIP', value='Good', workloads=())"
    )
    assert "layout" not in repr(summary)
    assert "playbook" not in repr(summary)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_document_can_be_pickled(protocol: int) -> None:
    """It says the same, prints the same, and reads words as before; also after its spans were asked for."""
    for playbook in (None, Playbook.load("2019-09")):
        original = parse(NOTE, playbook)
        for _ in range(2):
            copy = pickle.loads(pickle.dumps(original, protocol))
            assert copy == original
            assert serialize(copy) == NOTE
            assert copy.exec_summaries[0].engagement_status is EngagementStatus.ON_HOLD
            assert copy.exec_summaries[0].playbook is original.exec_summaries[0].playbook
            assert [copy.span(node) for node in copy.walk()] == [original.span(node) for node in original.walk()]


# ---- what is refused


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Workload("EX\nO"), "Workload.tag: must be on one line"),
        (lambda: Workload("EXO]"), r"Workload.tag: can't contain '\]', at which it would end"),
        (lambda: Workload("[EXO"), r"Workload.tag: can't contain '\['"),
        (lambda: Workload(" EXO"), "Workload.tag: spaces around it belong to the layout"),
        (lambda: Workload("EXO", "Exchange\rOnline"), "Workload.name: must be on one line"),
        (lambda: Workload("EXO", "Exchange "), "Workload.name: spaces around it"),
        (lambda: Workload("EXO", "", "a\r\nb"), r"Workload.update: its lines are joined by '\\n'"),
        (lambda: Workload("EXO", "", "a\n"), "Workload.update: spaces and line ends around it"),
        (lambda: Workload("EXO", "", "\u00a0a"), "Workload.update: spaces and line ends around it"),
        (lambda: Workload("EXO", "", "a\n b"), "Workload.update: a line starts or ends with spaces or quote marks"),
        (lambda: Workload("EXO", "", "a\n> b"), "Workload.update: a line starts or ends with spaces or quote marks"),
        (lambda: Workload("EXO", "", "a\nb \nc"), "Workload.update: a line starts or ends with spaces or quote marks"),
        (lambda: Workload(""), "Workload: tag and name are both empty"),
        (lambda: Field("customer", ""), "Field.label: the label is empty"),
        (lambda: Field(None, "RISKS:"), "Field.label: can't contain ':'"),
        (lambda: Field(None, "RISKS："), "Field.label: can't contain '：'"),
        (lambda: Field(None, "*RISKS"), r"Field.label: can't contain '\*'"),
        (lambda: Field(None, "RI\nSKS"), "Field.label: must be on one line"),
        (lambda: Field(None, "RISKS", "a \nb"), "Field.value: "),
        (lambda: Field(None, "RISKS", "a\rb"), "Field.value: its lines are joined"),
        (lambda: Title(""), "Title.text: the text is empty"),
        (lambda: Title("EXEC\nSUMMARY"), "Title.text: must be on one line"),
        (lambda: Title("EXEC SUMMARY", "#a "), "Title.remark: spaces around it"),
        (lambda: Prose(""), "Prose.text: the text is empty; leave the node out"),
        (lambda: ExecSummary(None), "ExecSummary: without a title, a summary starts with a field that has a key"),
        (lambda: ExecSummary(None, (Field(None, "RISKS"),)), "ExecSummary: without a title"),
        (lambda: ExecSummary(None, (Workload("EXO"),)), "ExecSummary: without a title"),
        (lambda: ExecSummary(Title("EXEC SUMMARY"), (Prose("a\n"),)), "ExecSummary.body: a summary ends with a field"),
        (
            lambda: ExecSummary(Title("EXEC SUMMARY"), (Prose("a\n"), Prose("b\n"), Workload("EXO"))),
            "ExecSummary.body: prose next to prose would be read as one",
        ),
        (lambda: Document((Prose("a\n"), Prose("b\n"))), "Document.blocks: prose next to prose"),
        (
            lambda: Document((ExecSummary(Title("T")), ExecSummary(None, (Field("customer", "WHO"),)))),
            "Document.blocks: a summary without title would continue the one before it",
        ),
    ],
)
def test_what_could_never_be_read_back_is_refused(make: Callable[[], Node], message: str) -> None:
    """By a `ValueError` that names the attribute and says what to do."""
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Workload(None), "Workload.tag takes a str, not NoneType"),  # type: ignore[arg-type]
        (lambda: Workload("EXO", "", b"x"), "Workload.update takes a str, not bytes"),  # type: ignore[arg-type]
        (lambda: Prose(3), "Prose.text takes a str, not int"),  # type: ignore[arg-type]
        (lambda: Title(3), "Title.text takes a str, not int"),  # type: ignore[arg-type]
        (lambda: Field(None, "RISKS", "", [Workload("EXO")]), "Field.workloads takes a tuple of Workload"),  # type: ignore[arg-type]
        (lambda: Field(None, "RISKS", "", (Prose("a"),)), "Field.workloads takes a tuple of Workload"),  # type: ignore[arg-type]
        (lambda: ExecSummary(None, (Title("T"),)), "ExecSummary.body takes a tuple of Field, Workload, Prose"),  # type: ignore[arg-type]
        (lambda: Document([Prose("a")]), "Document.blocks takes a tuple of Prose, ExecSummary"),  # type: ignore[arg-type]
    ],
)
def test_wrong_types_are_refused(make: Callable[[], Node], message: str) -> None:
    """By a `TypeError` that names the attribute and what it takes."""
    with pytest.raises(TypeError, match=message):
        make()


# ---- how nodes are written


def test_a_node_built_by_hand_prints_canonically() -> None:
    """As the template has it."""
    built = Document(
        (
            Prose("Hello"),
            ExecSummary(
                Title("EXEC SUMMARY", "#covid"),
                (
                    Field("customer", "DESCRIBE THE CUSTOMER", "Retail\n\nfood"),
                    Prose("Between.\n\n"),
                    Field("relationship", "OVERVIEW OF CURRENT RELATIONSHIP"),
                    Field(
                        "workloads",
                        "SNAPSHOT",
                        workloads=(
                            Workload("EXO", "Exchange Online", "Planning\nnow"),
                            Workload("OD"),
                            Workload("", "Teams", "x"),
                        ),
                    ),
                    Field("support-requests", "REQUESTS FOR SUPPORT", "none"),
                ),
            ),
            Prose("Bye."),
        )
    )
    assert serialize(built) == (
        "Hello\n"
        "**EXEC SUMMARY** #covid\n"
        "- DESCRIBE THE CUSTOMER: Retail\n"
        "\n"
        "  food\n"
        "\n"
        "Between.\n"
        "\n"
        "- OVERVIEW OF CURRENT RELATIONSHIP:\n"
        "- SNAPSHOT:\n"
        "\n"
        "   -  [EXO]  Exchange Online - Planning\n"
        "       now\n"
        "   -  [OD]\n"
        "   -  Teams - x\n"
        "\n"
        "- REQUESTS FOR SUPPORT: none\n"
        "\n"
        "Bye."
    )


def test_lines_that_a_node_adds_end_like_those_before() -> None:
    """A note with CR LF stays one."""
    parsed = parse("EXEC SUMMARY\r\n- DESCRIBE THE CUSTOMER: a")
    body = (*parsed.exec_summaries[0].body, Field("support-requests", "REQUESTS FOR SUPPORT", "b\nc"), Workload("EXO"))
    changed = Document((attrs.evolve(parsed.exec_summaries[0], body=body), Prose("end")))
    assert serialize(changed) == (
        "EXEC SUMMARY\r\n- DESCRIBE THE CUSTOMER: a\r\n- REQUESTS FOR SUPPORT: b\r\n  c\r\n   -  [EXO]\r\n\r\nend"
    )


@pytest.mark.parametrize(
    ("typed", "change", "written"),
    [
        ("- [EXO]  Exchange Online – old \n", {"update": "new"}, "- [EXO]  Exchange Online – new \n"),
        ("- [EXO]  Exchange Online\n", {"update": "new"}, "- [EXO]  Exchange Online - new\n"),
        ("- [EXO] Exchange Online: old", {"tag": "SPO"}, "- [SPO] Exchange Online: old"),
        ("> - [EXO] Exchange Online - a\n>   b\n", {"update": "c\nd"}, "> - [EXO] Exchange Online - c\n>   d\n"),
        ("> - (EXO) Exchange Online - a\r\n", {"update": "c\nd"}, "> - (EXO) Exchange Online - c\r\n>    d\r\n"),
        ("\t- [EXO] Exchange Online - a\n", {"update": "c\n\nd"}, "\t- [EXO] Exchange Online - c\n\n\t   d\n"),
        ("- [EXO] Exchange Online - a\n  b\n", {"update": "a"}, "- [EXO] Exchange Online - a\n"),
    ],
)
def test_evolving_a_workload_changes_those_characters_alone(typed: str, change: dict[str, str], written: str) -> None:
    """But for what is then missing: a separator, a line end, the margin of a new line."""
    (workload,) = parse(f"EXEC SUMMARY\n{typed}").exec_summaries[0].workloads
    assert serialize(evolved(workload, change)) == written


@pytest.mark.parametrize("end", ["", " -", " - ", "-", "- ", ":", ": ", " :", " –", "–"])
@pytest.mark.parametrize("start", ["[EXO]  Exchange Online", "[EXO]", "EXO", "Exchange Online"])
def test_an_update_added_to_a_workload_is_read_back(start: str, end: str) -> None:
    """Behind a dash that dangles, whatever blanks it has, and where there is none."""
    above = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
    (workload,) = parse(f"{above}   - {start}{end}\n").exec_summaries[0].workloads
    changed = attrs.evolve(workload, update="new")
    assert parse(above + serialize(changed)).exec_summaries[0].workloads == (changed,)


@pytest.mark.parametrize(
    ("typed", "change", "written"),
    [
        ("* DESCRIBE THE CUSTOMER : old\t\n", {"value": "new"}, "* DESCRIBE THE CUSTOMER : new\t\n"),
        ("- **DESCRIBE THE CUSTOMER:** old", {"label": "DESCRIBE"}, "- **DESCRIBE:** old"),
        ("- DESCRIBE THE CUSTOMER\n", {"value": "new"}, "- DESCRIBE THE CUSTOMER: new\n"),
        ("- DESCRIBE THE CUSTOMER: a\r\n  b\r\n", {"value": "c\nd"}, "- DESCRIBE THE CUSTOMER: c\r\n  d\r\n"),
        ("- DESCRIBE THE CUSTOMER:\n  a\n", {"value": "b"}, "- DESCRIBE THE CUSTOMER:\n  b\n"),
        ("- DESCRIBE THE CUSTOMER: a\n\n\n", {"value": ""}, "- DESCRIBE THE CUSTOMER: \n\n\n"),
        ("DESCRIBE THE CUSTOMER: a\n", {"value": "b\nc"}, "DESCRIBE THE CUSTOMER: b\n  c\n"),
    ],
)
def test_evolving_a_field_changes_those_characters_alone(typed: str, change: dict[str, str], written: str) -> None:
    """But for what is then missing: a colon, the margin of a new line."""
    assert serialize(evolved(first_field(typed), change)) == written


@pytest.mark.parametrize(
    ("typed", "change", "written"),
    [
        ("## EXEC SUMMARY #a\r\n\r\n", {"remark": "#b"}, "## EXEC SUMMARY #b\r\n\r\n"),
        ("**EXEC SUMMARY**\n", {"text": "Exec Summary"}, "**Exec Summary**\n"),
        ("EXEC SUMMARY - Contoso", {"remark": "Fabrikam"}, "EXEC SUMMARY - Fabrikam"),
    ],
)
def test_evolving_a_title_changes_those_characters_alone(typed: str, change: dict[str, str], written: str) -> None:
    """Decoration, blanks and line end stay."""
    title = parse(typed).exec_summaries[0].title
    assert title
    assert serialize(evolved(title, change)) == written


@pytest.mark.parametrize(
    "typed", ["**EXEC SUMMARY**\n", "EXEC SUMMARY:\n", "## EXEC SUMMARY\n", "EXEC SUMMARY", "__EXEC SUMMARY:__\n"]
)
def test_a_remark_added_to_a_title_is_read_back(typed: str) -> None:
    """Wherever its decoration ends."""
    title = parse(typed).exec_summaries[0].title
    assert title
    changed = attrs.evolve(title, remark="#covid")
    assert parse(serialize(changed)).exec_summaries[0].title == changed


def test_what_follows_a_last_line_without_end_starts_a_new_line() -> None:
    """Whatever follows what, a text that ended without a line end gets one before it goes on."""
    title = parse("EXEC SUMMARY").exec_summaries[0].title
    risks = attrs.evolve(first_field("- DESCRIBE THE CUSTOMER: a"), key=None, label="RISKS")
    (mail,) = parse("EXEC SUMMARY\n- [EXO] Mail").exec_summaries[0].workloads
    assert serialize(ExecSummary(title, (mail, mail))) == "EXEC SUMMARY\n- [EXO] Mail\n- [EXO] Mail"
    assert serialize(ExecSummary(title, (Prose("x"), risks))) == "EXEC SUMMARY\nx\n- RISKS: a"
    assert serialize(ExecSummary(title, (risks, Prose("x"), mail))) == "EXEC SUMMARY\n- RISKS: a\nx\n- [EXO] Mail"
    assert serialize(Document((Prose("x"), ExecSummary(title)))) == "x\nEXEC SUMMARY"


def test_layouts_left_open_are_filled_in() -> None:
    """A part of a layout may be given and the rest left to the canonical form."""
    assert serialize(Title("EXEC SUMMARY", layout=TitleLayout("## "))) == "## EXEC SUMMARY\n"
    assert serialize(Title("EXEC SUMMARY", "#a", TitleLayout("**", between="** - "))) == "**EXEC SUMMARY** - #a\n"
    assert serialize(Title("EXEC SUMMARY", "#a", TitleLayout("", None, "\n"))) == "EXEC SUMMARY #a\n"
    assert serialize(Title("EXEC SUMMARY", "", TitleLayout("", None, "\n"))) == "EXEC SUMMARY\n"
    assert serialize(Field(None, "RISKS", "a", layout=FieldLayout("* ", " - "))) == "* RISKS - a\n"
    assert serialize(Field(None, "RISKS", "", layout=FieldLayout("* ", ""))) == "* RISKS\n"
    assert serialize(Workload("EXO", "", "a", WorkloadLayout("* "))) == "* [EXO] - a\n"
    assert serialize(Workload("EXO", "Mail", "", WorkloadLayout("* ", ""))) == "* [EXO]  Mail\n"
    assert serialize(Workload("EXO", "Mail", "a", WorkloadLayout("* ", "(", ") ", ": ", (), ""))) == "* (EXO) Mail: a"


def test_other_spaces_are_characters_like_any() -> None:
    """What is no blank in a note may stand at the ends of what is said, and is kept."""
    built = Workload("EXO", "\u2003Exchange\u2009", "\u2003x\u2009")
    (read,) = parse(f"**EXEC SUMMARY**\n{serialize(built)}").exec_summaries[0].workloads
    assert (read.name, read.update) == (built.name, built.update)
