"""The folders of a run, its seeds, and that only one run uses a home."""

import pytest

from pipeline.errors import Misconfigured
from pipeline.launcher.place import alone, dag_folder, prepare
from pipeline.settings import Settings


@pytest.fixture
def settings(tmp_path) -> Settings:
    """A home that nobody has used."""
    return Settings(home=tmp_path / "var")


def test_the_first_start_feeds_the_seeds(settings):
    """They lie in the inbox before Airflow starts."""
    assert prepare(settings) == 5
    assert len(list(settings.inbox_folder.glob("*.txt"))) == 5


def test_a_later_start_feeds_nothing(settings):
    """What was fed once is not fed again, whatever became of it."""
    prepare(settings)
    for file in settings.inbox_folder.iterdir():
        file.unlink()
    assert prepare(settings) == 0
    assert list(settings.inbox_folder.iterdir()) == []


def test_two_runs_never_share_a_home(settings):
    """The second says which home is taken, and how to help."""
    with alone(settings), pytest.raises(Misconfigured, match="DEALWIRE_HOME"), alone(settings):
        pass


def test_a_home_is_free_again_after_a_run(settings):
    """The lock goes with the run."""
    for _ in range(2):
        with alone(settings):
            pass


def test_the_dags_are_found_in_the_checkout():
    """`make run` runs the DAGs beside the package."""
    assert (dag_folder() / "ingest_articles.py").is_file()
