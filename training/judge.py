"""Learning of what casts and judges happenings and gives them values, from articles that a core had not seen.

python -m training.judge CORPUS FOLDER FOLD=WEIGHTS ... writes `casting.json` and the files of `WRITTEN` there, and
beside each fold's weights such as the other folds teach, with the paths of what the fold left out.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from evaluation.judge import scorer
from evaluation.sets import LEFT_OUT, ROOT
from evaluation.told import article_of
from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.belonging import amounts_judged, dates_judged, places_judged
from pipeline.extraction.learned.casting import Casting
from pipeline.extraction.learned.extractor import LearnedExtractor
from pipeline.extraction.learned.judge import features_of
from pipeline.extraction.learned.parties import parties_judged
from pipeline.extraction.reading import Reading
from pipeline.extraction.record import mentions_of
from training.folds import folded
from training.logistic import Example, fitted

Judged = Literal["news", "recap", "amount", "place", "date"]
Read = tuple[dict[str, Any], Reading, tuple[Happening, ...]]
CASTING = "casting.json"
# How strongly each regression is held back, as did best on articles of the other fold.
HOLD: dict[str, float] = {CASTING: 30, "judge.json": 100, "values.json": 20}
WRITTEN: dict[str, tuple[Judged, ...]] = {
    "judge.json": ("news", "recap"),
    "values.json": ("amount", "place", "date"),
}


def read(weights: Path, left_out: list[dict[str, Any]]) -> Iterator[Read]:
    """The articles that a core had not seen, with everything that it finds told in them."""
    extractor = LearnedExtractor(weights=weights)
    for told in left_out:
        reading = extractor.read(article_of(ROOT / told["path"]))
        yield told, reading, extractor.happenings(reading)


def parties(found: Sequence[Read]) -> Iterator[Example]:
    """What is judged of everyone named in happenings that are told, and whether the labels name them."""
    score = scorer()
    for told, reading, happenings in found:
        mentions = [m.model_dump(mode="json") for m in mentions_of(happenings, reading, "")]
        for i, j in score.match(told["events"], mentions, _agreement):
            pairs = score.party_pairs(told["events"][i]["parties"], mentions[j]["parties"])
            right = {party["entity_id"] for _, party in pairs}
            for name, features in parties_judged(happenings[j], reading):
                yield features, name in right


def _agreement(gold: dict[str, Any], mention: dict[str, Any]) -> float:
    """How well a happening agrees with a label, whomever else it names."""
    score = scorer()
    pairs = score.party_pairs(gold["parties"], mention["parties"])
    needed = min(2, len(gold["parties"])) if gold["type"] in score.TWO_PARTY else 1
    if gold["type"] != mention["type"] or len(pairs) < needed:
        return 0
    return 100 + len(pairs) + float(score.overlap_of(score.evidence(gold), score.evidence(mention)))


def rest(found: Sequence[Read]) -> Iterator[tuple[Judged, Example]]:
    """What is judged of every happening, its parties given, and of the values of those that are right."""
    for told, reading, happenings in found:
        mentions = [m.model_dump(mode="json") for m in mentions_of(happenings, reading, "")]
        news, recaps = (_right(told["events"], mentions, is_news=is_news) for is_news in (True, False))
        for number, happening in enumerate(happenings):
            features = features_of(happening, happenings, reading)
            yield "news", (features, number in news)
            yield "recap", (features, number in recaps)
            if number in news:
                yield from _values(news[number], happening, happenings, reading)


def _values(
    gold: dict[str, Any], happening: Happening, happenings: Sequence[Happening], reading: Reading
) -> Iterator[tuple[Judged, Example]]:
    """What is judged of the values of a happening, and whether its label has them."""
    score = scorer()
    for amount, features in amounts_judged(happening, happenings, reading):
        yield "amount", (features, any(score.same_amount(g, amount.model_dump()) for g in gold["amounts"]))
    for place, features in places_judged(happening, happenings, reading):
        yield "place", (features, any(score.tokens(g) == score.tokens(place.name) for g in gold["places"]))
    for date, features in dates_judged(happening, happenings, reading):
        if date.value:
            yield "date", (features, date.value == gold["date"])


def _right(events: list[dict[str, Any]], mentions: list[dict[str, Any]], *, is_news: bool) -> dict[int, dict[str, Any]]:
    """The mentions that tell labelled news, or labelled recaps, by number, with what they tell."""
    score = scorer()
    labelled = [event for event in events if score.is_news(event) is is_news]
    alike = [{**mention, "salience": "headline" if is_news else "background"} for mention in mentions]
    return {j: labelled[i] for i, j in score.match(labelled, alike, score.closeness)}


def learn(found: Sequence[Read], folder: Path) -> None:
    """Learn from articles and what was found in them: first who is a party, then the rest."""
    for happening in (h for _, _, happenings in found for h in happenings):
        happening.cast = None
    _write(folder / CASTING, fitted(list(parties(found)), HOLD[CASTING]))
    casting = Casting(folder / CASTING)
    for _, reading, happenings in found:
        casting.given(happenings, reading)
    judged: dict[Judged, list[Example]] = {}
    for name, example in rest(found):
        judged.setdefault(name, []).append(example)
    for file, names in WRITTEN.items():
        _write(folder / file, {name: fitted(judged[name], HOLD[file]) for name in names})


def main() -> None:
    """Learn from every fold that is named, with the weights that had not seen it."""
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    folds = {int(fold): Path(core) for fold, core in (given.split("=", 1) for given in sys.argv[3:])}
    found = {fold: list(read(core, folded(articles, fold)[1])) for fold, core in folds.items()}
    learn([one for read in found.values() for one in read], Path(sys.argv[2]))
    for fold, core in folds.items():
        learn([one for other, read in found.items() if other != fold for one in read], core)
        _write(core / LEFT_OUT, [told["path"] for told, _, _ in found[fold]])


def _write(path: Path, weights: object) -> None:
    """Write weights down so that they can be read."""
    path.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
