"""What asking a model leaves open is closed when its tests are over."""

import asyncio

import pytest


@pytest.fixture(scope="session", autouse=True)
def _loop():
    """An event loop for the questions of all tests, as pydantic-ai keeps the one that it finds."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()
