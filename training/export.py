"""Export: both parts of the learned core as ONNX graphs with weights of one byte, and the tokenizer beside them."""

import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import WIDTH, Arguments, Reader

OPSET = 18
ROW = {0: "windows", 1: "tokens"}
AXES = {"member": {0: "windows", 1: "pieces", 2: "tokens"}, "kinds": {0: "windows"}, "slot": {0: "windows"}}


def export(reader: Reader, arguments: Arguments, folder: Path) -> None:
    """Write `reader.onnx` and `arguments.onnx` into the folder."""
    rows = {name: torch.ones(1, 9, dtype=torch.long) for name in ("ids", "cases", "blocks")}
    _write(reader, {**rows, "member": torch.ones(1, 3, 9)}, ["telling", "shared"], folder / "reader.onnx")
    one = torch.ones(1, dtype=torch.long)
    asked = {"shared": torch.ones(1, 9, WIDTH), "slots": torch.ones(1, 9, dtype=torch.long), "kinds": one, "slot": one}
    _write(arguments, asked, ["tags", "status", "salience"], folder / "arguments.onnx")


def _write(module: torch.nn.Module, given: dict[str, torch.Tensor], outputs: list[str], path: Path) -> None:
    """One graph, its weights quantized; of any number of windows, tokens and pieces."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            module,
            tuple(given.values()),
            whole,
            input_names=list(given),
            output_names=outputs,
            dynamic_axes={name: AXES.get(name, ROW) for name in given},
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
