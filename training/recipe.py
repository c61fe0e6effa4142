"""The recipe beside the weights: digests of the data that they were made from and of the files that were made."""

import hashlib
import json
import sys
from pathlib import Path

from training.folds import ROUNDS, SEED

GRAPHS = ("reader.onnx", "arguments.onnx", "tokenizer.json")
REGRESSIONS = ("casting.json", "judge.json", "values.json")


def main() -> None:
    """Write `recipe.json` for a corpus and a folder of weights."""
    corpus, weights = Path(sys.argv[1]), Path(sys.argv[2])
    recipe = {
        "corpus": _digest(corpus),
        "seed": SEED,
        "rounds": ROUNDS,
        "files": {name: _digest(weights / name) for name in (*GRAPHS, *REGRESSIONS)},
    }
    (weights / "recipe.json").write_text(json.dumps(recipe, indent=1) + "\n", "utf-8")


def _digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
