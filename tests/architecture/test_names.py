"""No company and no person of the samples stands in the product."""

import json
import re
from pathlib import Path

import pytest
from renaming import ACRONYMS, COMPANIES, HANDLES, PEOPLE

ROOT = Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared" / "eval"
PRODUCT = sorted(
    path
    for folder in ("pipeline", "schemas", "config", "dags")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".yaml", ".yml", ".json", ".md", ".txt"}
)
# A given name alone names nobody, and general lists of given names have it.
SEED_NAMES = {*COMPANIES, *ACRONYMS, *HANDLES, *(last for _, last in PEOPLE if last)}
# Public bodies are general knowledge, and a role that they fill says so.
PUBLIC_ROLES = {"authority", "plaintiff", "union"}
# Words that are a name in some article and a plain word or a general list's entry in code.
PLAIN = {"Tim Cook"}


def gold_names():
    """Names of two words or more that the labelled sets give to parties which are no public bodies."""
    for gold in sorted(EVAL.glob("*/gold.jsonl")):
        for line in gold.read_text(encoding="utf-8").splitlines():
            for event in json.loads(line)["events"]:
                for party in event["parties"]:
                    if party["role"] not in PUBLIC_ROLES:
                        yield from (name for name in (party["name"], *party.get("aliases", [])) if is_proper(name))


def is_proper(name):
    """Whether every word of a longer name is written as a name is."""
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def standing_in(names):
    """The names that stand in the product, with the file."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    for path in PRODUCT:
        for found in pattern.finditer(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT)}: {found.group()}"


def test_no_name_of_the_seeds_stands_in_the_product():
    """Names, aliases and who owns whom are learned from the text."""
    assert not list(standing_in(SEED_NAMES))


def test_no_name_of_the_labelled_sets_stands_in_the_product():
    """The same for everything we are measured on."""
    names = set(gold_names()) - PLAIN
    if not names:
        pytest.skip("SKIPPED: ../shared/eval is not beside this checkout, its names cannot be looked for")
    assert not list(standing_in(names))
