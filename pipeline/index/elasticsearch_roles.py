"""The least privileges that Dealwire's parts need on a cluster, in the form of Elasticsearch's role API."""

from typing import Any

Role = dict[str, Any]

_READ = ["read", "view_index_metadata"]


def roles_for(prefix: str) -> dict[str, Role]:
    """The role of `dealwire setup`, of what writes (the DAGs), and of people who search."""
    names = [f"{prefix}-*"]
    return {
        f"{prefix}_setup": _role(["manage_index_templates", "monitor"], names, [*_READ, "manage", "index"]),
        f"{prefix}_writer": _role(["monitor"], names, [*_READ, "index", "maintenance"]),
        f"{prefix}_reader": _role(["monitor"], names, _READ),
    }


def _role(cluster: list[str], names: list[str], privileges: list[str]) -> Role:
    return {"cluster": cluster, "indices": [{"names": names, "privileges": privileges}]}
