"""Findings of `wegweiser check --format json` in; a review of a pull request with a comment at each line out.

For Forgejo, which shows no annotations. Called with the file of findings; the pipeline gives API, REPOSITORY, PULL and
TOKEN. Only lines of changed files can have comments. A second run replaces the review of the first. Where the token may
only read, as in pull requests from forks, the findings stand in the log alone.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

MARK = "<!-- wegweiser check -->"
MOST = 50
"""So many comments one review has at most; the log has all."""


def ask(method: str, path: str, body: object = None) -> Any:
    """What the host's API (Forgejo, /api/v1) answers about the pull request; raises OSError."""
    address = f"{os.environ['API']}/repos/{os.environ['REPOSITORY']}/pulls/{os.environ['PULL']}/{path}"
    headers = {"Authorization": f"token {os.environ['TOKEN']}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = Request(address, data, headers, method=method)  # noqa: S310  (the address is the code host's own)
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        text = answer.read()
    return json.loads(text) if text else None


def everything(path: str) -> list[Any]:
    """A list of the API, all its pages."""
    rows: list[Any] = []
    for page in range(1, 101):
        found = ask("GET", f"{path}?limit=50&page={page}")
        rows += found
        if not found:
            break
    return rows


def line_of(finding: dict[str, Any]) -> str:
    """A finding as a line of a log."""
    return f"{finding['path']}:{finding['line']}: {finding['level']} [{finding['rule']}] {finding['message']}"


def review(findings: list[dict[str, Any]], changed: set[str]) -> dict[str, Any] | None:
    """The review to post, None when there is nothing to say: findings at their lines, errors elsewhere in its text."""
    here = [finding for finding in findings if finding["path"] in changed][:MOST]
    elsewhere = [one for one in findings if one["level"] == "error" and one not in here][:MOST]
    comments = [
        {
            "path": finding["path"],
            "new_position": max(finding["line"], 1),
            "body": f"**{finding['level']}** [{finding['rule']}] {finding['message']} {finding['hint'] or ''}".strip(),
        }
        for finding in here
    ]
    text = "\n".join([MARK, "`wegweiser check`", "", *(f"- {line_of(finding)}" for finding in elsewhere)])
    return {"event": "COMMENT", "body": text, "comments": comments} if here or elsewhere else None


def main() -> None:
    """Print all findings, then bring the review of the pull request up to date."""
    findings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(*map(line_of, findings), sep="\n")
    try:
        made = review(findings, {row["filename"] for row in everything("files")})
        for old in everything("reviews"):
            if (old["body"] or "").startswith(MARK):
                ask("DELETE", f"reviews/{old['id']}")
        if made:
            ask("POST", "reviews", made)
    except OSError as error:
        print(f"comment_findings: no comments, the findings stand above ({error})", file=sys.stderr)


if __name__ == "__main__":
    main()
