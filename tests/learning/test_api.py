"""Playbooks learned from whole pages."""

from __future__ import annotations

import pytest
from helpers.learning import learned, learned_or_refused, loaded, published_page, words_of
from hypothesis import example, given
from hypothesis import strategies as st

import ftnotes
from ftnotes import Playbook, PlaybookError, learn_playbook

LANGUAGES = [(edition, code) for edition in Playbook.editions() for code in Playbook.load(edition).templates[0].words]


@pytest.mark.parametrize(("edition", "language"), LANGUAGES)
def test_a_published_page_comes_to_the_published_data(edition: str, language: str) -> None:
    """Fields, order, keys, words, tags and names of a page in each language are those of its edition."""
    playbook, shipped = learned(published_page(edition, language)), Playbook.load(edition)
    assert playbook.default_language == language
    (template,), published = playbook.templates, shipped.templates[0]
    assert template.key == published.key
    known = tuple(spec._replace(meanings=(), asks=()) for spec in published.fields)  # no page says how these are used
    assert template.fields == known
    words, local = words_of(playbook), published.words[language]
    assert words.titles == local.titles[:1]
    assert words.labels == {key: labels[:1] for key, labels in local.labels.items()}
    assert words.hints == {key: hints[:1] for key, hints in local.hints.items()}
    assert words.choices == {
        key: {choice: texts[:1] for choice, texts in choices.items()} for key, choices in local.choices.items()
    }
    names = next(one for one in shipped.languages if one.code == language).workload_names
    assert [(one.tag, one.names, one.catch_all) for one in playbook.workloads] == [
        (one.tag, names.get(one.tag, one.names)[:1], one.catch_all) for one in shipped.workloads
    ]


@pytest.mark.parametrize(("edition", "language"), LANGUAGES)
def test_a_published_page_adds_nothing_to_its_edition(edition: str, language: str) -> None:
    """A file that extends the edition of its page has the fields, words and workloads of the edition."""
    playbook, shipped = learned(published_page(edition, language), extends=edition), Playbook.load(edition)
    assert playbook.default_language == language
    assert playbook.templates == shipped.templates
    assert playbook.workloads == shipped.workloads
    assert playbook.hashtags == shipped.hashtags


