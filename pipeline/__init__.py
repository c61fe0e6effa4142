"""News articles in; deduplicated, evidence-backed business events out."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("dealwire")
except PackageNotFoundError:
    __version__ = "0+uninstalled"
