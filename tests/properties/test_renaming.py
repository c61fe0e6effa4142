"""Nothing leans on a name: the seeds in fifty other worlds tell the same events."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from renaming import COMPANIES, PEOPLE, renaming
from seed_chain import outcome, reports_of, seed_texts, told_in

RENAMINGS = 50
PROCESSES = 2


@pytest.fixture(scope="module")
def worlds():
    """What every world tells, computed once on two processes."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        yield dict(zip(range(RENAMINGS), pool.map(told_in, range(RENAMINGS), chunksize=5), strict=True))


@pytest.fixture(scope="module")
def own():
    """What the seeds tell in their own words."""
    return outcome(reports_of(seed_texts()))


def test_a_renaming_leaves_no_name_behind_and_can_be_undone():
    """Each world is complete and consistent: restoring its text gives the seeds."""
    names = [*COMPANIES, *(part for person in PEOPLE for part in person if len(part) > 4)]
    for seed in range(RENAMINGS):
        world = renaming(seed)
        for text in seed_texts().values():
            renamed = world.text(text)
            assert not [name for name in names if name.casefold() in renamed.casefold()]
            assert world.restored(renamed) == text


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(RENAMINGS))
def test_another_world_tells_the_same_events(seed, worlds, own):
    """Types, statuses, salience, parties and roles, places, dates, amounts, products, claims and conflicts agree."""
    assert worlds[seed] == own
