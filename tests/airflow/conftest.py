"""One home with one Airflow for all tests that need it: a start takes up to a minute and a half."""

import json
import socket
from collections.abc import Iterator
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from airflow_world import Running

RULE = """
name: partnerships
description: For tests, to a file and by mail.
types: [partnership]
channels: [file, mail]
"""


class Mailbox(MessageHandler):
    """A mail server that can be switched off and on, with what it received."""

    def __init__(self) -> None:
        """Off, on a port that stays the same."""
        super().__init__()
        self.received: list[Message] = []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._server: Controller | None = None

    def handle_message(self, message: Message) -> None:
        """Keep it."""
        self.received.append(message)

    def of(self, company: str) -> list[Message]:
        """The messages whose subject names the company."""
        return [message for message in self.received if company in message["Subject"]]

    def on(self) -> None:
        """Listen."""
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)
        self._server.start()

    def off(self) -> None:
        """Refuse connections from now on."""
        if self._server:
            self._server.stop()


@pytest.fixture(scope="session")
def mailbox() -> Iterator[Mailbox]:
    """A mail server that is on."""
    box = Mailbox()
    box.on()
    yield box
    box.off()


@pytest.fixture(scope="session")
def airflow(tmp_path_factory, mailbox) -> Iterator[Running]:
    """Airflow on a home of its own; small batches and runs, so that few files make many."""
    folder = tmp_path_factory.mktemp("dealwire")
    (folder / "rules").mkdir()
    (folder / "rules" / "partnerships.yaml").write_text(RULE)
    mail = f"mailto://127.0.0.1:{mailbox.port}/?from=a@example.org&to=b@example.org"
    running = Running(
        folder / "var",
        DEALWIRE_RULES=str(folder / "rules"),
        AIRFLOW_CONN_DEALWIRE_CHANNELS=json.dumps({"conn_type": "generic", "extra": {"mail": mail}}),
        DEALWIRE_RUN_FILES="100",
        DEALWIRE_BATCH_FILES="25",
    )
    yield running
    running.stop()
