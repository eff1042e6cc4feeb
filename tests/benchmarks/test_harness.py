"""The benchmark measures what it says: instances, rows, figures, statements and the page."""

from __future__ import annotations

import json
import math

import pytest

from benchmarks import __main__ as command
from benchmarks import figures, living, measure, report, statements, suite
from planner import Plan, Request
from planner import catalog as catalog_package
from planner.request.files import read_request
from planner.request.request import normalise

REGENERATE = ("the catalogue has changed since: run python -m benchmarks ours questions reference "
              "peers, then python -m benchmarks.report --write")

REQUESTS = [i for i in suite.instances() if i.kind not in suite.LIVING]


@pytest.fixture(scope="module")
def catalog():
    """Return the built-in catalogue."""
    return catalog_package.load()


# Instances


@pytest.mark.parametrize("instance", REQUESTS, ids=lambda i: i.id)
def test_every_instance_is_a_request_of_todays_catalogue(instance, catalog):
    """The file is there, is read strictly, and every id in it is known."""
    assert normalise(read_request(str(instance.path)), catalog).sessions


@pytest.mark.parametrize("path", sorted({i.path for i in suite.chosen(suite.LIVING)}),
                         ids=lambda p: p.stem)
def test_every_frozen_plan_is_one_of_todays_catalogue(path, catalog):
    """It opens without a note: the catalogue is the same, no must rule broken, no figure edited."""
    from planner.answers.trial.opened_plan import open_plan

    opened = open_plan(path.read_text(encoding="utf-8"), catalog)

    assert opened.notes == (), "run python -m benchmarks.freeze plans"


def test_as_many_instances_as_were_asked_for():
    """Eight article requests, six sessions, twelve weeks, four without a plan, ten swaps.

    And three of each of the other questions about a plan.
    """
    kinds = [i.kind for i in suite.instances()]

    assert {k: kinds.count(k) for k in sorted(set(kinds))} == {
        "alternatives": 3, "article": 8, "gym": 6, "infeasible": 4, "replan": 3, "swap": 10,
        "week": 12, "why_not": 3}


def test_article_instances_are_the_built_in_programmes(catalog):
    """A frozen article request plans the same as the programme's own."""
    for program in catalog.programs:
        request = read_request(str(suite.FOLDER / f"article_{program.id}.yaml"))
        assert request == Request.model_validate(program.request)


def test_version_0_1_planned_every_request():
    """Its plans can still be read and judged."""
    assert set(figures.before()) == {i.id for i in suite.chosen(suite.PLANNED)}


# Rows


def test_a_proof_makes_longer_limits_needless(catalog):
    """One row a seed: proved within the shortest limit."""
    [instance] = suite.chosen(("article",), ["article_home"])

    rows = list(measure.ours(instance, catalog, 2))

    assert [(r["seed"], r["limit_s"], r["proved"], r["audit"]) for r in rows] == [
        (0, 1.0, True, "kept"), (1, 1.0, True, "kept")]
    assert all(0 < r["first_s"] <= r["total_s"] < 1 for r in rows)


def test_a_request_without_a_plan(catalog):
    """The clash is named, and each repair is planned."""
    [instance] = suite.chosen(("infeasible",), ["infeasible_equipment"])

    row = measure.infeasible(instance, catalog)

    assert row["audit"] == "kept"
    assert row["note"]


