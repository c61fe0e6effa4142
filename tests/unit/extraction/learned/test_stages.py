"""What looks at all happenings of an article together: who is a party, which values are its own."""

import json
from dataclasses import replace

import pytest
from annotated_world import cut, partnership, reading

from pipeline.extraction.document import Argument, Signals
from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.casting import Casting
from pipeline.extraction.learned.judge import Judge
from pipeline.extraction.learned.values import Values
from schemas.evidence import Evidence

TEXT = """Oslund Mobile plans pact

Oslund Mobile said on Monday that it will work with Tarvik Assembly, a unit of Tarvik. They met on Friday.
Tarvik runs two plants.
"""
NO = {"bias": (0.0, 1.0, -5.0)}


@pytest.fixture
def read():
    """An article of three companies and two days."""
    return reading(
        TEXT,
        orgs=("Oslund Mobile", "Tarvik Assembly", "Tarvik"),
        parents=(("Tarvik Assembly", "Tarvik"),),
        published="2025-03-10",
        dates=(("Monday", "2025-03-10"), ("Friday", "2025-03-07")),
    )


@pytest.fixture
def happening(read):
    """A partnership of the three, told by one sentence."""
    named = {e.name: e for e in read.cast.by_id.values()}
    told = [(named["Oslund Mobile"], None), (named["Tarvik Assembly"], None)]
    told.append((named["Tarvik"], named["Tarvik Assembly"]))
    sentence = read.sentences[1]
    draft = partnership(
        sentence,
        Evidence.cut(TEXT, 40, 44),
        (Argument("partner", entity, cut(TEXT, entity.name), via) for entity, via in told),
        signals=Signals(told_news=0.9),
        chances={(d.evidence.start, d.evidence.end): 0.6 for d in read.annotated.dates},
    )
    return Happening(read.lexicons.types["partnership"].spec, [draft])


def file_of(folder, weights):
    """A file of weights."""
    path = folder / "weights.json"
    path.write_text(json.dumps(weights), encoding="utf-8")
    return path


def test_a_deal_keeps_two_parties_and_for_whom_one_of_them_acts(tmp_path, read, happening):
    """Whoever is unlikely to be a party, a deal has two; a unit that signs brings its owner."""
    likely = {"acts for": (0.0, 1.0, -9.0)}
    Casting(file_of(tmp_path, NO | likely)).given([happening], read)
    assert happening.principals == {"oslund mobile", "tarvik assembly", "tarvik"}


def test_an_investor_is_a_party_sooner_than_an_acquirer(tmp_path, read, happening):
    """Investors are named beside each other; whoever is as likely an acquirer is none."""
    rather_not = {"bias": (0.0, 1.0, -0.5), "person": (0.0, 1.0, -9.0)}  # 0.38
    for role, kept in (("investor", 3), ("acquirer", 1)):
        draft = happening.best
        arguments = tuple(replace(a, role=role, via=None) for a in draft.arguments)
        spec = read.lexicons.types["facility"].spec
        told = Happening(spec, [replace(draft, arguments=arguments)])
        Casting(file_of(tmp_path, rather_not)).given([told], read)
        assert len(told.principals) == kept


def test_of_the_days_gone_by_only_the_likeliest_is_its_own(tmp_path, read, happening):
    """Two days would contradict each other."""
    late = {"bias": (0.0, 1.0, 1.0), "days ago": (0.0, 1.0, -1.0)}
    Values(file_of(tmp_path, {"amount": NO, "place": NO, "date": late})).given([happening], read)
    assert [d.value for d in happening.best.dates] == ["2025-03-10"]


def test_a_day_on_which_people_met_about_a_deal_is_not_its_day(tmp_path, read, happening):
    """What is told of a meeting dates the meeting."""
    early = {"bias": (0.0, 1.0, 1.0), "days ago": (0.0, 1.0, 1.0)}
    Values(file_of(tmp_path, {"amount": NO, "place": NO, "date": early})).given([happening], read)
    assert [d.value for d in happening.best.dates] == ["2025-03-10"]


def test_a_sum_belongs_to_a_suit_only_where_that_is_likely(tmp_path):
    """Reports of suits tell of frauds, debts and other suits."""
    text = "Oslund Mobile plans pact\n\nOslund Mobile will work with Tarvik Assembly for $5 million.\n"
    read = reading(text, orgs=("Oslund Mobile", "Tarvik Assembly"), amounts=(("$5 million", 5_000_000, "USD"),))
    rather_not = {"bias": (0.0, 1.0, -0.5)}  # 0.38
    for name, sums in (("partnership", 1), ("legal_action", 0)):
        told = Happening(read.lexicons.types[name].spec, [partnership(read.sentences[1], cut(text, "work"), ())])
        Values(file_of(tmp_path, {"amount": rather_not, "place": NO, "date": NO})).given([told], read)
        assert len(told.best.amounts) == sums


def judged(folder, read, *happenings, news=2.0):
    """What a judge says who holds all for as likely, but facilities less."""
    less = {"bias": (0.0, 1.0, news), "facility": (0.0, 1.0, -1.0)}
    Judge(file_of(folder, {"news": less, "recap": NO})).judge(happenings, read)
    return [h.judged.is_news for h in happenings]


def test_what_the_core_takes_no_sentence_of_for_news_is_none(tmp_path, read, happening):
    """However likely it is by everything else."""
    assert judged(tmp_path, read, happening) == [True]
    happening.drafts = [replace(happening.best, signals=Signals(told_news=0.3))]
    assert judged(tmp_path, read, happening) == [False]


def test_one_sentence_tells_best_what_is_likeliest(tmp_path, read, happening):
    """The facility in "will work with Tarvik at its plant" is the place of the partnership."""
    draft = happening.best
    other = replace(draft, candidate=replace(draft.candidate, type="facility"))
    plant = Happening(read.lexicons.types["facility"].spec, [other])
    assert judged(tmp_path, read, happening, plant) == [True, False]
    assert judged(tmp_path, read, happening, plant, news=4.0) == [True, True], "it surely tells both"


def test_one_sentence_may_tell_of_a_plant_and_of_those_who_work_there(tmp_path, read, happening):
    """A closure and its job losses are two events."""
    draft = happening.best
    plant, jobs = (
        Happening(read.lexicons.types[name].spec, [replace(draft, candidate=replace(draft.candidate, type=name))])
        for name in ("facility", "workforce")
    )
    assert judged(tmp_path, read, plant, jobs, news=3.0) == [True, True]


def test_what_stands_further_down_and_is_nowhere_said_to_be_new_is_a_recap(tmp_path, read, happening):
    """It is told as earlier history, however sure the judge is of it."""
    draft = happening.best
    sentence = replace(read.sentences[3], block="body")
    happening.drafts = [replace(draft, candidate=replace(draft.candidate, sentence=sentence))]
    assert judged(tmp_path, read, happening) == [False]
    assert happening.judged.recap > 0.8


def test_no_news_that_names_nobody_else_and_no_day_refers_to_the_news(tmp_path, read, happening):
    """A sentence that only mentions the partnership tells no second one."""
    draft = happening.best
    aside = replace(draft, signals=Signals(), candidate=replace(draft.candidate, sentence=read.sentences[2]))
    again = Happening(happening.spec, [aside])
    assert judged(tmp_path, read, happening, again) == [True, False]
    assert (again.judged.news, again.judged.recap) == (0.0, 0.0)
