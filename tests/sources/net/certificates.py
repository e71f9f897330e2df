"""Certificates for a test: an authority of its own, and servers that are fine, expired, or someone else."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

OPENSSL = shutil.which("openssl")
SETTINGS = """
[ca]
default_ca = own
[own]
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
certificate = {folder}/ca.pem
private_key = {folder}/ca.key
default_md = sha256
policy = any
copy_extensions = copy
x509_extensions = leaf
[any]
commonName = supplied
[leaf]
basicConstraints = CA:FALSE
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
"""


class Authority:
    """Signs what it is asked to; `path` is the file to trust."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / "ca.pem"
        (folder / "index").write_text("")
        (folder / "serial").write_text("01")
        (folder / "settings").write_text(SETTINGS.format(folder=folder))
        usage = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"]
        subject = ["-subj", "/CN=Test authority", "-days", "30"]
        _run("req", "-x509", *_key(folder / "ca.key"), "-out", self.path, *subject, *usage)

    def server(
        self, name: str, *hosts: str, begins: str = "20200101000000Z", ends: str = "20991231000000Z"
    ) -> ssl.SSLContext:
        """The TLS of a server whose certificate names these hosts, `DNS:…` or `IP:…`."""
        request, certificate, key = (self._folder / f"{name}.{ending}" for ending in ("csr", "pem", "key"))
        names = f"subjectAltName={','.join(hosts)}"
        _run("req", *_key(key), "-out", request, "-subj", f"/CN={name}", "-addext", names)
        dates = ["-startdate", begins, "-enddate", ends]
        _run("ca", "-batch", "-config", self._folder / "settings", "-in", request, "-out", certificate, *dates)
        return _context(certificate, key)

    def self_signed(self, *hosts: str) -> ssl.SSLContext:
        certificate, key = self._folder / "alone.pem", self._folder / "alone.key"
        names = f"subjectAltName={','.join(hosts)}"
        _run("req", "-x509", *_key(key), "-out", certificate, "-days", "30", "-subj", "/CN=alone", "-addext", names)
        return _context(certificate, key)


def _key(path: Path) -> list[str | Path]:
    return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", path]


def _context(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _run(*arguments: str | Path) -> None:
    subprocess.run([OPENSSL, *arguments], check=True, capture_output=True)
