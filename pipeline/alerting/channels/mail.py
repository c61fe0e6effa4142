"""Mail, sent by ourselves: Apprise gives every mail a random Message-ID, ours is the delivery's key."""

import smtplib
import ssl
from collections.abc import Iterable
from email.message import EmailMessage
from email.utils import formataddr, formatdate

import apprise
from apprise.plugins.email.base import NotifyEmail

from pipeline.alerting.channels.message import body_of, subject_of
from pipeline.errors import Misconfigured, Unavailable
from schemas.alert import Alert
from schemas.event import Event

TIMEOUT_SECONDS = 20


class MailChannel:
    """An Apprise mail URL (`mailtos://user:password@host/to@example.org`); Apprise reads it, we send.

    A repeated message has the Message-ID of the first, so that a receiver can drop it.
    """

    def __init__(self, url: str) -> None:
        server = apprise.Apprise.instantiate(url)
        if not isinstance(server, NotifyEmail) or not server.targets:
            raise Misconfigured("Apprise cannot use this mail URL; write mailtos://user:password@host/to@example.org")
        if server.pgp_mode != "no":
            raise Misconfigured("mail is sent without PGP here; take it out of the URL")
        self._server = server

    def send(self, alert: Alert, event: Event, key: str) -> None:  # noqa: ARG002  # the port's signature
        """One message to all recipients; raises Unavailable where the server did not take it for each of them."""
        try:
            with self._connected() as smtp:
                refused = smtp.send_message(self._message(alert, key))
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(f"mail server {self._server.smtp_host}: {error}") from error
        if refused:
            raise Unavailable(f"mail server {self._server.smtp_host} refused {', '.join(refused)}")

    def _connected(self) -> smtplib.SMTP:
        """A session as the URL asks for it: plain, STARTTLS or TLS, logged in where it names a user."""
        server = self._server
        host, port = str(server.smtp_host), int(server.port or 0)
        if server.secure_mode == "ssl":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=self._tls())
        else:
            smtp = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
        if server.secure_mode == "starttls":
            smtp.starttls(context=self._tls())
        if server.user and server.password:
            smtp.login(server.user, server.password)
        return smtp

    def _tls(self) -> ssl.SSLContext:
        """The usual checks of the server's certificate, unless the URL says `verify=no`."""
        context = ssl.create_default_context()
        if not self._server.verify_certificate:
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context

    def _message(self, alert: Alert, key: str) -> EmailMessage:
        """The mail; Bcc is a header here, which smtplib reads and takes out."""
        server, message = self._server, EmailMessage()
        name, sender = server.from_addr[0], str(server.from_addr[1])
        addressed = {"To": _addresses(server.targets), "Cc": ", ".join(server.cc), "Bcc": ", ".join(server.bcc)}
        headers = {
            **server.headers,
            "Subject": subject_of(alert),
            "From": formataddr((str(name or "Dealwire"), sender)),
            "Reply-To": ", ".join(server.reply_to),
            **addressed,
            "Date": formatdate(alert.created_at.timestamp()),
            "Message-ID": f"<{key.replace(':', '.')}@{sender.partition('@')[2]}>",
        }
        for header, value in headers.items():
            if value:
                message[header] = value
        message.set_content(body_of(alert, key))
        return message


def _addresses(people: Iterable[tuple[str | bool, str]]) -> str:
    return ", ".join(formataddr((str(name or ""), address)) for name, address in people)
