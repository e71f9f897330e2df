"""One real desk for the tests of this folder: started once, and again when a test has stopped it."""

import shutil

import pytest

from tests.stack.machine import Desk


@pytest.fixture(scope="package")
def started_desk(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("desk") / "var")
    yield desk
    if desk.running():
        desk.interrupt()
    for left in desk.everybody():
        left.kill()
    if (desk.var / "services").exists():
        shutil.rmtree(desk.services_folder())


@pytest.fixture
def desk(started_desk):
    if not started_desk.running():
        started_desk.start()
    return started_desk
