"""The indices of a cluster: an alias for each kind, and the generation behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch

from pipeline.index.elasticsearch_client import translated
from pipeline.index.elasticsearch_schema import (
    FILES,
    LIVING,
    alias_of,
    generation_name,
    number_of,
    template_of,
    version_of,
)
from pipeline.index.port import Kind


@dataclass(frozen=True)
class Generation:
    """An index that answers under an alias."""

    name: str
    mapping: dict[str, Any]

    @property
    def version(self) -> int:
        """The version of its mapping, 0 where it names none."""
        return int(self.mapping.get("_meta", {}).get("version", 0))


@dataclass(frozen=True)
class Layout:
    """Creates and swaps what stands behind the aliases of one prefix."""

    client: Elasticsearch
    prefix: str

    def standing(self) -> dict[Kind, Generation]:
        """The generations that answer now, asked for at once; a kind that has none is left out."""
        with translated():
            found = self.client.indices.get(index=f"{self.prefix}-*", features="aliases,mappings").body
        return {
            kind: Generation(name, about["mappings"])
            for kind in FILES
            for name, about in sorted(found.items())
            if alias_of(kind, self.prefix) in about["aliases"]
        }

    def make_missing(self) -> None:
        """Create templates, first generations and aliases where they are missing."""
        for kind in FILES.keys() - self.standing().keys():
            self.create(kind, answers=True)

    def create(self, kind: Kind, *, answers: bool) -> str:
        """A new, empty generation, which answers at once or not yet; its name.

        Some distributions lack the analysis of English: there the subfield of word forms is left out.
        """
        number = max((number_of(name) for name in self.generations(kind)), default=0) + 1
        name = generation_name(kind, self.prefix, number)
        aliases = {alias_of(kind, self.prefix): self._alias()} if answers else {}
        with translated():
            try:
                self._make(kind, name, aliases, stemmed=True)
            except BadRequestError as error:
                if "english" not in str(error.body):
                    raise
                self._make(kind, name, aliases, stemmed=False)
        return name

    def _make(self, kind: Kind, name: str, aliases: dict[str, Any], *, stemmed: bool) -> None:
        template = template_of(kind, self.prefix, stemmed=stemmed)
        template["meta"] = template.pop("_meta")
        self.client.indices.put_index_template(name=alias_of(kind, self.prefix), **template)
        try:
            self.client.indices.create(index=name, aliases=aliases)
        except BadRequestError as error:
            if error.error != "resource_already_exists_exception":
                raise

    def generations(self, kind: Kind) -> list[str]:
        """All generations, those that answer nothing included."""
        with translated():
            return sorted(self.client.indices.get(index=f"{alias_of(kind, self.prefix)}-v*", features="aliases").body)

    def drop(self, names: Iterable[str]) -> None:
        """Delete generations, those that are gone already included."""
        with translated():
            self.client.indices.delete(index=list(names), ignore_unavailable=True)

    def swap(self, fresh: dict[Kind, str]) -> None:
        """Let the new generations answer, all at one moment, and drop the old ones."""
        actions: list[dict[str, object]] = []
        old = [name for kind in fresh for name in self.generations(kind) if name != fresh[kind]]
        for kind, name in fresh.items():
            alias = alias_of(kind, self.prefix)
            actions.append({"remove": {"index": f"{alias}-v*", "alias": alias, "must_exist": False}})
            actions.append({"add": {"index": name, "alias": alias, **self._alias()}})
        with translated():
            self.client.indices.update_aliases(actions=actions)
        if old:
            self.drop(old)

    def is_current(self) -> bool:
        """Whether every kind has the mapping that this version of Dealwire writes."""
        standing = self.standing()
        return all(kind in standing and standing[kind].version == version_of(kind) for kind in FILES)

    def stems(self) -> bool:
        """Whether the events that answer have a subfield of English word forms."""
        events = self.standing().get("event")
        return events is not None and "english" in events.mapping["properties"]["text"].get("fields", {})

    def _alias(self) -> dict[str, object]:
        return {"filter": LIVING, "is_write_index": True}
