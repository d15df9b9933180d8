"""Results as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import CLEAN, notes, run_command
from helpers.results import FAULTY


def test_json_is_an_object_for_each_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, each note is an object on one line: problems with places, evidence and fixes, and the skipped rules."""
    names = notes(tmp_path, note=FAULTY, clean=CLEAN)
    status, out, _ = run_command(capsys, "check", "--output-format", "json", *names)
    assert status == 1
    first, second = map(json.loads, out.splitlines())
    assert [first["file"], second["file"]] == names
    assert second["diagnostics"] != []
    found = {one["code"]: one for one in first["diagnostics"]}
    choice = found["FT201"]
    assert FAULTY[slice(*choice["span"])] == "😀 Nearly: done, 50%"
    assert (choice["line"], choice["column"], choice["end-line"], choice["end-column"]) == (4, 29, 4, 48)
    assert (choice["severity"], choice["name"], choice["evidence"]) == ("error", "choice-not-in-list", [])
    (why,) = found["FT301"]["evidence"]
    assert FAULTY[slice(*why["span"])] == "On Hold"
    (fix,) = found["FT404"]["fixes"]
    assert (fix["title"], fix["safe"]) == ("use the template's spelling", True)
    assert {"code": "FT509", "name": "note-type-of-another-role", "needs": ["role", "note-type"]} in first["not-evaluated"]
    assert first["fixed"] == []
    (name,) = notes(tmp_path, note=FAULTY)
    _, out, _ = run_command(capsys, "fix", "--output-format", "json", "--select", "FT404", name)
    (done,) = json.loads(out)["fixed"]
    assert (done["code"], done["safe"], done["line"], done["column"], FAULTY[slice(*done["span"])]) == (
        "FT404",
        True,
        7,
        8,
        "exo",
    )
