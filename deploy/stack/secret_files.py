"""The folder of secrets: made on first use, a folder for each service, and in it what that service may know."""

import base64
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from deploy.stack.certificates import make_certificates

# Each user of the cluster: where its password lies, and its roles; the latter three are Elasticsearch's own.
CLUSTER_USERS = {
    "dealwire": ("ours/dealwire_index_password", ("dealwire_writer",)),
    "analyst": ("kibana/analyst_password", ("dealwire_reader", "viewer")),
    "kibana": ("kibana/password", ("kibana_system",)),
    "admin": ("elasticsearch/admin_password", ("superuser",)),
}
HASH_ROUNDS = 10_000


class SecretFiles:
    """The files below one folder, which only their service's user can read."""

    def __init__(self, root: Path, owners: Mapping[str, int]) -> None:
        """`owners` gives the user id for a service's folder; where one is missing the owner stays."""
        root.mkdir(parents=True, exist_ok=True)
        self._root = root
        self._owners = owners

    def value(self, path: str, form: str = "{}") -> str:
        """The text of `service/name`; where there is none yet, a secret made up in that form."""
        file = self._root / path
        if file.exists():
            return file.read_text(encoding="utf-8")
        return self.write(path, form.replace("{}", secrets.token_urlsafe(32)))

    def write(self, path: str, text: str) -> str:
        """Keep a text in `service/name`; what stood there is replaced at one moment."""
        file = self._root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
        return text

    def certificates(self) -> None:
        """The node's certificate, and its authority's wherever someone calls the node."""
        node = self._root / "elasticsearch"
        if not (node / "node.key").exists():
            node.mkdir(parents=True, exist_ok=True)
            make_certificates(node)
        for service in ("ours", "kibana"):
            (self._root / service).mkdir(exist_ok=True)
            shutil.copyfile(node / "ca.crt", self._root / service / "ca.crt")

    def cluster(self, roles: Mapping[str, object]) -> None:
        """The users and roles of the cluster, in the form of Elasticsearch's file realm."""
        users = [f"{user}:{_hashed(self.value(path))}\n" for user, (path, _) in CLUSTER_USERS.items()]
        names = sorted({role for _, held in CLUSTER_USERS.values() for role in held})
        held = [f"{name}:{','.join(u for u, (_, r) in CLUSTER_USERS.items() if name in r)}\n" for name in names]
        self.write("elasticsearch/users", "".join(users))
        self.write("elasticsearch/users_roles", "".join(held))
        # Elasticsearch cuts this file at the lines where a role begins.
        self.write("elasticsearch/roles.yml", "".join(f"{name}: {json.dumps(role)}\n" for name, role in roles.items()))

    def hand_over(self) -> None:
        """Give every folder to its service's user alone."""
        for folder in (path for path in self._root.iterdir() if path.is_dir()):
            for path in (folder, *folder.iterdir()):
                path.chmod(0o700 if path.is_dir() else 0o600)
                if folder.name in self._owners:
                    os.chown(path, self._owners[folder.name], -1)


def _hashed(password: str) -> str:
    """A password as Elasticsearch keeps it."""
    salt = secrets.token_bytes(32)
    digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, HASH_ROUNDS, 32)
    return f"{{PBKDF2}}{HASH_ROUNDS}${base64.b64encode(salt).decode()}${base64.b64encode(digest).decode()}"
