"""Rules read from YAML."""

from datetime import time
from pathlib import Path

import pytest
import yaml

from pipeline.alerting.rule import Rule
from pipeline.alerting.rules import load_rules
from pipeline.errors import Misconfigured

CONFIG = Path(__file__).parents[3] / "config" / "alert_rules"


def written(folder, text, name="a.yaml"):
    """A folder with one rule file."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_default_rule_tells_new_partnerships_and_nothing_else():
    """Without a folder the packaged rule is in force, notifying on `new` alone and never on background."""
    (rule,) = load_rules()
    assert (rule.name, rule.types, rule.notify_on) == ("new partnership announcements", ("partnership",), ("new",))
    assert rule.salience == ("headline", "body")
    assert rule.channels == ("file",)


def test_the_example_in_the_config_folder_is_a_rule_with_every_field(tmp_path):
    """What the README of config/alert_rules shows can be copied and leaves no field out."""
    text = (CONFIG / "README.md").read_text(encoding="utf-8")
    example = text.split("```yaml")[1].split("```")[0]
    assert set(yaml.safe_load(example)) == set(Rule.model_fields)
    assert len(load_rules(written(tmp_path, example))) == 1


def test_the_example_in_the_docs_is_a_rule(tmp_path):
    """What docs/alerts.md shows can be copied."""
    text = (CONFIG.parents[1] / "docs" / "alerts.md").read_text(encoding="utf-8")
    assert len(load_rules(written(tmp_path, text.split("```yaml")[1].split("```")[0]))) == 1


def test_the_config_folder_holds_no_second_copy_of_the_defaults():
    """The packaged defaults are the one truth; the folder is for a deployment's own rules."""
    assert not [*CONFIG.glob("*.yaml"), *CONFIG.glob("*.yml")]


@pytest.mark.parametrize(
    ("text", "field", "fix"),
    [
        ("name: a\ntypes: [partnershp]", "types.0", "did you mean 'partnership'?"),
        ("name: a\nsubtypes: [suply]", "subtypes.0", "did you mean 'supply'?"),
        ("name: a\nroles: {partnr: {any: [b]}}", "roles.partnr", "did you mean 'partner'?"),
        ("name: a\nchanels: [file]", "chanels", "a rule may have channels"),
        ("name: a\nparties: {}", "parties", "name at least one under any, all or none"),
        ("name: a\nnotify_on: [always]", "notify_on.0", "'new', 'status'"),
        ("name: a\nquery: 'x AND (y'", "query", "is no query"),
        ("name: a\nquery: 'title:x'", "query", "takes words, phrases"),
        ("name: a\nquery: 'x AND y OR z'", "query", "needs parentheses"),
        ("name: a\nquery: 'lith*'", "query", "no wildcards"),
        ("name: a\nquiet_hours: {from: '22:00', to: '22:00'}", "quiet_hours", "the same time"),
        ("name: a\nquiet_hours: {from: 22:00, to: 7:00, timezone: Oslo}", "quiet_hours.timezone", "Asia/Kolkata"),
        ("types: [partnership]", "name", "required"),
    ],
)
def test_a_mistake_names_the_file_the_field_and_the_fix(tmp_path, text, field, fix):
    """An operator can mend a rule by its error alone."""
    with pytest.raises(Misconfigured) as caught:
        load_rules(written(tmp_path, text))
    assert f"a.yaml: {field}" in str(caught.value)
    assert fix in str(caught.value)


@pytest.mark.parametrize("text", ["[", "- a", "", "\x00"])
def test_a_file_that_holds_no_rule_is_refused_by_name(tmp_path, text):
    """Neither broken YAML nor a list is silently skipped."""
    with pytest.raises(Misconfigured, match=r"a\.yaml"):
        load_rules(written(tmp_path, text))


def test_an_empty_or_missing_folder_of_rules_is_refused(tmp_path):
    """A deployment that points nowhere is told, not left without alerts."""
    with pytest.raises(Misconfigured, match="no alert rules"):
        load_rules(tmp_path)
    with pytest.raises(Misconfigured, match="cannot read"):
        load_rules(tmp_path / "missing")


def test_two_files_may_not_give_one_rule(tmp_path):
    """A rule's name is its identity, whatever its case and hyphens."""
    written(tmp_path, "name: supply deals")
    with pytest.raises(Misconfigured, match=r"b\.yaml: name: 'Supply-Deals' is taken by a\.yaml"):
        load_rules(written(tmp_path, "name: Supply-Deals", "b.yaml"))


def test_the_version_follows_what_rules_say_and_not_where_they_lie(tmp_path):
    """The digest changes with a condition, not with a file's name or comment."""
    first = load_rules(written(tmp_path, "name: a\nplaces: [Oslo]"))
    (tmp_path / "a.yaml").rename(tmp_path / "z.yaml")
    moved = load_rules(written(tmp_path, "# why\nname: a\nplaces: [Oslo]", "z.yaml"))
    changed = load_rules(written(tmp_path, "name: a\nplaces: [Bergen]", "z.yaml"))
    assert first.version == moved.version != changed.version


def test_an_unquoted_clock_time_is_the_time_it_shows(tmp_path):
    """To YAML 22:00 is a number of minutes; the rule means ten in the evening."""
    (rule,) = load_rules(written(tmp_path, "name: a\nquiet_hours: {from: 22:00, to: 7:30}"))
    assert (rule.quiet_hours.start, rule.quiet_hours.end) == (time(22), time(7, 30))


def test_norway_is_a_country(tmp_path):
    """To YAML an unquoted NO is false; in a list of places it is a country's code."""
    (rule,) = load_rules(written(tmp_path, "name: a\nplaces: [NO]"))
    assert rule.places == ("NO",)


def test_a_rule_is_found_by_its_name_in_any_spelling():
    """On a command line hyphens are easier than blanks."""
    rules = load_rules()
    assert rules.named("New-partnership-announcements") is rules.rules[0]
    with pytest.raises(Misconfigured, match="there are: new partnership announcements"):
        rules.named("mergers")


def test_a_rule_that_names_an_unknown_channel_is_refused(tmp_path):
    """An alert that can never go out is a mistake of configuration, found at the start."""
    rules = load_rules(written(tmp_path, "name: a\nchannels: [desk]"))
    rules.check_channels({"file", "desk"})
    with pytest.raises(Misconfigured, match=r"no channel 'desk'; add it to DEALWIRE_CHANNELS or use one of file"):
        rules.check_channels({"file"})
