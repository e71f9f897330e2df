"""Files in an S3-compatible object storage, where STORAGE_URL names one; loaded only then.

Every way in which the storage can fail comes out as an OSError, as from a
folder, and after a bounded time: what keeps and fetches files
(claimtracker.core.blobs) need not know which of the two it has.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error  # type: ignore[import-untyped]  # none of these has types
from boto3.s3.transfer import TransferConfig  # type: ignore[import-untyped]  # none of these has types
from botocore.config import Config  # type: ignore[import-untyped]  # none of these has types
from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]  # none of these has types
from s3transfer.exceptions import RetriesExceededError  # type: ignore[import-untyped]  # none of these has types
from storages.backends.s3 import S3Storage  # type: ignore[import-untyped]  # none of these has types

MB = 1024 * 1024
CONNECT_SECONDS, READ_SECONDS = 3, 10
TRIES = 3  # of one request; a storage that is down is told of within half a minute

# At DEBUG they would write the headers of every request into our log, signatures included.
for name in ("boto3", "botocore", "s3transfer"):
    logging.getLogger(name).setLevel(logging.WARNING)


class StorageFailed(OSError):  # noqa: N818 named for what happened
    """The storage did not do what it was asked for."""


class ObjectStore(S3Storage):  # type: ignore[misc]  # its base has no types
    """The bucket's objects, private: no address of theirs is ever given out.

    Names are hashes of what is in the file, so writing one again changes nothing.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(
            addressing_style="path",
            signature_version="s3v4",
            # None: what S3 makes of an object about which nothing is said is private, and buckets that know no ACL
            # refuse a request that names one.
            default_acl=None,
            file_overwrite=True,
            querystring_auth=False,
            gzip=False,
            security_token=None,  # the address has all that is needed; nothing is picked up from the environment
            max_memory_size=8 * MB,  # larger ones are read by way of a temporary file
            transfer_config=TransferConfig(
                multipart_threshold=128 * MB,
                multipart_chunksize=128 * MB,
                use_threads=False,
                num_download_attempts=1,
                preferred_transfer_client="classic",
            ),
            client_config=Config(
                s3={"addressing_style": "path"},
                signature_version="s3v4",
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"mode": "standard", "total_max_attempts": TRIES},
                # Most storages that are not Amazon's do not know the newer checksums; blobs are checked by their hash.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
            **options,
        )

    def exists(self, name: str) -> bool:
        with _failing_as_files_do(name):
            return bool(super().exists(name))

    def size(self, name: str) -> int:
        with _failing_as_files_do(name):
            return int(super().size(name))

    def delete(self, name: str) -> None:
        with _failing_as_files_do(name):
            super().delete(name)

    def url(self, name: str, *args: Any, **more: Any) -> str:
        raise NotImplementedError("Files are given out by views of ours, never by an address of the storage.")

    def _save(self, name: str, content: Any) -> str:
        with _failing_as_files_do(name):
            return str(super()._save(name, content))

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _failing_as_files_do(name):
            opened = super()._open(name, mode)
            try:
                opened.open()  # fetches it now, so that reading cannot fail later
            except BaseException:
                opened.close()
                raise
            return opened


@contextmanager
def _failing_as_files_do(name: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
        code = error.response.get("Error", {}).get("Code", "")
        if status == 404 and code in ("404", "NoSuchKey", "NotFound"):
            raise FileNotFoundError(name) from error
        raise StorageFailed(f"the object storage answered {status} {code}"[:200]) from error
    except (BotoCoreError, Boto3Error, RetriesExceededError) as error:
        raise StorageFailed(f"the object storage failed: {type(error).__name__}") from error
