"""The fuzz targets accept the seeds and splices of them, and would notice a defect."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from helpers.paths import ROOT
from hypothesis import example, given
from hypothesis import strategies as st

FUZZ = ROOT / "fuzz"
sys.path.append(str(FUZZ))

from targets import TARGETS, planted, seeds, words  # noqa: E402 - it is beside the seeds

SEEDS = seeds()


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_fine(name: str) -> None:
    """Every target takes every seed."""
    assert len(SEEDS) > 8
    for seed in SEEDS:
        TARGETS[name](seed)


@given(st.sampled_from([*TARGETS.values()]), st.lists(st.sampled_from(SEEDS) | st.binary(max_size=20), max_size=3))
@example(TARGETS["reading"], [b"\xff"])
@example(TARGETS["playbooks"], [b"extends = 1"])
@example(TARGETS["exports"], [b'Notes\n"x'])
def test_spliced_seeds_are_fine(target: Callable[[bytes], None], parts: list[bytes]) -> None:
    """Every target takes seeds one after another, with bytes between them."""
    target(b"".join(parts))


def test_the_dictionary_has_the_words_of_the_playbook() -> None:
    """Each is on its own line, as libFuzzer reads it."""
    lines = words().split("\n")
    assert '"' + "".join(f"\\x{byte:02X}" for byte in "描述客户".encode()) + '"' in lines
    assert all(re.fullmatch(r'"(\\x[0-9A-F]{2})+"', line) for line in lines[:-1])


def test_a_planted_defect_is_one() -> None:
    """The fuzzer has to find a summary on hold that mentions labels; no seed does."""
    for seed in SEEDS:
        planted(seed)
    with pytest.raises(AssertionError, match="the planted defect"):
        planted(b"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n- SNAPSHOT:\n- [AIP] x\n")