#: A page as another organisation writes it, and its fields: key, label, kind, choices and hint.
PAGES = {
    "slashes": (
        "**WEEKLY STATUS**\n- RAG status (required): Green / Amber / Red\n- Wins: (what went well)\n"
        "- Risks: *only the new ones*\n- Projects:\n  - [PAY] Payments\n  - [CRM] Customer Relations\n"
        "- Next report: (YYYY-MM-DD)\n\n"
        "Example:\n\n**WEEKLY STATUS**\n- RAG status: Amber\n- Wins: We shipped it.\n- Risks: none\n"
        "- Projects:\n  - [PAY] Payments - live\n"
        "- Next report: 2024-05-03\n",
        "WEEKLY STATUS",
        [
            ("rag-status", "RAG status", "choice", ("Green", "Amber", "Red"), "", True),
            ("wins", "Wins", "text", (), "(what went well)", False),
            ("risks", "Risks", "text", (), "only the new ones", False),
            ("projects", "Projects", "workloads", (), "", False),
            ("next-report", "Next report", "date", (), "(YYYY-MM-DD)", False),
        ],
    ),
    "headings in a fence": (
        "## How to report\n\n```\n# INCIDENT REPORT\n\n## Severity\nSEV1 | SEV2 | SEV3\n\n## Impact\n"
        "<who is hit, max 300 characters>\n\n"
        "## Status\n- Investigating\n- Identified\n- Resolved\n\n## Timeline\n- ...\n\n## Owner\n```\n\nWe publish it.\n",
        "INCIDENT REPORT",
        [
            ("severity", "Severity", "choice", ("SEV1", "SEV2", "SEV3"), "", True),
            ("impact", "Impact", "text", (), "who is hit, max 300 characters", True),
            ("status", "Status", "choice", ("Investigating", "Identified", "Resolved"), "", True),
            ("timeline", "Timeline", "points", (), "", True),
            ("owner", "Owner", "text", (), "", True),
        ],
    ),
    "a table with emoji": (
        "Project update form\n\n| Field | What to write |\n|---|---|\n| 🚦 Health* | On track / At risk / Off track |\n"
        "| 🎯 Goal* | one sentence, at most 140 characters |\n| 🧱 Blockers | optional |\n| 📅 Next review date | |\n",
        "Project update form",
        [
            ("health", "🚦 Health", "choice", ("On track", "At risk", "Off track"), "", True),
            ("goal", "🎯 Goal", "text", (), "one sentence, at most 140 characters", True),
            ("blockers", "🧱 Blockers", "text", (), "", False),
            ("next-review-date", "📅 Next review date", "date", (), "", True),
        ],
    ),
    "German, numbered": (
        "VORLAGE FÜR DEN BERICHT\n\n1. Ampel: grün/gelb/rot\n2. Erfolge (Pflicht):\n3. Hindernisse (optional):\n4. Bereiche:\n"
        "   - [VT] Vertrieb\n   - [PR] Produktion\n5. Nächster Bericht: TT.MM.JJJJ\n",
        "VORLAGE FÜR DEN BERICHT",
        [
            ("ampel", "Ampel", "choice", ("grün", "gelb", "rot"), "", True),
            ("erfolge", "Erfolge", "text", (), "", True),
            ("hindernisse", "Hindernisse", "text", (), "", False),
            ("bereiche", "Bereiche", "workloads", (), "", True),
            ("nachster-bericht", "Nächster Bericht", "date", (), "TT.MM.JJJJ", True),
        ],
    ),
    "bold labels, no title": (
        "**Status:** On track / Paused / Pending feedback\n\n**Summary:** \n\n**Next Steps:** \n\n### Example\n"
        "**Status:** On track to continue\n**Summary:** We met.\n**Next Steps:** none\n",
        "",
        [
            ("status", "Status", "choice", ("On track", "Paused", "Pending feedback"), "", True),
            ("summary", "Summary", "text", (), "", True),
            ("next-steps", "Next Steps", "text", (), "", True),
        ],
    ),
    "plain labels": (
        "Release notes\nType: one of feature, fix or chore\nAudience: Customers | Partners\nSummary:\nTicket: <link>\n",
        "Release notes",
        [
            ("type", "Type", "choice", ("feature", "fix", "chore"), "", True),
            ("audience", "Audience", "choice", ("Customers", "Partners"), "", True),
            ("summary", "Summary", "text", (), "", True),
            ("ticket", "Ticket", "text", (), "", True),
        ],
    ),
    "Japanese": (
        "**週報**\n- 状況： 青／赤\n- 進捗：\n- 課題： (任意)\n",
        "週報",
        [
            ("field-1", "状況", "choice", ("青", "赤"), "", True),
            ("field-2", "進捗", "text", (), "", True),
            ("field-3", "課題", "text", (), "", False),
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_other_organisations_are_learned(name: str) -> None:
    """Titles, labels, choices, hints and lists are found however they are typed, and the file works at once."""
    page, title, fields = PAGES[name]
    playbook = learned(page)
    (template,), words = playbook.templates, words_of(playbook)
    assert words.titles == ((title,) if title else ())
    assert [
        (
            spec.key,
            words.labels[spec.key][0],
            spec.kind,
            tuple(texts[0] for texts in words.choices.get(spec.key, {}).values()),
            *words.hints.get(spec.key, ("",)),
            spec.required,
        )
        for spec in template.fields
    ] == fields
    note = f"{title}\n" + "".join(f"- {label}: \n" for _, label, *_ in fields)
    (parsed,) = ftnotes.parse(note, playbook).notes
    assert [field.key for field in parsed.fields] == [key for key, *_ in fields]


def test_a_page_without_a_blank_template_is_refused() -> None:
    """The error names the labels that come closest, if there are any."""
    with pytest.raises(ValueError, match=r"no blank template: .* a hint or choices$"):
        learn_playbook("We met them.\n")
    page = "- Owner: Ana\n- Team: Sales\n\n# x\n- Status: Amber\n- Wins: \n- Risks: We lost two people.\n"
    with pytest.raises(ValueError, match=r"choices\. Line 5 has labels with answers: Status, Wins, Risks$"):
        learn_playbook(page)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((b"- A:\n- B:\n",), "text must be a str, not bytes"),
        ((None,), "text must be a str, not NoneType"),
        (("- A:\n- B:\n", "- A: x\n"), "examples must be several texts, not a str"),
        (("- A:\n- B:\n", [3]), "an example must be a str, not int"),
    ],
)
def test_only_texts_are_learned_from(arguments: tuple[object, ...], message: str) -> None:
    """Other values are refused by their type."""
    with pytest.raises(TypeError, match=message):
        learn_playbook(*arguments)  # type: ignore[arg-type]


def test_an_unknown_edition_is_refused() -> None:
    """The error lists the editions that a file can extend."""
    with pytest.raises(PlaybookError, match="there are 2019-09"):
        learn_playbook("- A:\n- B:\n", extends="1999")


def test_places_that_were_passed_over_are_named() -> None:
    """Labels with answers that are not an example of the template are in a comment."""
    text = learn_playbook("- Owner: Ana\n- Team: Sales\n\n# x\n- Status: a/b\n- Wins: \n")
    assert text.endswith("\n\n# ? Line 1 has labels with answers: Owner, Team\n")


_LABELS = st.sampled_from(
    ["Status", "RAG", "C++", "C", "状況", "🚦", "(required)", "*", '"', "\\", "\x1b", "\x7f", "\ud800", "_", "½", "\u0301", "İ"]
)
_ANSWERS = st.sampled_from(
    ["", "(x)", "*x*", "a/b", "C++/C", "🟢/🔴", "on hold/x", "one or more of: x, X", "\x1b/\x7f", '"a"/\\b', "日/本"]
)
_BELOW = st.sampled_from(
    ["", "  - [EXO] Exchange\n", '  - [A"] \\\n', "  - [e x o] y\n", "  - [🚦] y\n", "  - yes\n  - no\n", "  ☐ b\n"]
)
_LINES = st.builds("- {}: {}\n{}".format, st.lists(_LABELS, min_size=1, max_size=3).map(" ".join), _ANSWERS, _BELOW)
_PAGES = st.builds(
    "{}{}".format, st.sampled_from(["", "**T**\n", 'TIT\\LE "\x1b"\n']), st.lists(_LINES, min_size=2, max_size=5).map("".join)
)


@given(page=_PAGES, example=_PAGES, extends=st.sampled_from([None, "2020-03"]))
@example(page="- Status: \n- (required): \n- (required) (required): \n", example="- A: \n- B: \n", extends=None)
def test_every_learned_file_loads(page: str, example: str, extends: str | None) -> None:
    """Whatever a page contains, its playbook loads, or the page is refused for having no template."""
    text = learned_or_refused(page, [example], extends)
    assert text is None or loaded(text).templates


TECHNICAL = {"workload": "Workload affected", "status": "Status", "summary": "Summary", "concerns": "Concerns"}
ENTERPRISE = {"reason": "Reason", "status": "Status", "exec-summary": "Exec Summary", "next-update": "Next Update"}
_LISTING = "\n  - [EXO] Exchange"


@pytest.mark.parametrize(
    ("labels", "key", "answer", "kind"),
    [
        (TECHNICAL, "status", _LISTING, "choice"),
        (TECHNICAL, "workload", "a/b", "workload"),
        (TECHNICAL, "workload", _LISTING, "workload"),
        (TECHNICAL, "summary", "a/b", "choice"),
        (TECHNICAL, "concerns", "a/b", "choice"),
        (ENTERPRISE, "next-update", "", "date"),
        (ENTERPRISE, "next-update", "one or more of: x, y", "date"),
        (ENTERPRISE, "next-update", "\n  - one\n  - two", "date"),
        (ENTERPRISE, "reason", _LISTING, "choice"),
    ],
)
def test_a_learned_field_fits_what_it_inherits(labels: dict[str, str], key: str, answer: str, kind: str) -> None:
    """It keeps a kind that the edition's choices, days or way of typing need, and all labels, which variants refer to."""
    page = "".join(f"- {label}: {answer if name == key else ''}\n" for name, label in labels.items())
    playbook = learned(page, extends="2020-03")
    template = playbook.template("technical-enablement" if labels is TECHNICAL else "enterprise-status")
    published = Playbook.load("2020-03").template(template.key)
    assert next(field.kind for field in template.fields if field.key == key) == kind
    for name, label in labels.items():
        assert template.words["en"].labels[name][0] == label
        assert set(template.words["en"].labels[name]) == set(published.words["en"].labels[name])


@given(st.text(alphabet="-*#|:/ []()\nAb3_<>!\\\"'\x00\u2028", max_size=60))
def test_any_text_is_learned_or_refused(page: str) -> None:
    """No text makes another error, or a file that does not load."""
    text = learned_or_refused(page)
    assert text is None or loaded(text).templates


def test_line_ends_make_no_difference() -> None:
    """The same page with other line ends gives the same playbook."""
    page = PAGES["slashes"][0]
    assert learn_playbook(page.replace("\n", "\r\n")) == learn_playbook(page) == learn_playbook(page.replace("\n", "\r"))
