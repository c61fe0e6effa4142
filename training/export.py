"""Export: both parts of the learned core as ONNX graphs with weights of one byte, and the tokenizer beside them."""

import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import WIDTH, Arguments, Reader

OPSET = 18


def export(reader: Reader, arguments: Arguments, folder: Path) -> None:
    """Write `reader.onnx` and `arguments.onnx` into the folder."""
    rows = {name: torch.ones(1, 9, dtype=torch.long) for name in ("ids", "cases", "blocks", "slots")}
    windows, tokens, pieces = (
        torch.export.Dim(n, min=1, max=m) for n, m in (("windows", 64), ("tokens", 512), ("pieces", 256))
    )
    row = {0: windows, 1: tokens}
    _write(
        reader,
        {**rows, "member": torch.ones(1, 3, 9)},
        {**dict.fromkeys(rows, row), "member": {0: windows, 1: pieces, 2: tokens}},
        ["telling", "shared"],
        folder / "reader.onnx",
    )
    _write(
        arguments,
        {
            "shared": torch.ones(1, 9, WIDTH),
            "slots": rows["slots"],
            "kinds": torch.ones(1, dtype=torch.long),
            "slot": torch.ones(1, dtype=torch.long),
        },
        {"shared": row, "slots": row, "kinds": {0: windows}, "slot": {0: windows}},
        ["tags", "status", "salience"],
        folder / "arguments.onnx",
    )


def _write(module: torch.nn.Module, given: dict, dynamic: dict, outputs: list[str], path: Path) -> None:
    """One graph, its weights quantized."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            module,
            tuple(given.values()),
            whole,
            input_names=list(given),
            output_names=outputs,
            dynamic_axes={name: {axis: dim.__name__ for axis, dim in axes.items()} for name, axes in dynamic.items()},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"]
        )


def main() -> None:
    """Export a saved state into a folder."""
    state, model, folder = torch.load(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    reader, arguments = Reader().eval(), Arguments().eval()
    reader.load_state_dict(state["reader"])
    arguments.load_state_dict(state["arguments"])
    export(reader, arguments, folder)
    shutil.copy(model / "tokenizer.json", folder)


if __name__ == "__main__":
    main()
