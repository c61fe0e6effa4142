"""`python -m evaluation [SET …] [--keep FOLDER]`: run, score, print one page; all sets also write docs/quality.md."""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from evaluation.ablation import ablation
from evaluation.errors import errors_page
from evaluation.judge import judged
from evaluation.measure import measured, mentions_of
from evaluation.merging import NAMES, scored, tellings_of
from evaluation.report import page
from evaluation.sets import EVAL, POOLED, ROOT, digest, labelled_sets

PAGE = ROOT / "docs" / "quality.md"
ERRORS = ROOT / "var" / "errors.html"


def main() -> None:
    """Measure the named sets, or all."""
    sets = {labelled.name: labelled for labelled in labelled_sets()}
    arguments = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    arguments.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(sets)}; all of them if none is named")
    arguments.add_argument("--keep", type=Path, help="a new folder to keep what our command printed in")
    asked = arguments.parse_args()
    if unknown := set(asked.sets) - set(sets):
        arguments.error(f"no set {', '.join(sorted(unknown))}")
    if not EVAL.is_dir():
        sys.stderr.write("SKIPPED: ../shared/eval is not beside this checkout. Nothing was measured.\n")
        return
    chosen = [sets[name] for name in asked.sets or sets]
    with tempfile.TemporaryDirectory(prefix="dealwire-eval-") as temporary:
        scratch = asked.keep or Path(temporary)
        scratch.mkdir(parents=True, exist_ok=True)
        results = {}
        for labelled in chosen:
            sys.stderr.write(f"{labelled.name}: {labelled.about} …\n")
            results[labelled] = measured(labelled, scratch)
        verdicts = {one.name: judged(one, mentions_of(one, scratch)) for one in chosen if "mentions" in one.measures}
    ERRORS.parent.mkdir(parents=True, exist_ok=True)
    ERRORS.write_text(errors_page(verdicts), encoding="utf-8")
    command = "make eval" if not asked.sets else " ".join(["python -m evaluation", *asked.sets])
    stages = ablation([sets[name] for name in POOLED]) if not asked.sets else []
    lent = [(name, scored(name, tellings_of(name))) for name in NAMES] if not asked.sets else []
    how = f"`{command}` on the labels of digest `{digest()}`"
    text = page(results, verdicts, how, datetime.now(UTC).date(), stages, lent)
    sys.stdout.write(text)
    if not asked.sets:
        PAGE.write_text(text, encoding="utf-8")
        sys.stderr.write(f"Written to {PAGE.relative_to(ROOT)}\n")
    sys.stderr.write(f"Every error with its sentence: {ERRORS}\n")


if __name__ == "__main__":
    main()
