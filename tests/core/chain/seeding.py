"""A history with something in every table, whatever tables there are: made from the catalogue, in plain SQL.

Each table gets three records that came, changed and went, so that there is no record of today for them to differ from;
the numbers have gaps, as after rollbacks.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

OBJECTS = (900_001, 900_002, 900_003)

# A value for row number {n}, and another than the one that stands in {c}; by the beginning of the type's name.
VALUES = {
    "character varying": ("left('word {n}', {size})", "CASE WHEN {c} IS DISTINCT FROM '~' THEN '~' ELSE '' END"),
    "text": ("'words of row {n}'", "overlay({c} PLACING '~' FROM 1 FOR 1)"),
    "smallint": ("{n}", "{c} + 1"),
    "integer": ("{n}", "{c} + 1"),
    "bigint": ("{n}", "{c} + 1"),
    "numeric": ("{n}", "{c} + 1"),
    "double precision": ("{n} + 0.25", "{c} + 0.000001"),
    "boolean": ("{n} % 2 = 0", "NOT {c}"),
    "timestamp with time zone": ("'2026-01-01Z'::timestamptz + {n} * interval '1 s'", "{c} + interval '1 microsecond'"),
    "date": ("'2026-01-01'::date + {n}", "{c} - 1"),
    "interval": ("{n} * interval '1 s'", "{c} + interval '1 s'"),
    "jsonb": ("jsonb_build_object('n', {n})", "jsonb_set({c}, '{{n}}', '\"~\"')"),
    "uuid": ("gen_random_uuid()", "gen_random_uuid()"),
    "bytea": ("'\\x0{n}'::bytea", "{c} || '\\x00'"),
    "numrange": ("numrange({n}, NULL)", "numrange(lower({c}), 1000000)"),
    "inet": ("'10.0.0.{n}'::inet", "{c} + 1"),
}
ARRAYS = {"character varying": "ARRAY['word {n}']", "text": "ARRAY['word {n}']"}


@dataclass(frozen=True)
class Column:
    name: str
    kind: str

    def value(self, n: int) -> str:
        plain, size = self._plain()
        if self.kind.endswith("[]"):
            return (ARRAYS.get(plain, "ARRAY[{n}]") + "::{kind}").format(n=n, kind=self.kind)
        return VALUES[plain][0].format(n=n, size=size or 255)

    def changed(self) -> str:
        name = f'"{self.name}"'
        if self.kind.endswith("[]"):
            return f"{name} || {name}"
        return VALUES[self._plain()[0]][1].format(c=name)

    def _plain(self) -> tuple[str, str]:
        """character varying(12)[] is a character varying of size 12."""
        plain, _, rest = self.kind.removesuffix("[]").partition("(")
        return plain, rest.rstrip(")")


def columns(table: str) -> list[Column]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = %s::regclass"
            " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attname",
            [table],
        )
        return [Column(*row) for row in cursor.fetchall()]


def seed(table: str) -> None:
    ours = [column for column in columns(table) if not column.name.startswith("pgh_")]
    names = ["pgh_label", "pgh_obj_id", "pgh_created_at", "pgh_context", "pgh_context_id"]
    sql = f"INSERT INTO {table} ({', '.join([*names, *(f'{chr(34)}{c.name}{chr(34)}' for c in ours)])}) VALUES"
    n = 0
    with connection.cursor() as cursor:
        for about in OBJECTS:
            for label in ("insert", "update", "delete"):
                n += 1
                values = [c.value(n) if c.name != "id" else str(about) for c in ours]
                known = f'\'{label}\', {about}, now(), \'{{"n": "word", "by": {n}}}\', gen_random_uuid()'
                cursor.execute(f"{sql} ({', '.join([known, *values])})")
            cursor.execute(f"SELECT nextval(pg_get_serial_sequence('{table}', 'pgh_id'))")
