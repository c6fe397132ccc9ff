"""The pipelines of three code hosts in; proof that they call what exists, may do little, and that their steps work."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from builders import CITY, ROOT
from wegweiser.cli import app

WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob(".forgejo/workflows/*.yml")])
GITLAB = ROOT / ".gitlab-ci.yml"
ACTIONS = {
    ".github": {
        *("actions/checkout", "actions/setup-python", "actions/upload-artifact", "actions/configure-pages"),
        *("actions/upload-pages-artifact", "actions/deploy-pages"),
    },
    ".forgejo": {"https://data.forgejo.org/actions/checkout", "https://data.forgejo.org/forgejo/upload-artifact"},
}
"""Only actions that the host's own makers publish."""
FINDINGS = "findings.json"
MARK = "<!-- wegweiser check -->"
"""By this the script knows its own reviews."""


def parsed(path: Path) -> dict[str, Any]:
    """A pipeline; YAML 1.1 takes the key `on` for true."""
    made: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in made.items()}


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """All steps of a workflow."""
    for job in parsed(path)["jobs"].values():
        yield from job["steps"]


def lines(path: Path) -> list[str]:
    """Every line that a pipeline runs."""
    if path == GITLAB:
        jobs = [job for job in parsed(path).values() if isinstance(job, dict) and "script" in job]
        return [line for job in jobs for line in (*job["script"], *job.get("after_script", ()))]
    return [line for step in steps(path) for line in step.get("run", "").splitlines()]


def knows(command: str, *words: str) -> bool:
    """Whether the command line has the command and its options; asked for help, it does nothing else."""
    return CliRunner().invoke(app, [command, *words, "--help"]).exit_code == 0


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=lambda path: str(path.relative_to(ROOT)))
def test_lines_call_what_exists(path: Path) -> None:
    """A line is one script of the project or one command of ours, with options it has."""
    assert lines(path)
    for line in lines(path):
        assert "${{" not in line, "what others wrote must not become part of a command"
        words = shlex.split(line.partition(" > ")[0])
        program, arguments = words[0], words[1:]
        if program == ".venv/bin/wegweiser":
            assert knows(*arguments), line
        elif program == ".venv/bin/python":
            assert (ROOT / arguments[0]).is_file(), line
        else:
            assert program.startswith("scripts/") and os.access(ROOT / program, os.X_OK), line
            assert program != "scripts/publish" or knows("build", *arguments), line
    assert not knows("build", "--no-such-option") and not knows("no-such-command")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_workflows_may_do_little(path: Path) -> None:
    """No secrets, no rights for code from forks, only the hosts' own actions in a named version."""
    text, made = path.read_text(encoding="utf-8"), parsed(path)
    assert "{{ secrets" not in text and "pull_request_target" not in text
    folder = path.relative_to(ROOT).parts[0]
    for step in steps(path):
        assert ("run" in step) != ("uses" in step)
        name, _, version = step.get("uses", f"{min(ACTIONS[folder])}@v1").rpartition("@")
        assert name in ACTIONS[folder] and version[0] == "v" and version[1:].isdigit(), step
        if name.endswith("/checkout") and not (folder == ".forgejo" and path.name == "main.yml"):
            assert "run" in step or step["with"] == {"persist-credentials": False}
    if folder == ".github":
        assert {"contents": "read"} == made["permissions"]
        writing = [
            job["permissions"] for job in made["jobs"].values() if "write" in job.get("permissions", {}).values()
        ]
        assert ([] if path.name == "proposal.yml" else [{"pages": "write", "id-token": "write"}]) == writing


