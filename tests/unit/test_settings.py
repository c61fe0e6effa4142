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


def test_a_folder_of_files_gives_secrets_and_the_environment_goes_before_it(monkeypatch, tmp_path):
    """As Docker's secrets come; a file is named after its variable in lower case."""
    (tmp_path / "dealwire_index_api_key").write_text("from-a-file\n")
    (tmp_path / "dealwire_index_user").write_text("from-a-file")
    monkeypatch.setenv("DEALWIRE_SECRETS", str(tmp_path))
    monkeypatch.setenv("DEALWIRE_INDEX_USER", "from-the-environment")
    access = read_settings().index_access
    assert (access.api_key, access.user) == ("from-a-file", "from-the-environment")


def test_no_secret_is_printed_with_the_settings():
    """Addresses may hold passwords, so they are not printed either."""
    secret = "s3cret"
    given = {"ledger": f"postgresql://u:{secret}@h/d", "index": f"https://u:{secret}@h", "index_api_key": secret}
    settings = read_settings(index_password=secret, channels={"desk": f"mailto://u:{secret}@h"}, **given)
    assert secret not in f"{settings!r} {settings} {settings.index_access!r}"
