"""``ftnotes playbook check``: report what is wrong or weak in a playbook file, and show notes of its templates."""

from __future__ import annotations

import sys

import attrs

from ..options.exit_status import CLEAN, FAILURE, PROBLEMS
from ..output.terminal import Screen


def check(path: str, output_format: str, errors: Screen) -> int:
    """Print the report on a playbook file, as text or as a line of JSON; return the status.

    Args:
        path: The name of the file.
        output_format: ``full`` or ``json``.
        errors: The screen for the error if the file can't be read.
    """
    from ...playbook.model import PlaybookError
    from ...policy.proofing.api import check_playbook

    try:
        report = check_playbook(path)
    except PlaybookError as error:
        errors.report(path, str(error).removeprefix(f"{path}: "))
        return FAILURE
    screen = Screen.of(sys.stdout)
    if output_format == "json":
        from ..output.json_lines import as_json
        from ..output.results import Redaction, Result

        members = as_json(Redaction(), Result(path, report.lines.source, report.diagnostics))
        screen.print_json(members | {"samples": [attrs.asdict(sample) for sample in report.samples]})
    else:
        from ...policy.proofing.report_text import report_lines

        for line in report_lines(screen, path, report.lines, report.diagnostics, report.samples):
            screen.print(line)
    return CLEAN if report.ok else PROBLEMS
