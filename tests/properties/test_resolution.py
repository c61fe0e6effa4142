"""Resolution is a pure function of the set of its mentions, whatever they are."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st
from resolution_world import report

from pipeline.resolution import Verdict, blocking_keys, resolve
from pipeline.resolution.blocking import is_narrow

FIRMS = ["Northwind", "Halden", "Kestrel"]
STATUSES = ["rumoured", "planned", "agreed", "completed", "terminated"]
THINGS = ["phones", "smartphones", "insurance", "Series C", "Series D"]
DAYS = ["2023-03-05", "2023-03-06", "2023-05-01", "2024-03-05", "2024-03", "2025-09-09"]
PROFILE = settings(max_examples=80, deadline=None)


@st.composite
def told(draw, articles="abcdefgh", **fixed):
    """What one mention says, by article; the caller numbers the mentions of one article."""
    kind = draw(st.sampled_from(["partnership", "partnership", "facility"]))
    parties = (
        draw(st.lists(st.sampled_from(FIRMS), min_size=2, max_size=2, unique=True))
        if kind == "partnership"
        else [FIRMS[0]]
    )
    return {
        "article": draw(st.sampled_from(articles)),
        "parties": parties,
        "kind": kind,
        "status": draw(st.sampled_from(STATUSES)),
        "salience": draw(st.sampled_from(["headline", "body", "background"])),
        "voice": draw(st.sampled_from(["party", "outlet", "unnamed"])),
        "products": draw(st.lists(st.sampled_from(THINGS), max_size=2)),
        "places": draw(st.lists(st.sampled_from(["Oslo", "Lyon"]), max_size=1)),
        "day": draw(st.none() | st.sampled_from(DAYS)),
        "published": draw(st.none() | st.sampled_from([day for day in DAYS if len(day) == 10])),
        "weekday": draw(st.none() | st.integers(0, 6)),
        "amounts": draw(st.lists(st.sampled_from([(100.0, "USD", "price"), (150.0, "USD", "price")]), max_size=1)),
    } | fixed  # fmt: skip


def numbered(specs):
    """Reports from what was told, mentions of one article numbered in order."""
    seen = {}
    for spec in specs:
        number = seen[spec["article"]] = seen.get(spec["article"], -1) + 1
        yield report(**spec, number=number)


worlds = st.lists(told(), min_size=1, max_size=9).map(lambda specs: list(numbered(specs)))


def partition(resolution, but=frozenset()):
    """The groups of mention ids, those in `but` left out."""
    groups = {frozenset(cluster.mention_ids) - but for cluster in resolution.clusters}
    return groups - {frozenset()}


@PROFILE
@given(worlds, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_events_and_edges(reports, dice):
    """Not the partition alone: every value, claim, conflict, link and edge."""
    shuffled = list(reports)
    dice.shuffle(shuffled)
    assert resolve(shuffled) == resolve(reports)


@PROFILE
@given(worlds)
def test_saying_it_twice_changes_nothing(reports):
    """The input is a set."""
    assert resolve(reports + reports) == resolve(reports)


@PROFILE
@given(worlds, st.data())
def test_a_withdrawn_article_changes_no_live_event(reports, data):
    """Adding and withdrawing leaves the live events as they were: partition, status, values and conflicts."""
    gone = data.draw(st.sampled_from(reports)).article_id
    marked = [dataclasses.replace(r, withdrawn=r.article_id == gone) for r in reports]
    withdrawn = frozenset(r.mention_id for r in marked if r.withdrawn)
    before, after = resolve([r for r in reports if r.article_id != gone]), resolve(marked)
    assert partition(after, withdrawn) == partition(before)
    kept = {frozenset(c.mention_ids) - withdrawn: c for c in after.clusters}
    for cluster in before.clusters:
        same = kept[frozenset(cluster.mention_ids)]
        assert (same.status, same.parties, same.dates, same.amounts) == (
            cluster.status,
            cluster.parties,
            cluster.dates,
            cluster.amounts,
        )
        assert (same.conflicts, same.sources, same.title) == (cluster.conflicts, cluster.sources, cluster.title)


@PROFILE
@given(worlds, st.data(), st.booleans())
def test_undoing_a_verdict_restores_the_events(reports, data, same):
    """Verdicts are input: taken away, nothing of them is left."""
    before = resolve(reports)
    left, right = data.draw(st.sampled_from(reports)), data.draw(st.sampled_from(reports))
    verdict = Verdict(left.mention_id, right.mention_id, same=same)
    judged = resolve(reports, [verdict] if left is not right else [])
    if left is not right:
        joined = any({verdict.left, verdict.right} <= group for group in partition(judged))
        assert joined == same
    assert resolve(reports) == before


@PROFILE
@given(worlds, told(articles="z", day=None, published=None, weekday=None))
def test_an_undated_mention_never_moves_a_dated_one(reports, extra):
    """It joins one event or stays alone; the dated ones lie as they lay."""
    dated = [r for r in reports if r.published and r.mention.salience != "background"]
    if not dated:
        return
    grown = resolve([*dated, *numbered([extra])])
    assert partition(grown, frozenset({"z#0"})) == partition(resolve(dated))


@PROFILE
@given(worlds)
def test_components_resolved_one_by_one_give_the_same_partition(reports):
    """A ledger that loads only what shares a key reaches the same events."""
    apart = set()
    for component in components(reports):
        apart |= partition(resolve(component))
    assert apart == partition(resolve(reports))


def components(reports):
    """Reports closed over shared wide keys."""
    groups = []
    for new in reports:
        keys = {key for key in blocking_keys(new.mention) if not is_narrow(key)}
        touched = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(g[0] for g in touched)), [new, *(r for g in touched for r in g[1])]))
    return [members for _, members in groups]


@PROFILE
@given(worlds)
def test_siblings_of_one_article_are_never_one_event(reports):
    """An article tells its own events apart."""
    for cluster in resolve(reports).clusters:
        articles = [mention_id.partition("#")[0] for mention_id in cluster.mention_ids]
        assert len(articles) == len(set(articles))


@PROFILE
@given(worlds)
def test_every_mention_is_in_one_cluster_and_every_conflict_names_live_claims(reports):
    """Nothing is lost, and a conflict can be looked up."""
    resolution = resolve(reports)
    assert sorted(m for c in resolution.clusters for m in c.mention_ids) == sorted(r.mention_id for r in reports)
    for cluster in resolution.clusters:
        claims = {claim.claim_id: claim for claim in cluster.claims}
        assert len(claims) == len(cluster.claims)
        for conflict in cluster.conflicts:
            assert conflict.preferred in conflict.claims
            assert not set(conflict.claims) & set(conflict.against)
            assert {claims[name].field for name in (*conflict.claims, *conflict.against)} == {conflict.field}
