"""The closed vocabularies of events."""

from typing import Literal

EventType = str
Role = str
Status = Literal["rumoured", "planned", "agreed", "completed", "denied", "terminated"]
Salience = Literal["headline", "body", "background"]
DateKind = Literal["announced", "occurred", "effective", "expected"]
PASSED: tuple[DateKind, ...] = ("announced", "occurred")
Voice = Literal["party", "authority", "outlet", "unnamed"]
Axis = Literal["novelty", "binding", "exclusivity", "consent", "mutuality"]
Pole = Literal[
    "new", "continuation", "binding", "non_binding", "exclusive", "open", "voluntary", "forced", "mutual", "one_sided"
]
