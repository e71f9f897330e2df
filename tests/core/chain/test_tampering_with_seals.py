"""The seals themselves: changed, taken out, exchanged, cut off, forged or made anew."""

from __future__ import annotations

import pytest
from django.db import transaction

from claimtracker.core.chain import sealing
from claimtracker.core.chain.digests import FIRST, part_digest, seal_hash
from claimtracker.core.chain.faults import (
    CUT_TAIL,
    DELETED,
    EDITED,
    INSERTED,
    OTHER_CHAIN,
    SEAL_EDITED,
    SEAL_MISSING,
    SEALS_OVERLAP,
    SEALS_REORDERED,
)
from claimtracker.core.chain.tables import as_stretch, columns_of, read_stretch
from claimtracker.core.models import Seal, SealHorizon, SealPart
from tests.core.chain.conftest import verify
from tests.core.chain.seeding import OBJECTS
from tests.core.chain.tricks import drop_keys_to, rows_about, sql

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("as_owner")]

CLAIMS = "claims_claimevent"


@pytest.fixture
def as_owner(tampering):
    """Who owns the tables can switch off what protects them."""
    for table in ("core_seal", "core_sealpart"):
        sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    drop_keys_to("core_seal")


def kinds(faults):
    return {(fault.kind, fault.seal) for fault in faults}


def head() -> Seal:
    return Seal.objects.order_by("-number").first()


def part_of(table, row):
    return SealPart.objects.get(table=table, after__lt=row, upto__gte=row)


def reseal(number):
    """Make seal `number` right again over what its parts say now."""
    seal = Seal.objects.get(pk=number)
    for part in seal.parts.all():
        SealPart.objects.filter(pk=part.pk).update(digest=part_digest(as_stretch(part)))
    before = Seal.objects.filter(pk=number - 1).first()
    seal.previous = before.hash if before else FIRST
    digests = seal.parts.values_list("digest", flat=True)
    seal.hash = seal_hash(number=seal.pk, made_at=seal.made_at, previous=seal.previous, rows=seal.rows, digests=digests)
    Seal.objects.filter(pk=number).update(previous=seal.previous, hash=seal.hash)


@pytest.mark.parametrize(
    "change",
    ["made_at = made_at + interval '1 s'", "rows = rows + 1", "previous = repeat('a', 64)", "hash = repeat('b', 64)"],
)
@pytest.mark.parametrize("which", ["first", "middle", "last"])
def test_a_seal_that_was_changed_is_found(change, which):
    number = {"first": 1, "middle": 3, "last": head().number}[which]
    sql(f"UPDATE core_seal SET {change} WHERE number = {number}")
    found = kinds(verify())
    assert (SEAL_EDITED, number) in found
    assert {seal for _, seal in found} == {number}


@pytest.mark.parametrize(
    "change",
    [
        "columns = columns[2:]",
        "columns[1] = 'pgh_label boolean'",
        "after = after - 1",
        "upto = upto + 1",
        "ids[1] = ids[1] - 1",
        "ids = array_append(ids, upto)",
        "about[1] = '1'",
        "about = about[2:]",
        "hashes = substring(hashes FROM 33)",
        "hashes = overlay(hashes PLACING '\\x00' FROM 5 FOR 1)",
        "digest = repeat('c', 64)",
        "\"table\" = 'claims_elsewhere'",
    ],
)
def test_what_a_seal_says_of_a_table_cannot_be_changed(change):
    part = part_of(CLAIMS, rows_about(CLAIMS, OBJECTS[0])[0])
    sql(f"UPDATE core_sealpart SET {change} WHERE id = {part.pk}")
    assert kinds(verify()) == {(SEAL_EDITED, part.seal_id)}


def test_what_a_seal_says_of_a_table_cannot_be_taken_out():
    part = part_of(CLAIMS, rows_about(CLAIMS, OBJECTS[0])[0])
    sql(f"DELETE FROM core_sealpart WHERE id = {part.pk}")
    assert kinds(verify()) == {(SEAL_EDITED, part.seal_id)}


def test_it_cannot_be_put_under_another_seal():
    part = part_of("claims_placeevent", rows_about("claims_placeevent", OBJECTS[0])[0])
    other = Seal.objects.exclude(parts__table=part.table).latest("number")
    sql(f"UPDATE core_sealpart SET seal_id = {other.pk} WHERE id = {part.pk}")
    assert kinds(verify()) == {(SEAL_EDITED, part.seal_id), (SEAL_EDITED, other.pk)}


@pytest.mark.parametrize("number", [1, 2, 4])
@pytest.mark.parametrize("with_parts", [True, False])
def test_a_missing_seal_is_found(number, with_parts):
    sql(f"DELETE FROM core_seal WHERE number = {number}")
    if with_parts:
        sql(f"DELETE FROM core_sealpart WHERE seal_id = {number}")
    assert kinds(verify()) == {(SEAL_MISSING, number)}


@pytest.mark.parametrize(("one", "other"), [(2, 3), (1, 5), (3, 6)])
@pytest.mark.parametrize("with_parts", [True, False])
def test_seals_that_changed_places_are_found(one, other, with_parts):
    for table, column in [("core_seal", "number"), ("core_sealpart", "seal_id")][: 1 + with_parts]:
        for before, after in ((one, -1), (other, one), (-1, other)):
            sql(f"UPDATE {table} SET {column} = {after} WHERE {column} = {before}")
    assert kinds(verify()) == {(SEALS_REORDERED, one), (SEALS_REORDERED, other)}


def test_a_seal_that_was_made_right_again_over_a_change_is_found_by_the_next():
    row = rows_about(CLAIMS, OBJECTS[0])[1]
    number = forge(row)
    assert kinds(verify()) == {(SEAL_EDITED, number)}


