"""`dealwire doctor` finds out whether the endpoint is there, without a question that costs something."""

import pytest
from app_world import opened
from llm_world import endpoint, served

from pipeline.errors import Misconfigured, Unavailable
from pipeline.extraction.llm.presence import presence_of
from pipeline.steps import extractor as chosen


@pytest.fixture(autouse=True)
def _fresh():
    """No extractor of another test."""
    chosen.asking.cache_clear()
    yield
    chosen.asking.cache_clear()


def test_an_endpoint_that_lists_the_model_is_there(tmp_path):
    """No question is asked; the key goes along."""
    with served([]) as server:
        assert presence_of(endpoint(tmp_path, url=server.url, key="k")) == "answers, has small"
        assert (server.asked, server.keys) == ([], ["Bearer k"])


def test_a_model_that_is_not_listed_is_named_with_those_that_are(tmp_path):
    """With the setting to change."""
    with served([]) as server, pytest.raises(Misconfigured, match="DEALWIRE_LLM_MODEL to one of small"):
        presence_of(endpoint(tmp_path, url=server.url, model="large"))


def test_a_server_of_one_model_answers_to_any_name(tmp_path):
    """llama.cpp lists the file that it has read."""
    with served([]) as server:
        server.models[0] |= {"id": "model.gguf", "owned_by": "llamacpp"}
        assert presence_of(endpoint(tmp_path, url=server.url)) == "answers, has small"


@pytest.mark.parametrize(
    ("status", "error", "advice"),
    [(401, Misconfigured, "DEALWIRE_LLM_KEY"), (503, Unavailable, "see its own log")],
)
def test_a_refusal_says_what_to_do(tmp_path, status, error, advice):
    """A wrong key is mended here, a failing server there."""
    with served(status) as server, pytest.raises(error, match=advice):
        presence_of(endpoint(tmp_path, url=server.url))


def test_an_endpoint_without_a_list_is_there(tmp_path):
    """Gateways need not have one."""
    with served(404) as server:
        assert presence_of(endpoint(tmp_path, url=server.url)).startswith("answers, does not say")


def test_doctor_names_an_endpoint_that_does_not_answer(tmp_path):
    """Beside the extractor, which is whole; an installation that asks no model has no such check."""
    url = "http://127.0.0.1:9/v1"
    with opened(tmp_path, extractor="llm", llm_url=url, llm_model="small") as app:
        checks = {check.name: check for check in app.doctor()}
    assert checks["extractor"].ok
    assert "DEALWIRE_LLM_URL" in checks["llm endpoint"].fix
    with opened(tmp_path / "offline") as app:
        assert "llm endpoint" not in {check.name for check in app.doctor()}
