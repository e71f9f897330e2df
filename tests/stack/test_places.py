"""Folders of the services: where they may lie, and what is said when they may not."""

import os
from pathlib import Path

import pytest

from claimtracker.stack import places
from claimtracker.stack.places import Account, Home, Trouble


@pytest.fixture
def ordinary(monkeypatch):
    """The branch of an ordinary user, whoever runs the tests."""
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() or 1000)


def test_a_path_too_long_for_a_socket_gets_a_short_one_that_goes_again(tmp_path, ordinary):
    deep = tmp_path / ("long" * 20) / "var"
    deep.mkdir(parents=True)
    home = places.open_home(deep)
    assert len(os.fsencode(home.sockets / ".s.PGSQL.5432")) < 104
    assert home.sockets.stat().st_mode & 0o777 == 0o700
    places.close_sockets(home)
    assert not home.sockets.exists()


def test_the_short_folder_of_a_killed_run_is_cleared_away(tmp_path, ordinary):
    deep = tmp_path / ("long" * 20) / "var"
    deep.mkdir(parents=True)
    left = places.open_home(deep).sockets
    home = places.open_home(deep)
    assert not left.exists()
    assert home.sockets.is_dir()
    places.close_sockets(home)


def test_a_var_of_somebody_else_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(Trouble, match=r"belongs to .* and you are .* CLAIMTRACKER_VAR"):
        places.open_var(tmp_path)


def test_a_var_where_no_folder_can_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Trouble, match="Cannot write to"):
        places.open_var(tmp_path / "file" / "var")


def test_a_lost_database_folder_is_not_silently_replaced_by_an_empty_one(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "services").write_text(str(tmp_path / "gone"))
    with pytest.raises(Trouble, match="The folder of the database is gone"):
        places.open_home(tmp_path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders away")
def test_roots_folder_changes_no_mode_of_a_folder_that_is_not_ours(tmp_path):
    before = {folder: folder.stat().st_mode for folder in (Path("/var/lib"), Path("/var"), Path("/tmp"))}
    home = places.temporary_home()
    try:
        assert home.folder.stat().st_mode & 0o777 == 0o710
        assert home.folder.stat().st_uid == 0
        assert home.account.uid != 0
        assert before == {folder: folder.stat().st_mode for folder in before}
    finally:
        places.remove_home(home)


def test_our_own_account_is_not_changed(tmp_path):
    home = Home(tmp_path, Account(), tmp_path)
    assert home.room("postgres").stat().st_uid == os.getuid()
    assert home.account.groups is None
