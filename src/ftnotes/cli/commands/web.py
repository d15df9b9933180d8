"""``ftnotes web``: the web page, shown on this machine."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from attrs import frozen

from ..options.declaration import flag, option
from ..options.exit_status import CLEAN, UsageError
from ..options.parser import Command
from ..output.terminal import Screen

#: The port unless another one is given: the same each time, since a browser keeps drafts by address.
_PORT: Final = 8736


@frozen
class WebArguments:
    """The arguments of ``web``."""

    port: int = option(f"port to listen on (default: {_PORT})", None, "--port", type=int, default=_PORT)
    no_browser: bool = flag("open no browser; print the address alone")


def _run(arguments: WebArguments, errors: Screen) -> int:
    try:
        from ftnotes_web.server import NotBuilt, Page, address, make_server
    except ImportError:
        raise UsageError("the web page needs ftnotes-web: pip install 'ftnotes[web]'") from None
    try:
        server = make_server(Page.load(), arguments.port)
    except NotBuilt as error:
        raise UsageError(f"the web page can't be shown: {error}") from None
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else "ports are 0 to 65535"
        raise UsageError(
            f"port {arguments.port} can't be used: {reason}; if the page is not open already, --port 0 takes a free one"
        ) from None
    with server:
        errors.print(f"The page is at {address(server)}, for this machine alone. Press Ctrl-C to end.")
        if not arguments.no_browser:
            import webbrowser

            webbrowser.open(address(server))
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    return CLEAN


COMMAND: Final = Command(
    "[OPTIONS]",
    "Show the web page on this machine: findings and fixes as one types, in a browser. Nothing is sent anywhere.",
    WebArguments,
    _run,
)
