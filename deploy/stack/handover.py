"""The first half of setup: every secret that a service needs lies in that service's folder."""

import base64
import json
import os
import secrets

from deploy.stack.databases import url_of
from deploy.stack.secret_files import SecretFiles
from pipeline.app import open_app

DATABASES = {"airflow": "postgres/airflow_password", "dealwire": "postgres/dealwire_password"}
KIBANA = """\
elasticsearch.username: kibana
elasticsearch.password: {password}
elasticsearch.ssl.certificateAuthorities: [/run/dealwire/kibana/ca.crt]
xpack.encryptedSavedObjects.encryptionKey: {saved}
xpack.security.encryptionKey: {sessions}
xpack.reporting.encryptionKey: {reports}
"""


def hand_over(files: SecretFiles) -> None:
    """Make what is missing, and write anew what follows from it and from the addresses in the environment."""
    files.certificates()
    _addresses(files)
    _airflow(files)
    files.write("redis/redis.conf", f"requirepass {files.value('redis/password')}\n")
    keys = {name: files.value(f"kibana/{name}_key") for name in ("saved", "sessions", "reports")}
    files.write("kibana/kibana.yml", KIBANA.format(password=files.value("kibana/password"), **keys))
    files.value("postgres/password")
    files.value("ours/dealwire_index_password")
    with open_app() as app:
        files.cluster(app.roles())
    files.hand_over()
    files.write("ours/ready", "")


def _addresses(files: SecretFiles) -> None:
    """The addresses that hold a password."""
    urls = {name: url_of(name, files.value(path), os.environ["STACK_POSTGRES"]) for name, path in DATABASES.items()}
    files.write("ours/dealwire_ledger", urls["dealwire"])
    files.write("ours/airflow_database", urls["airflow"])
    files.write("ours/airflow_results", f"db+{urls['airflow']}")
    files.write("ours/airflow_broker", f"redis://:{files.value('redis/password')}@{os.environ['STACK_REDIS']}/0")


def _airflow(files: SecretFiles) -> None:
    """The keys of Airflow, and the password of its one user."""
    files.value("ours/airflow_fernet_key", base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    files.value("ours/airflow_secret_key")
    files.value("ours/airflow_jwt_secret", "{}{}")
    files.value("ours/airflow_passwords.json", json.dumps({"admin": "PASSWORD"}).replace("PASSWORD", "{}"))
