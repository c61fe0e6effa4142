"""Channels tell someone outside; the port, and which implementation a URL means."""

from collections.abc import Callable, Mapping

from pipeline.alerting.channels.file import FileChannel
from pipeline.alerting.channels.port import Channel
from pipeline.errors import Misconfigured


def _mail(url: str) -> Channel:
    """Mail; imported here, as it loads Apprise with all its services, which few commands need."""
    from pipeline.alerting.channels.mail import MailChannel  # noqa: PLC0415 - it loads Apprise

    return MailChannel(url)


def _apprise(url: str) -> Channel:
    """Whatever Apprise knows."""
    from pipeline.alerting.channels.apprise import AppriseChannel  # noqa: PLC0415 - it loads Apprise

    return AppriseChannel(url)


CHANNELS: dict[str, Callable[[str], Channel]] = {"file": FileChannel, "mailto": _mail, "mailtos": _mail}

__all__ = ["CHANNELS", "Channel", "open_channel", "open_channels"]


def open_channel(name: str, url: str) -> Channel:
    """The channel at a URL; schemes that CHANNELS does not name are Apprise's. Raises Misconfigured."""
    scheme, colon, _ = url.partition(":")
    if not colon:
        raise Misconfigured(f"channel {name!r}: write a URL such as file:PATH, mailto://… or json://…")
    try:
        return CHANNELS.get(scheme.casefold(), _apprise)(url)
    except Misconfigured as error:
        raise Misconfigured(f"channel {name!r}: {error}") from error


def open_channels(urls: Mapping[str, str]) -> dict[str, Channel]:
    """The channels of an installation, by name."""
    return {name: open_channel(name, url) for name, url in urls.items()}
