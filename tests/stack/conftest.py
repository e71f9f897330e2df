"""One real desk for the tests of this folder: its tables are made once, and it is started again when it was stopped."""

import shutil

import pytest

from tests.stack.machine import Desk


@pytest.fixture(scope="session")
def made_desk(tmp_path_factory):
    """What its first start has made stays, also where tests of another folder come in between."""
    desk = Desk(tmp_path_factory.mktemp("desk") / "var")
    yield desk
    if (desk.var / "services").exists():
        shutil.rmtree(desk.services_folder())


@pytest.fixture(scope="package")
def started_desk(made_desk):
    yield made_desk
    if made_desk.running():
        made_desk.interrupt()
    for left in made_desk.everybody():
        left.kill()


@pytest.fixture
def desk(started_desk):
    if not started_desk.running():
        started_desk.start()
    return started_desk
