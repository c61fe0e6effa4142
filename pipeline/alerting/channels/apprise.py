"""Every service that Apprise knows: chat, push, webhooks."""

import apprise

from pipeline.alerting.channels.message import body_of, subject_of
from pipeline.errors import Misconfigured, Unavailable
from schemas.alert import Alert
from schemas.event import Event


class AppriseChannel:
    """An Apprise URL such as `slack://…` or `json://…`; the delivery's key stands in the text's last line."""

    def __init__(self, url: str) -> None:
        self._scheme = url.partition(":")[0]
        self._service = apprise.Apprise()
        if not self._service.add(url):
            raise Misconfigured(f"Apprise cannot use this {self._scheme}: URL; see its documentation of the service")

    def send(self, alert: Alert, event: Event, key: str) -> None:  # noqa: ARG002  # the port's signature
        """One message to the service; raises Unavailable where the service did not take it."""
        with apprise.LogCapture(level=apprise.logging.WARNING, fmt="%(message)s") as said:
            sent = self._service.notify(
                title=subject_of(alert), body=body_of(alert, key), body_format=apprise.NotifyFormat.TEXT
            )
            reasons = said.getvalue().strip().splitlines()
        if not sent:
            raise Unavailable(f"{self._scheme}: {reasons[-1] if reasons else 'not taken'}")
