"""The form of a model's answer: words only, and none of them is believed until the article bears it out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from pydantic import BaseModel, Field, GetJsonSchemaHandler

from schemas.taxonomy import load_taxonomy
from schemas.vocabulary import Salience, Status

STATUSES: tuple[Status, ...] = get_args(Status)
SALIENCES: tuple[Salience, ...] = get_args(Salience)


@dataclass(frozen=True)
class OneOf:
    """Tells the endpoint which words may stand here; another word is no fault of form, its value is dropped."""

    words: Callable[[], Iterable[str]]

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema with the words, which are data and so looked up when it is made."""
        return {**handler(core), "enum": list(self.words())}


def _types() -> list[str]:
    return list(load_taxonomy().types)


def _roles() -> list[str]:
    return sorted({role for spec in load_taxonomy().types.values() for role in spec.roles})


class ToldParty(BaseModel):
    """Who takes part."""

    role: Annotated[str, OneOf(_roles)]
    name: str = Field(description="The name, copied from the sentence.")


class ToldEvent(BaseModel):
    """One business event."""

    type: Annotated[str, OneOf(_types)]
    status: Annotated[str, OneOf(lambda: STATUSES)]
    salience: Annotated[str, OneOf(lambda: SALIENCES)]
    sentence: str = Field(description="The sentence that tells the event best, copied whole.")
    phrase: str = Field(description="The few words of that sentence that tell it, copied.")
    parties: list[ToldParty]
    dates: list[str] = Field(description="Dates of this event, each copied.")
    amounts: list[str] = Field(description="Amounts with their units, each copied.")
    places: list[str] = Field(description="Places of this event, each copied.")
    products: list[str] = Field(description="Products this event is about, each copied.")


class Answer(BaseModel):
    """The business events that the article tells; an empty list where it tells none."""

    events: list[ToldEvent]
