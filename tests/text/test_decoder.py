"""The decoder of untyped data, and its errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ftnotes.text.decoder import Decoder, Readers, below, kind_of, read_toml


class OwnError(Exception):
    """The exception of a decoder."""


class OwnDecoder(Decoder):
    error = OwnError


def test_a_decoder_raises_its_own_error_with_source_key_and_reason() -> None:
    """The message names all three; a plain decoder raises a ValueError."""
    with pytest.raises(OwnError, match=r"^a\.toml: fields\[0\]: wrong$"):
        OwnDecoder("a.toml").fail("fields[0]", "wrong")
    with pytest.raises(ValueError, match=r"^a\.toml: x: wrong$"):
        Decoder("a.toml").fail("x", "wrong")


@pytest.mark.parametrize(
    ("method", "value", "arguments", "message"),
    [
        ("text", 3, (), "k: expected a text in quotes, not a number"),
        ("texts", "x", (), 'k: expected a list of texts, as ["a", "b"], not a text'),
        ("texts", ["x", []], (), "k[1]: expected a text in quotes, not a list"),
        ("texts", [], (True,), "k: expected at least one text, and the list is empty"),
        ("one_of", "selct", (["select", "x"],), "k: unknown 'selct' (did you mean 'select'?); expected one of select, x"),
        ("table", [], (), "k: expected a table, not a list"),
        ("table", {"selct": 1}, (["select"],), "k.selct: unknown key (did you mean 'select'?); expected select"),
        ("table", {}, (None, ["id"]), "k: the key 'id' is missing"),
        ("entries", {}, (str,), "k: expected a list of tables ([[k]]), not a table"),
    ],
)
def test_a_wrong_value_is_key_ofd(method: str, value: object, arguments: tuple[object, ...], message: str) -> None:
    """The error names the key, what was expected, and what is there or close."""
    with pytest.raises(ValueError, match=f"^a: {re.escape(message)}$"):
        getattr(Decoder("a"), method)(value, "k", *arguments)


def test_keys_at_the_top_have_no_parent() -> None:
    """The key of the whole is empty, and does not show in the keys below it."""
    assert (below("", "id"), below("a", "id")) == ("id", "a.id")
    with pytest.raises(ValueError, match=r"^a: id: the key 'id' is missing$"):
        Decoder("a").table({}, "", None, ["id"])


def test_right_values_are_returned() -> None:
    """Lists become tuples, tables stay, and a value that is missing is not read."""
    decoder = Decoder("a")
    table = decoder.table({"id": "x", "all": ["y"]}, "", ["id", "all"], ["id"])
    readers: Readers = {"id": decoder.text, "all": decoder.texts, "no-ne": decoder.text}
    assert decoder.attributes(table, "", readers) == {"id": "x", "all": ("y",)}
    assert decoder.attributes({"no-ne": "z"}, "", readers) == {"no_ne": "z"}
    assert decoder.one_of("x", "", ("x",)) == "x"


def test_entries_are_named_by_a_key_or_their_number() -> None:
    """Errors about an entry name it by the given key if it is a text there."""

    def key_of(value: object, key: str) -> str:
        return key

    values = [{"tag": "A"}, {"tag": 1}, 2]
    assert Decoder("a").entries(values, "k", key_of, "tag") == ("k[A]", "k[1]", "k[2]")
    assert Decoder("a").entries(values, "k", key_of) == ("k[0]", "k[1]", "k[2]")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"),
        ("x", "a text"),
        (True, "a boolean"),
        (1, "a number"),
        (1.5, "a number"),
        ([], "a list"),
        ({}, "a table"),
        (b"", "a bytes"),
    ],
)
def test_kinds_have_plain_names(value: object, kind: str) -> None:
    """A value is named by its kind; JSON calls a table an object."""
    assert kind_of(value) == kind
    assert kind_of({}, "an object") == "an object"


def test_toml_may_start_with_a_byte_order_mark_and_have_any_line_ends(tmp_path: Path) -> None:
    """Editors of every system save a TOML file that is read."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\rc = 3\n")
    assert read_toml(str(path), OwnError) == {"a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.toml", None, "none.toml: there is no such file; check its name"),
        ("a.toml", b"a = \xff", "a.toml: is not UTF-8: byte 4 (0xff) does not fit; save it as UTF-8"),
        ("a.toml", b"a = [", "a.toml: is not TOML: "),
        ("a\0.toml", None, "is not a valid file name; check it"),
    ],
)
def test_a_file_that_is_not_toml_is_key_ofd(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    """The error names the file and the reason."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OwnError, match=re.escape(message)):
        read_toml(str(path), OwnError)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a = " + "[" * 900 + "]" * 900, "nests lists or tables too deeply; write them as flat as the documentation does"),
        ("a = " + "{a = " * 900 + "1" + "}" * 900, "nests lists or tables too deeply"),
        ("b = 1\r\na = " + "9" * 5000, "line 2: a number has thousands of digits; shorten it"),
        ("a = -" + "1_000" * 3000, "line 1: a number has thousands of digits; shorten it"),
        ("a = 1 #" + "x" * 8_000_000, "is longer than 8 MB; such files have some kilobytes; shorten it"),
    ],
    ids=["arrays", "tables", "number", "number with underscores", "long file"],
)
def test_toml_beyond_limits_is_refused(tmp_path: Path, content: str, message: str) -> None:
    """Depth, digits and length have limits, which the error names."""
    path = tmp_path / "a.toml"
    path.write_bytes(content.encode())
    with pytest.raises(OwnError) as refused:
        read_toml(str(path), OwnError)
    assert str(refused.value).startswith(f"{path}: {message}")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Unix")
def test_a_device_without_end_is_refused() -> None:
    """A file that never ends is read up to the limit."""
    with pytest.raises(OwnError, match=r"^/dev/zero: (is longer than 8 MB|looks like UTF-16)"):
        read_toml("/dev/zero", OwnError)


def test_long_lists_of_expected_words_are_cut() -> None:
    """An error names the first forty accepted words and keys."""
    names = [f"name{number}" for number in range(50)]
    with pytest.raises(OwnError) as refused:
        OwnDecoder("a").one_of("x", "key", names)
    assert str(refused.value).endswith("name38, name39, …")
    with pytest.raises(OwnError, match=r"unknown key; expected name0, .*, name39, …$"):
        OwnDecoder("a").table({"x": 1}, "key", dict.fromkeys(names))
