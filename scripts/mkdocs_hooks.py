"""For `mkdocs build` and `mkdocs serve`: writes the generated pages before mkdocs looks for them.

mkdocs-static-i18n builds once per language and runs the hook as often; only what changed is written, so that serving
does not rebuild for ever.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wegweiser.build import OWNED, Build
from wegweiser.checks import check
from wegweiser.finding import Level
from wegweiser.headers import POLICY
from wegweiser.load import load
from wegweiser.write import write

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.wegweiser")
ROOT = Path(__file__).resolve().parent.parent


def on_config(config: MkDocsConfig) -> None:
    """Tell the template the content security policy, which the engine knows."""
    config.extra["policy"] = POLICY


def on_pre_build(config: object) -> None:  # noqa: ARG001  (the name and the argument are the event's)
    """Write the pages of all languages into docs/; report findings as mkdocs reports its own."""
    today = datetime.now(UTC).date()
    project, read = load(ROOT)
    findings = [*read, *check(project, today)]
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    for finding in errors:
        log.warning("%s: [%s] %s", finding.where, finding.rule, finding.message.render(str))
    if not errors:
        write(ROOT / "docs", Build(project, today).files(), OWNED)
