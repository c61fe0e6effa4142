"""One document's trouble is its own outcome."""

import json
from pathlib import Path

import pytest
from app_world import NO_NEWS, OTHER, PACT, drop, kinds, opened, run, sent

from pipeline.errors import Unavailable
from pipeline.extraction import EXTRACTORS
from pipeline.ledger import files
from pipeline.steps import record
from pipeline.steps.ingest import ATTEMPTS
from schemas.mention import Extraction


class Moody:
    """An extractor that finds nothing, and raises what it is told to where a text holds a word."""

    name_version = "moody@1"

    def __init__(self):
        self.errors, self.read = {}, []

    def extract(self, article):
        """Nothing, or trouble."""
        self.read.append(article.path)
        for word, error in self.errors.items():
            if word in article.text:
                raise error
        return Extraction(mentions=())


@pytest.fixture
def moody(monkeypatch):
    """The extractor of the installation."""
    made = Moody()
    monkeypatch.setitem(EXTRACTORS, "moody", lambda _: made)
    yield made
    from pipeline.steps.extractor import offline  # noqa: PLC0415

    offline.cache_clear()


@pytest.fixture
def app(tmp_path, moody):
    """An installation with that extractor."""
    del moody
    with opened(tmp_path, extractor="moody") as made:
        yield made


def lines(*texts):
    """A JSON-lines file."""
    return "\n".join(json.dumps({"title": text.partition("\n")[0], "text": text}) for text in texts)


def test_an_error_nobody_foresaw_is_an_outcome_with_its_traceback(app, moody):
    """The rest of the batch goes on, and the document can be replayed once the fault is mended."""
    moody.errors["Morvik"] = ZeroDivisionError("of oats")
    drop(app, a_txt=PACT, b_txt=OTHER)
    assert kinds(run(app)) == {"a.txt": "failed", "b.txt": "no_event"}
    (kept,) = app.quarantine_list()
    assert "ZeroDivisionError: of oats" in kept.detail
    assert "in extract" in kept.detail
    moody.errors.clear()
    assert [str(one.kind) for one in app.quarantine_replay([kept.file_id])] == ["no_event"]
    assert app.quarantine_list() == []


@pytest.mark.parametrize("error", [MemoryError(), Unavailable("away"), KeyboardInterrupt()], ids=repr)
def test_a_fault_of_the_surroundings_is_no_outcome(app, moody, error):
    """It is raised, and the file is read again when it is over."""
    moody.errors["Morvik"] = error
    drop(app, a_txt=PACT)
    (batch,) = app.claim("one")
    with pytest.raises(type(error)):
        app.ingest_batch(batch.files)
    moody.errors.clear()
    assert kinds(run(app)) == {"a.txt": "no_event"}


def test_a_file_that_ends_every_process_is_given_up_in_the_end(app, moody):
    """Else no batch with it would ever end; it is kept, and may be replayed."""
    moody.errors["Morvik"] = MemoryError()
    drop(app, a_txt=PACT, b_txt=OTHER)
    for number in range(ATTEMPTS):
        (batch,) = app.claim(str(number))
        with pytest.raises(MemoryError):
            app.ingest_batch(batch.files)
    assert kinds(run(app)) == {"a.txt": "failed", "b.txt": "no_event"}
    moody.errors.clear()
    (kept,) = app.quarantine_list()
    assert [str(one.kind) for one in app.quarantine_replay([kept.file_id])] == ["no_event"]


def test_bytes_missing_in_the_archive_are_an_outcome(app):
    """Whoever deleted them, the batch goes on."""
    drop(app, a_txt=PACT, b_txt=OTHER)
    (batch,) = app.claim("one")
    with app.ledger.reading() as connection:
        gone = files.file_entry(connection, batch.files[0])
    (app.settings.home / "archive" / gone.sha256[:2] / gone.sha256).unlink()
    assert sorted(kinds({one.path: one for one in app.ingest_batch(batch.files)}).values()) == ["failed", "no_event"]


