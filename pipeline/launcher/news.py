"""What the ledger holds that the screen has not shown yet."""

from collections.abc import Sequence

from pipeline.app import Dealwire
from schemas.alert import Alert
from schemas.event import Event


class News:
    """Alerts as they come, and whether everything that came in has been dealt with."""

    def __init__(self, app: Dealwire) -> None:
        """Alerts that are there already are no news."""
        self._app = app
        self._told = {alert.alert_id for alert in self.alerts()}

    def fresh(self) -> list[Alert]:
        """Alerts since the last time, oldest first."""
        alerts = [alert for alert in self.alerts() if alert.alert_id not in self._told]
        self._told.update(alert.alert_id for alert in alerts)
        return alerts[::-1]

    def all_done(self) -> bool:
        """Whether no file waits or is worked on and every alert that could be sent was."""
        due = self._app.due()
        return not (self._app.waiting() or due.files or due.mentions or due.deliveries)

    def events(self) -> Sequence[Event]:
        """The events found so far."""
        return self._app.events()

    def alerts(self) -> Sequence[Alert]:
        """The alerts so far, latest first, without those that were held back."""
        return [alert for alert in self._app.alerts_list() if alert.state != "suppressed"]
