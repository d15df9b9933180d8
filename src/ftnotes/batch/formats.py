"""The formats of exports: the reader for each file name suffix.

Readers are named, not imported: this module says whether a file is an export without loading anything that reads one.
"""

from __future__ import annotations

import os
from typing import Final, Literal, TypeAlias, get_args

#: The module and class of the reader for each suffix.
READERS: Final = {
    ".csv": ("csv_file", "CsvReader"),
    ".tsv": ("csv_file", "CsvReader"),
    ".jsonl": ("json_file", "JsonLinesReader"),
    ".json": ("json_file", "JsonReader"),
    ".xlsx": ("excel_file", "ExcelReader"),
    ".parquet": ("parquet_file", "ParquetReader"),
}
#: An order of day, month and year; in ``08/05/2020`` it is ``dmy`` or ``mdy``.
DateOrder: TypeAlias = Literal["dmy", "mdy", "ymd"]
DATE_ORDERS: Final[tuple[DateOrder, ...]] = get_args(DateOrder)
#: The maximum number of processes, which is that of Windows.
MAX_JOBS: Final = 61
#: The file name suffixes of exports.
SUFFIXES: Final = tuple(READERS)


def is_export(file: str) -> bool:
    """Return whether a file is an export by its name."""
    return suffix_of(file) in READERS


def suffix_of(file: str) -> str:
    """Return the suffix of a file name in lower case, such as ``.csv``."""
    return os.path.splitext(file)[1].lower()