def test_a_swap_is_of_the_middle():
    """Four sessions: the third, and of its work the entry in the middle."""
    [instance] = suite.chosen(suite.LIVING, ["swap_week_4x60_hypertrophy"])
    text = instance.path.read_text(encoding="utf-8")
    plan = Plan.model_validate_json(text)
    work = [e.exercise for e in plan.sessions[2].entries if e.phase == "work"]

    assert living.asked(instance, text) == {
        "session": plan.sessions[2].id, "entry": work[len(work) // 2]}


def test_why_not_is_asked_of_what_is_not_there():
    """The first of the well-known lifts that the plan does not hold."""
    for instance in suite.chosen(("why_not",)):
        text = instance.path.read_text(encoding="utf-8")
        exercise = living.asked(instance, text)["exercise"]
        held = {e.exercise for s in Plan.model_validate_json(text).sessions for e in s.entries}

        assert exercise not in held
        assert held.issuperset(living.WELL_KNOWN[:living.WELL_KNOWN.index(exercise)])


@pytest.mark.parametrize("name", ["swap_article_men", "why_not_week_3x40_hypertrophy"])
def test_questions_about_a_plan(name, catalog):
    """The answer is checked; the best of several calls is no slower than the first."""
    [instance] = suite.chosen(suite.LIVING, [name])

    row = living.measure(instance, catalog)

    assert row["audit"] == "kept"
    assert 0 < row["total_s"] <= row["first_s"]


# Figures


def row(quality=1000, limit_s=5.0, coverage=0, seed=0, **more):
    """Return a row of a week."""
    return {"instance": "week_3x90_split", "seed": seed, "limit_s": limit_s, "proved": False,
            "first_s": 0.1, "total_s": limit_s, "coverage": coverage, "coverage_bound": 0,
            "quality": quality, "quality_bound": 950, "stopped_by": "deterministic",
            "penalties": 3, "audit": "kept", **more}


def test_excess_over_the_best():
    """1030 points are 3 % above 1000; whatever misses more coverage is beyond any share."""
    assert figures.excess((0, 1030), (0, 1000)) == pytest.approx(0.03)
    assert figures.excess((4, 10), (0, 1000)) == math.inf
    assert figures.excess(None, (0, 1000)) == math.inf


def test_gap_to_the_bound():
    """50 of 1000 points are open; a plan whose coverage is open has no gap."""
    assert figures.gap(row()) == pytest.approx(0.05)
    assert figures.gap(row(quality_bound=None)) == math.inf


def test_a_refused_plan_counts_for_nothing():
    """Not as a plan, and not as the best known."""
    bad = row(quality=1, audit="time_budget (mon)")

    assert figures.worth(bad) is None
    assert figures.best_of([bad, row()]) == {"week_3x90_split": (0, 1000)}


def test_a_proof_stands_for_longer_limits():
    """Proved in a run of 1 s: the same after 5 s."""
    rows = [row(limit_s=1.0, proved=True)]

    assert figures.after(rows, 5)["week_3x90_split", 0]["limit_s"] == 1.0


def test_worse_with_more_time_is_named():
    """1000 after 1 s and 1010 after 2 s."""
    rows = [row(limit_s=1.0), row(1010, 2.0), row(990, 3.0)]

    assert figures.worse_with_time(rows) == [
        "week_3x90_split seed 0: 1000 after 1 s, 1010 after 2 s"]


def test_spread_of_the_seeds():
    """Best and worst; coverage stands in front where any is missed."""
    assert figures.spread([(0, 1010), (0, 1000)]) == "1000 to 1010"
    assert figures.spread([(4, 10), (4, 10)]) == "4 / 10"
    assert figures.spread([None, (0, 7)]) == "7 to none"


def peer(solver, quality, bound=None, seed=0, **more):
    """Return a peer's row after 10 s."""
    return {"instance": "week_3x90_split", "solver": solver, "seed": seed, "limit_s": 10.0,
            "total_s": 10.0, "proved": False, "coverage": 0, "quality": quality,
            "value": quality, "bound": bound, "audit": "kept", **more}


def test_a_peer_that_is_ahead_is_named():
    """Ours has 1000 in the median, HiGHS 900."""
    rows = [peer("ours", 1000), peer("ours", 800, seed=1), peer("ours", 1100, seed=2),
            peer("highs", 900)]

    assert [(i, s) for i, s, _, _ in figures.peers_ahead(rows, 10.0)] == [
        ("week_3x90_split", "highs")]


def test_two_proofs_that_disagree_are_named():
    """SCIP says at least 1000, CBC has 900: one of the two is wrong."""
    rows = [peer("scip", 1000, bound=1000), peer("cbc", 900)]

    assert len(statements.disagreements(rows)) == 1


def test_statements_hold_or_not():
    """5 % above the best after 2 s, where 3 are allowed; after 1 s 8 are."""
    rows = [row(1050, 1.0), row(1050, 2.0), row(1000, 5.0)]

    found = {asked: held for asked, _, held in statements.statements({"ours": rows})}

    assert found["after 1 s a week's plan is within 8 % of the best known"]
    assert not found["after 2 s a week's plan is within 3 % of the best known"]
    assert found["half of the weeks are proved or within 10 % of their bound after 5 s"]


# Results and page

STAMP = {"date": "d", "cpu": "c", "cores": 2, "python": "3", "ortools": "9", "load": 0.5,
         "commit": "abc", "exercises": 1, "sha256": "0" * 64, "seconds": 60, "peak_mb": 100}


def test_a_row_that_is_measured_again_replaces_the_old_one():
    """The same instance and seed once, whatever the limit; a new catalogue begins anew."""
    results = command.read(suite.HERE / "no such file")
    command.add(results, "ours", STAMP, [row(1000), row(900, seed=1)])
    command.add(results, "ours", {**STAMP, "commit": "def"}, [row(800, 1.0)])
    assert [r["quality"] for r in results["steps"]["ours"]["rows"]] == [900, 800]
    assert results["steps"]["ours"]["stamp"]["commit"] == "abc, def"

    command.add(results, "ours", {**STAMP, "sha256": "1" * 64}, [row(700)])
    assert [r["quality"] for r in results["steps"]["ours"]["rows"]] == [700]


def test_results_are_kept_a_row_a_line(tmp_path):
    """What is written is read back the same."""
    results = command.read(tmp_path / "none.json")
    command.add(results, "peers", STAMP, [peer("ours", 1000)])
    command.add(results, "ours", STAMP, [row(), row(seed=1)])
    command.write(results, tmp_path / "results.json")

    text = (tmp_path / "results.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"schema": "benchmark/2", "steps": {
        n: results["steps"][n] for n in ("ours", "peers")}}
    assert len(text.splitlines()) == 6


def test_the_page_names_what_did_not_hold():
    """A week 5 % above the best after 2 s stands where it falls short."""
    rows = [row(1050, 1.0), row(1050, 2.0), row(1000, 5.0)]
    results = {"steps": {"ours": {"stamp": STAMP, "rows": rows}}}

    page = report.page(results)

    short = page[page.index("## Where it falls short"):page.index("## Weeks")]
    assert "after 2 s a week's plan is within 3 %" in short
    assert "after 1 s a week's plan" not in short


def test_the_page_is_what_the_figures_give():
    """docs/reference/performance.md is made of benchmarks/results.json."""
    assert report.PAGE.read_text(encoding="utf-8") == report.page(command.read(command.KEPT)), (
        "run python -m benchmarks.report --write")


def test_the_figures_belong_to_todays_catalogue(catalog):
    """Every step was measured with the catalogue as it is."""
    steps = command.read(command.KEPT)["steps"]

    assert {n: s["stamp"]["sha256"] for n, s in steps.items()} == dict.fromkeys(
        steps, catalog.sha256), REGENERATE


def test_a_step_of_one_instance(tmp_path, capsys):
    """Measured, kept, and made a page of; a step that nobody knows is refused."""
    kept = tmp_path / "results.json"

    assert command.main(["ours", "--only", "article_home", "--seeds", "1", "-o", str(kept)]) == 0
    assert report.main([str(kept)]) == 0
    assert "| article_home | 0.0" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        command.main(["mine"])
