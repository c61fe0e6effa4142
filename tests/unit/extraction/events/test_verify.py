"""Nothing that the article does not bear out leaves extraction."""

import pytest
from annotated_world import annotated

from pipeline.extraction import VerifiedExtractor
from schemas.evidence import Evidence
from schemas.mention import EventMention, Extraction, Party, Place

TEXT = "Oslund Mobile has opened a plant in Pune."


class Inventive:
    """An extractor that also says what nobody wrote."""

    name_version = "inventive@1"

    def __init__(self, **changes):
        self.changes = changes

    def extract(self, article):
        """One mention, partly made up."""
        name = Evidence.cut(article.text, 0, 13)
        mention = EventMention(
            mention_id="m",
            article_id=article.article_id,
            type="facility",
            status="completed",
            salience="headline",
            confidence=0.9,
            trigger=Evidence.cut(article.text, 18, 24),
            evidence=Evidence.cut(article.text, 0, len(article.text)),
            parties=(Party(role="operator", name=name.text, entity_id="oslund mobile", evidence=name),),
            extractor=self.name_version,
        )
        return Extraction(mentions=(mention.model_copy(update=self.changes),))


def extraction(**changes):
    """What remains of the inventive extractor's answer."""
    return VerifiedExtractor(Inventive(**changes)).extract(annotated(TEXT).article)


def test_a_value_that_holds_stays():
    """True evidence costs nothing."""
    assert extraction().dropped == {}
    assert len(extraction().mentions) == 1


def test_a_value_without_its_words_is_dropped_and_counted():
    """A place that nobody named is not kept."""
    made_up = Place(name="Atlantis", evidence=Evidence(text="Atlantis", start=3, end=11))
    result = extraction(places=(made_up,))
    assert (result.mentions[0].places, result.dropped) == ((), {"places": 1})


@pytest.mark.parametrize("field", ["trigger", "evidence"])
def test_a_mention_without_its_own_evidence_goes_whole(field):
    """What cannot be shown did not happen here."""
    result = extraction(**{field: Evidence(text="was never written", start=0, end=17)})
    assert (result.mentions, result.dropped) == ((), {"mentions": 1})
