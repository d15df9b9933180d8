"""Options declared as attributes."""

from __future__ import annotations

import argparse

import pytest
from attrs import frozen

from ftnotes.cli.options.declaration import Heading, add_options, flag, from_namespace, group, option, positional


@frozen
class Part:
    """Options that others include."""

    one: str | None = option("one", either="count")
    two_more: int = option("two", either="count", default=2, type=int)


@frozen
class Whole:
    """Options of a command."""

    names: list[str] = positional("NAME", "names", nargs="*")
    quiet: bool = flag("quiet", Heading("manner"))
    target: str | None = option("target", None, "-t", "--to")
    part: Part = group(Part, Heading("parts", "all of them"), without=["one"])


def parser(kind: type[Part] | type[Whole]) -> argparse.ArgumentParser:
    """Return a parser of the options of a class."""
    made = argparse.ArgumentParser(exit_on_error=False)
    add_options(made, kind)
    return made


def test_arguments_become_a_value() -> None:
    """Each attribute has its argument, or the default."""
    namespace = parser(Whole).parse_args(["a", "--quiet", "-t", "x", "--two-more", "3"])
    assert from_namespace(Whole, namespace) == Whole(["a"], True, "x", Part(None, 3))
    assert from_namespace(Whole, parser(Whole).parse_args([])) == Whole([], part=Part())


def test_options_are_listed_below_their_headings() -> None:
    """Headings come in the order of the attributes."""
    text = parser(Whole).format_help()
    assert text.index("--to") < text.index("manner:\n  --quiet") < text.index("parts:\n  all of them\n\n  --two-more")
    assert "--one" not in text


def test_options_of_the_same_choice_exclude_each_other() -> None:
    """Only one of them can be given."""
    with pytest.raises(argparse.ArgumentError, match="not allowed with argument --one"):
        parser(Part).parse_args(["--one", "x", "--two-more", "3"])
