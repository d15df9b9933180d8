"""Options declared as attributes: each has its name, type, default and help in one place.

@frozen
class Arguments:
    notes: list[str] = positional("NOTE", "a file", nargs="+")
    strict: bool = flag("stop at the first error", OUTPUT)
    reading: ReadingOptions = group(ReadingOptions, READING)
"""

from __future__ import annotations

import argparse
from collections.abc import Collection
from typing import Any, NamedTuple, TypeVar

import attrs

T = TypeVar("T", bound=attrs.AttrsInstance)


class Heading(NamedTuple):
    """What help shows above a group of options."""

    title: str
    description: str | None = None


def option(help: str, heading: Heading | None = None, *flags: str, either: str = "", **settings: Any) -> Any:
    """Declare an option.

    Args:
        help: its help.
        heading: where help lists it; by default where the options of its class are listed.
        flags: how it is given; by default by the name of the attribute.
        either: the same text for options that exclude each other.
        settings: other arguments of `argparse.ArgumentParser.add_argument`.
    """
    declared = {"heading": heading, "either": either, "flags": flags, "settings": {"help": help, **settings}}
    return attrs.field(default=settings.get("default"), metadata=declared)


def flag(help: str, heading: Heading | None = None, **settings: Any) -> Any:
    """Declare an option without a value."""
    return option(help, heading, action="store_true", default=False, **settings)


def positional(metavar: str, help: str, **settings: Any) -> Any:
    """Declare arguments that are not options."""
    return option(help, None, "", metavar=metavar, **settings)


def group(kind: type[attrs.AttrsInstance], heading: Heading | None = None, without: Collection[str] = ()) -> Any:
    """Declare the options of another class, without some of them."""
    return attrs.field(default=None, metadata={"kind": kind, "heading": heading, "without": without})


def add_options(parser: argparse.ArgumentParser, kind: type[attrs.AttrsInstance]) -> None:
    """Add the options that a class declares to a parser."""
    containers: dict[tuple[Heading | None, str], argparse._ActionsContainer] = {(None, ""): parser}

    def container(heading: Heading | None, either: str) -> argparse._ActionsContainer:
        if (heading, either) not in containers:
            containers[heading, either] = (
                container(heading, "").add_mutually_exclusive_group() if either else parser.add_argument_group(*heading or ())
            )
        return containers[heading, either]

    def add(kind: type[attrs.AttrsInstance], heading: Heading | None, without: Collection[str]) -> None:
        for attribute in attrs.fields(kind):
            name, declared = attribute.name, attribute.metadata
            if "kind" in declared:
                add(**declared)
            elif declared and name not in without:
                flags = declared["flags"] or (f"--{name.replace('_', '-')}",)
                # argparse takes the attribute of an argument that is not an option from its name.
                settings = declared["settings"] if flags == ("",) else {**declared["settings"], "dest": name}
                group = container(declared["heading"] or heading, declared["either"])
                group.add_argument(*(flag or name for flag in flags), **settings)

    add(kind, None, ())


def from_namespace(kind: type[T], namespace: argparse.Namespace) -> T:
    """Return the values of the options that a class declares; those that were not added have their defaults."""
    values: dict[str, object] = {}
    for attribute in attrs.fields(kind):
        if "kind" in attribute.metadata:
            values[attribute.name] = from_namespace(attribute.metadata["kind"], namespace)
        elif hasattr(namespace, attribute.name):
            values[attribute.name] = getattr(namespace, attribute.name)
    return kind(**values)
