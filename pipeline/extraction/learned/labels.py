"""What the learned core can say, in the order of its outputs; a change here asks for new weights."""

from schemas.vocabulary import Salience, Status

TYPES = (
    "partnership",
    "acquisition",
    "investment",
    "facility",
    "product_launch",
    "executive_change",
    "legal_action",
    "workforce",
)
TELLINGS = ("none", "news", "recap")
STATUSES: tuple[Status, ...] = ("rumoured", "planned", "agreed", "completed", "denied", "terminated")
SALIENCES: tuple[Salience | None, ...] = (None, "headline", "body", "background")
ROLES = (
    "partner",
    "supplier",
    "customer",
    "licensor",
    "licensee",
    "acquirer",
    "target",
    "seller",
    "investor",
    "investee",
    "operator",
    "other",
    "vendor",
    "person",
    "organization",
    "authority",
    "plaintiff",
    "defendant",
    "applicant",
    "employer",
    "union",
)
VALUES = ("amount", "place", "product", "date")
TAGS = ("outside", *ROLES, *VALUES)