def forge(row):
    """Edit a row of history and let its seal say so too."""
    sql(f"UPDATE {CLAIMS} SET statement = 'another' WHERE pgh_id = {row}")
    part = part_of(CLAIMS, row)
    now = read_stretch(CLAIMS, tuple(part.columns), part.after, part.upto)
    SealPart.objects.filter(pk=part.pk).update(hashes=now.hashes)
    reseal(part.seal_id)
    return part.seal_id


def test_a_chain_that_was_made_anew_from_a_change_on_is_found_by_a_saved_head():
    saved, first = str(head()), str(Seal.objects.get(pk=1))
    number = forge(rows_about(CLAIMS, OBJECTS[0])[1])
    for later in range(number + 1, head().number + 1):
        reseal(later)
    SealHorizon.objects.update(head=str(head()))
    assert list(verify()) == []  # whoever owns the database can do that; only what was saved elsewhere knows
    assert kinds(verify(saved)) == {(OTHER_CHAIN, head().number)}
    assert list(verify(first)) == []  # and it tells from where on


def test_a_chain_that_was_made_anew_is_found_by_the_sealers_own_note_where_that_was_forgotten():
    number = forge(rows_about(CLAIMS, OBJECTS[0])[1])
    for later in range(number + 1, head().number + 1):
        reseal(later)
    assert kinds(verify()) == {(OTHER_CHAIN, head().number)}


def cut(*, rows):
    """The last two seals go, with the rows of history that they covered."""
    for part in SealPart.objects.filter(seal__gt=head().number - 2) if rows else ():
        sql(f"DELETE FROM {part.table} WHERE pgh_id > {part.after}")
    last = head().number
    sql(f"DELETE FROM core_sealpart WHERE seal_id > {last - 2}")
    sql(f"DELETE FROM core_seal WHERE number > {last - 2}")
    return last


@pytest.mark.parametrize("rows", [True, False])
def test_a_cut_tail_is_found_by_a_saved_head(rows):
    saved = str(head())
    last = cut(rows=rows)
    SealHorizon.objects.update(head=str(head()))
    assert (CUT_TAIL, last) in kinds(verify(saved))


@pytest.mark.parametrize("rows", [True, False])
def test_a_cut_tail_is_found_by_the_sealers_own_note(rows):
    last = cut(rows=rows)
    assert (CUT_TAIL, last) in kinds(verify())


def test_a_cut_tail_does_not_grow_back_unseen(caplog):
    saved = str(head())
    last = cut(rows=False)
    SealHorizon.objects.update(sealed=False)
    assert sealing.seal_history() != []
    assert "the chain ends with" in caplog.text
    assert (OTHER_CHAIN, last) in kinds(verify()) or (CUT_TAIL, last) in kinds(verify())
    assert kinds(verify(saved)) == kinds(verify())


def test_seals_that_were_left_without_their_head_are_found():
    last = head().number
    sql(f"DELETE FROM core_seal WHERE number = {last}")
    SealHorizon.objects.update(head=str(head()))
    assert kinds(verify()) == {(SEAL_MISSING, last)}


def append(parts):
    """A seal that the application could add: right in itself."""
    sealing._make_seal(head(), parts)
    SealHorizon.objects.update(head=str(head()))
    return head().number


def test_a_forged_seal_over_a_stretch_that_has_one_is_found():
    whole = read_stretch(CLAIMS, columns_of(CLAIMS), 0, rows_about(CLAIMS, OBJECTS[0])[1])
    assert kinds(verify()) == set()
    assert kinds_after(append([whole])) == {(SEALS_OVERLAP, head().number)}


def kinds_after(_):
    return kinds(verify())


def test_a_forged_seal_that_leaves_rows_out_is_found():
    table = "claims_placeevent"
    last = max(row for (row,) in sql(f"SELECT pgh_id FROM {table}"))
    number = append([read_stretch(table, columns_of(table), last + 10, last + 20)])
    assert kinds(verify()) == {(SEALS_OVERLAP, number)}


@pytest.mark.parametrize(
    "words",
    ["integer); DROP TABLE core_user; --", "integer, pg_sleep(10)", "no_such_type", 'integer" x', "%s"],
)
def test_what_a_forged_seal_names_is_never_run_as_sql(words):
    """Whoever may add seals may write anything into them; the one who verifies may be the owner."""
    table = "claims_placeevent"
    part = SealPart.objects.filter(table=table).latest("upto")
    forged = as_stretch(part)
    names = (f"name {words}", f'x" {words}')
    made = type(forged)(table, names, part.upto, part.upto + 1, [], [], b"")
    other = type(forged)(f'x" {words}'[:63], ("a integer",), -(2**63), 5, [1], ["1"], b"0" * 32)
    append([made, other])
    with transaction.atomic():
        faults = list(verify())
    assert {fault.table for fault in faults} == {table, other.table}
    assert sql("SELECT count(*) FROM core_user") != []


def test_a_row_that_comes_into_a_sealed_stretch_is_told_with_the_seal():
    row = rows_about(CLAIMS, OBJECTS[0])[1]
    part = part_of(CLAIMS, row)
    sql(f"UPDATE {CLAIMS} SET kind = 'x' WHERE pgh_id = {row}")
    sql(f"DELETE FROM {CLAIMS} WHERE pgh_id = {row + 1}")
    assert {(fault.kind, fault.seal) for fault in verify() if fault.row} == {
        (EDITED, part.seal_id), (DELETED, part_of(CLAIMS, row + 1).seal_id),
    }  # fmt: skip
    assert INSERTED not in {fault.kind for fault in verify()}
