"""Entries: who, what and when."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.entries import entry
from ftnotes.analysis.actions.roles import Setting

#: What, when, by whom, done.
Parts = tuple[str, str | None, str | None, bool]


def parts(text: str, setting: Setting) -> Parts | None:
    """Return the parts of an entry."""
    words = words_of(text)
    draft = entry(words, 0, len(words.tokens), setting)
    if draft is None:
        return None
    action = draft.action(text)
    return action.what, action.date.text if action.date else None, action.owner, action.done


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana: send it", ("send it", None, "Ana", False)),
        ("**Ana** - send it", ("send it", None, "Ana", False)),
        ("[Ana] send it", ("send it", None, "Ana", False)),
        ("(5/8/2020) send it", ("send it", "5/8/2020", None, False)),
        ("[draft] send it", ("[draft] send it", None, None, False)),
        ("@Ana send it", ("send it", None, "Ana", False)),
        ("5 May 2020: send it", ("send it", "5 May 2020", None, False)),
        ("By 5 May 2020, Ana to send it", ("send it", "5 May 2020", "Ana", False)),
        ("Ana will then send it", ("send it", None, "Ana", False)),
        ("Ana then to send it", ("send it", None, "Ana", False)),
        ("Ana, send it", ("send it", None, "Ana", False)),
        ("Ana is sending it", ("sending it", None, "Ana", False)),
        ("Ana will not send it", ("Ana will not send it", None, None, False)),
        ("I'll send it", ("send it", None, "I", False)),
        ("we review it", ("review it", None, "we", False)),
        ("then Ana to send it", ("send it", None, "Ana", False)),
        ("send it (Ana, 5 May 2020)", ("send it", "5 May 2020", "Ana", False)),
        ("send it (owner: Ana / due 5 May 2020)", ("send it", "5 May 2020", "Ana", False)),
        ("send it (Ana by 5 May 2020)", ("send it", "5 May 2020", "Ana", False)),
        ("send it (5 May 2020 Ana)", ("send it", "5 May 2020", "Ana", False)),
        ("send it (5 May 2020 maybe)", ("send it (5 May 2020 maybe)", "5 May 2020", None, False)),
        ("send it (TBD)", ("send it", None, None, False)),
        ("send it (done)", ("send it", None, None, True)),
        ("send it (draft by 5 May 2020)", ("send it (draft by 5 May 2020)", "5 May 2020", None, False)),
        ("[Ana] [5 May 2020] [TBD] send it", ("send it", "5 May 2020", "Ana", False)),
        ("[Ana] [5 May 2020] [TBD] [x] send it", ("[x] send it", "5 May 2020", "Ana", False)),
        ("send it (done) (TBD) (Ana) (5 May 2020) (?)", ("send it", "5 May 2020", "Ana", True)),
        ("5 May 2020: send it by 8 May 2020", ("send it", "8 May 2020", None, False)),
        ("5 May 2020: send it (8 May 2020)", ("send it", "8 May 2020", None, False)),
        ("5 May 2020: send it - done", ("send it", None, None, True)),
        ("send it to Ana by 5/14 #covid #pilot", ("send it to Ana", "5/14", None, False)),
        ("send the plan to #general", ("send the plan to #general", None, None, False)),
        ("Add it #covid", ("Add it #covid", None, None, False)),
        ("#covid", ("#covid", None, None, False)),
        ("5 May 2020: 8 May 2020", None),
        ("send it @Ana", ("send it", None, "Ana", False)),
        ("send it by @Ana", ("send it", None, "Ana", False)),
        ("schedule it w/ Ana", ("schedule it w/ Ana", None, None, False)),
        ("send it / Ana", ("send it", None, "Ana", False)),
        ("Ana → send it", ("send it", None, "Ana", False)),
        ("Ana -> send it", ("send it", None, "Ana", False)),
        ("Ana => send it", ("send it", None, "Ana", False)),
        ("~~Send it~~ done", ("Send it", None, None, True)),
        ("send it (Ana, 5/22)", ("send it", "5/22", "Ana", False)),
        ("send it (Ana 5/22)", ("send it", "5/22", "Ana", False)),
        ("fund it (Ana 5/22)", ("fund it", "5/22", "Ana", False)),
        ("prepare the 5 May 2020 meeting", ("prepare the 5 May 2020 meeting", None, None, False)),
        ("prepare it for the 5 May 2020 Meeting", ("prepare it Meeting", "5 May 2020", None, False)),
        ("Publish Blog post", ("Publish Blog post", None, None, False)),
        ("ask @Ana", ("ask @Ana", None, None, False)),
        ("mail it to ana@contoso", ("mail it to ana@contoso", None, None, False)),
        ("Firewall rules: Ana to send it", ("send it", None, "Ana", False)),
        ("Log Implementation: send it", ("Log Implementation: send it", None, None, False)),
        ("**Log implementation**: send it", ("Log implementation**: send it", None, None, False)),
        ("Chase Miller: send it", ("send it", None, "Chase Miller", False)),
        ("Members: Ana, Ben", ("Members: Ana, Ben", None, None, False)),
        ("Members: send it", ("send it", None, "Members", False)),
        ("Find a way", ("Find a way", None, None, False)),
        ("Ana a enviar la lista", ("enviar la lista", None, "Ana", False)),
        ("Move from Lync to Teams", ("Move from Lync to Teams", None, None, False)),
        ("@ana-b, @ben and @team/docs: send it", ("send it", None, "ana-b, @ben and @team/docs", False)),
        ("send it, owned by @Ana", ("send it", None, "Ana", False)),
        ("call with @Ana", ("call with @Ana", None, None, False)),
        ("send it to @Ana by 5 May 2020", ("send it to @Ana", "5 May 2020", None, False)),
        ("send it -> Ana", ("send it", None, "Ana", False)),
        ("send it => Ana (5 May 2020)", ("send it", "5 May 2020", "Ana", False)),
        ("send 5 > Ana", ("send 5 > Ana", None, None, False)),
        ("@Ana, please send it", ("send it", None, "Ana", False)),
        ("客户在2020年5月8日之前提供", ("提供", "2020年5月8日", "客户", False)),
        ("客户提供2020年5月8日", ("客户提供", "2020年5月8日", None, False)),
        ("send it)", ("send it", None, None, False)),
        ("send it (twice)", ("send it (twice)", None, None, False)),
        ("send it ()", ("send it ()", None, None, False)),
        ("send it, owner Ana", ("send it", None, "Ana", False)),
        ("send it - Ana - 5 May 2020", ("send it", "5 May 2020", "Ana", False)),
        ("send it, Ana, 5 May 2020", ("send it", "5 May 2020", "Ana", False)),
        ("send it / TBD", ("send it", None, None, False)),
        ("invite Ana, Ben", ("invite Ana, Ben", None, None, False)),
        ("send it by 5 May 2020 at 2pm CET", ("send it", "5 May 2020", None, False)),
        ("send it by 5 May 2020 or so", ("send it or so", "5 May 2020", None, False)),
        ("send 5 May 2020 list by 8 May 2020", ("send 5 May 2020 list", "8 May 2020", None, False)),
        ("send it: done", ("send it", None, None, True)),
        ("send it and did", ("send it", None, None, True)),
        ("send it ✔", ("send it", None, None, True)),
        ("get it done", ("get it done", None, None, False)),
        ("資料の送付 済", ("資料の送付", None, None, True)),
        ("(send it)", ("send it", None, None, False)),
        ("TBD", None),
        ("none at the moment", None),
        ("no further action needed", None),
        ("Ana: no follow-up", None),
        ("Ana: No follow up.", None),
        ("5 May 2020", None),
        ("Partner:", None),
        ("42", None),
        ("", None),
    ],
)
def test_an_entry_of_a_list_has_its_parts(text: str, expected: Parts | None) -> None:
    """The rest is what is to be done."""
    assert parts(text, Setting.LIST) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send it by 5 May 2020 (Ana)", ("Send it", "5 May 2020", "Ana", False)),
        ("Send it, Ana", ("Send it, Ana", None, None, False)),
        ("[Ana] send it", ("[Ana] send it", None, None, False)),
        ("Ana: send it", ("send it", None, "Ana", False)),
        ("Ana Okafor send it", ("Ana Okafor send it", None, None, False)),
        ("we review it", ("we review it", None, None, False)),
        ("5 May 2020 Ana to send it", ("Ana to send it", "5 May 2020", None, False)),
    ],
)
def test_a_plain_sentence_names_people_less_loosely(text: str, expected: Parts) -> None:
    """A name after a comma, or in brackets before, is not an owner there."""
    assert parts(text, Setting.PLAIN) == expected
