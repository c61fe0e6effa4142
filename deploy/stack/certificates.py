"""The stack's own authority and the certificate of its Elasticsearch."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

HOSTS = ("elasticsearch", "localhost")
YEARS = timedelta(days=5 * 365)


def make_certificates(folder: Path) -> None:
    """Write `ca.crt`, `node.crt` and `node.key`; nobody keeps the authority's key, so it never signs again."""
    authority, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    signer = _name("Dealwire stack")
    root = _builder(signer, signer, authority.public_key())
    root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    names = [*map(x509.DNSName, HOSTS), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    node = _builder(_name("elasticsearch"), signer, own.public_key())
    node = node.add_extension(x509.SubjectAlternativeName(names), critical=False)
    for name, builder in (("ca.crt", root), ("node.crt", node)):
        (folder / name).write_bytes(builder.sign(authority, hashes.SHA256()).public_bytes(Encoding.PEM))
    (folder / "node.key").write_bytes(own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _builder(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    builder = builder.serial_number(x509.random_serial_number())
    return builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + YEARS)
