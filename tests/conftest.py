"""What all tests share: builders beside this file, and the checkout's tools, can be imported by name."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]


def pytest_addoption(parser):
    """`make golden` rewrites the golden files instead of comparing with them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")
