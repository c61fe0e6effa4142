"""What every channel promises, tried against real receivers."""

import json
import socket
import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from aiosmtpd.controller import Controller
from alerting_world import SENTENCE, alert, event

from pipeline.alerting.channels import CHANNELS, open_channel, open_channels
from pipeline.errors import Misconfigured, Unavailable


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def keys_in(path):
    """The keys in a file of alerts, in order."""
    return [json.loads(line)["key"] for line in path.read_text(encoding="utf-8").splitlines()]


class FileReceiver:
    """A file; broken, a path below a file."""

    def __init__(self, folder):
        self.path = folder / "alerts" / "out.jsonl"
        self.url = f"file:{self.path}"
        (folder / "plain").touch()
        self.dead_url = f"file:{folder / 'plain' / 'out.jsonl'}"

    def received(self):
        """What a receiver that drops repeated keys has."""
        return {json.loads(line)["key"]: line for line in self.path.read_text(encoding="utf-8").splitlines()}

    def close(self):
        """Nothing to close."""


class MailReceiver:
    """A real SMTP server."""

    def __init__(self, _folder):
        self.mails = []
        self._server = Controller(self, hostname="127.0.0.1", port=free_port())
        self._server.start()
        self.url = f"mailto://127.0.0.1:{self._server.port}/desk@example.org?from=wire@example.com"
        self.dead_url = f"mailto://127.0.0.1:{free_port()}/desk@example.org?from=wire@example.com"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  # aiosmtpd's name
        """Keep the mail, unless it is for somebody unknown."""
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  # aiosmtpd's name
        """Refuse one address, take all others."""
        if address.startswith("nobody@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def received(self):
        """By Message-ID, without brackets and domain."""
        return {mail["Message-ID"].strip("<>").partition("@")[0].replace(".", ":"): str(mail) for mail in self.mails}

    def close(self):
        """Stop the server."""
        self._server.stop()


class WebReceiver:
    """A real HTTP server behind Apprise's json://."""

    def __init__(self, _folder):
        self.bodies = bodies = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"json://127.0.0.1:{self._server.server_port}/"
        self.dead_url = f"json://127.0.0.1:{free_port()}/"

    def received(self):
        """By the key in the text's last line."""
        return {body["message"].rpartition("key ")[2]: body["title"] + body["message"] for body in self.bodies}

    def close(self):
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()


RECEIVERS = {"file": FileReceiver, "mailto": MailReceiver, "json": WebReceiver}


@pytest.fixture(params=sorted(RECEIVERS))
def receiver(request, tmp_path):
    """Each real receiver in turn."""
    made = RECEIVERS[request.param](tmp_path)
    yield made
    made.close()


def test_every_channel_has_a_receiver_to_be_tried_on():
    """Adding a channel without a sample fails; mailtos is mailto over TLS, json:// stands for all of Apprise."""
    assert set(CHANNELS) - {"mailtos"} <= set(RECEIVERS)


def test_an_alert_arrives_with_its_key_summary_and_evidence(receiver):
    """A receiver learns what happened, by which words, and a key to drop repeats by."""
    open_channel("desk", receiver.url).send(alert(), event(), "al-1:desk")
    assert list(receiver.received()) == ["al-1:desk"]
    text = receiver.received()["al-1:desk"]
    assert "Morvik Foods and Lintara: partnership" in text
    assert SENTENCE in text.replace("=\n", "").replace("\n", " ")


def test_a_repeated_message_has_the_same_key(receiver):
    """A crash between sending and recording repeats a message; a receiver sees that it is the same."""
    for _ in range(2):
        open_channel("desk", receiver.url).send(alert(), event(), "al-1:desk")
    open_channel("desk", receiver.url).send(alert(alert_id="al-2"), event(), "al-2:desk")
    assert list(receiver.received()) == ["al-1:desk", "al-2:desk"]


def test_a_receiver_that_is_not_there_is_unavailable(receiver):
    """Every foreign error is translated; the delivery stays in the outbox."""
    with pytest.raises(Unavailable):
        open_channel("desk", receiver.dead_url).send(alert(), event(), "al-1:desk")


@pytest.mark.parametrize("url", ["", "desk", "file:", "nosuch://x", "mailto://", "json://", "mailto://h/a@b.c?pgp=yes"])
def test_a_wrong_url_is_refused_when_it_is_opened(url):
    """The message names the channel, and no password."""
    with pytest.raises(Misconfigured, match="channel 'desk'"):
        open_channels({"desk": url})


def test_a_mail_to_several_is_not_sent_while_one_is_refused(tmp_path):
    """A refused recipient is not lost silently: the delivery is tried again, under the same Message-ID."""
    server = MailReceiver(tmp_path)
    try:
        url = server.url.replace("desk@example.org", "desk@example.org,nobody@example.org")
        with pytest.raises(Unavailable, match=r"refused nobody@example\.org"):
            open_channel("desk", url).send(alert(), event(), "al-1:desk")
    finally:
        server.close()


def test_the_file_drops_a_repeated_key_itself(tmp_path):
    """Also one that another process wrote."""
    path = tmp_path / "out.jsonl"
    first, second = open_channel("a", f"file:{path}"), open_channel("b", f"file:{path}")
    for channel in (first, second, first):
        channel.send(alert(), event(), "al-1:file")
    second.send(alert(), event(), "al-2:file")
    first.send(alert(), event(), "al-2:file")
    assert keys_in(path) == ["al-1:file", "al-2:file"]


def test_a_line_cut_off_by_a_crash_is_replaced_by_a_whole_one(tmp_path):
    """The next alert does not stick to half of the last."""
    path = tmp_path / "out.jsonl"
    open_channel("a", f"file:{path}").send(alert(), event(), "al-1:file")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2].replace(b"al-1", b"al-2"))
    open_channel("a", f"file:{path}").send(alert(), event(), "al-2:file")
    assert keys_in(path) == ["al-1:file", "al-2:file"]


def test_a_file_that_was_rotated_away_is_begun_anew(tmp_path):
    """The channel looks at the file that is there."""
    path = tmp_path / "out.jsonl"
    channel = open_channel("a", f"file:{path}")
    channel.send(alert(), event(), "al-1:file")
    path.unlink()
    channel.send(alert(), event(), "al-2:file")
    assert keys_in(path) == ["al-2:file"]