def test_hosts_do_the_same() -> None:
    """On every host a proposal is checked, tested and built, and the main branch is tested and published."""
    for folder in (".github", ".forgejo"):
        made = {name: parsed(ROOT / folder / "workflows" / f"{name}.yml") for name in ("proposal", "main")}
        assert ["pull_request"] == made["proposal"]["on"]
        assert ["main"] == made["main"]["on"]["push"]["branches"]
        assert {"findings", "test", "preview"} == set(made["proposal"]["jobs"])
        assert {"test", "publish"} <= set(made["main"]["jobs"])
    jobs = {name for name, job in parsed(GITLAB).items() if isinstance(job, dict) and "script" in job}
    assert {"findings", "test", "preview", "pages"} == jobs


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The city with the project's scripts, set up as `scripts/bootstrap` leaves it, so that it has nothing to do."""
    root = Path(shutil.copytree(CITY, tmp_path / "project"))
    shutil.copytree(ROOT / "scripts", root / "scripts")
    shutil.copy(ROOT / "pyproject.toml", root)
    programs = root / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, module in (("python", ""), ("wegweiser", "-m wegweiser")):
        (programs / name).write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {module} "$@"\n')
        (programs / name).chmod(0o755)
    wanted = (root / "pyproject.toml").read_bytes() + (root / "scripts/bootstrap").read_bytes()
    (root / ".venv/.wanted").write_text(hashlib.sha256(wanted).hexdigest())
    return root


def damage(project: Path) -> None:
    """Let a record name a record that does not exist, on line 10."""
    path = project / "data/topics/raeume.yaml"
    text = path.read_text(encoding="utf-8")
    assert "[beschwerde]" in text
    path.write_text(text.replace("[beschwerde]", "[beschwerden]"), encoding="utf-8")


def run(project: Path, line: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A line of a pipeline in the project, as a host's shell runs it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run(
        ["/bin/bash", "-e", "-c", line], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def line_with(path: Path, words: str) -> str:
    """The one line of a pipeline that contains these words."""
    (line,) = {line for line in lines(path) if words in line}
    return line


def test_findings_on_github(project: Path) -> None:
    """A broken record ends the step with 1 and is annotated at its line; a sound one passes in silence."""
    line = line_with(ROOT / ".github/workflows/proposal.yml", "check")
    assert 0 == run(project, "scripts/bootstrap").returncode
    assert (0, "") == ((fine := run(project, line)).returncode, fine.stdout)
    damage(project)
    broken = run(project, line)
    assert 1 == broken.returncode
    assert broken.stdout.startswith("::error file=data/topics/raeume.yaml,line=10,title=references-exist::")


def test_findings_on_gitlab(project: Path) -> None:
    """The report is there whether or not something was found, and the log says the same in sentences."""
    line = line_with(GITLAB, "--format gitlab")
    assert 0 == run(project, line).returncode
    assert [] == json.loads((project / FINDINGS).read_text(encoding="utf-8"))
    damage(project)
    assert 1 == run(project, line).returncode
    (found,) = json.loads((project / FINDINGS).read_text(encoding="utf-8"))
    assert {"path": "data/topics/raeume.yaml", "lines": {"begin": 10}} == found["location"]
    assert "raeume.yaml:10" in run(project, next(one for one in lines(GITLAB) if one.endswith("check"))).stdout


class Forge(ThreadingHTTPServer):
    """The part of Forgejo's API that comments need: files that a pull request changes, and its reviews."""

    changed = ("data/topics/raeume.yaml",)
    may_write = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Api)
        self.reviews: dict[int, dict[str, Any]] = {1: {"id": 1, "body": "Danke!"}}
        self.tokens: set[str] = set()


class _Api(BaseHTTPRequestHandler):
    server: Forge

    def do_GET(self) -> None:
        first = self.path.endswith("page=1")
        rows = [{"filename": one} for one in self.server.changed] if "/files?" in self.path else self.server.reviews
        self._answer(200, list(rows.values() if isinstance(rows, dict) else rows) if first else [])

    def do_POST(self) -> None:
        made = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.server.may_write:
            self._answer(403, {"message": "read only"})
            return
        id_ = max(self.server.reviews) + 1
        self.server.reviews[id_] = {**made, "id": id_}
        self._answer(200, {})

    def do_DELETE(self) -> None:
        del self.server.reviews[int(self.path.rpartition("/")[2])]
        self._answer(204, None)

    def _answer(self, status: int, body: object) -> None:
        assert self.path.startswith("/api/v1/repos/stadt/wegweiser/pulls/7/")
        self.server.tokens.add(self.headers["Authorization"])
        self.send_response(status)
        self.end_headers()
        if body is not None:
            self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def forge() -> Iterator[Forge]:
    """A code host on this machine."""
    server = Forge()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def comment(project: Path, forge: Forge) -> subprocess.CompletedProcess[str]:
    """The two steps of Forgejo's pipeline, with what the host gives them."""
    pipeline = ROOT / ".forgejo/workflows/proposal.yml"
    (step,) = (step for step in steps(pipeline) if "comment_findings" in step.get("run", ""))
    assert "always()" in step["if"]
    api = f"http://127.0.0.1:{forge.server_port}/api/v1"
    given = dict(zip(step["env"], (api, "stadt/wegweiser", "7", "abc"), strict=True))
    assert ["API", "REPOSITORY", "PULL", "TOKEN"] == list(given)
    run(project, line_with(pipeline, "--format json"))
    return run(project, step["run"], **given)


