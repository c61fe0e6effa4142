"""What an index promises, whichever search engine stands behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypedDict, Unpack

Kind = Literal["event", "article", "alert", "quarantine"]
KINDS: tuple[Kind, ...] = ("alert", "article", "event", "quarantine")
# What a search without a kind looks through: what could not be used is found only by who asks for it.
SEARCHED: tuple[Kind, ...] = ("alert", "article", "event")


@dataclass(frozen=True)
class Projection:
    """The state of one document; `number` rises with every change in the ledger, so an older one never wins.

    A tombstone keeps its number and leaves every search.
    """

    kind: Kind
    id: str
    number: int
    document: dict[str, Any] = field(default_factory=dict)
    tombstone: bool = False


@dataclass(frozen=True)
class ItemResult:
    """What became of one projection: `stale` means that the index holds a newer one, and is fine."""

    kind: Kind
    id: str
    number: int
    status: Literal["written", "stale", "rejected"]
    detail: str = ""


@dataclass(frozen=True)
class Rebuilt:
    """How many documents a rebuilt index holds, and which projections it refused."""

    documents: int
    rejected: tuple[ItemResult, ...] = ()


@dataclass(frozen=True)
class Highlight:
    """A value of a hit with the words that the query asked for; `spans` are their places in `text`."""

    field: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Hit:
    """One document found; `after` continues a search behind it."""

    kind: Kind
    id: str
    score: float
    document: dict[str, Any]
    after: tuple[float, str]
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True)
class Hits:
    """One page of an answer; `total` counts all pages, `facets` the values of all found documents, frequent first."""

    total: int
    hits: tuple[Hit, ...] = ()
    facets: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def after(self) -> tuple[float, str] | None:
        """Where the next page starts; nothing on an empty page."""
        return self.hits[-1].after if self.hits else None


class Asked(TypedDict, total=False):
    """What a search may be asked beside its query; without a `kind`, documents in quarantine are left out.

    `sort` is `score`, as without one, or a sortable field, `-field` the other way round; `size` is 20 without one,
    `after` where an earlier page ended, `facets` the fields whose values are counted.
    """

    kind: Kind | None
    sort: str
    size: int
    after: tuple[float, str] | None
    highlight: bool
    facets: Sequence[str]


def key_of(kind: str, document_id: str) -> str:
    """The unique key of a document, by which equals are ordered."""
    return f"{kind}/{document_id}"


class Index(Protocol):
    """A searchable projection: it can be dropped and rebuilt to the same content."""

    def setup(self) -> None:
        """Create what is missing; a second call changes nothing."""

    def is_current(self) -> bool:
        """Whether what is there has the form that this version writes; else `rebuild` gives it that form."""

    def about(self) -> str:
        """Where it is, and how it ranks, in one line for an operator."""

    def roles(self) -> dict[str, Any]:
        """The least privileges that its users need, by name; none where the index knows no users."""

    def write(self, projections: Sequence[Projection], *, more: bool = False) -> list[ItemResult]:
        """Take over each projection that is newer than what is held, one result each, searchable on return.

        With `more` to follow at once, they may be searchable only after the last of these writes.

        One without a result could not be written now; raises Unavailable where none could. They stay with the caller.
        """

    def rebuild(self, projections: Iterable[Projection]) -> Rebuilt:
        """Replace all content at once; searches are answered from the old one until the new one is complete."""

    def search(self, query: str | None = None, **asked: Unpack[Asked]) -> Hits:
        """The documents that `query` asks for (all where None); raises QueryError that says where it is wrong.

        Missing values come last in every order, and equals are in the order of kind and id.
        """

    def contents(self) -> Iterator[tuple[Kind, str, int]]:
        """Kind, id and number of every document held, tombstones included."""

    def close(self) -> None:
        """Release files and connections."""
