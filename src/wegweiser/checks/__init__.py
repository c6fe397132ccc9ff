"""A project in; everything that is wrong with its data out, sorted, all at once."""

from __future__ import annotations

from datetime import date

from wegweiser import explain, load, proofreading, terms, translations, yamlfile
from wegweiser.checks import completeness, contacts, dates, references
from wegweiser.checks.examined import Examined
from wegweiser.finding import Finding, Rule, in_order
from wegweiser.graph import Graph
from wegweiser.load import Project
from wegweiser.terms import terms_of

CHECKS = (*references.CHECKS, *contacts.CHECKS, *dates.CHECKS, *completeness.CHECKS)
"""Every check of several records: a function of what is examined that yields findings."""

RULES: tuple[Rule, ...] = (
    *yamlfile.RULES,
    *explain.RULES,
    *load.RULES,
    *references.RULES,
    *contacts.RULES,
    *dates.RULES,
    *completeness.RULES,
    *terms.RULES,
    *translations.RULES,
    *proofreading.RULES,
)
"""Every rule of the data; the rules page of the documentation is made of them."""


def check(project: Project, today: date) -> list[Finding]:
    """All findings about the records of a project, sorted by file and line; those of reading are not among them."""
    data = Examined(project, Graph(project.catalogue), today)
    findings = [finding for one in CHECKS for finding in one(data)]
    for lang, file in project.terms.items():
        findings.extend(terms_of(lang, file, project.catalogue).findings)
    return in_order(findings)
