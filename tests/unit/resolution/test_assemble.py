"""Assembly: one record from many mentions."""

from resolution_world import report

from pipeline.resolution import resolve

PHONES = {"products": ["phones"], "day": "2024-03-05"}


def only(*reports):
    """The one cluster of these reports."""
    (cluster,) = resolve(reports).clusters
    return cluster


def test_a_party_bears_its_fullest_name_and_all_aliases():
    """Names are merged, nothing is lost."""
    cluster = only(
        report("a", ["Northwind", "Halden"], **PHONES),
        report("b", ["Northwind Robotics Limited | NRL", "Halden AB"], **PHONES),
    )
    full = next(party for party in cluster.parties if "NRL" in party.aliases)
    assert (full.name, full.aliases) == ("Northwind Robotics Limited", ("NRL", "Northwind"))


def test_a_subsidiary_is_shown_as_the_way_its_parent_acts():
    """Named alone in one article and as subsidiary in another, it is folded into its parent."""
    cluster = only(
        report("a", ["Northwind via Tern Castings", "Halden"], **PHONES),
        report("b", ["Tern Castings", "Halden"], **PHONES),
    )
    assert [(party.name, party.via) for party in cluster.parties] == [("Northwind", "Tern Castings"), ("Halden", None)]


def test_the_title_names_who_and_what():
    """Titles are made of parties and type."""
    cluster = only(report("a", ["Northwind Robotics Limited", "Halden AB"], **PHONES))
    assert cluster.title == "Northwind Robotics and Halden: partnership"


def test_the_title_of_a_one_party_event_names_its_place():
    """A plant is told by operator and site."""
    cluster = only(report("a", ["Northwind"], "facility", subtype="opening", places=["Oslo"], day="2024-03-05"))
    assert cluster.title == "Northwind: facility (opening), Oslo"


def test_a_copy_is_a_source_but_not_an_independent_one():
    """Of one text's copies one counts."""
    cluster = only(
        report("a", ["Northwind", "Halden"], **PHONES), report("b", ["Northwind", "Halden"], copy_of="a", **PHONES)
    )
    assert [(source.path, source.independent) for source in cluster.sources] == [("a.txt", True), ("b.txt", False)]


def test_copies_without_their_original_count_once():
    """Two outlets that print one agency text are one voice."""
    cluster = only(*(report(name, ["Northwind", "Halden"], copy_of="wire", **PHONES) for name in "ab"))
    assert [source.independent for source in cluster.sources] == [True, False]


def test_a_withdrawn_source_is_no_source_and_keeps_its_claims():
    """A replaced article tells nothing any more, yet what it said is remembered."""
    cluster = only(
        report("a", ["Northwind", "Halden"], **PHONES), report("b", ["Northwind", "Halden"], withdrawn=True, **PHONES)
    )
    assert [source.path for source in cluster.sources] == ["a.txt"]
    assert {claim.article_id for claim in cluster.claims if claim.withdrawn} == {"b"}


def test_an_event_whose_only_article_is_withdrawn_keeps_its_values_and_has_no_source():
    """The ledger sees a retraction by the missing sources."""
    cluster = only(report("a", ["Northwind", "Halden"], withdrawn=True, **PHONES))
    assert cluster.sources == ()
    assert cluster.parties


def test_a_speaker_who_speaks_for_a_party_has_a_partys_voice():
    """The chairman's word is his company's."""
    cluster = only(
        report(
            "a",
            ["Northwind", "Halden"],
            quotes=[("A milestone.", "Ann Berg", "Northwind")],
            traits=[("novelty", "new", "Ann Berg"), ("novelty", "continuation", "Bo Lund")],
            **PHONES,
        )
    )
    voices = {claim.said_by: claim.voice for claim in cluster.claims if claim.field == "characterization"}
    assert voices == {"Ann Berg": "party", "Bo Lund": "outlet"}


def test_a_part_of_a_quote_is_not_told_again():
    """Outlets cut quotes; the longest stays, with its speaker."""
    cluster = only(
        report(
            "a", ["Northwind", "Halden"], quotes=[("It is a milestone for us all.", "Ann Berg", "Northwind")], **PHONES
        ),
        report("b", ["Northwind", "Halden"], quotes=[("a milestone", "Ann Berg", "Northwind")], **PHONES),
    )
    assert [quote.text for quote in cluster.quotes] == ["It is a milestone for us all."]


def test_every_value_is_a_claim_with_its_evidence():
    """Status, parties, places, dates, amounts and products are all claims."""
    cluster = only(report("a", ["Northwind", "Halden"], places=["Oslo"], amounts=[(5, "USD", "price")], **PHONES))
    assert {claim.field for claim in cluster.claims} == {"status", "parties", "place", "date", "amount", "product"}
    assert all(claim.evidence.text for claim in cluster.claims)


def test_a_town_is_one_place_with_its_state_where_any_source_tells_it():
    """The fullest name is kept, once."""
    told = [
        report(f"a{number}", ["Northwind", "Halden"], places=[name], **PHONES)
        for number, name in enumerate(("Austin", "Austin, Texas"))
    ]
    assert [place.name for place in only(*told).places] == ["Austin, Texas"]


def test_towns_of_one_name_in_two_states_are_two_places():
    """Neither is lost in the other."""
    cluster = only(report("a", ["Northwind", "Halden"], places=["Austin, Texas", "Austin, Minnesota"], **PHONES))
    assert {place.name for place in cluster.places} == {"Austin, Texas", "Austin, Minnesota"}
