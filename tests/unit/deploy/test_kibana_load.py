"""The loader of Kibana's objects, against a server that answers as Kibana does."""

import base64
import os
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.unit.deploy.kibana_uses import KIBANA

PASSWORD = 'pass"word\\ with spaces'


class FakeKibana(ThreadingHTTPServer):
    """Takes an import each time, a rule once."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[tuple[str, str | None, bytes]] = []
        self.imports = '{"success":true}'
        self.codes = {"/api/alerting/rule/": [200, 409]}

    def code(self, path: str) -> int:
        """The next answer to a path; the last one stays."""
        codes = next((codes for start, codes in self.codes.items() if path.startswith(start)), [200])
        return codes.pop(0) if len(codes) > 1 else codes[0]


class _Answers(BaseHTTPRequestHandler):
    server: FakeKibana

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.path, self.headers["Authorization"], body))
        self.send_response(self.server.code(self.path))
        self.end_headers()
        self.wfile.write(self.server.imports.encode() if "_import" in self.path else b"{}")

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def kibana() -> Iterator[FakeKibana]:
    """A running fake."""
    with FakeKibana() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def load(kibana: FakeKibana, **environment: str) -> subprocess.CompletedProcess[str]:
    """One run of the loader."""
    known = {"KIBANA_URL": f"http://127.0.0.1:{kibana.server_port}", "ELASTIC_USER": "elastic"}
    known |= {"PATH": os.environ["PATH"], "ELASTIC_PASSWORD": PASSWORD, "KIBANA_PATIENCE": "4", "no_proxy": "*"}
    command = ["sh", str(KIBANA / "load.sh")]
    return subprocess.run(command, env=known | environment, capture_output=True, text=True, check=False, timeout=60)


def test_loading_waits_for_kibana_and_hands_over_both_files_whole(kibana):
    """Kibana is up long before it is ready."""
    kibana.codes["/api/status"] = [503, 200]
    assert load(kibana).returncode == 0
    paths = [path for path, _, _ in kibana.asked]
    assert paths[:3] == ["/api/status", "/api/status", "/api/saved_objects/_import?overwrite=true"]
    assert (KIBANA / "dealwire.ndjson").read_bytes() in kibana.asked[2][2]
    assert kibana.asked[3][2] == (KIBANA / "new_partnership_rule.json").read_bytes()


def test_loading_twice_succeeds_and_names_the_same_rule(kibana):
    """The service runs at every start of the stack."""
    assert [load(kibana).returncode, load(kibana).returncode] == [0, 0]
    assert len({path for path, _, _ in kibana.asked if "/rule/" in path}) == 1


def test_the_password_reaches_kibana_and_is_never_printed(kibana):
    """Quotes and backslashes in a password are part of it."""
    done = load(kibana)
    expected = base64.b64encode(f"elastic:{PASSWORD}".encode()).decode()
    assert {header for _, header, _ in kibana.asked} == {f"Basic {expected}"}
    assert PASSWORD not in done.stdout + done.stderr


def test_an_import_that_kibana_refuses_in_part_is_a_failure(kibana):
    """Kibana answers 200 to an import of which an object failed."""
    kibana.imports = '{"success":false,"errors":[{"id":"dealwire-overview"}]}'
    done = load(kibana)
    assert (done.returncode, "dealwire-overview" in done.stderr) == (1, True)


def test_a_rule_that_kibana_refuses_is_a_failure(kibana):
    """An alert that does not exist would go unnoticed."""
    kibana.codes["/api/alerting/rule/"] = [400]
    assert load(kibana).returncode == 1


def test_a_kibana_that_never_comes_up_is_a_failure(kibana):
    """The loader gives up instead of waiting for ever."""
    kibana.codes["/api/status"] = [503]
    assert load(kibana, KIBANA_PATIENCE="0").returncode == 1
