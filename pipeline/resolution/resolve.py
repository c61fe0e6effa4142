"""The whole of resolution for one component: compare, group, assemble, explain."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from pipeline.resolution.assemble import assemble
from pipeline.resolution.blocking import HUB, blocking_keys, is_narrow
from pipeline.resolution.cluster import Key, Links, group, key
from pipeline.resolution.compare import compare
from pipeline.resolution.explain import explain
from pipeline.resolution.features import Pair, matched_parties
from pipeline.resolution.kinds import akin
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.records import Report, Resolution, Verdict
from pipeline.resolution.traits import Traits, traits_of
from pipeline.resolution.weights import Weights, learned


def resolve(
    reports: Sequence[Report],
    verdicts: Sequence[Verdict] = (),
    beside: Sequence[Report] = (),
    weights: Weights | None = None,
) -> Resolution:
    """Conclude events from a set of mentions and of human verdicts; the order of none of them matters.

    `beside` are mentions of the same articles that belong to other components: `related` may name them, by mention id,
    and nothing else depends on them. `weights` other than the learned ones are for learning them.
    """
    ordered = in_order(reports)
    book = PartyBook([report.mention for report in ordered if not report.withdrawn])
    traits = [traits_of(report, book) for report in ordered]
    links = link(traits, book, verdicts, weights or learned())
    grouping = group([own.tier for own in traits], lambda i: traits[i].kind.pair and not traits[i].has_object, links)
    held = {report.mention_id for report in ordered}
    clusters = assemble(traits, grouping, in_order(report for report in beside if report.mention_id not in held))
    return Resolution(clusters, explain(traits, links, grouping))


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Each report once, by mention id."""
    return [report for _, report in sorted({report.mention_id: report for report in reports}.items())]


def link(traits: Sequence[Traits], book: PartyBook, verdicts: Iterable[Verdict], weights: Weights) -> Links:
    """Compare all candidate pairs; siblings of one article, contradictions and "different" verdicts stay apart."""
    numbers = {own.report.mention_id: number for number, own in enumerate(traits)}
    said = [(key(numbers[v.left], numbers[v.right]), v.same) for v in verdicts if {v.left, v.right} <= numbers.keys()]
    apart = frozenset(pair for pair, same in said if not same)
    neighbours = told_together(traits)
    pairs = {pair: side_by_side(traits[pair[0]], traits[pair[1]], book, neighbours) for pair in candidates(traits)}
    scores = {pair: compare(both, weights) for pair, both in pairs.items()}
    contrary = {pair for pair, comparison in scores.items() if comparison.contradiction}
    must = tuple(sorted(pair for pair, same in said if same and pair not in apart))
    return Links(scores, frozenset(contrary | siblings(traits) | apart), weights.same, must, apart)


def side_by_side(left: Traits, right: Traits, book: PartyBook, neighbours: frozenset[tuple[str, str]]) -> Pair:
    """Two mentions, ready to be compared."""
    matched, over = matched_parties(left, right, book)
    return Pair(left, right, matched, over, neighbours)


def candidates(traits: Sequence[Traits]) -> list[Key]:
    """Pairs of kindred types that share a key, by words or by learned party numbers; crowded keys join nobody."""
    held: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(traits):
        for name in blocking_keys(own.mention) | learned_keys(own):
            held[name].append(number)
    crowded = {name for name, numbers in held.items() if len(numbers) > HUB}
    pairs: set[Key] = set()
    for name, numbers in held.items():
        if name not in crowded and (not is_narrow(name) or name.split("#")[0] in crowded):
            pairs.update(combinations(numbers, 2))
    return sorted(pair for pair in pairs if akin(traits[pair[0]].mention.type, traits[pair[1]].mention.type))


def learned_keys(own: Traits) -> set[str]:
    """Keys of party numbers, in which learned aliases are already one."""
    return {f"group:{a}|{b}" for a, b in combinations(sorted(own.groups), 2)}


def siblings(traits: Sequence[Traits]) -> set[Key]:
    """Pairs of mentions of one article: it tells them apart itself."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(traits):
        by_article[own.report.article_id].append(number)
    return {pair for numbers in by_article.values() for pair in combinations(numbers, 2)}


def told_together(traits: Iterable[Traits]) -> frozenset[tuple[str, str]]:
    """Place names that one mention names side by side: one may hold the other."""
    found = set()
    for own in traits:
        for a, b in combinations(sorted(own.place_names) if not own.report.withdrawn else (), 2):
            found |= {(a, b), (b, a)}
    return frozenset(found)
