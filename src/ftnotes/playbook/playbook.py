"""A playbook: an edition that is loaded, with its look-up tables."""

from __future__ import annotations

import os
from functools import cache, cached_property
from threading import RLock
from typing import Any, Final, SupportsIndex
from weakref import WeakSet

import attrs
from attrs import frozen

from ..text.suggest import one_of, unknown
from .loader import editions, read_bundled, read_file
from .model import DEFAULT_EDITION, Edition, PlaybookError
from .vocabulary import Vocabulary, build_vocabulary


@frozen(eq=False, repr=False)
class Playbook(Edition):
    """An edition with its look-up tables: all reading, checking and writing depends on it, and on nothing else.

    Two playbooks are the same where they are the same object; `load` gives the same object for the same id, and unpickling
    one that the process has already gives that.
    """

    @staticmethod
    def load(edition: str = DEFAULT_EDITION) -> Playbook:
        """A published edition by its id: ``2019-09``, ``2020-03`` or ``2020-05``.

        Raises:
            PlaybookError: there is no such edition; the message lists those that there are.
            TypeError: the id is no ``str``.
        """
        if not isinstance(edition, str):
            raise TypeError(f"Playbook.load() takes the id of an edition, as '2020-03', not {type(edition).__name__}")
        return _bundled(edition)

    @staticmethod
    def from_file(path: str | os.PathLike[str]) -> Playbook:
        """A playbook of one's own, read from a TOML file; see ``docs/playbooks.md`` for what may stand in it.

        Raises:
            PlaybookError: the file can't be read or is not a playbook; the message names file, key, reason and what was
                expected.
        """
        return read_file(os.fspath(path), Playbook)

    @staticmethod
    def editions() -> tuple[str, ...]:
        """The ids of the published editions, oldest first."""
        return editions()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The look-up tables for reading notes with this playbook."""
        return build_vocabulary(self)

    def __repr__(self) -> str:
        return f"<Playbook {self.id}>"

    def __attrs_post_init__(self) -> None:
        if not self.bundled:
            with _LOCK:
                _OWN.add(self)

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[object, ...]:
        # A bundled playbook travels as its id: a pickled note stays small, and comes back with the very same playbook.
        # One's own travels whole, and comes back as the one that the process has already, if it has one that says the same.
        return (Playbook.load, (self.id,)) if self.bundled else (_own, self._contents)

    @property
    def _contents(self) -> tuple[object, ...]:
        return tuple(getattr(self, attribute.name) for attribute in attrs.fields(Playbook))


#: The playbooks of one's own that this process has, as long as something else holds them.
_OWN: Final[WeakSet[Playbook]] = WeakSet()
#: Reentrant, since a playbook may be freed, and another made, by what runs while it is held.
_LOCK: Final = RLock()


def _own(*contents: Any) -> Playbook:
    """The playbook of these contents that this process has, or a new one."""
    with _LOCK:
        return next((playbook for playbook in _OWN if playbook._contents == contents), None) or Playbook(*contents)


@cache
def _bundled(edition: str) -> Playbook:
    return read_bundled(edition, Playbook)


def choose_playbook(playbook: Playbook | None, edition: str | None) -> Playbook:
    """Return the playbook given by either of two arguments; the default edition where neither is given.

    Raises:
        TypeError: ``playbook`` is not a `Playbook`.
        ValueError: both are given, or there is no such edition.
    """
    if playbook is None:
        try:
            return Playbook.load(DEFAULT_EDITION if edition is None else edition)
        except PlaybookError:
            raise unknown("edition", edition or "", Playbook.editions()) from None
    if not isinstance(playbook, Playbook):
        raise TypeError(f"playbook must be a Playbook, not {type(playbook).__name__}: use Playbook.load('2020-03')")
    if edition is not None:
        raise ValueError(
            f"edition {edition!r} and playbook {playbook.id!r} are both given, and each names a playbook; give one"
        )
    return playbook


def choose_language(playbook: Playbook, language: str) -> str:
    """Return the code of a language of the playbook.

    Raises:
        ValueError: the playbook has no such language; the message lists those it has.
    """
    return one_of("language", language, [known.code for known in playbook.languages], f"playbook {playbook.id} has")
