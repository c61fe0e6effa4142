"""Alert rules from YAML: a deployment's own folder, else the packaged defaults."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml
from pydantic import ValidationError

from pipeline.alerting.rule import Rule
from pipeline.errors import Misconfigured

DEFAULTS = "the packaged defaults"


@dataclass(frozen=True)
class Rules:
    """The rules in force; `version` changes with every change of what they say."""

    rules: tuple[Rule, ...]
    version: str

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def named(self, name: str) -> Rule:
        """The rule of that name, whatever its case, spaces written as such or as - or _; else Misconfigured."""
        for rule in self.rules:
            if _plain(rule.name) == _plain(name):
                return rule
        raise Misconfigured(f"no alert rule {name!r}; there are: {', '.join(rule.name for rule in self.rules)}")

    def check_channels(self, channels: Collection[str]) -> None:
        """Raise Misconfigured where a rule names a channel that does not exist."""
        for rule in self.rules:
            for channel in rule.channels:
                if channel not in channels:
                    raise Misconfigured(
                        f"alert rule {rule.name!r}: no channel {channel!r}; add it to DEALWIRE_CHANNELS "
                        f"or use one of {', '.join(sorted(channels))}"
                    )


def load_rules(folder: Path | None = None) -> Rules:
    """The rules of a folder's `*.yaml` and `*.yml` files, or the packaged ones where none is given.

    Raises Misconfigured with file, field and fix of every mistake in the first wrong file.
    """
    source: Traversable = folder if folder is not None else files("pipeline.alerting") / "rules"
    found = rule_files(source)
    if not found:
        raise Misconfigured(f"{source}: no alert rules; add a .yaml file or unset DEALWIRE_RULES for {DEFAULTS}")
    rules = tuple(_rule(file) for file in found)
    _check_names(rules, [file.name for file in found])
    said = "\n".join(sorted(rule.model_dump_json() for rule in rules))
    return Rules(rules=rules, version=hashlib.sha256(said.encode()).hexdigest()[:12])


def rule_files(source: Traversable) -> list[Traversable]:
    """The files of a folder that are rules, by name; raises Misconfigured where it cannot be read."""
    try:
        found = [file for file in source.iterdir() if file.name.endswith((".yaml", ".yml"))]
    except OSError as error:
        raise Misconfigured(f"{source}: cannot read the folder of alert rules ({error.strerror})") from error
    return sorted(found, key=lambda file: file.name)


def _rule(file: Traversable) -> Rule:
    """The rule that a file holds."""
    try:
        # Plain strings: to YAML's own types NO is false and 22:00 a number of minutes. The rule knows its types.
        said = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # makes no objects
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Misconfigured(f"{file}: cannot be read as YAML: {error}") from error
    if not isinstance(said, dict):
        raise Misconfigured(f"{file}: holds no rule; start with `name: …`")
    try:
        return Rule.model_validate(said)
    except ValidationError as error:
        mistakes = "\n".join(f"{file}: {_mistake(found)}" for found in error.errors())
        raise Misconfigured(mistakes) from error


def _mistake(found: object) -> str:
    """One line of what is wrong: field, and how to mend it."""
    assert isinstance(found, dict)
    field = ".".join(str(part) for part in found["loc"]) or "rule"
    if found["type"] == "extra_forbidden":
        return f"{field}: no such field; a rule may have {', '.join(sorted(Rule.model_fields))}"
    return f"{field}: {found['msg'].removeprefix('Value error, ')}"


def _check_names(rules: tuple[Rule, ...], names: list[str]) -> None:
    """Raise Misconfigured where two files call their rule the same."""
    seen: dict[str, str] = {}
    for rule, file in zip(rules, names, strict=True):
        other = seen.setdefault(_plain(rule.name), file)
        if other != file:
            raise Misconfigured(f"{file}: name: {rule.name!r} is taken by {other}; a rule's name is its identity")


def _plain(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("_", " ").casefold().split())
