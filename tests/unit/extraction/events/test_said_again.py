"""What looks like a recap and calls a deal by a noun may be the first to say with whom the news is."""

from dataclasses import replace

import pytest
from annotated_world import cut, lexicons, partnership, reading

from pipeline.extraction.assembly import assemble
from pipeline.extraction.document import Argument, Signals
from pipeline.extraction.learned.parties import parties_judged

TEXT = "Oslund Mobile signed a partnership.\n\nShares rose.\n\nThe partnership with Tarvik lifts Oslund Mobile.\n"
SURE = Signals(told_news=0.9)


@pytest.fixture
def read():
    """An article that names a partner late."""
    return reading(TEXT, orgs=("Oslund Mobile", "Tarvik"))


def draft(read, sentence, *names, **given):
    """A partnership that a sentence tells, of the companies that are named."""
    named = {e.name: e for e in read.cast.by_id.values()}
    parties = [Argument("partner", named[name], cut(TEXT, name)) for name in names]
    return partnership(read.sentences[sentence], cut(TEXT, "partnership"), parties, **given)


def assembled(*drafts):
    """The happenings of these drafts."""
    return assemble(drafts, {name: lexicon.spec for name, lexicon in lexicons().types.items()})


def parties(*drafts):
    """The parties of each happening."""
    return [happening.names for happening in assembled(*drafts)]


@pytest.fixture
def news(read):
    """News that names one of two."""
    return draft(read, 0, "Oslund Mobile", signals=SURE)


@pytest.fixture
def late(read):
    """What seems a recap and names both."""
    both = draft(read, 2, "Oslund Mobile", "Tarvik", signals=Signals(told_news=0.1, told_recap=0.6))
    return replace(both, background=True, salience="background")


def test_a_sentence_that_calls_the_news_by_a_noun_says_with_whom_it_is(news, late):
    """One happening, of both."""
    assert parties(news, replace(late, refers_back=True)) == [{"oslund mobile", "tarvik"}]


def test_a_recap_that_does_not_refer_back_stays_a_happening_of_its_own(news, late):
    """It tells of an earlier deal."""
    assert sorted(parties(news, late), key=len) == [{"oslund mobile"}, {"oslund mobile", "tarvik"}]


def test_what_says_more_of_news_counts_as_no_recap(news, late):
    """The news is judged as if nothing earlier were recalled."""
    (only,) = assembled(news, replace(late, refers_back=True))
    assert [(d.background, d.signals.told_recap) for d in only.drafts] == [(False, 0.0), (False, 0.0)]


def test_who_is_named_late_is_judged_by_the_drafts_that_name_several(read, news, late):
    """That the headline names one alone speaks against nobody with whom the deal is."""
    (only,) = assembled(news, replace(late, refers_back=True))
    assert {name: judged["support"] for name, judged in parties_judged(only, read)} == {
        "oslund mobile": 1.0,
        "tarvik": 1.0,
    }


@pytest.mark.parametrize(
    ("said", "refers_back"),
    [
        ("The Series A was led by Tarvik.", True),
        ("Its new funding, meanwhile, came from Tarvik.", True),
        ("Tarvik led a round of Oslund Mobile.", False),
        ("Tarvik raised a Series A.", False),
    ],
)
def test_a_noun_refers_back_where_it_is_one_already_told(said, refers_back):
    """What is new is told with another article."""
    read = reading(said, orgs=("Tarvik",))
    assert read.refers_to("investment", read.sentences[0]) is refers_back