def test_a_large_file_of_documents_goes_on_where_it_was_cut_short(app, moody, monkeypatch):
    """What is recorded is not read again, and each document has one outcome."""
    monkeypatch.setattr(record, "AT_ONCE", 2)
    drop(app, a_jsonl=lines(*(NO_NEWS.replace("clear", f"{number} clear") for number in range(5))))
    moody.errors["3 clear"] = MemoryError()
    (batch,) = app.claim("one")
    with pytest.raises(MemoryError):
        app.ingest_batch(batch.files)
    moody.errors.clear()
    moody.read.clear()
    outcomes = app.ingest_batch(batch.files)
    assert [one.path for one in outcomes] == [f"a.jsonl#{number}" for number in range(1, 6)]
    assert moody.read == ["a.jsonl#3", "a.jsonl#4", "a.jsonl#5"]


def test_only_the_replayed_lines_of_a_file_are_read_again(app, moody):
    """The others have their outcome, and are no duplicates of themselves."""
    moody.errors |= {"Morvik": ValueError("one"), "Tarvos": ValueError("two")}
    drop(app, a_jsonl=lines(NO_NEWS, PACT, OTHER))
    run(app)
    moody.errors.clear()
    kept = {one.path: one for one in app.quarantine_list()}
    assert sorted(kept) == ["a.jsonl#2", "a.jsonl#3"]
    assert kinds({one.path: one for one in app.quarantine_replay([kept["a.jsonl#3"].file_id])}) == {
        "a.jsonl#3": "no_event"
    }
    assert [one.path for one in app.quarantine_list()] == ["a.jsonl#2"]


def test_a_replay_cut_short_has_not_left_the_quarantine(app, moody):
    """It shows until it is read, and the next run reads it."""
    moody.errors["Morvik"] = ValueError("one")
    drop(app, a_txt=PACT)
    run(app)
    (kept,) = app.quarantine_list()
    moody.errors["Morvik"] = MemoryError()
    with pytest.raises(MemoryError):
        app.quarantine_replay([kept.file_id])
    assert [one.path for one in app.quarantine_list()] == ["a.txt"]
    moody.errors.clear()
    assert kinds(run(app)) == {"a.txt": "no_event"}
    assert app.quarantine_list() == []


def test_a_person_finds_rejected_bytes_with_the_reason_beside_them(app, moody):
    """In the folder `quarantine`, until they are replayed or discarded."""
    moody.errors["Morvik"] = ValueError("of oats")
    drop(app, a_txt=PACT)
    run(app)
    folder = app.settings.home / "quarantine"
    shown = {path.name.partition("-")[2]: path for path in folder.iterdir()}
    assert sorted(shown) == ["a.txt", "a.txt.reason.txt"]
    assert shown["a.txt"].read_text(encoding="utf-8") == PACT
    assert "failed" in shown["a.txt.reason.txt"].read_text(encoding="utf-8")
    (kept,) = app.quarantine_list()
    app.quarantine_discard([kept.file_id])
    assert list(folder.iterdir()) == []
    assert Path(kept.kept_at).exists()


def test_lines_of_two_files_are_no_versions_of_each_other(app):
    """A line's number names no document, nor does a path where the addresses differ."""
    drop(app, a_jsonl=lines(PACT))
    run(app)
    drop(app, a_jsonl=lines(OTHER))
    assert kinds(run(app)) == {"a.jsonl#1": "no_event"}
    for number, text in enumerate((PACT, OTHER)):
        drop(app, b_json=json.dumps({"url": f"https://example.org/{number}", "title": "A", "text": text}))
        assert kinds(run(app)) == {"b.json": "no_event"}


def test_of_a_very_long_text_the_beginning_is_read_and_all_of_it_kept(app, monkeypatch):
    """A book in the inbox costs no more than a long article."""
    monkeypatch.setattr("pipeline.ingest.LONGEST_READ", 300)
    read = []
    monkeypatch.setattr(Moody, "extract", lambda _, article: read.append(article.text) or Extraction(mentions=()))
    drop(app, a_txt=PACT + "\n" + OTHER)
    outcome = run(app)["a.txt"]
    (article,) = app.articles([outcome.article_id])
    assert "first 300 characters" in outcome.detail
    assert len(read[0]) <= 300
    assert article.text.startswith(read[0])
    assert "Tarvos" in article.text


def test_the_same_name_with_other_words_is_a_new_version(app):
    """Without an address the name says which document it is."""
    drop(app, a_txt=PACT)
    run(app)
    drop(app, a_txt=PACT.replace("June", "July"))
    assert kinds(run(app)) == {"a.txt": "revision"}
    assert sent(app) == []
