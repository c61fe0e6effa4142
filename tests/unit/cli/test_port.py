"""The application that the command line is tested with is the real one in form."""

import inspect

import pytest

from pipeline.app import Dealwire
from tests.unit.cli.conftest import FakeDealwire

METHODS = [name for name, _ in inspect.getmembers(FakeDealwire, inspect.isfunction) if not name.startswith("_")]


@pytest.mark.parametrize("name", METHODS)
def test_the_fake_takes_what_the_application_takes(name: str) -> None:
    """Otherwise commands would pass here and fail before a user."""
    real, fake = (inspect.signature(getattr(kind, name)).parameters for kind in (Dealwire, FakeDealwire))
    if not any(one.kind is inspect.Parameter.VAR_KEYWORD for one in fake.values()):
        assert set(fake) <= set(real) or [one.kind for one in fake.values()] == [one.kind for one in real.values()]
    required = {n for n, one in real.items() if one.default is inspect.Parameter.empty}
    assert len(required) <= len(fake)
