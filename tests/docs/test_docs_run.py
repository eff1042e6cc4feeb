"""The README and the pages in docs do what they say: everything in them that runs is run."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

import planner
from planner import catalog
from planner.catalog.strict_yaml import load as read_yaml
from planner.doors.cli.main import app
from planner.request.files import document_of
from planner.request.profile_files import profile_of
from planner.request.request import Request, normalise
from planner.rules import REGISTRY
from tests.docs.pages import (
    DOCS,
    PAGES,
    ROOT,
    SHELLS,
    Block,
    Command,
    blocks_of,
    commands_of,
    environment_in,
)

TUTORIAL = DOCS / "tutorial.md"
RULES = DOCS / "reference" / "rules.md"
INSTALLS = re.compile(r"\bpip install\b")
CUT = ("…", "...")
WHY_SKIPPED = "installing and the test run itself are what runs this test"
TIMEOUT_S = 120


def blocks(*languages: str) -> list[Block]:
    """Return the fenced blocks in some languages that run by themselves."""
    return [b for page in PAGES if page != TUTORIAL for b in blocks_of(page)
            if b.language in languages]


def commands() -> Iterator[Command]:
    """Yield every command of the shell blocks."""
    for block in blocks(*SHELLS):
        yield from commands_of(block)


def what_is_left(command: str) -> str:
    """Return a command line without its installing and testing parts."""
    parts = [part.strip() for part in command.split("&&")]
    return " && ".join(p for p in parts if not INSTALLS.search(p) and p != "pytest")


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment in which `coach` and `python` are those that run the tests."""
    return environment_in(tmp_path_factory.mktemp("environment"))


@pytest.mark.parametrize("command", list(commands()), ids=str)
def test_command(command, environment, tmp_path):
    """Every command of a shell block leaves with the code it is said to leave with.

    Each has a store of its own.
    """
    text = what_is_left(command.text)
    if not text:
        pytest.skip(WHY_SKIPPED)

    done = subprocess.run(["bash", "-c", text], cwd=ROOT, capture_output=True, text=True,
                          env={**environment, "COACH_DB": str(tmp_path / "coach.db")},
                          stdin=subprocess.DEVNULL, timeout=TIMEOUT_S, check=False)

    assert done.returncode == command.code, done.stdout[-2000:] + done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    printed = {line.rstrip() for line in (done.stdout + done.stderr).splitlines()}
    shows = [line for line in command.shows if line and line.strip() not in CUT]
    assert [line for line in shows if line not in printed] == [], (
        f"{command.place} shows lines that {text!r} no longer prints")


@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_python_block(block, environment):
    """Every Python block runs by itself, its assertions included."""
    done = subprocess.run([sys.executable, "-"], input=block.text, cwd=ROOT, env=environment,
                          capture_output=True, text=True, timeout=TIMEOUT_S, check=False)

    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.parametrize("block", blocks("yaml"), ids=str)
def test_yaml_block(block, tmp_path):
    """A YAML block says that it is a profile, or has sessions as a request; else a catalogue's."""
    data = read_yaml(block.text)

    if block.text.startswith("# coach.yaml\n"):
        profile_of(document_of("coach.yaml", block.text, "a profile"), catalog.load())
    elif isinstance(data, dict) and "sessions" in data:
        normalise(Request.model_validate(data), catalog.load())
    else:
        file = tmp_path / "block.yaml"
        file.write_text(block.text, encoding="utf-8")
        catalog.load(file)


@pytest.mark.parametrize("block", blocks("workout"), ids=str)
def test_workout_block(block):
    """Every workout in set notation is read to the last line."""
    audit = planner.check(block.text)

    assert sum(len(session.entries) for session in audit.sessions) > 0


@pytest.mark.parametrize("block", [b for page in PAGES for b in blocks_of(page) if not b.language],
                         ids=str)
def test_every_block_says_what_it_is(block):
    """A block without a language is checked by nothing; what is not to be run is `text`."""
    pytest.fail(f"{block}: say what this block is")


def table_of_rules() -> str:
    """Return the table of the page of rules that has a row for every rule."""
    page = RULES.read_text(encoding="utf-8")
    return page[page.index("## The rules"):page.index("## Who is a candidate")]


@pytest.mark.parametrize("rule", [rule.id for rule in REGISTRY])
def test_every_rule_has_a_line(rule):
    """The page of rules has a row for every rule, with the default severity of the data."""
    default = catalog.load().rule_by_id[rule]

    [row] = re.findall(rf"^\| `{rule}` \|.*$", table_of_rules(), re.MULTILINE)

    assert row.split("|")[2].split()[0] == default.severity


def test_no_line_for_a_rule_that_is_gone():
    """The rows of the table of rules are the registry, in its order."""
    named = re.findall(r"^\| `(\w+)` \|", table_of_rules(), re.MULTILINE)

    assert named == [rule.id for rule in REGISTRY]


@pytest.mark.parametrize("price", catalog.load().quality, ids=lambda price: price.id)
def test_every_price_has_its_figure(price):
    """The page of rules names every price of the quality tier with figure and unit of the data."""
    page = RULES.read_text(encoding="utf-8")

    assert f"| `{price.id}` {price.points} | {price.unit} |" in page


@pytest.mark.parametrize("group", catalog.load().importance, ids=lambda group: group.id)
def test_every_group_has_its_importance(group):
    """The page of rules names every group's importance."""
    page = RULES.read_text(encoding="utf-8")

    assert f"{group.id.replace('_', ' ')} {group.points}" in page


@pytest.mark.parametrize("rule", [rule.id for rule in REGISTRY])
def test_every_rule_has_its_price(rule):
    """The price in the page of rules begins with the weight of the data."""
    default = catalog.load().rule_by_id[rule]
    [row] = re.findall(rf"^\| `{rule}` \|.*$", table_of_rules(), re.MULTILINE)

    price = row.split("|")[4].split()[0]

    assert price == ("first" if rule == "coverage" else str(default.weight))


def command_names() -> list[str]:
    """Return the full names of all commands of the command line."""
    names = [c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands]
    for group in app.registered_groups:
        assert group.typer_instance is not None
        for c in group.typer_instance.registered_commands:
            names.append(f"{group.name} {c.name}")
    return names


@pytest.mark.parametrize("name", command_names())
def test_every_command_is_named(name):
    """Every command stands in the README or in docs."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert f"coach {name}" in text


def test_the_two_lines_of_a_fresh_machine():
    """The README has the two lines that do everything, and `.ci/run` runs the second."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "pip install -e . && coach plan examples/quick_dumbbells.yaml\n" in readme
    second = "pip install -e '.[dev]' && pytest\n"
    assert second in readme
    assert f"\n{second}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_pinned_versions_are_versions_only():
    """constraints.txt names versions, sorted, and no addresses; ortools is the tested one."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    pins = [line for line in lines if not line.startswith("#")]

    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    assert pins == sorted(pins, key=str.lower)
    [tested] = [pin.split("==")[1] for pin in pins if pin.startswith("ortools==")]
    assert tested in comments[1]
