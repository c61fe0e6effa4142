"""Settings come from the environment, and a wrong one is named."""

import pytest

from pipeline.errors import Misconfigured
from pipeline.settings import read_settings


@pytest.mark.parametrize(
    ("variable", "value"),
    [("DEALWIRE_WORKERS", "many"), ("DEALWIRE_WORKERS", "0"), ("DEALWIRE_CHANNELS", "desk=mailto:a@example.org")],
)
def test_a_wrong_setting_is_named_with_what_to_do(monkeypatch, variable, value):
    """The operator reads which variable to mend."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(Misconfigured, match=variable):
        read_settings()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    """Such as one below a file."""
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Misconfigured, match="DEALWIRE_HOME"):
        read_settings(home=tmp_path / "file" / "home").make_folders()


def test_making_the_folders_says_which_were_missing(tmp_path):
    """A second call makes none."""
    settings = read_settings(home=tmp_path / "home")
    assert settings.make_folders() == [tmp_path / "home", tmp_path / "home" / "inbox"]
    assert settings.make_folders() == []
