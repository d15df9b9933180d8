"""Contexts: their types, the names that they take, and how they are combined."""

from __future__ import annotations

import datetime

import pytest

from ftnotes import Context, Playbook, check


@pytest.mark.parametrize("role", ["fasttrack-manager", "FastTrack Manager", "fm", "fasttrack  manager"])
def test_a_context_takes_keys_and_names(role: str) -> None:
    """Roles, note types and priorities can be given by key or by any of their names, in any case and spacing."""
    resolved = Context(role=role, note_type="Engagement management", priority="Hoch").resolved(Playbook.load())
    assert resolved == Context(role="fasttrack-manager", note_type="engagement-management", priority="high")


@pytest.mark.parametrize(
    ("context", "message"),
    [
        (
            Context(role="gateway-manger"),
            "knows no role 'gateway-manger' \\(did you mean 'gateway-manager'\\?\\); it knows",
        ),
        (Context(note_type="x"), "knows no note type 'x'; it knows overall-status \\(Overall Status\\)"),
        (
            Context(priority="hihg"),
            r"knows no priority 'hihg' \(did you mean 'high'\?\); it knows high \(High, High Priority, ",
        ),
        (
            Context(intent="waiting"),  # type: ignore[arg-type] # what an untyped caller may give
            "knows no intent 'waiting'; it knows deploying; accelerating; pausing",
        ),
    ],
)
def test_an_unknown_value_is_refused(context: Context, message: str) -> None:
    """A context unknown to the playbook is refused, since it would silently switch rules off."""
    with pytest.raises(ValueError, match=f"^playbook 2020-03 {message}"):
        check("", context=context)


@pytest.mark.parametrize("name", ["role", "note_type", "priority", "intent", "date"])
def test_a_context_takes_texts_and_a_date(name: str) -> None:
    """A value of the wrong type is refused with the name of the attribute."""
    with pytest.raises(TypeError, match=rf"^Context\.{name} takes a .*, not int$"):
        Context(**{name: 3})  # type: ignore[arg-type]
    assert Context(date=datetime.date(2020, 3, 30), priority="high").priority == "high"
    with pytest.raises(TypeError, match="requested takes True, False or None, not str"):
        Context(requested="yes")  # type: ignore[arg-type]


def test_a_context_over_another_keeps_its_values() -> None:
    """Values that one context lacks are those of the other."""
    base = Context(role="SME", priority="high", date=datetime.date(2020, 3, 30))
    assert Context(role="FM", intent="pausing").over(base) == Context("FM", None, "high", "pausing", base.date)
    assert base.over(Context()) == Context().over(base) == base


def test_values_have_names_for_people() -> None:
    """A value is shown by the name that was given, else by the first one of the playbook, or else as it is."""
    playbook = Playbook.load()
    context = Context(role="FM", intent="pausing").resolved(playbook)
    assert context.display_name("role", playbook) == "FM"
    assert Context(role="fasttrack-manager").resolved(playbook).display_name("role", playbook) == "FastTrack Manager"
    assert context.display_name("intent", playbook) == "pausing"
    assert context.display_name("priority", playbook) == ""
