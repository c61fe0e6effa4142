"""The stack's secrets: made once, readable by their service alone."""

import json
import os
import ssl
import stat

import pytest

from deploy.stack.handover import hand_over
from deploy.stack.secret_files import CLUSTER_USERS, SecretFiles


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A folder of secrets, as setup leaves it."""
    monkeypatch.setenv("STACK_POSTGRES", "postgres:5432")
    monkeypatch.setenv("STACK_REDIS", "redis:6379")
    monkeypatch.setenv("DEALWIRE_INDEX", "https://elasticsearch:9200")
    monkeypatch.setenv("DEALWIRE_INDEX_CA", str(tmp_path / "ours" / "ca.crt"))
    monkeypatch.setenv("DEALWIRE_HOME", str(tmp_path / "home"))
    hand_over(SecretFiles(tmp_path, {}))
    return tmp_path


def secrets_of(folder) -> dict[str, str]:
    """Every file but those that are written anew each time, with a new salt."""
    return {str(p.relative_to(folder)): p.read_text() for p in folder.glob("*/*") if p.name != "users"}


def test_a_second_setup_keeps_every_secret(made):
    """A restart changes no password, key or certificate."""
    before = secrets_of(made)
    hand_over(SecretFiles(made, {}))
    assert secrets_of(made) == before


def test_secrets_differ_from_each_other(made):
    """No two services share one they need not share."""
    passwords = [path.read_text() for path in made.glob("*/*password")]
    assert len(passwords) == len(set(passwords)) == 8


def test_nobody_else_can_read_them(made):
    """Neither the folders nor what is in them."""
    for path in [*made.glob("*/*"), *(path for path in made.iterdir() if path.name != "home")]:
        if path.name != "ready":
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_each_folder_goes_to_its_user(made):
    """The setup service runs as root and hands over."""
    hand_over(SecretFiles(made, {"redis": 999}))
    assert {path.stat().st_uid for path in made.glob("redis/*")} == {999}
    assert (made / "ours").stat().st_uid == os.geteuid()


def test_our_services_do_not_know_the_administrators(made):
    """What reads foreign documents holds no key to the servers' administration."""
    theirs = {made / "elasticsearch" / "admin_password", made / "postgres" / "password"}
    known = " ".join(path.read_text() for path in made.glob("ours/*"))
    assert not [path for path in theirs if path.read_text() in known]


def test_every_user_of_the_cluster_has_a_role_that_exists(made):
    """Ours are in the file of roles, each on a line, as Elasticsearch reads it; the others are Elasticsearch's own."""
    lines = (made / "elasticsearch" / "roles.yml").read_text().splitlines()
    roles = {line.partition(": ")[0]: json.loads(line.partition(": ")[2]) for line in lines}
    held = {role for _, names in CLUSTER_USERS.values() for role in names}
    assert held - set(roles) == {"kibana_system", "viewer", "superuser"}
    assert len((made / "elasticsearch" / "users").read_text().splitlines()) == len(CLUSTER_USERS)


def test_the_ledger_is_reached_with_its_own_user(made):
    """The address holds the password that the database's user gets."""
    password = (made / "postgres" / "dealwire_password").read_text()
    url = (made / "ours" / "dealwire_ledger").read_text()
    assert url == f"postgresql+psycopg://dealwire:{password}@postgres:5432/dealwire"


def test_the_certificate_is_the_authoritys(made):
    """A client that trusts the authority can load it, and the node has the key to its certificate."""
    ssl.create_default_context(cafile=str(made / "ours" / "ca.crt"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made / "elasticsearch" / "node.crt", made / "elasticsearch" / "node.key")
