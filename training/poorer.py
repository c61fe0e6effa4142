"""Labelled mentions made poorer, as extraction makes them: values lost, some mistaken."""

import dataclasses
import random
from collections.abc import Sequence

from evaluation.told import Telling
from pipeline.resolution import Report
from schemas.mention import EventMention
from schemas.vocabulary import Salience, Status

STATUSES: tuple[Status, ...] = ("planned", "agreed", "completed")
SALIENCES: tuple[Salience, ...] = ("body", "background")


def poorer(told: Sequence[Telling], loss: float, seed: str) -> list[Telling]:
    """The tellings without a share of their values, a third as many mentions missing; the same for the same seed."""
    dice = random.Random(f"{seed} {told[0][1].path}")
    return [(key, _report(report, loss, dice)) for key, report in told if dice.random() > loss / 3]


def _report(report: Report, loss: float, dice: random.Random) -> Report:
    """A report whose publication date and values may be lost."""
    published = report.published if dice.random() > loss / 3 else None
    return dataclasses.replace(report, mention=_mention(report.mention, loss, dice), published=published)


def _mention(mention: EventMention, loss: float, dice: random.Random) -> EventMention:
    """A mention without some values and parties; its status, salience or subtype may be mistaken or missing."""
    changes: dict[str, object] = {
        name: tuple(value for value in getattr(mention, name) if dice.random() > loss)
        for name in ("products", "places", "dates", "amounts")
    }
    parties = [
        party.model_copy(update={"aliases": tuple(alias for alias in party.aliases if dice.random() > loss)})
        for party in mention.parties
        if dice.random() > loss / 3
    ]
    changes["parties"] = tuple(parties) or mention.parties
    if dice.random() < loss / 2:
        changes["subtype"] = None
    if dice.random() < loss / 3:
        changes["status"] = dice.choice(STATUSES)
    if dice.random() < loss / 3:
        changes["salience"] = dice.choice(SALIENCES)
    return mention.model_copy(update=changes)
