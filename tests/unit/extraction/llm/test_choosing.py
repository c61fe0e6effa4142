"""The extractor that asks a model is chosen like any other, and says what it lacks."""

import builtins

import pytest
from app_world import PACT, drop, opened, run
from llm_world import endpoint, served

from pipeline.errors import Misconfigured
from pipeline.settings import read_settings
from pipeline.steps import extractor as chosen
from pipeline.steps.extractor import extractor_of, offline_of


@pytest.fixture(autouse=True)
def _fresh():
    """No extractor of another test."""
    chosen.asking.cache_clear()
    yield
    chosen.asking.cache_clear()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "DEALWIRE_LLM_URL"),
        ({"llm_url": "host:80"}, "DEALWIRE_LLM_URL"),
        ({"llm_url": "http://h/v1"}, "DEALWIRE_LLM_MODEL"),
    ],
)
def test_what_it_lacks_is_named(given, named):
    """With what to set."""
    with pytest.raises(Misconfigured, match=named):
        extractor_of(read_settings(extractor="llm", **given))


def test_a_missing_library_is_named_with_the_extra_that_brings_it(monkeypatch):
    """`pip install .` alone does not bring it."""
    found = builtins.__import__

    def without(name, *rest):
        if name == "pipeline.extraction.llm.extractor":
            raise ModuleNotFoundError(name="pydantic_ai")
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Misconfigured, match=r"lacks pydantic_ai: pip install 'dealwire\[llm\]'"):
        extractor_of(read_settings(extractor="llm", llm_url="http://h/v1", llm_model="m"))


def test_the_environment_says_where_and_what_it_may_cost(monkeypatch, tmp_path):
    """Each setting under its own name."""
    said = {"URL": "http://h/v1", "MODEL": "m", "KEY": "k", "TIMEOUT_S": "2.5", "OUTPUT": "prompted"}
    said |= {"TOKENS_PER_ARTICLE": "100", "TOKENS_PER_DAY": "1000"}
    for name, value in said.items():
        monkeypatch.setenv(f"DEALWIRE_LLM_{name}", value)
    limits = {"timeout_s": 2.5, "tokens_per_article": 100, "tokens_per_day": 1000, "output": "prompted"}
    expected = endpoint(tmp_path / "llm", url="http://h/v1", model="m", key="k", **limits)
    assert read_settings(home=tmp_path).llm_endpoint == expected


def test_no_key_and_no_address_is_printed():
    """An address may hold a password."""
    secret = "hunter2-of-the-tests"
    settings = read_settings(llm_url=f"http://u:{secret}@h/v1", llm_key=secret)
    assert secret not in f"{settings!r} {settings} {settings.llm_endpoint!r}"


def test_warming_up_asks_nobody():
    """What processes are forked from reads a sample, and no sample is paid for."""
    assert offline_of(read_settings(extractor="llm")) is offline_of(read_settings())


def test_the_operator_sees_which_extractor_spoke_and_why(tmp_path):
    """In the document's outcome and in its mentions; the events come all the same."""
    with served(503) as server, opened(tmp_path, extractor="llm", llm_url=server.url, llm_model="small") as app:
        drop(app, a_txt=PACT)
        run(app)
        (event,) = app.events()
        told = [step.detail for step in app.trace("a.txt")]
    assert "instead of llm@small-" in " ".join(told)
    assert event.type == "partnership"
