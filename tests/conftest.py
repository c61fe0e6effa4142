"""What all tests share: builders that lie beside this file can be imported by name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def pytest_addoption(parser):
    """`make golden` rewrites the golden files instead of comparing with them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")
