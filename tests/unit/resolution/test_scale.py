"""Scale: one crowded component, and one too crowded."""

import random
import time

from resolution_world import report

from pipeline.resolution import resolve
from pipeline.resolution.blocking import HUB
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.resolve import candidates
from pipeline.resolution.traits import traits_of

THINGS = ["phones", "speakers", "televisions", "laptops", "routers", "chargers"]


def crowd(size):
    """Many reports of deals of one pair of parties."""
    dice = random.Random(3)
    for number in range(size):
        deal = dice.randrange(30)
        yield report(
            f"a{number}",
            ["Northwind Robotics Limited | Northwind, NRL", "Halden Foundry AB | Halden"],
            products=[THINGS[deal % 6]],
            places=[["Oslo", "Lyon", "Noida"][deal % 3]],
            day=f"20{10 + deal // 3:02d}-{1 + deal % 12:02d}-{1 + deal % 28:02d}" if number % 4 else None,
            published="2024-01-01" if number % 5 else None,
            status=dice.choice(["planned", "agreed", "completed"]),
            evidence=f"They signed contract number {deal} for {THINGS[deal % 6]}",
        )


def seconds(size):
    """Processor time that a crowd of so many takes."""
    reports = list(crowd(size))
    started = time.process_time()
    resolve(reports)
    return time.process_time() - started


def test_three_times_the_mentions_take_about_nine_times_as_long():
    """Pairs are what costs, and nothing behind them: the ledger resolves while it holds its lock."""
    seconds(10)
    assert min(seconds(300) for _ in range(2)) < 15 * min(seconds(100) for _ in range(3))


def test_a_crowded_pair_is_compared_by_object_only():
    """A hub falls back to party and object, so most pairs are never looked at."""
    reports = list(crowd(HUB + 60))
    book = PartyBook([r.mention for r in reports])
    traits = [traits_of(r, book) for r in reports]
    pairs = candidates(traits)
    assert len(pairs) < len(reports) * (len(reports) - 1) / 2 * 0.6
    assert all(traits[a].things & traits[b].things or traits[a].place_names & traits[b].place_names for a, b in pairs)
