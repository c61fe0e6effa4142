"""An endpoint that fails, lags or talks nonsense holds nobody up: the offline extractor speaks, and a note says why."""

import time

import pytest
from llm_world import TEXT, Model, Offline, article, extractor, served, told

from pipeline.extraction.llm import patience
from pipeline.extraction.llm.patience import Patience
from pipeline.extraction.llm.unanswered import Unanswered


def test_a_request_that_does_not_get_through_is_sent_again(tmp_path):
    """Twice at most; the third answer counts."""
    with served(503, 500, [told()]) as server:
        found = extractor(tmp_path, url=server.url).extract(article())
    assert len(server.asked) == 3
    assert (len(found.mentions), found.notes) == (1, ())


def test_after_three_failures_the_offline_extractor_speaks(tmp_path):
    """The note names both, and what is wrong."""
    offline = Offline()
    with served(503) as server:
        found = extractor(tmp_path, offline=offline, url=server.url).extract(article())
    assert (len(server.asked), offline.read) == (3, ["a1"])
    assert found.notes[0].startswith("read by offline@1 instead of llm@small-")
    assert "does not answer" in found.notes[0]
    assert "503" in found.notes[0]


def test_a_refused_key_is_not_tried_again(tmp_path):
    """It would be refused once more."""
    with served(401) as server:
        found = extractor(tmp_path, url=server.url, key="hunter2-of-the-tests").extract(article())
    assert server.keys == ["Bearer hunter2-of-the-tests"]
    assert "refused the request" in found.notes[0]
    assert "hunter2" not in found.notes[0]


def test_an_endpoint_that_hangs_is_waited_for_as_long_as_it_is_set(tmp_path):
    """All tries together."""
    with served(5.0) as server:
        began = time.monotonic()
        found = extractor(tmp_path, url=server.url, timeout_s=0.5).extract(article())
        assert time.monotonic() - began < 4
    assert "within 0.5 s" in found.notes[0]


def test_an_answer_out_of_form_is_asked_for_once_more(tmp_path):
    """With what is wrong with it; the second answer counts."""
    model = Model("Here are your events!", [told()])
    assert len(extractor(tmp_path, model).extract(article()).mentions) == 1
    assert len(model.asked) == 2


def test_two_answers_out_of_form_are_enough(tmp_path):
    """Then the offline extractor speaks, and nothing of them is kept."""
    model, offline = Model("Here are your events!"), Offline()
    found = extractor(tmp_path, model, offline).extract(article())
    assert (len(model.asked), offline.read) == (2, ["a1"])
    assert "could not be used" in found.notes[0]
    assert not list((tmp_path / "answers").rglob("*.json"))


def test_an_endpoint_that_is_down_is_left_alone_for_a_while(tmp_path):
    """A batch does not wait for it article by article."""
    with served(400) as server:
        reader = extractor(tmp_path, url=server.url)
        notes = [reader.extract(article(f"{TEXT}{number}\n")).notes[0] for number in range(5)]
    assert len(server.asked) == patience.FAILURES
    assert "left alone" in notes[-1]


def test_after_the_pause_it_is_asked_again():
    """And one good answer makes all as before."""
    now = [0.0]
    patient = Patience(lambda: now[0])
    for _ in range(patience.FAILURES):
        patient.check()
        patient.told(down=True)
    with pytest.raises(Unanswered):
        patient.check()
    now[0] = patience.PAUSE_S
    patient.check()
    patient.told(down=False)
    patient.told(down=True)
    patient.check()
