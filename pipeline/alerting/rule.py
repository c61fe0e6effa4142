"""The alert rule: what a YAML file may say, and nothing that has no effect."""

import re
from collections.abc import Sequence
from datetime import time
from difflib import get_close_matches
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from pipeline.alerting.textquery import checked_query
from schemas.alert import AlertKind
from schemas.record import Record
from schemas.taxonomy import load_taxonomy
from schemas.vocabulary import Role, Salience, Status

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


def known(word: str, words: Sequence[str], what: str) -> str:
    """Return `word` where it is one of `words`; else raise ValueError with the nearest of them."""
    if word in words:
        return word
    near = get_close_matches(word, words, n=1)
    raise ValueError(f"no {what} {word!r}; " + (f"did you mean {near[0]!r}?" if near else f"use {', '.join(words)}"))


def _event_type(word: str) -> str:
    return known(word, sorted(load_taxonomy().types), "event type")


def _subtype(word: str) -> str:
    return known(word, sorted({sub for spec in load_taxonomy().types.values() for sub in spec.subtypes}), "subtype")


def _role(word: str) -> str:
    return known(word, sorted({role for spec in load_taxonomy().types.values() for role in spec.roles}), "role")


def _clock(value: Any) -> Any:
    """The time of a clock that shows 7:00 or 07:00; anything else is left for pydantic to refuse."""
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    return time(int(found[1]), int(found[2])) if found else value


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"no time zone {name!r}; write a name such as Asia/Kolkata or UTC") from None
    return name


Clock = Annotated[time, BeforeValidator(_clock)]


class Choice(Record):
    """Names of which `any`, `all` or `none` must be there; a name matches where its words stand in a longer one."""

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _chooses(self) -> Self:
        if not (self.any or self.all or self.none):
            raise ValueError("name at least one under any, all or none")
        return self


class MinimumAmount(Record):
    """An amount in `unit` (an ISO currency, percent, people, sqft, …) of at least `value`."""

    value: float
    unit: str


class QuietHours(Record):
    """A span of the day in which alerts are made but not sent; they go out at its end."""

    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")
    timezone: Annotated[str, AfterValidator(_timezone)] = "UTC"

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if self.start == self.end:
            raise ValueError("from and to are the same time")
        return self


class Rule(Record):
    """Which events are told, on which occasions, to whom; all conditions that are given must hold.

    `name` is the rule's identity: renaming it makes another rule.
    """

    name: str = Field(min_length=1)
    description: str = ""
    types: tuple[Annotated[str, AfterValidator(_event_type)], ...] = ()
    subtypes: tuple[Annotated[str, AfterValidator(_subtype)], ...] = ()
    statuses: tuple[Status, ...] = ()
    parties: Choice | None = None
    roles: dict[Annotated[Role, AfterValidator(_role)], Choice] = Field(default_factory=dict)
    places: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    minimum_amount: MinimumAmount | None = None
    salience: tuple[Salience, ...] = Field(default=("headline", "body"), min_length=1)
    minimum_sources: int = Field(default=1, ge=1)
    minimum_confidence: float = Field(default=0.0, ge=0, le=1)
    query: Annotated[str, AfterValidator(checked_query)] | None = None
    notify_on: tuple[AlertKind, ...] = Field(default=("new",), min_length=1)
    channels: tuple[str, ...] = Field(default=("file",), min_length=1)
    quiet_hours: QuietHours | None = None
