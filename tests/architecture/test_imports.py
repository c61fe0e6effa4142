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
# These run only beside Airflow, which is an extra.
WITH_AIRFLOW = {"pipeline/airflow_", "pipeline/watching.py", "pipeline/launcher/"}


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


def is_beside_airflow(path):
    """Whether the module is part of what only the extra needs."""
    return path.relative_to(ROOT).as_posix().startswith(tuple(WITH_AIRFLOW))


def test_the_import_contracts_hold():
    """The contracts in pyproject.toml: layers, and stages that know nothing of ledger, index, alerting and settings."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_the_package_declares(path):
    """`pip install .` brings everything that it needs, and nobody but the Airflow parts needs Airflow."""
    allowed = declared("airflow") if is_beside_airflow(path) else declared()
    for package in set(imported(path)) - set(sys.stdlib_module_names) - {"pipeline", "schemas"}:
        assert package != "dags"
        assert homes().get(package, set()) & allowed, f"{package} is not declared"
