from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from ftnotes_web.server import HOST, NotBuilt, Page, address, make_server

POLICY = "default-src 'none'; script-src 'self'"
INDEX = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built page with a file of each kind, and a secret beside it."""
    made = tmp_path_factory.mktemp("site") / "static"
    (made / "python").mkdir(parents=True)
    (made / "index.html").write_text(INDEX, encoding="utf-8")
    for name in ("worker.mjs", "main.js", "python.wasm", "style.css"):
        (made / name).write_bytes(b"x")
    (made.parent / "secret.txt").write_bytes(b"secret")
    return made


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """The port of a server of that page."""
    with make_server(Page.load(folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def get(port: int, path: str, host: str = "localhost:1") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/main.js", "text/javascript; charset=utf-8"),
        ("/worker.mjs", "text/javascript; charset=utf-8"),
        ("/python.wasm", "application/wasm"),
        ("/style.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_their_type_and_the_policy_of_the_page(port: int, path: str, kind: str) -> None:
    """Each file, scripts of workers included, is under the policy of the page, and can't be shown in another page."""
    response = get(port, path)
    assert response.status == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/nothing", "/python/", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_there_is_nothing_but_the_page(port: int, path: str) -> None:
    """Other files and lists of files are not served."""
    assert get(port, path).status == 404


@pytest.mark.parametrize("host", ["example.org", "example.org:8736", "127.0.0.1.example.org", ""])
def test_names_of_other_sites_are_refused(port: int, host: str) -> None:
    """A page of another site can't read the server by pointing its own name at it."""
    assert get(port, "/", host).status == 403


def test_it_listens_on_this_machine_alone(folder: Path) -> None:
    """The address is that of the machine itself, and a taken port is an error."""
    with make_server(Page.load(folder)) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert address(server) == f"http://127.0.0.1:{server.server_address[1]}/"
        with pytest.raises(OSError, match="in use"):
            make_server(Page.load(folder), server.server_address[1])


def test_without_the_files_of_the_page_it_says_how_to_build_them(tmp_path: Path) -> None:
    """A folder without the page, or with a page without a policy, is not served."""
    with pytest.raises(NotBuilt, match="npm ci && npm run build"):
        Page.load(tmp_path)
    (tmp_path / "index.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(NotBuilt):
        Page.load(tmp_path)


@pytest.mark.parametrize(
    ("error", "is_printed"), [(ConnectionResetError(), False), (BrokenPipeError(), False), (ValueError(), True)]
)
def test_a_browser_that_leaves_is_no_error(
    folder: Path, capsys: pytest.CaptureFixture[str], error: Exception, is_printed: bool
) -> None:
    """A connection that a browser closes leaves no trace on the terminal; another error does."""
    with make_server(Page.load(folder)) as server:
        try:
            raise error
        except Exception:
            server.handle_error(None, (HOST, 1))  # type: ignore[arg-type]  # it is only printed
    assert ("Traceback" in capsys.readouterr().err) is is_printed
