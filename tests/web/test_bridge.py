from __future__ import annotations

import json

import pytest
from ftnotes_web.bridge import call
from hypothesis import given
from hypothesis import strategies as st

from .requests import NOTE, ask


@pytest.mark.parametrize(
    ("name", "request_", "error"),
    [
        ("check", "[]", "a request is an object"),
        ("check", "{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("check", "{}", "text takes a text, not None"),
        ("check", '{"text": 1}', "text takes a text, not 1"),
        ("check", '{"text": "", "settings": {"role": 1}}', "role takes a text, not 1"),
        ("check", '{"text": "", "settings": {"date": "soon"}}', "Invalid isoformat string: 'soon'"),
        ("card", '{"text": "", "place": "x"}', "place takes a number, not 'x'"),
        ("explain", "{}", "code takes a text, not None"),
        ("explain", '{"code": "FT000"}', "there is no rule 'FT000'"),
        ("eval", "{}", "there is no function 'eval'"),
    ],
)
def test_what_cannot_be_done_comes_back_as_an_error(name: str, request_: str, error: str) -> None:
    """A request that is wrong in any way is answered by an object that says how."""
    assert json.loads(call(name, request_)) == {"error": error}


def test_an_unknown_setting_names_what_is_known() -> None:
    """An edition or role that doesn't exist is refused with those that do."""
    assert ask("check", text="", settings={"edition": "1999"})["error"].startswith("edition")
    assert "fasttrack-manager" in ask("check", text="", settings={"role": "boss"})["error"]


@given(st.text(st.characters(), max_size=40))
def test_any_text_is_answered_in_ascii(text: str) -> None:
    """Whatever is typed, half a surrogate pair included, each function answers, and its answer is ASCII."""
    for name in ("check", "fix", "format", "card"):
        answer = call(name, json.dumps({"text": text + NOTE}))
        assert answer.isascii()
        assert "error" not in json.loads(answer)
