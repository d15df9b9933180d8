"""The built page in a browser. Starting the library takes seconds, so that most tests share one visit."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from ftnotes_web.server import NotBuilt, Page, address, make_server

from .visit import Visit


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the page."""
    try:
        page = Page.load()
    except NotBuilt as error:
        pytest.skip(f"NO PAGE: {error}")
    with make_server(page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address(server)
        server.shutdown()


@pytest.fixture(scope="session")
def shared_visit(chromium: Any, site: str) -> Iterator[Visit]:
    """A visit that tests share."""
    visit = Visit(chromium, site)
    yield visit
    visit.context.close()


@pytest.fixture
def visit(shared_visit: Visit) -> Iterator[Visit]:
    """A visit with an empty editor, which has neither complained nor asked for anything elsewhere when the test ends."""
    shared_visit.clear()
    yield shared_visit
    assert shared_visit.complaints == []
