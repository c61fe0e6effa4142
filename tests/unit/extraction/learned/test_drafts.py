"""What a sentence is made of by the core and a trigger phrase together."""

from dataclasses import replace

import numpy as np
import pytest
from annotated_world import partnership, reading

from pipeline.extraction.document import Argument
from pipeline.extraction.learned.core import TAG, Proposal
from pipeline.extraction.learned.drafts import draft_of
from pipeline.extraction.learned.labels import SALIENCES, STATUSES, TAGS
from schemas.evidence import Evidence

TEXT = "Oslund news\n\nOslund agreed to sell chips to Tarvik.\n"


@pytest.fixture
def read():
    """An article of two companies."""
    return reading(TEXT, orgs=("Oslund", "Tarvik"))


def proposal(read, **sure):
    """A partnership in the last sentence, each name's words tagged with these chances by role."""
    sentence = read.sentences[-1]
    words = [(m, TEXT.index(m, sentence.start)) for m in sure]
    tags = np.zeros((len(words), len(TAGS)), np.float32)
    for row, (name, _) in enumerate(words):
        for role, chance in sure[name].items():
            tags[row, TAG[role]] = chance
    tokens = tuple((sentence.index, at - sentence.start, at - sentence.start + len(name)) for name, at in words)
    return Proposal(
        type="partnership",
        sentence=sentence.index,
        told={"none": 0.1, "news": 0.8, "recap": 0.1},
        status=dict.fromkeys(STATUSES, 1 / len(STATUSES)),
        salience=dict.fromkeys(SALIENCES, 1 / len(SALIENCES)),
        tokens=tokens,
        tags=tags,
    )


def phrase(read, **roles):
    """What a trigger phrase makes of the sentence."""
    sentence, named = read.sentences[-1], {e.name: e for e in read.cast.by_id.values()}
    places = {name: TEXT.index(name, sentence.start) for name in roles}
    arguments = (
        Argument(role, named[name], Evidence.cut(TEXT, places[name], places[name] + len(name)), None)
        for name, role in roles.items()
    )
    return partnership(sentence, Evidence.cut(TEXT, 20, 26), arguments)


def roles(draft):
    """The role of each party."""
    return {a.entity.name: a.role for a in draft.arguments}


def test_a_phrase_s_role_decides_where_the_core_is_torn(read):
    """Where the core is sure, it stays with its own."""
    torn = {"partner": 0.5, "supplier": 0.4}
    said = proposal(read, Oslund=torn, Tarvik={"partner": 0.9, "customer": 0.1})
    assert roles(draft_of(said, read)) == {"Oslund": "partner", "Tarvik": "partner"}
    told = draft_of(said, read, phrase(read, Oslund="supplier", Tarvik="customer"))
    assert roles(told) == {"Oslund": "supplier", "Tarvik": "partner"}


def test_whom_a_phrase_names_is_no_party_where_the_core_does_not_see_one(read):
    """The phrase adds to a role, not to being a party."""
    said = proposal(read, Oslund={"partner": 0.9}, Tarvik={"customer": 0.3})
    assert roles(draft_of(said, read, phrase(read, Oslund="supplier", Tarvik="customer"))) == {"Oslund": "partner"}


@pytest.mark.parametrize(("is_said", "status"), [(True, "planned"), (False, "completed")])
def test_words_for_a_status_count_beside_the_core_and_the_form_of_a_verb_does_not(read, is_said, status):
    """Words such as "plans to" decide where the core is unsure; of a past or a present the core has seen more."""
    sure = {"Oslund": {"partner": 0.9}, "Tarvik": {"partner": 0.9}}
    unsure = replace(proposal(read, **sure), status={**dict.fromkeys(STATUSES, 0.0), "completed": 0.5, "planned": 0.4})
    said = replace(phrase(read, Oslund="partner", Tarvik="partner"), status="planned", status_is_said=is_said)
    assert draft_of(unsure, read, said).status == status
