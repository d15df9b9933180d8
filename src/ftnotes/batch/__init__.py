"""Notes in rows of CSV, JSON, Excel and Parquet files: read, checked, fixed, rewritten, and made into tables.

In: a file, the names of its columns, and a `Policy`. Out: lazily, a value for each row (`Checked`, `Fixed`, `Recorded`; or
`Examined`, with all that is found) or the `RowError` of one that can't be read; new files; tables.

    for result in check_export("export.csv", Columns("Notes", id="Tenant")):
        ...

python-calamine and pyarrow are imported only when a workbook or a Parquet file is opened. See docs/exports.md.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_exports

if TYPE_CHECKING:
    from .api import check_export as check_export
    from .api import examine_export as examine_export
    from .api import fix_export as fix_export
    from .api import preview_fixes as preview_fixes
    from .api import preview_rewrite as preview_rewrite
    from .api import read_export as read_export
    from .api import record_export as record_export
    from .api import rewrite_export as rewrite_export
    from .arrow import check_batch as check_batch
    from .export_table import ExportTable as ExportTable
    from .formats import SUFFIXES as SUFFIXES
    from .formats import is_export as is_export
    from .jobs import Checked as Checked
    from .jobs import Examined as Examined
    from .jobs import Fixed as Fixed
    from .jobs import Policy as Policy
    from .jobs import Recorded as Recorded
    from .previous import OlderNotes as OlderNotes
    from .rows import Columns as Columns
    from .rows import ExportError as ExportError
    from .rows import Options as Options
    from .rows import Previous as Previous
    from .rows import Row as Row
    from .rows import RowError as RowError
    from .table_files import escape_formula as escape_formula
    from .table_files import unescape_formula as unescape_formula
    from .tables import CHECK_TABLES as CHECK_TABLES
    from .tables import RECORD_TABLES as RECORD_TABLES
    from .tables import TABLE_SUFFIXES as TABLE_SUFFIXES
    from .tables import Tables as Tables
    from .tables import table_name as table_name

__all__, __getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "api": (
            "check_export",
            "examine_export",
            "fix_export",
            "preview_fixes",
            "preview_rewrite",
            "read_export",
            "record_export",
            "rewrite_export",
        ),
        "arrow": ("check_batch",),
        "export_table": ("ExportTable",),
        "formats": ("SUFFIXES", "is_export"),
        "jobs": ("Checked", "Examined", "Fixed", "Policy", "Recorded"),
        "previous": ("OlderNotes",),
        "rows": ("Columns", "ExportError", "Options", "Previous", "RowError", "Row"),
        "table_files": ("escape_formula", "unescape_formula"),
        "tables": ("CHECK_TABLES", "RECORD_TABLES", "TABLE_SUFFIXES", "Tables", "table_name"),
    },
)
