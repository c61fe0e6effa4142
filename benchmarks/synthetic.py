"""Invented articles, the same every time, for a machine without the labelled sets."""

import json
import random
from pathlib import Path

COMPANIES = ("Morvik Foods", "Lintara", "Oskelund Power", "Tavrenko Steel", "Bellwick Systems", "Quarrion Air")
CITIES = ("Oslo", "Porto", "Leeds", "Osaka", "Lyon", "Pune")
LEADS = (
    "{a} has signed a supply agreement with {b}, the companies said in {c} on Monday.",
    "{a} will buy {b} for $240 million, it said in a statement from {c}.",
    "{a} plans to open a plant in {c} next year and to hire 300 people there.",
    "{a} named a new chief executive on Tuesday as its {c} business grows.",
)
FILLERS = (
    "Analysts in {c} said that demand had been steady through the second quarter despite higher costs.",
    "“We look forward to working with our customers in {c},” a spokesperson for {a} said.",
    "The company reported revenue of $1.2 billion last year and employs 4,000 people in nine countries.",
    "Rivals such as {b} have expanded their distribution networks as buyers move their orders closer to home.",
)


def write_articles(folder: Path, count: int = 105) -> Path:
    """`count` articles of about 350 words each in `folder`."""
    chance = random.Random(20240506)  # noqa: S311  # the same articles on every machine
    folder.mkdir(parents=True)
    for number in range(count):
        a, b = chance.sample(COMPANIES, 2)
        sentences = [chance.choice(LEADS), *(chance.choice(FILLERS) for _ in range(22))]
        text = "\n\n".join(
            " ".join(s.format(a=a, b=b, c=chance.choice(CITIES)) for s in sentences[i : i + 3]) for i in range(0, 23, 3)
        )
        said = {"title": f"{a} news, part {number}", "published": "2024-05-06", "text": text}
        (folder / f"synthetic-{number:03}.json").write_text(json.dumps(said), encoding="utf-8")
    return folder
