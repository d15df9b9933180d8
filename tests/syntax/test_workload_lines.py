"""The workloads on lines are found by their tags and names."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.parser import tokenize_line
from ftnotes.syntax.workload_lines import parted_name


@pytest.mark.parametrize(
    ("line", "tag", "name", "update"),
    [
        ("- [EXO] [OLM] Mail - a", "EXO] [OLM", "Mail", "a"),
        ("- [EXO][OLM] a", "EXO][OLM", "", "a"),
        ("- [EXO] [OLM]", "EXO] [OLM", "", ""),
        ("- [EXO] [Ana] a", "EXO", "", "[Ana] a"),
        ("- (EXO) [OLM] a", "EXO", "", "[OLM] a"),
        ("- [EXO/SPO] Exchange Online / SharePoint Online - x", "EXO/SPO", "Exchange Online / SharePoint Online", "x"),
        ("- [TEAMS] Teams Phone - pilot", "TEAMS", "Teams Phone", "pilot"),
        ("- [TEAMS] Teams pilot in Paris and more - x", "TEAMS", "Teams", "pilot in Paris and more - x"),
        ("- [TEAMS] Teams 2020 - x", "TEAMS", "Teams", "2020 - x"),
        ("- [OPP] Office 365 ProPlus 32-bit to 64-bit - x", "OPP", "Office 365 ProPlus 32-bit to 64-bit", "x"),
        ("- [SPO] SharePoint Online (pilot) - x", "SPO", "SharePoint Online (pilot)", "x"),
        ("- [SPO] SharePoint Online On track - x", "SPO", "SharePoint Online", "On track - x"),
        ("- [SPO] SharePoint Online 规划中 - x", "SPO", "SharePoint Online", "规划中 - x"),
        ("- [TEAMS] Teams, pilot - x", "TEAMS", "Teams", "pilot - x"),
        ("- [TEAMS] Teams/Phone - x", "TEAMS", "Teams/Phone", "x"),
        ("- [OD] OneDrive**", "OD", "OneDrive", ""),
        ("- [OD] OneDrive now", "OD", "", "OneDrive now"),
        ("- [EXO] Mailboxes**", "EXO", "Mailboxes", ""),
        ("- [EXO] Mailboxes", "EXO", "Mailboxes", ""),
        ("- [EXO] mail", "EXO", "", "mail"),
        ("- [FOO] Foo Bar", "FOO", "Foo Bar", ""),
        ("- [FOO] foo bar", "FOO", "", "foo bar"),
        ("- [FOO] A B C D", "FOO", "", "A B C D"),
        ("- [FOO] Foo - bar", "FOO", "Foo", "bar"),
        ("- [EXO] | Exchange Online | done", "EXO", "Exchange Online", "done"),
        ("- [EXO]; done", "EXO", "", "done"),
        ("- [EXO]  Vor- und Nachbereitung", "EXO", "", "Vor- und Nachbereitung"),
        ("- [EXO]  pre- and post-migration - x", "EXO", "pre- and post-migration", "x"),
        ("- [EXO]  Cloud mail- Moved in May", "EXO", "Cloud mail", "Moved in May"),
        ("- [EXO]  Cloud mail -Moved in May", "EXO", "Cloud mail", "Moved in May"),
        ("- [EXO]  Cloud mail -moved in May", "EXO", "", "Cloud mail -moved in May"),
        ("- [EXO]  Cloud mail-In", "EXO", "", "Cloud mail-In"),
        ("- [EXO]  G Suite -> EXO", "EXO", "", "G Suite -> EXO"),
        ("- [EXO]  Mail -", "EXO", "Mail", ""),
        ("- [EXO] wave <!-- x", "EXO", "", "wave <!-- x"),
        ("- [EXO] Exchange Online -40 mailboxes", "EXO", "Exchange Online", "-40 mailboxes"),
        ("- [TEAMS]  -5 % usage", "TEAMS", "", "-5 % usage"),
        ("- [TEAMS]  –5 % usage", "TEAMS", "", "–5 % usage"),
        ("- [TEAMS]  - 5 users", "TEAMS", "", "5 users"),
        ("[EXO] Exchange Online = done", "EXO", "Exchange Online", "done"),
        ("[EXO] Exchange Online=done", "EXO", "Exchange Online", "done"),
        ("[OD] Onedrive => 430 active", "OD", "Onedrive", "430 active"),
        ("[EXO] Exchange Online | done", "EXO", "Exchange Online", "done"),
        ("[EXO] = on hold", "EXO", "", "on hold"),
        ("[EXO] a = b", "EXO", "", "a = b"),
        ("[PROPLUS] Apps - on hold", "PROPLUS", "Apps", "on hold"),
    ],
)
def test_the_text_after_a_tag_is_name_and_update(line: str, tag: str, name: str, update: str) -> None:
    """Tags can follow each other; a name can have a few more words; a hyphen, minus or arrow among words separates nothing."""
    _, _, typed_tag, _, typed_name, _, typed_update, _ = parts = tokenize_line(line, first_template(Playbook.load())).parts
    assert (typed_tag, typed_name, typed_update) == (tag, name, update)
    assert "".join(parts) == line


def test_a_tag_is_not_closed_by_an_arrow() -> None:
    """Its head is in an arrow that moves one workload to another."""
    assert tokenize_line("- [EXO->SPO] x", first_template(Playbook.load())).type not in ("ITEM", "TAG")
    assert tokenize_line("- <EXO> x", first_template(Playbook.load())).parts[2] == "EXO"


def test_a_whole_label_in_brackets_is_a_label() -> None:
    """A shortened one is a tag."""
    playbook = Playbook.load()
    assert tokenize_line("- [DESCRIBE THE CUSTOMER]: x", first_template(playbook)).parts == (
        "customer",
        "DESCRIBE THE CUSTOMER",
        "- [",
        "]: ",
        "x",
        "",
    )
    assert tokenize_line("- [STATUS]: x", first_template(playbook)).type == "TAG"


@pytest.mark.parametrize(
    ("line", "kind", "tag"),
    [
        ("- [EXO Exchange Online - x", "ITEM", "EXO"),
        ("- [EXO+OLM Outlook Mobile - x", "ITEM", "EXO+OLM"),
        ("- [EXO+OLM Mail", "PLAIN", ""),
        ("- [EXO + OLM", "ITEM", "EXO + OLM"),
        ("- EXO/SPO - x", "NAME", "EXO/SPO"),
        ("- EXO/SPO/nothing - x", "PLAIN", ""),
        ("- EXO" + "/EXO" * 30 + ": x", "NAME", "EXO" + "/EXO" * 30),
        ("- EXO" + "/EXO" * 60 + ": x", "PLAIN", ""),
        ("- EXO/nothing else", "PLAIN", ""),
    ],
)
def test_joined_tags_are_read_whole(line: str, kind: str, tag: str) -> None:
    """Without their closing bracket and without any, up to some forty."""
    token = tokenize_line(line, first_template(Playbook.load()))
    assert (token.type, token.parts[2] if token.parts else "") == (kind, tag)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Exchange Online [EXO]", ("Exchange Online", " ", "[", "EXO", "]")),
        ("Mail**  [exo]", ("Mail", "**  ", "[", "exo", "]")),
        ("Mail(EXO)", ("Mail", "", "(", "EXO", ")")),
        ("School Data Sync (SDS)", ("School Data Sync", " ", "(", "SDS", ")")),
    ],
)
def test_a_tag_can_be_behind_its_name(name: str, parts: tuple[str, str, str, str, str]) -> None:
    """It is in brackets, or in parentheses and spelled exactly."""
    assert parted_name(first_template(Playbook.load()).vocabulary, name) == parts


@pytest.mark.parametrize(
    "name",
    [
        "Classroom / School Data Sync (SDS)",
        "Mail (exo)",
        "Mail [EXO)",
        "Mail {EXO}",
        "Mail [Ana]",
        "[EXO]",
        "Mail [EXO] x",
        "Mail",
    ],
)
def test_other_brackets_behind_a_name_are_part_of_it(name: str) -> None:
    """Neither an unknown tag nor the end of a published name is one."""
    assert parted_name(first_template(Playbook.load()).vocabulary, name) == (name, None, "", "", "")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("[STATUS OF THE ENGAGEMENT] Reactive", "Reactive"),
        ("- [Status of the engagement]: Reactive", "Reactive"),
        ("- (STATUS OF THE ENGAGEMENT): Reactive", "Reactive"),
        ("[STATUS OF THE ENGAGEMENT]", ""),
        ("(STATUS OF THE ENGAGEMENT) Reactive", None),
        ("[Status] Reactive", None),
    ],
)
def test_a_label_can_be_in_brackets(line: str, value: str | None) -> None:
    """A whole one is in square brackets, or before a colon."""
    token = tokenize_line(line, first_template(Playbook.load()))
    assert (token.type == "FIELD") == (value is not None)
    assert value is None or token.parts[4] == value
