"""Resolution: which mentions tell one event, and what follows from them together.

Everything here is a pure function of the set of its inputs; nothing depends on the order in which they came.
"""

from pipeline.resolution.blocking import blocking_keys
from pipeline.resolution.records import Report, Resolution, Verdict
from pipeline.resolution.resolve import resolve

__all__ = ["Report", "Resolution", "Verdict", "blocking_keys", "resolve"]
