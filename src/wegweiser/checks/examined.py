"""What every check looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wegweiser.graph import Graph
from wegweiser.load import Project


@dataclass(frozen=True)
class Examined:
    """A project, its graph and the day on which it is checked."""

    project: Project
    graph: Graph
    today: date
