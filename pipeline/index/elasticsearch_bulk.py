"""Writing many documents: every item's own outcome is read, as a bulk that failed in part is answered with 200."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from pipeline.errors import Misconfigured, Unavailable
from pipeline.index.elasticsearch_client import BUSY, translated
from pipeline.index.elasticsearch_schema import kind_of, source_of
from pipeline.index.port import ItemResult, Kind, Projection

CHUNK = 500
CHUNK_BYTES = 10_000_000
TRIES = 4
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 8
# Of the answer only what is read here: half of it would be shards and sequence numbers.
READ = "items.*._index,items.*._id,items.*.status,items.*.error"
STALE = 409
FORBIDDEN = 403
MISSING = 404
# A full disk or an operator has closed the index: it opens again, and no document is to blame.
BLOCKED = "cluster_block_exception"


def write_all(
    client: Elasticsearch, projections: Iterable[Projection], name_of: Callable[[Kind], str], **options: Any
) -> Iterator[ItemResult]:
    """One result for each projection that the cluster decided on, in whatever order; versions are the ledger's numbers.

    Items that it was too busy or closed for are tried again, then left out.
    """
    waiting: dict[tuple[str, str], deque[Projection]] = defaultdict(deque)
    actions = _actions(projections, name_of, waiting)
    answers = streaming_bulk(
        client,
        actions,
        chunk_size=CHUNK,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        retry_on_status=tuple(BUSY),
        filter_path=READ,
        max_retries=TRIES,
        initial_backoff=FIRST_WAIT_SECONDS,
        max_backoff=LONGEST_WAIT_SECONDS,
        **options,
    )
    with translated():
        for _, answer in answers:
            item = answer["index"]
            projection = waiting[kind_of(item["_index"]), item["_id"]].popleft()
            result = _result(projection, item)
            if result is not None:
                yield result


def _actions(
    projections: Iterable[Projection],
    name_of: Callable[[Kind], str],
    waiting: dict[tuple[str, str], deque[Projection]],
) -> Iterator[dict[str, Any]]:
    now = datetime.now(UTC)
    for projection in projections:
        waiting[projection.kind, projection.id].append(projection)
        yield {
            "_op_type": "index",
            "_index": name_of(projection.kind),
            "_id": projection.id,
            "version": projection.number,
            "version_type": "external",
            "_source": source_of(projection, now),
        }


def _result(projection: Projection, item: dict[str, Any]) -> ItemResult | None:
    """What the cluster decided, None where it was only too busy or closed; raises where no document is to blame."""
    status, error = item["status"], item.get("error") or {}
    kind, reason = (error.get("type"), error.get("reason")) if isinstance(error, dict) else (None, str(error))
    made = (projection.kind, projection.id, projection.number)
    if status < 300:
        return ItemResult(*made, "written")
    if status == STALE:
        return ItemResult(*made, "stale", "holds a newer one")
    if status in BUSY or kind == BLOCKED:
        return None
    if status == FORBIDDEN:
        raise Misconfigured(f"index: {reason}; `dealwire setup --print-role` shows the roles")
    if status == MISSING:
        raise Unavailable(f"index: {reason}; `dealwire setup` makes what is missing")
    return ItemResult(*made, "rejected", f"{kind}: {reason}")