def test_findings_on_forgejo(project: Path, forge: Forge) -> None:
    """A comment at the line, instead of those of the last run; none when all is well; what others wrote stays."""
    forge.reviews[2] = {"id": 2, "body": f"{MARK}\nlast time"}
    assert 0 == comment(project, forge).returncode
    assert [1] == list(forge.reviews)
    forge.reviews[2] = {"id": 2, "body": f"{MARK}\nlast time"}
    damage(project)
    done = comment(project, forge)
    assert (0, "") == (done.returncode, done.stderr)
    assert "data/topics/raeume.yaml:10: error [references-exist]" in done.stdout
    assert [1, 2] == list(forge.reviews)
    (made,) = forge.reviews[2]["comments"]
    assert ("data/topics/raeume.yaml", 10) == (made["path"], made["new_position"])
    assert "„beschwerden“" in made["body"] and "Meinten Sie „beschwerde“?" in made["body"]
    assert {"token abc"} == forge.tokens


def test_findings_beside_the_change_on_forgejo(project: Path, forge: Forge) -> None:
    """An error in a file that the proposal does not touch has no line there: the text of the review names it."""
    forge.changed = ("README.md",)
    damage(project)
    comment(project, forge)
    assert [] == forge.reviews[2]["comments"]
    assert "data/topics/raeume.yaml:10: error [references-exist]" in forge.reviews[2]["body"]


def test_fork_on_forgejo(project: Path, forge: Forge) -> None:
    """A token that may only read: the findings stand in the log, and the step is no failure of its own."""
    forge.may_write = False
    damage(project)
    done = comment(project, forge)
    assert 0 == done.returncode
    assert "raeume.yaml:10" in done.stdout and "403" in done.stderr


def test_publish_builds_nothing_from_broken_data(project: Path) -> None:
    """`scripts/publish` hands its options to the build, and ends with 1 while an error stands."""
    assert 0 == run(project, "scripts/publish --pages-only").returncode
    assert (project / "docs/de/index.md").is_file()
    damage(project)
    assert 1 == run(project, "scripts/publish --pages-only").returncode


def test_branch_of_pages(project: Path, tmp_path: Path) -> None:
    """The branch holds the folder, hidden files included, as one commit however often; what is checked out stays."""
    hosted = tmp_path / "hosted.git"
    who = "-c user.name=Stadt -c user.email=stadt@example.org"
    first = f"git init -q --bare {hosted}; git init -q -b main; git add scripts; git {who} commit -qm x"
    assert 0 == run(project, f"{first}; git remote add origin {hosted}").returncode
    (project / "site/de").mkdir(parents=True)
    for text in ("eins", "zwei"):
        for name in (".htaccess", "de/index.html"):
            (project / "site" / name).write_text(text)
        done = run(project, line_with(ROOT / ".forgejo/workflows/main.yml", "push_branch"))
        assert 0 == done.returncode, done.stderr
    git = f"git --git-dir {hosted}"
    assert [".htaccess", "de/index.html"] == run(project, f"{git} ls-tree -r --name-only pages").stdout.split()
    assert ["zwei", "1"] == run(
        project, f"{git} show pages:.htaccess; echo; {git} rev-list --count pages"
    ).stdout.split()
    assert "" == run(project, "git status --porcelain --untracked-files=no").stdout
