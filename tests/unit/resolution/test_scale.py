"""Scale: one crowded component, and one too crowded."""

import cProfile
import pstats
import random

from resolution_world import report

from pipeline.resolution import resolve
from pipeline.resolution.blocking import HUB
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.resolve import candidates
from pipeline.resolution.traits import traits_of

# About a twentieth of a millisecond; it was 185 when this was written.
MOST_CALLS = 250
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


def calls_per_pair(size):
    """How many calls of functions each pair of a crowd of so many costs: the same on every machine."""
    reports, profile = list(crowd(size)), cProfile.Profile()
    profile.runcall(resolve, reports)
    return pstats.Stats(profile).total_calls / (size * (size - 1) / 2)


def test_a_pair_costs_no_more_in_a_larger_crowd():
    """Pairs are what costs, and nothing behind them: the ledger resolves while it holds its lock."""
    resolve(list(crowd(10)))
    few, many = calls_per_pair(100), calls_per_pair(300)
    assert many <= few <= MOST_CALLS


def test_a_crowded_pair_is_compared_by_object_only():
    """A hub falls back to party and object, so most pairs are never looked at."""
    reports = list(crowd(HUB + 60))
    book = PartyBook([r.mention for r in reports])
    traits = [traits_of(r, book) for r in reports]
    pairs = candidates(traits)
    assert len(pairs) < len(reports) * (len(reports) - 1) / 2 * 0.6
    assert all(traits[a].things & traits[b].things or traits[a].place_names & traits[b].place_names for a, b in pairs)
