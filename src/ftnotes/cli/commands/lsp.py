"""``ftnotes lsp``: the language server for editors."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from attrs import frozen

from ..options.declaration import flag
from ..options.exit_status import CLEAN, UsageError
from ..options.parser import Command
from ..output.terminal import Screen


@frozen
class LspArguments:
    """The arguments of ``lsp``."""

    stdio: bool = flag("talk over standard input and output, which is the only way; editors pass it by habit")


def _run(arguments: LspArguments, errors: Screen) -> int:
    if find_spec("pygls") is None:
        raise UsageError("the language server needs pygls: pip install 'ftnotes[lsp]'")
    from ...lsp.server import make_server

    make_server().start_io()
    return CLEAN


COMMAND: Final = Command(
    "[OPTIONS]",
    "Run the language server: findings, fixes, format, hovers and completions in an editor. The editor starts it.",
    LspArguments,
    _run,
)
