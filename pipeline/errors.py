"""The errors a caller can meet; adapters translate every foreign error into one of them at their border.

DealwireError
├── Rejected        this document cannot be used: it ends in an outcome, its bytes are kept
├── Unavailable     a service does not answer now: try again later
└── Misconfigured   the installation is wrong: the message says how to mend it
"""

from schemas.outcome import Reason


class DealwireError(Exception):
    """Root of all errors this package raises on purpose."""


class Rejected(DealwireError):
    """A document that cannot be used; `reason` is its outcome code, `detail` tells a person what was found."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        """Keep the code apart from the words, so that both can be recorded."""
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


class Unavailable(DealwireError):
    """A service (index, ledger, mail server) that does not answer now; the work stays in the ledger."""


class Misconfigured(DealwireError):
    """An installation or configuration fault; the message says what to change."""
