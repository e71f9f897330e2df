"""One embedded Redis (Valkey): a socket, a password, and a journal that outlives a kill."""

from dataclasses import dataclass
from urllib.parse import quote

import redis

from claimtracker.stack.binaries import Binaries
from claimtracker.stack.keys import kept_secrets
from claimtracker.stack.places import Home

PASSWORD = "redis"  # noqa: S105 - the name under which it is kept


@dataclass(frozen=True, slots=True)
class Redis:
    home: Home
    binaries: Binaries
    temporary: bool = False

    def prepare(self) -> None:
        self.home.room("redis")

    def command(self) -> list[str]:
        # "-": the configuration comes through standard input, so that no argument shows the password.
        return [str(self.binaries.redis), "-"]

    def configuration(self) -> str:
        lines = [
            "port 0",
            f'unixsocket "{self._socket}"',
            "unixsocketperm 700",
            f'dir "{self.home.folder / "redis"}"',
            f"requirepass {self._password()}",
            "daemonize no",
            'save ""',
            f"appendonly {'no' if self.temporary else 'yes'}",
            "maxmemory-policy noeviction",  # a job is never dropped to make room
        ]
        return "\n".join(lines) + "\n"

    def url(self) -> str:
        return f"unix://:{quote(self._password(), safe='')}@{quote(self._socket)}?db=0"

    def answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url(), socket_timeout=2) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    @property
    def _socket(self) -> str:
        return str(self.home.sockets / "redis.sock")

    def _password(self) -> str:
        return kept_secrets(self.home, (PASSWORD,))[PASSWORD]
