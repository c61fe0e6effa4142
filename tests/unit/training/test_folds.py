"""What is taught, and what is left out to try it on."""

from training.folds import FOLDS, folded, weighed

ARTICLES = [
    *({"file": f"pr-{n}.json", "family": f"issuer {n // 2}"} for n in range(40)),
    *({"file": f"st-{n:02}-a.json", "family": f"st-{n:02}"} for n in range(10)),
    *({"file": f"nr-{n}.json", "family": f"nr-{n}.json"} for n in range(40)),
]


def test_a_fold_leaves_out_whole_families_and_every_fifth_of_them():
    """What is left out was not learned from, not even an issuer's other release."""
    for fold in range(FOLDS):
        kept, left_out = folded(ARTICLES, fold)
        assert not {a["family"] for a in kept} & {a["family"] for a in left_out}
        assert len(kept) + len(left_out) == len(ARTICLES)
    every = [a["file"] for fold in range(FOLDS) for a in folded(ARTICLES, fold)[1] if not a["file"].startswith("st-")]
    assert sorted(every) == sorted(a["file"] for a in ARTICLES if not a["file"].startswith("st-"))


def test_without_a_fold_nothing_is_left_out():
    """What ships is taught everything."""
    assert folded(ARTICLES, None) == (ARTICLES, [])


def test_a_round_reads_press_releases_twice_by_different_names_and_the_rest_once():
    """Chance goes by the file's name, so a second reading swaps names otherwise."""
    files = [a["file"] for a in weighed(ARTICLES)]
    assert len(set(files)) == len(files) == len(ARTICLES) + 40
    assert files[: len(ARTICLES)] == [a["file"] for a in ARTICLES]
