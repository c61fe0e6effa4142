"""Roles and status are decided by all that is said of a happening, and roles fit each other."""

from dataclasses import replace

import pytest
from annotated_world import cut, partnership, reading

from pipeline.extraction.document import Argument, Signals
from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.parties import parties_judged
from pipeline.extraction.learned.roles import roles_of
from schemas.evidence import Evidence

TEXT = "Oslund sells to Tarvik.\nOslund, Tarvik and Kestova agreed. V603 by the Kestova came.\n"


@pytest.fixture
def read():
    """An article of three companies and something with a number in its name."""
    return reading(TEXT, orgs=("Oslund", "Tarvik", "Kestova", "V603"))


def told(read, kind="partnership", weight=0.9, **roles):
    """A draft in which the core gives each of those named these chances of roles."""
    named = {e.name: e for e in read.cast.by_id.values()}
    draft = partnership(
        read.sentences[0],
        Evidence.cut(TEXT, 7, 12),
        (Argument(max(r, key=r.get), named[n], cut(TEXT, n)) for n, r in roles.items()),
        signals=Signals(told_news=weight),
        telling=weight,
        roles={named[n].entity_id: r for n, r in roles.items()},
    )
    return replace(draft, candidate=replace(draft.candidate, type=kind))


def given(read, *drafts, kind="partnership"):
    """Who plays which role in a happening of these drafts."""
    happening = Happening(read.lexicons.types[kind].spec, list(drafts))
    return roles_of(happening, happening.names)


def test_who_is_supplied_is_supplied_by_someone(read):
    """Two customers are no contract: who is the less likely one is the supplier."""
    drafts = told(read, Oslund={"customer": 0.5, "supplier": 0.45}, Tarvik={"customer": 0.9, "supplier": 0.05})
    assert given(read, drafts) == {"oslund": "supplier", "tarvik": "customer"}


def test_nobody_supplies_a_partner(read):
    """Roles are of one family: the one that fits both better."""
    drafts = told(read, Oslund={"partner": 0.8, "supplier": 0.2}, Tarvik={"partner": 0.4, "customer": 0.6})
    assert given(read, drafts) == {"oslund": "partner", "tarvik": "partner"}


def test_a_seller_stands_beside_who_buys_and_what_is_bought(read):
    """A takeover has a buyer and a target first."""
    drafts = told(read, "acquisition", Oslund={"seller": 0.9}, Tarvik={"acquirer": 0.9}, Kestova={"target": 0.9})
    found = given(read, drafts, kind="acquisition")
    assert found == {"oslund": "seller", "tarvik": "acquirer", "kestova": "target"}


def test_several_sentences_outvote_one(read):
    """What two sure drafts say of a party counts more than what one unsure draft says."""
    unsure = told(read, weight=0.3, Oslund={"customer": 0.9}, Tarvik={"supplier": 0.9})
    sure = told(read, Oslund={"supplier": 0.8}, Tarvik={"customer": 0.8})
    assert given(read, unsure, sure, sure) == {"oslund": "supplier", "tarvik": "customer"}


def test_of_whom_the_core_says_nothing_nothing_is_decided(read):
    """The role that a phrase gives stays."""
    draft = replace(told(read, Oslund={"partner": 0.9}), roles={})
    assert given(read, draft) == {}


def test_the_status_is_what_most_of_what_is_said_speaks_for(read):
    """One draft that tells it badly does not decide."""
    weak = replace(told(read, weight=0.4, Oslund={"partner": 0.9}), statuses={"rumoured": 1.0})
    strong = replace(told(read, Oslund={"partner": 0.9}), statuses={"agreed": 0.8, "completed": 0.2})
    spec = read.lexicons.types["partnership"].spec
    assert Happening(spec, [weak, strong, strong]).status == "agreed"
    assert Happening(spec, [replace(weak, statuses={}, status="denied")]).status == "denied"


def test_an_enumeration_and_the_look_of_a_name_are_judged(read):
    """Who is enumerated with a party is likely one; what has a number in its name is more likely a thing."""
    second = TEXT.index("Oslund", 1)
    draft = told(read, **{name: {"partner": 0.9} for name in ("Oslund", "Tarvik", "Kestova", "V603")})
    arguments = [replace(a, evidence=_from(second, a.entity.name)) for a in draft.arguments]
    known = arguments[1].evidence
    listed = replace(draft, arguments=tuple(arguments), chances={(known.start, known.end): 0.9})
    judged = dict(parties_judged(Happening(read.lexicons.types["partnership"].spec, [listed]), read))
    assert judged["kestova"]["beside"] > 0 > judged["v603"]["beside"]
    assert (judged["v603"]["code"], judged["kestova"]["code"]) == (1.0, 0.0)
    assert judged["kestova"]["with article"] > judged["tarvik"]["with article"]


def _from(start, name):
    """A name where it stands next."""
    at = TEXT.index(name, start)
    return Evidence.cut(TEXT, at, at + len(name))
