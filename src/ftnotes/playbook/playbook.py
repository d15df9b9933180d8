"""A loaded playbook: the values of an edition with its look-up tables."""

from __future__ import annotations

import os
from functools import cache, cached_property
from threading import RLock
from typing import Any, Final, SupportsIndex
from weakref import WeakSet

import attrs
from attrs import frozen

from ..text.suggest import one_of, unknown
from .bundled_files import editions
from .everyday import EverydayWords, build_everyday
from .loader import read_bundled, read_file, read_text
from .model import DEFAULT_EDITION, Edition, PlaybookError, Template
from .vocabulary import Vocabulary, build_vocabulary
from .word_lists import Words


@frozen(eq=False, repr=False)
class Playbook(Edition):
    """An edition with its look-up tables. All reading, checking and writing of notes follows it.

    Playbooks are compared by identity: `load` returns the same object for the same id, and so does unpickling if the process
    has an equal one.
    """

    @staticmethod
    def load(edition: str = DEFAULT_EDITION) -> Playbook:
        """Return a published edition by its id: ``2019-09``, ``2020-03`` or ``2020-05``.

        Raises:
            PlaybookError: there is no such edition; the message lists the known ones.
            TypeError: the id is not a ``str``.
        """
        if not isinstance(edition, str):
            raise TypeError(f"Playbook.load() takes the id of an edition, as '2020-03', not {type(edition).__name__}")
        return _bundled(edition)

    @staticmethod
    def from_file(path: str | os.PathLike[str]) -> Playbook:
        """Return a custom playbook from a TOML file; see ``docs/playbook-keys.md`` for its keys.

        Raises:
            PlaybookError: the file can't be read or is not a playbook; the message names file, key, reason and remedy.
        """
        return read_file(os.fspath(path), Playbook)

    @staticmethod
    def from_text(text: str, name: str = "playbook.toml") -> Playbook:
        """Return a custom playbook from the text of a TOML file; ``name`` is the file that messages name.

        Raises:
            PlaybookError: the text is not a playbook; the message names key, reason and remedy.
        """
        return read_text(text, name, Playbook)

    @staticmethod
    def editions() -> tuple[str, ...]:
        """Return the ids of the published editions, oldest first."""
        return editions()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The look-up tables for words that belong to no template."""
        return build_vocabulary(self)

    @cached_property
    def everyday(self) -> EverydayWords:
        """The look-up tables for words that people type, no edition publishes, and no template has for itself."""
        return build_everyday(self, self.vocabulary)

    @cached_property
    def kept(self) -> dict[str, object]:
        """What is made of each template on first use, by its key, and kept as long as the playbook: see `template_words`."""
        return {}

    def template(self, key: str) -> Template:
        """Return a template by its key.

        Raises:
            ValueError: there is no such template; the message lists those that there are.
        """
        keys = [template.key for template in self.templates]
        return self.templates[keys.index(one_of("template", key, keys, f"playbook {self.id} has"))]

    def words_of(self, language: str) -> Words:
        """Return the words of a language by which free text is read.

        Raises:
            ValueError: no words of this language are known; the message lists the languages.
        """
        codes = [words.code for words in self.words]
        return self.words[codes.index(one_of("language", language, codes, f"playbook {self.id} has"))]

    def __repr__(self) -> str:
        return f"<Playbook {self.id}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print it so in IPython and in failing examples of Hypothesis, too: all of its words would fill pages."""
        printer.text(repr(self))

    def __attrs_post_init__(self) -> None:
        if not self.bundled:
            with _LOCK:
                _CUSTOM.add(self)

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[object, ...]:
        # A bundled playbook is pickled as its id: a pickled note stays small, and comes back with the same playbook.
        # A custom one is pickled whole, and comes back as the equal one that the process has, if it has one.
        return (Playbook.load, (self.id,)) if self.bundled else (_custom, self._contents)

    @property
    def _contents(self) -> tuple[object, ...]:
        return tuple(getattr(self, attribute.name) for attribute in attrs.fields(Playbook))


#: The custom playbooks of this process, as long as something else refers to them.
_CUSTOM: Final[WeakSet[Playbook]] = WeakSet()
#: Reentrant, since code that runs under the lock can free a playbook and make another.
_LOCK: Final = RLock()


def _custom(*contents: Any) -> Playbook:
    """Return the playbook with these contents that this process has, or a new one."""
    with _LOCK:
        return next((playbook for playbook in _CUSTOM if playbook._contents == contents), None) or Playbook(*contents)


@cache
def _bundled(edition: str) -> Playbook:
    return read_bundled(edition, Playbook)


def choose_playbook(playbook: Playbook | None, edition: str | None) -> Playbook:
    """Return the playbook given by either of two arguments; the default edition where neither is given.

    Raises:
        PlaybookError: the file of the edition can't be read.
        TypeError: ``playbook`` is not a `Playbook`.
        ValueError: both are given, or there is no such edition.
    """
    if playbook is None:
        try:
            return Playbook.load(DEFAULT_EDITION if edition is None else edition)
        except PlaybookError:
            known = Playbook.editions()
            if edition is None or edition in known:
                raise
            raise unknown("edition", edition, known) from None
    if not isinstance(playbook, Playbook):
        raise TypeError(f"playbook must be a Playbook, not {type(playbook).__name__}: use Playbook.load('2020-03')")
    if edition is not None:
        raise ValueError(f"edition {edition!r} and playbook {playbook.id!r} are both given; give one")
    return playbook


def choose_language(playbook: Playbook, language: str) -> str:
    """Return the code of a language of the playbook.

    Raises:
        ValueError: the playbook has no such language; the message lists those it has.
    """
    return one_of("language", language, [known.code for known in playbook.languages], f"playbook {playbook.id} has")
