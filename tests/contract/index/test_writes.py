"""What may be written when, and what an index owes the ledger."""

import multiprocessing
from dataclasses import replace

import pytest
import tantivy
from index_world import CORPUS, event

from pipeline.errors import Misconfigured, Unavailable
from pipeline.index import INDEXES, Index, open_index
from pipeline.index.port import Projection


def test_an_older_projection_never_overwrites_a_newer_one(empty: Index) -> None:
    """Late and repeated writes are told apart from new ones and change nothing."""
    newer = replace(event("e1", status="agreed"), number=5)
    assert [result.status for result in empty.write([newer])] == ["written"]
    late = [replace(event("e1", status="planned"), number=4), newer]
    assert [result.status for result in empty.write(late)] == ["stale", "stale"]
    assert empty.search("status:agreed").total == 1


def test_the_newest_of_one_batch_wins(empty: Index) -> None:
    """In whatever order the numbers of one document come."""
    batch = [replace(event("e1", sources=number), number=number) for number in (2, 3, 1)]
    assert [result.status for result in empty.write(batch)] == ["written", "written", "stale"]
    assert [hit.document["sources"] for hit in empty.search().hits] == [3]


def test_kinds_do_not_share_ids(empty: Index) -> None:
    """An article and an event of one id are two documents."""
    empty.write([event("x"), Projection("article", "x", 1, {"id": "x"})])
    assert {(hit.kind, hit.id) for hit in empty.search().hits} == {("event", "x"), ("article", "x")}


def test_a_tombstone_leaves_every_search_and_keeps_its_number(empty: Index) -> None:
    """A merged event is gone from answers, and an older write does not bring it back."""
    empty.write([event("e1", type="partnership")])
    empty.write([Projection("event", "e1", 7, tombstone=True)])
    assert empty.search().total == 0
    assert empty.search("NOT type:workforce").total == 0
    assert empty.write([replace(event("e1"), number=6)])[0].status == "stale"
    assert list(empty.contents()) == [("event", "e1", 7)]


def test_a_document_can_come_back_with_a_higher_number(empty: Index) -> None:
    """An undone merge lifts the tombstone."""
    empty.write([Projection("event", "e1", 7, tombstone=True)])
    empty.write([replace(event("e1"), number=8)])
    assert empty.search().total == 1


def test_what_is_written_is_there_for_another_reader(address: str) -> None:
    """A write is searchable on return, by others who opened the index before."""
    reader, writer = open_index(address), open_index(address)
    writer.setup()
    assert reader.search().total == 0
    writer.write([event("e1")])
    assert reader.search().total == 1


def test_rebuilding_gives_the_same_content(empty: Index) -> None:
    """Dropped and rebuilt from the same projections, everything is found as before."""
    empty.write(CORPUS)
    before = [(hit.id, hit.document) for hit in empty.search(sort="announced", size=50).hits]
    contents = list(empty.contents())
    assert empty.rebuild(iter(CORPUS)).documents == len(CORPUS)
    assert [(hit.id, hit.document) for hit in empty.search(sort="announced", size=50).hits] == before
    assert list(empty.contents()) == contents


def test_rebuilding_drops_what_the_ledger_does_not_know(empty: Index) -> None:
    """The new content is exactly what was given."""
    empty.write([event("old")])
    empty.rebuild([event("new")])
    assert [hit.id for hit in empty.search().hits] == ["new"]


def test_a_reader_follows_a_rebuild(address: str) -> None:
    """A process that had the old content open finds the new one."""
    reader, writer = open_index(address), open_index(address)
    writer.write([event("old")])
    assert reader.search().total == 1
    writer.rebuild([event("new")])
    assert [hit.id for hit in reader.search().hits] == ["new"]


def test_a_failed_rebuild_leaves_the_old_content(empty: Index) -> None:
    """Whatever breaks while the projections come, searches go on."""
    empty.write([event("old")])

    def breaking():
        yield event("new")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        empty.rebuild(breaking())
    assert [hit.id for hit in empty.search().hits] == ["old"]
    assert empty.write([event("more")])[0].status == "written"


def test_setup_twice_changes_nothing(empty: Index) -> None:
    """Content survives."""
    empty.write([event("e1")])
    empty.setup()
    assert empty.search().total == 1


def test_nothing_to_write_is_fine(empty: Index) -> None:
    """No projections, no results."""
    assert empty.write([]) == []


def test_an_unknown_scheme_names_the_known_ones() -> None:
    """The message says which setting to change."""
    with pytest.raises(Misconfigured, match="DEALWIRE_INDEX"):
        open_index("solr:here")


def test_every_index_has_an_address_in_this_suite(address: str) -> None:
    """A new index joins by one line in conftest."""
    assert address.partition(":")[0] in INDEXES


def _hold_the_lock(path: str, ready, release) -> None:
    index = tantivy.Index.open(path)
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    ready.set()
    release.wait(60)
    writer.rollback()


def test_a_locked_tantivy_is_unavailable_and_a_killed_holder_frees_it(tmp_path) -> None:
    """The backlog stays with the ledger until the other writer is gone, however it goes."""
    index = open_index(f"tantivy:{tmp_path / 'index'}")
    index.write([event("e1")])
    spawn = multiprocessing.get_context("spawn")
    ready, release = spawn.Event(), spawn.Event()
    holder = spawn.Process(target=_hold_the_lock, args=(str(tmp_path / "index" / "current"), ready, release))
    holder.start()
    assert ready.wait(60)
    with pytest.raises(Unavailable, match="another process is writing"):
        index.write([event("e2")])
    with pytest.raises(Unavailable, match="another process is writing"):
        index.rebuild([event("e2")])
    assert index.search().total == 1
    holder.kill()
    holder.join()
    assert index.write([event("e2")])[0].status == "written"


def test_an_index_of_another_version_says_how_to_mend_it(tmp_path) -> None:
    """A changed schema is our fault, and rebuild-index is the way out."""
    folder = tmp_path / "index" / "generation-1"
    folder.mkdir(parents=True)
    tantivy.Index(tantivy.SchemaBuilder().add_text_field("old").build(), str(folder))
    (tmp_path / "index" / "current").symlink_to("generation-1")
    index = open_index(f"tantivy:{tmp_path / 'index'}")
    with pytest.raises(Misconfigured, match="rebuild-index"):
        index.search()
    assert index.rebuild([event("e1")]).documents == 1
    assert index.search().total == 1
