"""The key that signs papers and the certificates that vouch for it.

A house of its own makes a P-256 key and a private root on first use, below KEYS_DIR/papers. That proves that a paper
came from this system and was not changed; it is not the seal of an accredited certification authority and never says
so. A county that has such a seal points PAPER_SIGNING_KEY and PAPER_SIGNING_CHAIN at its files (PEM, signer first).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_FILE, CHAIN_FILE, FORMER = "signing.key.pem", "chain.pem", "former"
LIFETIME = timedelta(days=365 * 20)
SigningKey = EllipticCurvePrivateKey | RSAPrivateKey


@dataclass(frozen=True)
class KeyMaterial:
    """`chain`: the signer's certificate first, its root last. `former`: roots of keys used before, still trusted."""

    key: SigningKey
    chain: tuple[x509.Certificate, ...]
    former: tuple[x509.Certificate, ...]


@cache
def key_material() -> KeyMaterial:
    """Loaded once per process; made on first use."""
    key_path, chain_path = _paths()
    password = settings.PAPER_SIGNING_KEY_PASSWORD or None
    key = load_pem_private_key(key_path.read_bytes(), password.encode() if password else None)
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise ImproperlyConfigured("PAPER_SIGNING_KEY must be an EC or RSA key.")
    chain = tuple(x509.load_pem_x509_certificates(chain_path.read_bytes()))
    if chain[0].public_key() != key.public_key():
        raise ImproperlyConfigured("The first certificate of PAPER_SIGNING_CHAIN does not belong to PAPER_SIGNING_KEY.")
    former = sorted((Path(settings.KEYS_DIR) / "papers" / FORMER).glob("*.pem"))
    roots = [certificate for path in former for certificate in x509.load_pem_x509_certificates(path.read_bytes())]
    return KeyMaterial(key, chain, tuple(roots))


def _paths() -> tuple[Path, Path]:
    own_key, own_chain = settings.PAPER_SIGNING_KEY, settings.PAPER_SIGNING_CHAIN
    if bool(own_key) != bool(own_chain):
        raise ImproperlyConfigured("Set both PAPER_SIGNING_KEY and PAPER_SIGNING_CHAIN, or neither.")
    if own_key:
        return Path(own_key), Path(own_chain)
    directory = Path(settings.KEYS_DIR) / "papers"
    if not (directory / KEY_FILE).exists():
        make_key(directory)
    return directory / KEY_FILE, directory / CHAIN_FILE


def make_key(directory: Path) -> None:
    """Put key and chain into `directory` in one step; if another process was first, its key counts."""
    directory.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = Path(tempfile.mkdtemp(prefix="papers-", dir=directory.parent))  # mode 700
    try:
        key, chain = _new_key_and_chain(datetime.now(UTC))
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with os.fdopen(os.open(draft / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secret)
        (draft / CHAIN_FILE).write_bytes(b"".join(certificate.public_bytes(Encoding.PEM) for certificate in chain))
        try:
            draft.rename(directory)
        except OSError:
            if not (directory / KEY_FILE).exists():
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _new_key_and_chain(now: datetime) -> tuple[EllipticCurvePrivateKey, list[x509.Certificate]]:
    """The root's key is forgotten at once: nobody can ever make a second signer under it."""
    root_key, key = generate_private_key(SECP256R1()), generate_private_key(SECP256R1())
    root_name, name = _name("一窗系统自建根（非认可机构）"), _name("一窗办件系统文书签名（自建）")
    root = (
        _builder(root_name, root_name, root_key, root_key, now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(ca=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    signer = (
        _builder(name, root_name, key, root_key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(ca=False), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return key, [signer, root]


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: EllipticCurvePrivateKey,
    issuer_key: EllipticCurvePrivateKey,
    now: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LIFETIME)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
