"""The TOML files of the package, and the JSON that a wheel has beside them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from attrs import asdict

from ftnotes import Playbook, PlaybookError
from ftnotes.playbook import bundled_files, language_decoder
from ftnotes.playbook import loader as playbook_file
from ftnotes.playbook import playbook as module


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with copies of the published editions and the words, which are read from there."""
    for name in ("_EDITIONS", "_WORDS"):
        source = Path(getattr(bundled_files, name))
        shutil.copytree(source, tmp_path / source.name, ignore=shutil.ignore_patterns("*.json"))
        monkeypatch.setattr(bundled_files, name, str(tmp_path / source.name))
    monkeypatch.setattr(language_decoder, "_words", language_decoder._words.__wrapped__)
    return tmp_path


@pytest.mark.parametrize("edition", Playbook.editions())
def test_a_shipped_edition_equals_its_file(edition: str, published: Path) -> None:
    """A playbook read from the JSON of a wheel is that of its TOML; JSON that was made from another text is not used."""
    expected = asdict(playbook_file.read_bundled(edition, Playbook), recurse=False)
    for file in map(Path, bundled_files.bundled_files()):
        file.with_suffix(".json").write_text(bundled_files.shipped(str(file)), encoding="utf-8")
    assert asdict(playbook_file.read_bundled(edition, Playbook), recurse=False) == expected
    for file in map(Path, bundled_files.bundled_files()):
        file.with_suffix(".json").write_text('{"crc32": 0, "table": {"id": "forged"}}', encoding="utf-8")
    assert asdict(playbook_file.read_bundled(edition, Playbook), recurse=False) == expected


def test_the_shipped_json_is_read(published: Path) -> None:
    """It is read instead of the TOML."""
    edition = published / "editions" / "2020-03.toml"
    shipped = json.loads(bundled_files.shipped(str(edition)))
    shipped["table"]["summary"] = "as shipped"
    edition.with_suffix(".json").write_text(json.dumps(shipped), encoding="utf-8")
    assert playbook_file.read_bundled("2020-03", Playbook).summary == "as shipped"


@pytest.mark.parametrize("damaged", ["", '{"crc32": 1', "\xff"])
def test_json_that_can_not_be_read_is_not_used(damaged: str, published: Path) -> None:
    """The TOML beside it is read."""
    edition = published / "editions" / "2020-03.toml"
    edition.with_suffix(".json").write_text(damaged, encoding="latin-1")
    assert bundled_files.bundled_table(str(edition))["id"] == "2020-03"


@pytest.mark.parametrize("edition", [None, "2020-03"])
def test_an_edition_that_can_not_be_read_is_not_unknown(
    edition: str | None, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the file and the reason, or the folder that is missing."""
    monkeypatch.setattr(module, "_bundled", module._bundled.__wrapped__)
    file = published / "editions" / "2020-03.toml"
    file.write_text("id = ", encoding="utf-8")
    with pytest.raises(PlaybookError, match=r"2020-03\.toml: is not TOML: "):
        module.choose_playbook(None, edition)
    shutil.rmtree(file.parent)
    with pytest.raises(PlaybookError, match=r"editions: can't be read \(No such file .*\); install ftnotes again"):
        module.choose_playbook(None, edition)


@pytest.mark.skipif("FTNOTES_WHEEL" not in os.environ, reason="only a wheel has them; CI tests one")
@pytest.mark.parametrize("path", bundled_files.bundled_files())
def test_a_wheel_has_the_json_of_its_playbooks(path: str) -> None:
    """The JSON beside each file was made from it."""
    assert Path(path).with_suffix(".json").read_text(encoding="utf-8") == bundled_files.shipped(path)
