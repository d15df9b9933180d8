"""Labels that only the lines around them explain."""

from __future__ import annotations

import pytest

import ftnotes

TITLE = "EXEC SUMMARY\n"


def fields(text: str) -> list[tuple[str | None, str, str]]:
    """Return key, label and value of the fields of the only summary of a text, which is lossless."""
    document = ftnotes.parse(text)
    assert ftnotes.serialize(document) == text
    (summary,) = document.exec_summaries
    return [(field.key, field.label, field.value) for field in summary.fields]


def keys(text: str) -> list[str | None]:
    """Return the keys of the fields of the only summary of a text."""
    return [key for key, _, _ in fields(text)]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Where we are: fully engaged", "engagement-status"),
        ("Where we are: Reactive - they call when it burns", "engagement-status"),
        ("Statues: Reactive", "engagement-status"),
        ("staus: fully engaged", "engagement-status"),
        ("Where we are: we hope for the best", None),
        ("Where we are: Partially Deployed", None),
        ("Risks: on hold", None),
        ("Where we are:", None),
    ],
)
def test_a_choice_shows_its_field(line: str, key: str | None) -> None:
    """A label of the writer's own with a choice of the field that is missing there is its label; a usual own label is not."""
    text = f"{TITLE}Customer: Bank\n{line}\nM365 rollout: partially deployed\nRelationship: good\n"
    assert keys(text) == ["customer", key, "deployment-progress", "relationship"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}Customer: Bank\nStatus: Reactive\nWhere we are: fully engaged\nM365 rollout: partially deployed\n",
        f"{TITLE}Customer: Bank\nM365 rollout: partially deployed\nWhere we are: fully engaged\nSupport: none\n",
        f"{TITLE}Where we are: fully engaged\nCustomer: Bank\nM365 rollout: partially deployed\nSupport: none\n",
    ],
)
def test_a_choice_elsewhere_shows_nothing(text: str) -> None:
    """The field must be missing, and its place be between the fields above and below."""
    assert keys(text).count("engagement-status") == text.count("Status:")


@pytest.mark.parametrize(
    "line", ["we are: happy", "as they said today: reactive", "staus:", "http://a.b: reactive", "so it is"]
)
def test_a_small_word_before_other_text_is_text(line: str) -> None:
    """Only one or two before a choice are a label."""
    text = f"{TITLE}Customer: Bank\n{line}\nM365 rollout: partially deployed\nRelationship: good\n"
    assert keys(text) == ["customer", "deployment-progress", "relationship"]


def test_a_choice_proves_no_summary() -> None:
    """What the lines around a label say counts only in a summary by other evidence."""
    assert not ftnotes.parse("Customer: Bank\nWhere we are: fully engaged\nSupport: none\n").exec_summaries
    assert not ftnotes.parse(
        f"{TITLE}About us: Bank\nWhere we are: fully engaged\nHow we feel: partially deployed\n"
    ).exec_summaries


@pytest.mark.parametrize(
    ("lines", "is_list"),
    [
        ("Products:\n - EXO – done\n - Teams – pilot\n", True),
        ("Products:\n - [EXO] done\n - [TEAMS] pilot\n", True),
        ("Products:\n - EXO – done\n - we wait\n", False),
        ("Products:\n - EXO – done\n", False),
        ("Next steps:\n - EXO – done\n - Teams – pilot\n", False),
        ("Products: bikes\n - EXO – done\n - Teams – pilot\n", False),
        ("Workloads:\n - [EXO] done\nProducts:\n - EXO – done\n - Teams – pilot\n", False),
    ],
)
def test_a_list_shows_its_label(lines: str, is_list: bool) -> None:
    """A label of the writer's own right above two workloads is that of their list, if the summary has no other."""
    found = fields(f"{TITLE}Customer: Bank\nStatus: Reactive\n{lines}")
    assert (("workloads", "Products", "") in found) is is_list


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("customer - Bank\nstatus - reactive\nprogress - not deployed\nsupport - no\n", 4),
        ("customer - Bank\nstatus - reactive\nsupport -\n", 3),
        ("customer – Bank\nstatus – reactive\nrel – ok\nwe wait - for them\n", 3),
        ("customer - Bank\nstatus - reactive\ncust - two\n", 1),
        ("customer - Bank\nengagement – reactive\nneeds - no\n", 3),
        ("customer-Bank\nengagement-reactive\nneeds-no\n", 1),
        ("customer - Bank\nstatus: reactive\nprogress: not deployed\nsupport: no\n", 4),
        ("customer - Bank\nstatus: reactive\nprogress: not deployed\n", 2),
        ("customer - they want to wait\nstatus: reactive\nprogress: not deployed\nsupport: no\n", 3),
        ("customer - Bank\nstatus - reactive\n", 1),
    ],
)
def test_dashes_after_three_labels_prove_each_other(lines: str, expected: int) -> None:
    """Everyday words before a dash are labels if three different fields have such, or three others colons; two can be text."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: x\n" if expected == 1 else TITLE
    assert len(fields(text + lines)) == expected + text.count("DESCRIBE")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("cust > Bank\neng > fully engaged\ndepl > partial\nasks >\n", 4),
        ("cust > Bank\neng >> fully engaged\nrel - ok\n", 3),
        ("cust > Bank\neng > fully engaged\nnames > places\n", 1),
        ("cust > Bank\nsize > Q1\na b c > d\n", 1),
    ],
)
def test_signs_that_are_also_in_text_prove_each_other(lines: str, expected: int) -> None:
    """A > after a word or two is a sign of a label if three fields have such a sign or a dash."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: x\n" if expected == 1 else TITLE
    assert len(fields(text + lines)) == expected


REST = "Status: reactive\nProgress: partly deployed\nRelationship: good\n"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Customer car dealer group, 740 users", "car dealer group, 740 users"),
        ("customer  Bank", "Bank"),
        ("Customer asked us to wait", None),
        ("Customer is a bank", None),
        ("Customer they will call", None),
        ("Customer Bank. We wait", None),
        ("Customer contacts Ana and Ben", None),
        ("Customer, Bank", None),
        ("Customers we like", None),
        (f"Customer {'long ' * 30}", None),
    ],
)
def test_a_missing_field_can_lack_its_colon(line: str, value: str | None) -> None:
    """Below a title and beside three fields, a label before words of no sentence is that of the field that is missing."""
    assert {key: text for key, _, text in fields(f"{TITLE}{line}\n{REST}")}.get("customer") == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Customer: Bank\nStatus reactive\nProgress: partly deployed\nSupport: no\n", True),
        ("Customer: Bank\nStatus unclear\nProgress: partly deployed\nSupport: no\n", False),
        ("Customer: Bank\nProgress: partly deployed\nSupport: no\nStatus reactive\n", False),
        ("Customer: Bank\nStatus reactive\nProgress: partly deployed\n", False),
        ("Customer: Bank\nStatus: On Hold\nStatus reactive\nProgress: partly deployed\n", False),
    ],
)
def test_the_field_must_be_missing_there(text: str, found: bool) -> None:
    """A choice of the field counts as its value; elsewhere, or beside fewer fields, the line is text."""
    assert (("engagement-status", "Status", "reactive") in fields(TITLE + text)) is found


def test_workloads_need_the_sign_of_their_label() -> None:
    """What follows the label of the list without a sign is text."""
    assert "workloads" not in keys(f"{TITLE}Customer: Bank\n{REST}Workloads and more\n")
