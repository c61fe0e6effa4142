"""Who may import whom."""

import ast
import sys
import tomllib
from functools import lru_cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted([*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")])
# These run only beside what an extra brings.
EXTRAS = {
    "pipeline/airflow_": "airflow",
    "pipeline/watching.py": "airflow",
    "pipeline/launcher/": "airflow",
    "pipeline/extraction/llm/": "llm",
}


def imported(path):
    """The names of the top packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0]


def declared(*groups):
    """The distributions that pyproject.toml names, with these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for group in groups for line in project["optional-dependencies"][group])]
    return {canonicalize_name(Requirement(line).name) for line in wanted}


@lru_cache(maxsize=1)
def homes():
    """Which distributions a top package comes from; the many that make up Airflow stand for one."""
    found = {
        package: {canonicalize_name(name) for name in names} for package, names in packages_distributions().items()
    }
    return {**found, "airflow": {"apache-airflow"}}


def extras_of(path):
    """The extras that the module is part of."""
    name = path.relative_to(ROOT).as_posix()
    return {extra for beginning, extra in EXTRAS.items() if name.startswith(beginning)}


def test_the_import_contracts_hold():
    """The contracts in pyproject.toml: layers, and stages that know nothing of ledger, index, alerting and settings."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_the_package_declares(path):
    """`pip install .` brings everything that it needs, and only the parts of an extra need what that brings."""
    allowed = declared(*extras_of(path))
    for package in set(imported(path)) - set(sys.stdlib_module_names) - {"pipeline", "schemas"}:
        assert package != "dags"
        assert homes().get(package, set()) & allowed, f"{package} is not declared"
