"""The taxonomy: event types as data, one YAML file each, read from the installed package."""

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Literal, Self, get_args

import yaml
from pydantic import Field, field_validator, model_validator

from schemas.dates import PartialDate
from schemas.record import Record
from schemas.vocabulary import Axis, Pole, Role, Status

EntityKind = Literal["org", "government", "person", "place", "product"]
Tense = Literal["past", "present", "progressive", "future", "noun"]
ObjectField = Literal["places", "products", "amounts", "dates", "parties"]


class RoleSpec(Record):
    """What may fill a role, and how many; an event with fewer than `min` is not reported."""

    min: int = 0
    max: int | None = None
    kinds: tuple[EntityKind, ...] = ("org",)


class TriggerPhrase(Record):
    """Words that may tell an event, and the frame that says which argument fills which role.

    In `phrase` a word ending in `~` stands for all its inflections, `a|b` for either, `_` for a space inside an
    alternative, `word?` may be missing, `*` skips up to four words, `**` up to ten, and `$name` is a word list of the
    type. `needs` are the roles and kinds of values without which the words tell nothing.
    """

    phrase: str
    frame: str
    subtype: str | None = None
    status: Status | None = None
    needs: tuple[str, ...] = ()
    score: float = Field(default=1.0, gt=0, le=1)


class ExampleParty(Record):
    """A party that an example must give."""

    role: Role
    name: str


class Example(Record):
    """A text and the one event that extraction must find in it; `status: null` means that it tells none."""

    text: str
    headline: str | None = None
    published: PartialDate | None = None
    status: Status | None
    subtype: str | None = None
    parties: tuple[ExampleParty, ...] = ()


class TypeSpec(Record):
    """One event type.

    `frames` map slots (subject, object, possessor, or a preposition) to roles, and `around` to the role that is looked
    for around the sentence where it names nobody; `tenses` give the status that a verb form implies; `identity_roles`
    and `object_fields` tell two events apart when mentions are merged, which is tried with the `siblings` too, as
    outlets name one act differently; `units` are those of the amounts that belong to it, `nouns` the words by which
    later sentences refer back to it. A `deal` is made with someone whom such a sentence may be the first to name.
    """

    type: str
    label: str
    description: str
    roles: dict[Role, RoleSpec]
    min_parties: int = Field(default=1, ge=1)
    identity_roles: tuple[Role, ...]
    object_fields: tuple[ObjectField, ...]
    siblings: tuple[str, ...] = ()
    merge_window_days: int = Field(gt=0)
    nouns: tuple[str, ...] = ()
    deal: bool = False
    units: tuple[str, ...] = ()
    subtypes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    words: dict[str, str] = Field(default_factory=dict)
    frames: dict[str, dict[str, Role]]
    tenses: dict[Tense, Status]
    statuses: dict[Status, tuple[str, ...]] = Field(default_factory=dict)
    never: tuple[str, ...] = ()
    triggers: tuple[TriggerPhrase, ...]
    examples: tuple[Example, ...] = ()

    @field_validator("tenses")
    @classmethod
    def _every_tense_has_a_status(cls, tenses: dict[Tense, Status]) -> dict[Tense, Status]:
        """A verb may come in any form."""
        if missing := [tense for tense in get_args(Tense) if tense not in tenses]:
            raise ValueError(f"no status for {', '.join(missing)}")
        return tenses

    @model_validator(mode="after")
    def _names_only_what_it_declares(self) -> Self:
        """Frames, roles and subtypes that are used must be declared."""
        used = {role for frame in self.frames.values() for role in frame.values()} | set(self.identity_roles)
        unknown = [
            *sorted(used - self.roles.keys()),
            *sorted({t.frame for t in self.triggers} - self.frames.keys()),
            *sorted({t.subtype for t in self.triggers if t.subtype} - self.subtypes.keys()),
        ]
        if unknown:
            raise ValueError(f"{self.type}: {', '.join(unknown)} used but not declared")
        return self


class PoleCues(Record):
    """Phrases by which a voice characterizes an event at one pole of an axis."""

    axis: Axis
    pole: Pole
    phrases: tuple[str, ...]


class Cues(Record):
    """Phrases that mean the same with every event type, in the trigger phrases' notation.

    `before` gives the status of an event whose trigger phrase follows within a few words, `anywhere` of one in the same
    sentence; `hypothetical` and `recap` make it no event, or earlier history.
    """

    before: dict[Status, tuple[str, ...]]
    anywhere: dict[Status, tuple[str, ...]]
    negation: tuple[str, ...]
    hypothetical: tuple[str, ...]
    recap: tuple[str, ...]
    fresh: tuple[str, ...]
    unnamed_sources: tuple[str, ...]
    authority: tuple[str, ...]
    poles: tuple[PoleCues, ...]


class Taxonomy(Record):
    """All event types; `version` changes with every change of their files."""

    version: str
    types: dict[str, TypeSpec]
    cues: Cues

    def __getitem__(self, type_name: str) -> TypeSpec:
        """The type of that name; raises KeyError."""
        return self.types[type_name]


def _parsed(text: str) -> object:
    """A YAML file, by libyaml where PyYAML has it: ten times as quick, and every process reads the taxonomy."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


@lru_cache(maxsize=1)
def load_taxonomy() -> Taxonomy:
    """The packaged taxonomy, read once a process; `cues.yaml` holds what all types share."""
    folder = files("schemas") / "taxonomy"
    texts = {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".yaml")}
    digest = hashlib.sha256("".join(name + texts[name] for name in sorted(texts)).encode()).hexdigest()
    cues = Cues.model_validate(_parsed(texts.pop("cues.yaml")))
    specs = [TypeSpec.model_validate(_parsed(texts[name])) for name in sorted(texts)]
    return Taxonomy(version=digest[:12], types={spec.type: spec for spec in specs}, cues=cues)
