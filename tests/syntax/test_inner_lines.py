"""Lines inside a summary that the words of the template don't explain."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.inner_lines import InnerLineClassifier
from ftnotes.syntax.parser import engine


@pytest.fixture(scope="module")
def inner() -> InnerLineClassifier:
    """Return the classifier for the words of the default edition."""
    return engine().lexer.classifiers(first_template(Playbook.load()))[1]


@pytest.mark.parametrize(
    ("line", "kind", "parts"),
    [
        ("", "PLAIN", None),
        ("- ", "PLAIN", None),
        ("All is well.", "PLAIN", None),
        # everyday labels before any separator
        ("- Customer: Retail", "WEAK", ("customer", "Customer", "- ", ": ", "Retail", "\n")),
        ("Customer: ", "WEAK", ("customer", "Customer", "", ":", "", " \n")),
        ("Customer = Retail", "WEAK", ("customer", "Customer", "", " = ", "Retail", "\n")),
        ("Customer; Retail", "WEAK", ("customer", "Customer", "", "; ", "Retail", "\n")),
        ("Customer | Retail", "WEAK", ("customer", "Customer", "", " | ", "Retail", "\n")),
        ("Customer -> Retail", "WEAK", ("customer", "Customer", "", " -> ", "Retail", "\n")),
        ("Customer ➡️ Retail", "WEAK", ("customer", "Customer", "", " ➡️ ", "Retail", "\n")),
        ("Customer\tRetail", "WEAK", ("customer", "Customer", "", "\t", "Retail", "\n")),
        ("Customer  Retail", "WEAK", ("customer", "Customer", "", "  ", "Retail", "\n")),
        ("- **Customer**: Retail", "WEAK", ("customer", "Customer", "- **", "**: ", "Retail", "\n")),
        ("客户：零售", "WEAK", ("customer", "客户", "", "：", "零售", "\n")),
        ("- Customer - Retail", "WEAK", ("customer", "Customer", "- ", " - ", "Retail", "\n")),
        ("Customer - Retail", "PLAIN", None),
        ("Relationship with customer - good", "WEAK", ("relationship", "Relationship with customer", "", " - ", "good", "\n")),
        ("Relationship cust/partner: good", "WEAK", ("relationship", "Relationship cust/partner", "", ": ", "good", "\n")),
        ("Relationship pizza: good", "OWN", (None, "Relationship pizza", "", ": ", "good", "\n")),
        # slips
        ("- STATUS OF THE ENGAGMENT: x", "FIELD", ("engagement-status", "STATUS OF THE ENGAGMENT", "- ", ": ", "x", "\n")),
        ("STATUS OF THE ENGAGMENT - x", "FIELD", ("engagement-status", "STATUS OF THE ENGAGMENT", "", " - ", "x", "\n")),
        ("- Custmer description: x", "WEAK", ("customer", "Custmer description", "- ", ": ", "x", "\n")),
        ("Custmer description - x", "PLAIN", None),
        # labels alone, or without a separator
        ("Requests for support. None", "WEAK", ("support-requests", "Requests for support", "", ". ", "None", "\n")),
        ("Requests. None of them", "PLAIN", None),
        ("- Customer", "WEAK", ("customer", "Customer", "- ", "", "", "\n")),
        ("Customer**", "WEAK", ("customer", "Customer", "", "", "", "**\n")),
        ("DESCRIBE THE CUSTOMER Bank", "FIELD", ("customer", "DESCRIBE THE CUSTOMER", "", " ", "Bank", "\n")),
        ("DESCRIBE THE CUSTOMER BANK", "PLAIN", None),
        ("Describe the customer Bank", "PLAIN", None),
        ("STATUS Reactive", "PLAIN", None),
        (
            "DESCRIBE THE CUSTOMER Bank" + " x" * 60,
            "FIELD",
            ("customer", "DESCRIBE THE CUSTOMER", "", " ", "Bank" + " x" * 60, "\n"),
        ),
        ("Who are they? Bank", "WEAK", ("customer", "Who are they", "", "? ", "Bank", "\n")),
        ("Requests for support?", "FIELD", ("support-requests", "Requests for support", "", "?", "", "\n")),
        ("Who is the customer？", "WEAK", ("customer", "Who is the customer", "", "？", "", "\n")),
        ("Who pays for it? Bank", "PLAIN", None),
        ("Status of what? Bank", "PLAIN", None),
        # tags as hashtags
        ("- #EXO 80%", "NAME", ("- ", "#", "EXO", " ", "", "", "80%", "\n")),
        ("#TEAMS: live", "NAME", ("", "#", "TEAMS", "", "", ": ", "live", "\n")),
        ("#covid 80%", "PLAIN", None),
        ("#EXO", "PLAIN", None),
        # own labels
        ("- Risks: none", "OWN", (None, "Risks", "- ", ": ", "none", "\n")),
        ("risks: none", "OWN", (None, "risks", "", ": ", "none", "\n")),
        ("Risks: 50% (a: b)", "OWN", (None, "Risks", "", ": ", "50% (a: b)", "\n")),
        ("Risks -> none", "OWN", (None, "Risks", "", " -> ", "none", "\n")),
        ("Risks = none", "PLAIN", None),
        ("Risks; none", "PLAIN", None),
        ("Risks - none", "PLAIN", None),
        ("phoenix: none", "PLAIN", None),
        ("One two three four five: none", "OWN", (None, "One two three four five", "", ": ", "none", "\n")),
        ("One two three four five six: none", "PLAIN", None),
        ("We wait, and: none", "PLAIN", None),
        ("(see: below)", "PLAIN", None),
        ("(see below): none", "PLAIN", None),
        ("Risks (high) and so on (a) b: none", "PLAIN", None),
        ("- See: //server", "PLAIN", None),
        ("http://x.test", "PLAIN", None),
        (": none", "PLAIN", None),
        # mails, chats, and the ends of notes
        ("> From: Ana", "MAIL", (None, "From", "> ", ": ", "Ana", "\n")),
        ("- From: Ana", "OWN", (None, "From", "- ", ": ", "Ana", "\n")),
        ("5/15/2020 3:04 PM", "STAMP", None),
        ("--", "FOREIGN", None),
        ("> -- ", "FOREIGN", None),
        ("--- previous note, 04/10/2020 ---", "FOREIGN", None),
        ("Kind regards, Ana", "FOREIGN", None),
        ("Kind of regards", "PLAIN", None),
        # workloads
        ("- SharePoint - done", "NAME", ("- ", "", "", "", "SharePoint", " - ", "done", "\n")),
        ("SharePoint: done", "NAME", ("", "", "", "", "SharePoint", ": ", "done", "\n")),
        ("SharePoint", "NAME", ("", "", "", "", "SharePoint", "", "", "\n")),
        ("SharePoint (new): done", "NAME", ("", "", "", "", "SharePoint (new)", ": ", "done", "\n")),
        ("SharePoint is done", "PLAIN", None),
        ("EXO = done", "NAME", ("", "", "EXO", " = ", "", "", "done", "\n")),
        ("EXO\tExchange Online\tdone", "NAME", ("", "", "EXO", "\t", "Exchange Online", "\t", "done", "\n")),
        ("EXO] Exchange Online - done", "ITEM", ("", "", "EXO", "] ", "Exchange Online", " - ", "done", "\n")),
        ("foo] bar", "PLAIN", None),
        ("a note] bar", "PLAIN", None),
        # rows of tables
        ("| Status | Reactive |", "WEAK", ("engagement-status", "Status", "| ", " | ", "Reactive", " |\n")),
        ("| **Status:** | Reactive", "WEAK", ("engagement-status", "Status", "| **", ":** | ", "Reactive", "\n")),
        ("| Status | a | |", "WEAK", ("engagement-status", "Status", "| ", " | ", "a", " | |\n")),
        ("|Status|", "WEAK", ("engagement-status", "Status", "|", "", "", "|\n")),
        ("| [EXO] | Exchange Online | done |", "ITEM", ("| ", "[", "EXO", "] | ", "Exchange Online", " | ", "done", " |\n")),
        ("| [EXO] Exchange Online | done |", "ITEM", ("| ", "[", "EXO", "] ", "Exchange Online", " | ", "done", " |\n")),
        ("| [EXO] | Exchange Online |", "ITEM", ("| ", "[", "EXO", "] | ", "Exchange Online", "", "", " |\n")),
        ("| [EXO] | Pilot | |", "ITEM", ("| ", "[", "EXO", "] | ", "Pilot", " | ", "", "|\n")),
        ("| [EXO] | we wait | x |", "ITEM", ("| ", "[", "EXO", "] | ", "", "", "we wait | x", " |\n")),
        ("| EXO | done |", "ITEM", ("| ", "", "EXO", " | ", "", "", "done", " |\n")),
        ("| [MDE] | done |", "ITEM", ("| ", "[", "MDE", "] | ", "", "", "done", " |\n")),
        ("| *SharePoint* | done |", "NAME", ("| *", "", "", "", "SharePoint", "* | ", "done", " |\n")),
        ("| (EXO) | done |", "ROW", None),
        ("| Risks | none |", "ROW", None),
        ("|---|---|", "ROW", None),
        # the head of a table
        ("| Customer | Status | Progress |", "ROW", None),
        ("Customer\tStatus\tProgress", "ROW", None),
        ("Customer | **Status** | Progress | Ana", "ROW", None),
        ("| Customer | Status |", "WEAK", ("customer", "Customer", "| ", " | ", "Status", " |\n")),
        ("| Customer | Bank | Reactive |", "WEAK", ("customer", "Customer", "| ", " | ", "Bank | Reactive", " |\n")),
        ("Customer | Customer | Customer", "WEAK", ("customer", "Customer", "", " | ", "Customer | Customer", "\n")),
        ("||", "ROW", None),
        ("**Customer.** Bank", "WEAK", ("customer", "Customer", "**", ".** ", "Bank", "\n")),
        ("Describe the customer. Bank. Big", "WEAK", ("customer", "Describe the customer", "", ". ", "Bank. Big", "\n")),
        ("Customer. Bank", "PLAIN", None),
        ("Customers like it. **Very**", "PLAIN", None),
        ("+------+------+", "MARKS", None),
        ("+======+", "MARKS", None),
        ("+", "PLAIN", None),
        ("| Status" + " x" * 60 + " | a |", "ROW", None),
    ],
)
def test_a_line_is_classified_by_everyday_words(
    inner: InnerLineClassifier, line: str, kind: str, parts: tuple[str | None, ...] | None
) -> None:
    """Everyday labels and names, slips and own labels need a separator, a bullet, or their own line; sentences are text."""
    cut = inner.parts(f"{line}\n", 0, len(line) + 1)
    assert inner.read(*cut) == (kind, parts)
    if parts:
        key_and_parts = parts[1:] if kind in ("FIELD", "WEAK", "OWN", "MAIL") else parts
        if kind in ("FIELD", "WEAK", "OWN", "MAIL"):
            label, before, *rest = key_and_parts
            key_and_parts = (before, label, *rest)
        assert "".join(filter(None, key_and_parts)) == f"{line}\n"


@pytest.mark.parametrize(
    ("text", "length"),
    [("Exec Summary", 12), ("Exec Sumary - May", 11), ("Exec Summer", 0), ("Executive", 0), ("Summary", 0), ("", 0)],
)
def test_a_title_can_be_misspelled(inner: InnerLineClassifier, text: str, length: int) -> None:
    """It can be one slip away; the text after it is not part of it."""
    assert inner.title_end(text) == length


@pytest.mark.parametrize(
    ("line", "label", "colon"),
    [
        ("## Customer ##", "Customer", ""),
        ("# Status:", "Status", ":"),
        ("# **Status:** #", "Status", ":**"),
        ("## STATUS OF THE ENGAGMENT", "STATUS OF THE ENGAGMENT", ""),
    ],
)
def test_a_heading_can_be_an_everyday_label(inner: InnerLineClassifier, line: str, label: str, colon: str) -> None:
    """It can be one slip away, and has its colon before its value below; other headings are none."""
    kind, parts = inner.heading(*inner.parts(line, 0, len(line))) or ("", None)
    assert kind == "WEAK"
    assert parts is not None
    assert (parts[1], parts[3]) == (label, colon)
    assert inner.heading("## ", "Next steps", "") is None
    assert inner.heading("## ", "SharePoint:", "") == ("NAME", ("## ", "", "", "", "SharePoint", ":", "", ""))
    assert inner.heading("## ", "Customers we like", "") is None
    assert inner.heading("## ", "2020", "") is None


@pytest.mark.parametrize(
    ("row", "kind"),
    [("| Status | Reactive |", "WEAK"), ("| STATUS OF THE ENGAGEMENT |", "FIELD"), ("| x | y |", None), ("|---|", None)],
)
def test_only_a_row_with_a_label_can_open_a_summary(inner: InnerLineClassifier, row: str, kind: str | None) -> None:
    """Rows of other tables are not read closely."""
    classified = inner.opening_row(row, 0, len(row))
    assert (classified and classified[0]) == kind
