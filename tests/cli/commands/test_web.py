from __future__ import annotations

import socket
import sys
import webbrowser
from http.server import ThreadingHTTPServer
from pathlib import Path

import ftnotes_web.server
import pytest
from ftnotes_web.server import Page
from helpers.commands import run_command


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A page, whose server ends by Ctrl-C at once; the addresses that a browser opens."""
    (tmp_path / "index.html").write_text('http-equiv="Content-Security-Policy" content=""', encoding="utf-8")
    load, opened = Page.load, list[str]()
    monkeypatch.setattr(ftnotes_web.server.Page, "load", lambda: load(tmp_path))
    monkeypatch.setattr(webbrowser, "open", opened.append)

    def interrupted(server: ThreadingHTTPServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", interrupted)
    return opened


def test_the_page_is_opened_in_a_browser(page: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The address is printed and opened, and Ctrl-C ends the server without an error."""
    status, out, err = run_command(capsys, "web", "--port", "0")
    assert (status, out) == (0, "")
    [opened] = page
    assert err == f"The page is at {opened}, for this machine alone. Press Ctrl-C to end.\n"
    assert opened.startswith("http://127.0.0.1:")


def test_the_browser_can_be_left_to_the_user(page: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With ``--no-browser`` the address is printed alone."""
    status, _, err = run_command(capsys, "web", "--port", "0", "--no-browser")
    assert (status, page) == (0, [])
    assert "http://127.0.0.1:" in err


@pytest.mark.parametrize("port", ["-1", "70000"])
def test_a_port_that_cannot_be_is_an_error(page: list[str], capsys: pytest.CaptureFixture[str], port: str) -> None:
    """A number that is not a port is refused."""
    status, _, err = run_command(capsys, "web", f"--port={port}")
    assert status == 2
    assert err.startswith(f"ftnotes web: port {port} can't be used: ports are 0 to 65535; ")


def test_a_port_that_is_taken_is_an_error(page: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A second start says that the page can be open already, and how to take another port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, err = run_command(capsys, "web", f"--port={port}")
    assert (status, page) == (2, [])
    assert err.startswith(f"ftnotes web: port {port} can't be used: ")
    assert err.endswith("; if the page is not open already, --port 0 takes a free one\n")


def test_a_page_that_is_not_built_is_an_error(
    page: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In a clone, the command says how to build the page."""
    (tmp_path / "index.html").unlink()
    status, _, err = run_command(capsys, "web", "--port", "0")
    assert (status, page) == (2, [])
    assert "build it: npm ci && npm run build" in err


def test_without_its_distribution_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where ftnotes-web is missing, the command fails with the line that installs it."""
    monkeypatch.setitem(sys.modules, "ftnotes_web.server", None)
    status, out, err = run_command(capsys, "web")
    assert (status, out) == (2, "")
    assert err == "ftnotes web: the web page needs ftnotes-web: pip install 'ftnotes[web]'\n"
