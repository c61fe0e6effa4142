"""Learning of what judges happenings and their values, from articles that a core had not seen and their labels.

python -m training.judge CORPUS FOLDER FOLD=WEIGHTS ... writes `casting.json`, `judge.json`, `values.json` there.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from evaluation.judge import scorer
from evaluation.sets import EVAL
from pipeline.extraction.assembly import Happening
from pipeline.extraction.learned.casting import Casting, cast_judged
from pipeline.extraction.learned.core import Core
from pipeline.extraction.learned.extractor import LearnedExtractor
from pipeline.extraction.learned.judge import features_of
from pipeline.extraction.learned.values import amounts_judged, places_judged
from pipeline.extraction.reading import Reading
from pipeline.extraction.record import mentions_of
from training.corpus import article_of
from training.folds import folded
from training.logistic import Example, fitted

Judged = Literal["news", "recap", "amount", "place"]
Read = tuple[dict[str, Any], Reading, tuple[Happening, ...]]


def read(weights: Path, left_out: list[dict[str, Any]]) -> Iterator[Read]:
    """The articles that a core had not seen, with everything that it finds told in them."""
    extractor = LearnedExtractor(core=Core(weights))
    for told in left_out:
        reading = extractor.read(article_of(EVAL / told["path"]))
        yield told, reading, extractor.happenings(reading)


def parties(found: list[Read]) -> Iterator[Example]:
    """What is judged of everyone named in happenings that are told, and whether the labels name them."""
    score = scorer()
    for told, reading, happenings in found:
        mentions = [m.model_dump(mode="json") for m in mentions_of(happenings, reading, "")]
        for i, j in score.match(told["events"], mentions, _agreement):
            pairs = score.party_pairs(told["events"][i]["parties"], mentions[j]["parties"])
            right = {party["entity_id"] for _, party in pairs}
            for name, features in cast_judged(happenings[j], reading):
                yield features, name in right


def _agreement(gold: dict[str, Any], mention: dict[str, Any]) -> float:
    """How well a happening agrees with a label, whomever else it names."""
    score = scorer()
    pairs = score.party_pairs(gold["parties"], mention["parties"])
    needed = min(2, len(gold["parties"])) if gold["type"] in score.TWO_PARTY else 1
    if gold["type"] != mention["type"] or len(pairs) < needed:
        return 0
    return 100 + len(pairs) + float(score.overlap_of(score.evidence(gold), score.evidence(mention)))


def rest(found: list[Read]) -> Iterator[tuple[Judged, Example]]:
    """What is judged of every happening, its parties given, and of the values of those that are right."""
    score = scorer()
    for told, reading, happenings in found:
        mentions = [m.model_dump(mode="json") for m in mentions_of(happenings, reading, "")]
        news, recaps = (_right(told["events"], mentions, is_news=is_news) for is_news in (True, False))
        for number, happening in enumerate(happenings):
            features = features_of(happening, happenings, reading)
            yield "news", (features, number in news)
            yield "recap", (features, number in recaps)
            if number in news:
                for amount, features in amounts_judged(happening, happenings, reading):
                    same = any(score.same_amount(g, amount.model_dump()) for g in news[number]["amounts"])
                    yield "amount", (features, same)
                for place, features in places_judged(happening, happenings, reading):
                    same = any(score.tokens(g) == score.tokens(place.name) for g in news[number]["places"])
                    yield "place", (features, same)


def _right(events: list[dict[str, Any]], mentions: list[dict[str, Any]], *, is_news: bool) -> dict[int, dict[str, Any]]:
    """The mentions that tell labelled news, or labelled recaps, by number, with what they tell."""
    score = scorer()
    labelled = [event for event in events if score.is_news(event) is is_news]
    alike = [{**mention, "salience": "headline" if is_news else "background"} for mention in mentions]
    return {j: labelled[i] for i, j in score.match(labelled, alike, score.closeness)}


def main() -> None:
    """Learn from every fold that is named, with the weights that had not seen it."""
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    folder, folds = Path(sys.argv[2]), [given.split("=", 1) for given in sys.argv[3:]]
    found = [one for fold, core in folds for one in read(Path(core), folded(articles, int(fold))[1])]
    _write(folder / "casting.json", fitted(list(parties(found))))
    casting = Casting(folder / "casting.json")
    for _, reading, happenings in found:
        casting.given(happenings, reading)
    judged: dict[Judged, list[Example]] = {}
    for name, example in rest(found):
        judged.setdefault(name, []).append(example)
    _write(folder / "judge.json", {name: fitted(judged[name]) for name in ("news", "recap")})
    _write(folder / "values.json", {name: fitted(judged[name]) for name in ("amount", "place")})


def _write(path: Path, weights: object) -> None:
    """Write weights down so that they can be read."""
    path.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
