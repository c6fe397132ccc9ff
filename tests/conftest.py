"""What several test modules share: the real data and the invented city, each read once."""

from __future__ import annotations

import pytest

from builders import CITY, ROOT, TODAY
from wegweiser.build import Build
from wegweiser.finding import Finding
from wegweiser.load import Project, load


@pytest.fixture(scope="session")
def real() -> tuple[Project, list[Finding]]:
    """The repository's own records and what was wrong with reading them."""
    return load(ROOT)


@pytest.fixture(scope="session")
def real_build(real: tuple[Project, list[Finding]]) -> Build:
    """Everything that is made of the repository's own records."""
    return Build(real[0], TODAY)


@pytest.fixture(scope="session")
def city() -> Build:
    """Everything that is made of the invented city."""
    return Build(load(CITY)[0], TODAY)
