"""The newest note of each customer, where an export has several, and the order of notes of one day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any, Final, Generic, TypeAlias, TypeVar

from attrs import Factory, define, frozen

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

#: What is compared to find the newer of two notes; the greater one is newer.
Rank: TypeAlias = tuple[Any, ...]
_FIRST_DAY: Final = datetime.date.min
_MIDNIGHT: Final = datetime.time.min


def moment(day: datetime.date | None, time: datetime.time | None) -> tuple[datetime.date, datetime.time]:
    """Return a day and time that can be compared; unknown ones are before all others."""
    return day or _FIRST_DAY, time or _MIDNIGHT


@define
class RowOrder:
    """The order of an export: whether notes that were written later are in later rows or in earlier ones.

    It is that of the notes about one customer on different days, in most cases.
    """

    _days: dict[Hashable, datetime.date] = Factory(dict)
    _later: int = 0

    def add(self, id: Hashable, day: datetime.date | None) -> None:
        """Take the next row about a customer, or of a type of notes about it."""
        if day is None:
            return
        before = self._days.get(id, day)
        self._later += (day > before) - (day < before)
        self._days[id] = day

    @property
    def newest_first(self) -> bool:
        """Whether the newest notes are in the first rows."""
        return self._later < 0


@frozen
class _Newest(Generic[T]):
    """The first and the last of the newest notes in a file, which differ if several have the same rank."""

    file: str
    rank: Rank
    first: T
    last: T


@define
class NewestNotes(Generic[K, T]):
    """The newest note of each customer. It takes one note after the other.

    Of notes of the same rank, the one counts that was written last by the order of the export, or that is in the last file; of
    notes without a day, the last one.
    """

    #: The date of each customer's most recent note of any rank.
    days: dict[K, datetime.date] = Factory(dict)
    _found: dict[K, _Newest[T]] = Factory(dict)
    _orders: defaultdict[str, RowOrder] = Factory(lambda: defaultdict(RowOrder))

    def __len__(self) -> int:
        return len(self._found)

    def add(self, id: K, file: str, day: datetime.date | None, rank: Rank, note: T) -> None:
        """Take a note."""
        self._orders[file].add(id, day)
        if day is not None:
            self.days[id] = max(day, self.days.get(id, day))
        before = self._found.get(id)
        if before is None or before.rank <= rank:
            first = before.first if before and day and (before.file, before.rank) == (file, rank) else note
            self._found[id] = _Newest(file, rank, first, note)

    def kept(self, id: K) -> tuple[T, ...]:
        """Return the notes about a customer that are kept: none, one, or two of the same rank."""
        one = self._found.get(id)
        return () if one is None else (one.last,) if one.first is one.last else (one.first, one.last)

    def get(self, id: K) -> T | None:
        """Return the newest note about a customer."""
        one = self._found.get(id)
        return None if one is None else one.first if self._orders[one.file].newest_first else one.last

    def items(self) -> Iterator[tuple[K, T]]:
        """Yield each customer with the newest note."""
        for id, one in self._found.items():
            yield id, one.first if self._orders[one.file].newest_first else one.last
