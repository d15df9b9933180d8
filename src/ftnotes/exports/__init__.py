"""Notes in exports: rows of CSV, JSON, Excel and Parquet files, read, checked, mended and turned into tables.

    for result in check_export("export.csv", Columns("Notes", id="Tenant")):
        ...                                        # a Checked, or the Problem of a row that can't be read

Files are read as they come, and what can't be read is told by row; see docs/exports.md. python-calamine and pyarrow are
imported where a workbook or a Parquet file is opened, and nowhere else.
"""

from .jobs import Checked, Fixed, Policy, Recorded
from .rows import Columns, ExportError, Options, Problem, Row
from .run import (
    SUFFIXES,
    check_export,
    fix_export,
    is_export,
    propose_export,
    propose_rewrite,
    read_export,
    record_export,
    rewrite_export,
)
from .tables import TABLE_SUFFIXES, Tables, guarded, unguarded, workloads_name

__all__ = [
    "SUFFIXES",
    "TABLE_SUFFIXES",
    "Checked",
    "Columns",
    "ExportError",
    "Fixed",
    "Options",
    "Policy",
    "Problem",
    "Recorded",
    "Row",
    "Tables",
    "check_export",
    "fix_export",
    "guarded",
    "is_export",
    "propose_export",
    "propose_rewrite",
    "read_export",
    "record_export",
    "rewrite_export",
    "unguarded",
    "workloads_name",
]
