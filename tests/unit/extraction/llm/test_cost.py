"""What asking may cost, and that nothing is paid for twice."""

import json
import subprocess
import sys

import pytest
from llm_world import TEXT, Model, Offline, article, endpoint, extractor, served, spent, told

from pipeline.extraction.llm.asking import model_at


def test_the_same_text_is_asked_once(tmp_path):
    """Under another name, and by another process; the answer is the same and costs nothing."""
    model = Model([told()])
    first = extractor(tmp_path, model).extract(article())
    paid = spent(tmp_path)
    second = extractor(tmp_path, model).extract(article(article_id="a2"))
    assert len(model.asked) == 1
    assert [m.type for m in first.mentions] == [m.type for m in second.mentions] == ["partnership"]
    assert second.mentions[0].article_id == "a2"
    assert spent(tmp_path) == paid > 0


@pytest.mark.parametrize(("text", "name"), [(f"{TEXT}More.\n", "small"), (TEXT, "large")])
def test_another_text_or_another_model_is_asked_anew(tmp_path, text, name):
    """An answer belongs to what was asked."""
    model = Model([told()])
    extractor(tmp_path, model).extract(article())
    extractor(tmp_path, model, model=name).extract(article(text))
    assert len(model.asked) == 2


def test_an_answer_that_was_kept_broken_is_asked_anew(tmp_path):
    """Half a file is no answer."""
    model = Model([told()])
    extractor(tmp_path, model).extract(article())
    (kept,) = (tmp_path / "answers").rglob("*.json")
    kept.write_text(kept.read_text()[:50])
    assert extractor(tmp_path, model).extract(article()).mentions
    assert len(model.asked) == 2


def test_an_article_that_may_cost_too_much_is_not_asked_about(tmp_path):
    """The offline extractor reads it, and the note says what it would take."""
    model, offline = Model([told()]), Offline()
    found = extractor(tmp_path, model, offline, tokens_per_article=3_000).extract(article())
    assert (model.asked, offline.read, spent(tmp_path)) == ([], ["a1"], 0)
    assert "one may cost 3,000" in found.notes[0]


def test_an_answer_may_be_as_long_as_the_article_s_budget_leaves(tmp_path):
    """Both tries together stay within it."""
    model = Model("no answer")
    extractor(tmp_path, model, tokens_per_article=8_000).extract(article())
    longest = [info.model_settings["max_tokens"] for _, info in model.asked]
    assert len(longest) == 2
    assert max(longest) < 8_000 / 3


@pytest.mark.parametrize(
    ("url", "field"),
    [("http://127.0.0.1:9/v1", "max_tokens"), ("https://eu.api.openai.com/v1", "max_completion_tokens")],
)
def test_an_endpoint_is_told_the_length_under_the_name_that_it_knows(tmp_path, url, field):
    """A server that does not know a name ignores it, and writes as long as it can."""
    profile = model_at(endpoint(tmp_path, url=url)).profile
    assert profile["openai_chat_supports_max_completion_tokens"] is (field == "max_completion_tokens")


def test_the_length_of_an_answer_reaches_the_endpoint(tmp_path):
    """As a number of tokens."""
    with served([told()]) as server:
        extractor(tmp_path, url=server.url, tokens_per_article=8_000).extract(article())
    assert 300 <= json.loads(server.asked[0])["max_tokens"] < 8_000 / 3


def test_a_day_pays_no_more_than_its_budget(tmp_path):
    """The next article is read offline, with a note; the day after pays again."""
    model, offline = Model([told()]), Offline()
    reader = extractor(tmp_path, model, offline, tokens_per_article=8_000, tokens_per_day=8_000)
    assert reader.extract(article()).notes == ()
    found = reader.extract(article(f"{TEXT}More.\n", article_id="a2"))
    assert (len(model.asked), offline.read) == (1, ["a2"])
    assert "of the day's 8,000 are left" in found.notes[0]
    (today,) = (tmp_path / "spent").iterdir()
    today.rename(tmp_path / "spent" / "2024-05-02")
    assert reader.extract(article(f"{TEXT}Still more.\n")).notes == ()


def test_what_the_endpoint_says_is_what_is_charged(tmp_path):
    """Not what was reckoned beforehand."""
    with served([told()]) as server:
        extractor(tmp_path, url=server.url).extract(article())
    assert spent(tmp_path) == 1_000


def test_an_endpoint_that_is_not_there_costs_nothing(tmp_path):
    """However often it is tried."""
    with served([]) as server:
        gone = server.url
    extractor(tmp_path, url=gone).extract(article())
    assert spent(tmp_path) == 0


TAKE = """
import sys
from pathlib import Path
from pipeline.extraction.llm.purse import Purse
from pipeline.extraction.llm.unanswered import Unanswered
paid = 0
for _ in range(200):
    try:
        Purse(Path(sys.argv[1]), 300).take(1)
        paid += 1
    except Unanswered:
        pass
print(paid)
"""


def test_many_processes_spend_no_more_than_one_day(tmp_path):
    """They share a number, and each changes it alone."""
    command = [sys.executable, "-c", TAKE, str(tmp_path / "spent")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert sum(int(process.communicate()[0]) for process in started) == 300
    assert spent(tmp_path) == 300


def test_where_spending_cannot_be_counted_nothing_is_spent(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "spent").write_text("no folder")
    model = Model([told()])
    found = extractor(tmp_path, model).extract(article())
    assert model.asked == []
    assert "cannot be counted" in found.notes[0]
