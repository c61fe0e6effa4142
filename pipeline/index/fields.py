"""The fields of the query language, as an analyst types them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

FieldKind = Literal["text", "keyword", "date", "instant", "number", "boolean"]


@dataclass(frozen=True)
class Field:
    """A searchable field; `facet` values can be counted, dates, numbers and instants can be sorted by."""

    name: str
    kind: FieldKind
    about: str
    facet: bool = False

    @property
    def sortable(self) -> bool:
        """Whether a search can be ordered by it."""
        return self.kind in ("date", "instant", "number")


DEFAULT = "text"

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("text", "text", "All that the document says; searched where no field is named."),
        Field("title", "text", "Title of the event, headline of the article."),
        Field("quote", "text", "Words of a quote."),
        Field("speaker", "text", "Who is quoted, with title."),
        Field("party", "text", "Names and aliases of all parties."),
        Field("place", "text", "Names of places."),
        Field("product", "text", "Names of products."),
        Field("publisher", "text", "Who published a source.", facet=True),
        Field("byline", "text", "Who wrote the article."),
        Field("company", "keyword", "Canonical name of a party, whole.", facet=True),
        Field("city", "keyword", "Name of a place, whole, without a state behind it.", facet=True),
        Field("id", "keyword", "Id of the document."),
        Field("type", "keyword", "Event type, such as partnership.", facet=True),
        Field("subtype", "keyword", "Subtype, such as joint_venture.", facet=True),
        Field("status", "keyword", "rumoured, planned, agreed, completed, denied or terminated.", facet=True),
        Field("salience", "keyword", "Best salience of the sources: headline, body or background.", facet=True),
        Field("country", "keyword", "ISO 3166 code of a place's country.", facet=True),
        Field("unit", "keyword", "Unit of an amount: USD, percent, people, sqft, …", facet=True),
        Field("language", "keyword", "BCP 47 code of the article.", facet=True),
        Field("path", "keyword", "File name given at ingest."),
        Field("url", "keyword", "Address of the article."),
        Field("article", "keyword", "Id of an article."),
        Field("event", "keyword", "Id of the event that an alert is about."),
        Field("related", "keyword", "Id of a related event."),
        Field("conflict_on", "keyword", "Field in conflict.", facet=True),
        Field("copy_of", "keyword", "Id of the article that this one copies."),
        Field("rule", "keyword", "Rule of an alert.", facet=True),
        Field("alert_kind", "keyword", "new, status, material, conflict or retraction.", facet=True),
        Field("reason", "keyword", "Why a document is in quarantine.", facet=True),
        Field("state", "keyword", "open, acked or suppressed.", facet=True),
        Field("announced", "date", "Day of the announcement."),
        Field("occurred", "date", "Day it happened."),
        Field("effective", "date", "Day it takes effect."),
        Field("expected", "date", "Day it is expected."),
        Field("published", "date", "Publication day of a source or article."),
        Field("modified", "date", "Day the article was last changed."),
        Field("first_seen", "instant", "When Dealwire first saw it."),
        Field("updated", "instant", "When Dealwire last changed it."),
        Field("amount", "number", "An amount, in its unit."),
        Field("sources", "number", "Number of independent sources."),
        Field("size", "number", "Bytes of a document in quarantine."),
        Field("novelty", "number", "Novelty of the latest revision, 0 to 100."),
        Field("confidence", "number", "Best confidence of the sources, 0 to 1."),
        Field("revision", "number", "Revision of the event, version of the article."),
        Field("conflict", "boolean", "Whether sources contradict each other."),
        Field("news", "boolean", "Whether any source tells it as news, not as background."),
    )
}


@lru_cache(maxsize=1)
def roles() -> frozenset[str]:
    """The party roles of all event types; each is a text field of its own."""
    from schemas.taxonomy import load_taxonomy  # noqa: PLC0415  # read when the first query needs it

    return frozenset(role for spec in load_taxonomy().types.values() for role in spec.roles) - FIELDS.keys()


@lru_cache(maxsize=1)
def known_fields() -> dict[str, Field]:
    """All fields that a query may name."""
    return FIELDS | {role: Field(role, "text", f"Parties in the role {role}.") for role in sorted(roles())}
