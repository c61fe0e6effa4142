"""The page of figures."""

import json
from datetime import date
from pathlib import Path

from evaluation import sets
from evaluation.judge import Judged
from evaluation.report import page
from evaluation.sets import LabelledSet, article_folders, labelled_sets

SCORES = {"p": 0.5, "r": 0.25, "f1": 0.333}
MENTIONS = {
    "articles": 3,
    "all": SCORES,
    "by_type": {"partnership": SCORES, "workforce": {"p": 0.0, "r": 0.0, "f1": 0.0}},
    "parties_f1": 0.7,
    "date_accuracy": None,
}
EVENTS = {
    "gold_events": 9,
    "gold_mentions": 20,
    "mentions_found": 15,
    "false_alarms": 2,
    "bcubed": SCORES,
    "split": 1,
    "wrongly_merged": 0,
    "alerts": SCORES,
    "conflicts": SCORES,
}


def labelled(name):
    """A set of no particular place."""
    return LabelledSet(name, "for tests", ("mentions",), Path(name), Path(name))


def written():
    """A page of one set with two measures."""
    told = {"tales": {"a1": [Judged("a1", "partnership", "right", ("Morvik",), "Morvik did.", 0.9)]}}
    return page(
        {labelled("tales"): {"mentions": MENTIONS, "events": EVENTS}},
        told,
        "`make eval`",
        date(2026, 1, 2),
        [("core", MENTIONS)],
        [("tales lent", EVENTS)],
    )


def test_the_page_says_when_and_how_it_was_measured():
    """A figure without date and command proves nothing."""
    assert "Measured on 2026-01-02 with `make eval`" in written()


def test_figures_stand_as_the_scorer_gave_them_and_missing_ones_as_a_dash():
    """Nothing is rounded up, nothing is made up."""
    assert "| tales | 3 | 0.500 | 0.250 | 0.333 | 0.333 | 0.700 | - |" in written()
    assert "| tales | 0.333 | 0.000 |" in written()
    assert "Not measured." in written()


def test_each_variant_of_the_extractor_has_its_row():
    """What a stage adds is seen by comparing it with the row before."""
    assert "| core | 0.500 | 0.250 | 0.333 | 0.333 | 0.700 | - |" in written()


def test_merging_alone_has_a_table_of_its_own():
    """Where labelled mentions are lent, an error is one of merging."""
    assert "| tales lent | 9 | 20 | 0.500 | 0.250 | 0.333 | 1 | 0 | 0.500 | 0.250 | 0.333 |" in written()


def test_every_set_is_introduced():
    """Its name alone says nothing to a stranger."""
    assert "- tales: for tests\n" in written()


def test_the_page_names_what_falls_short():
    """Weak types, missed mentions and wrong merges are computed, not chosen."""
    assert "- tales: F1 below 0.3 for workforce (0.00)." in written()
    assert "5 of 20 mentions missed, 2 false alarms, 1 events split, 0 wrongly merged" in written()


def test_a_set_of_files_is_read_where_it_lies(tmp_path):
    """Texts are never copied into the project."""
    folder = tmp_path / "articles"
    folder.mkdir()
    assert list(article_folders(LabelledSet("a", "b", (), folder, folder), tmp_path / "scratch")) == [(folder, None)]


def test_an_article_that_a_fold_left_out_is_read_by_that_fold(tmp_path, monkeypatch):
    """Nothing is read by weights that were trained on it."""
    monkeypatch.setattr(sets, "ROOT", tmp_path)
    folds = []
    for number, names in enumerate((["a.txt"], ["b.txt", "c.txt"])):
        fold = tmp_path / f"fold{number}"
        fold.mkdir()
        (fold / sets.LEFT_OUT).write_text(json.dumps([f"tales/articles/{name}" for name in names] + ["other/x.txt"]))
        folds.append(fold)
    articles, scratch = tmp_path / "tales" / "articles", tmp_path / "scratch"
    scratch.mkdir()
    found = article_folders(LabelledSet("tales", "b", (), articles, articles, None, tuple(folds)), scratch)
    assert [(sorted(p.name for p in folder.iterdir()), weights) for folder, weights in found] == [
        (["a.txt"], folds[0]),
        (["b.txt", "c.txt"], folds[1]),
    ]


def test_every_set_that_is_merged_has_gold_for_it():
    """Events are only scored where articles and events are both labelled."""
    known = labelled_sets()
    assert [s.name for s in known if s.gold_events] == [s.name for s in known if "events" in s.measures]
