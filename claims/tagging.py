"""Tags on claims: the deeds that put them on and take them off."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.db import transaction

from claims import permissions
from claims.models import Claim, ClaimTag, Tag
from claimtracker.core import history
from claimtracker.core.refusals import Unacceptable, require
from sources.refusals import BadValue

LONGEST = 60
MOST = 30  # of one claim
MAY_NOT = "Only analysts, editors and admins tag claims."


class TooManyTags(Unacceptable):
    """The claim has as many tags as one may have. Nothing was changed; take one off first."""

    code = "too_many_tags"
    title = "Enough tags"


@transaction.atomic
def add_tag(claim: Claim, *, name: str, by: Any) -> tuple[ClaimTag, bool]:
    """Put a tag on a claim; (the tag on it, whether it is new). "Flood" and "flood" are one, written as the first was.

    Raises NotAllowed, BadValue, TooManyTags.
    """
    require(permissions.can_annotate(by), MAY_NOT)
    word = tag_word(name)
    with history.action("claim.tagged", by=by):
        # The claim is held, so that two people at once do not get past the last place.
        Claim.objects.select_for_update(no_key=True).only("pk").get(pk=claim.pk)
        there = ClaimTag.objects.filter(claim=claim).select_related("tag", "created_by")
        if earlier := there.filter(tag__in=Tag.objects.named(word)).first():
            return earlier, False
        if there.count() >= MOST:
            raise TooManyTags(f"A claim has at most {MOST} tags. Take one off first.")
        tag = _tag(word)
        return ClaimTag.objects.create(claim=claim, tag=tag, created_by=by), True


@transaction.atomic
def remove_tag(claim: Claim, *, name: str, by: Any) -> bool:
    """Take a tag off a claim; False where it had none such. The tag itself stays. Raises NotAllowed."""
    require(permissions.can_annotate(by), MAY_NOT)
    with history.action("claim.untagged", by=by):
        gone, _ = ClaimTag.objects.filter(claim=claim, tag__in=Tag.objects.named(name.strip())).delete()
    return gone > 0


def tag_word(name: str) -> str:
    """The name as it is kept. Raises BadValue."""
    word = " ".join(unicodedata.normalize("NFC", name).split())
    if not word:
        raise BadValue("A tag is a word, or a few. Nothing was changed.", pointer="/name")
    if len(word) > LONGEST:
        raise BadValue(f"A tag has at most {LONGEST} characters. Nothing was changed.", pointer="/name")
    if any(letter in "/,;" or unicodedata.category(letter)[0] == "C" for letter in word):
        raise BadValue("A tag has no slash, comma or semicolon in it, and nothing invisible.", pointer="/name")
    return word


def _tag(word: str) -> Tag:
    """The row for a word; of two people who make it at one moment the second waits, and takes the first's."""
    if found := Tag.objects.named(word).first():
        return found
    Tag.objects.bulk_create([Tag(name=word)], ignore_conflicts=True)
    return Tag.objects.named(word).get()
