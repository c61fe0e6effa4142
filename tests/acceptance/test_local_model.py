"""A real model behind a real server on this machine: what it says is borne out, or the offline extractor speaks.

`make test-llm` brings both. `DEALWIRE_TEST_LLM_URL`, with `…_MODEL`, `…_KEY` and `…_OUTPUT`, names another endpoint.
"""

import logging
import os
import subprocess
from pathlib import Path

import httpx
import pytest
from airflow_world import eventually
from llm_world import Offline, article, endpoint, spent
from server_parts import MissingError, free_port, needed

from pipeline.extraction.llm.extractor import LlmExtractor
from pipeline.extraction.verify import holds

log = logging.getLogger(__name__)
pytestmark = pytest.mark.llm
ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-llm" / "bin" / "python"


def is_up(url):
    """Whether the server answers."""
    try:
        return httpx.get(f"{url}/models", timeout=2).is_success
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="module")
def url():
    """The endpoint that the environment names, else a server of our own."""
    if named := os.environ.get("DEALWIRE_TEST_LLM_URL"):
        yield named
        return
    with needed("A REAL MODEL"):
        if not PYTHON.exists():
            raise MissingError("run `make test-llm`, or name an endpoint with DEALWIRE_TEST_LLM_URL and …_MODEL")
    address = f"http://127.0.0.1:{(port := free_port())}/v1"
    with subprocess.Popen([PYTHON, ROOT / "tests" / "llm_server.py", str(port)]) as server:
        try:
            eventually(120, lambda: is_up(address), "the model's server answers")
            yield address
        finally:
            server.terminate()


@pytest.mark.parametrize("output", [os.environ.get("DEALWIRE_TEST_LLM_OUTPUT", "native"), "prompted"])
def test_a_real_model_is_borne_out_or_the_offline_extractor_speaks(url, output, tmp_path):
    """It was asked and paid; the second reading costs nothing where there was an answer."""
    given = {"model": os.environ.get("DEALWIRE_TEST_LLM_MODEL", "smollm2")}
    given |= {"key": os.environ.get("DEALWIRE_TEST_LLM_KEY", ""), "output": output}
    offline = Offline()
    reader = LlmExtractor(
        endpoint(tmp_path, url=url, timeout_s=240, tokens_per_article=5_000, **given), lambda: offline
    )
    found = reader.extract(article())
    paid = spent(tmp_path)
    log.info("%s: %s tokens, dropped %s, notes %s, %s", output, paid, found.dropped, found.notes, found.mentions)
    assert paid > 0
    assert bool(offline.read) == bool(found.notes)
    for mention in found.mentions:
        values = (*mention.parties, *mention.places, *mention.dates, *mention.amounts, *mention.products)
        assert all(holds(value.evidence, article()) for value in values)
        assert holds(mention.evidence, article())
    if not found.notes:
        assert reader.extract(article()) == found
        assert spent(tmp_path) == paid
