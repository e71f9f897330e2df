"""Emptying the tables after a test whose transactions end.

Django truncates every table and describes every model anew, which takes longer than most tests. Here rows are deleted
where there are any: the keys between tables are looked at when the transaction ends, in whatever order they went.
"""

from __future__ import annotations

import pgtrigger
from django.db import connection, transaction

# What Django writes down about the models, the same before and after every test.
DESCRIBING = {"django_content_type", "auth_permission"}


def empty_tables() -> None:
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - DESCRIBING
    with transaction.atomic(), pgtrigger.ignore(), connection.cursor() as cursor:
        there = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")" for table in tables)
        cursor.execute(there)
        for (table,) in cursor.fetchall():
            cursor.execute(f'DELETE FROM "{table}"')
