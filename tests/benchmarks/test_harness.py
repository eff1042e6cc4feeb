"""The benchmark measures what it says: instances, peers, traces, means and the page."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import catalog as catalog_package
import planner
from benchmarks import living, ours, report, runner, suite, summary, tables, verdicts
from benchmarks.catalogs import OPEN_DB
from benchmarks.measure import Measure, gap_of, near_at, quality
from benchmarks.peers import answer, greedy, mip, plain_cpsat, random_search
from benchmarks.peers.found import Clock
from benchmarks.peers.problem import selection
from benchmarks.probe import Probe
from planner import Plan, Progress, Request
from planner.living.opened import open_plan
from planner.reading import read_request
from planner.request import normalise
from planner.solve.linear import Lin, summed

TINY = {"goal": "health", "level": "novice", "equipment": ["none"], "focus": ["quads", "abs"],
        "sessions": [{"day": "mon", "minutes": 15}, {"day": "tue", "minutes": 15}]}


@pytest.fixture(scope="module")
def catalog():
    """Return the built-in catalogue."""
    return catalog_package.load()


@pytest.fixture(scope="module")
def tiny(catalog):
    """Return the comparable part of two short sessions on neighbouring days."""
    return selection(Request.model_validate(TINY), catalog)


@pytest.fixture(scope="module")
def optimum(tiny):
    """Return its least loss, proved by the plain model."""
    found = plain_cpsat.solve(tiny.linear, Clock(30))
    assert found.status == "optimal"
    return tiny.linear.loss(found.values)


REQUESTS = [i for i in suite.instances() if i.kind not in suite.LIVING]
QUESTIONS = [i for i in suite.instances() if i.kind in suite.LIVING]


@pytest.mark.parametrize("instance", REQUESTS, ids=lambda i: i.name)
def test_every_instance_is_a_request_of_todays_catalogue(instance, catalog):
    """The file is there, is read strictly, and every id in it is known."""
    assert normalise(read_request(str(instance.path)), catalog).sessions


@pytest.mark.parametrize("path", sorted({i.path for i in QUESTIONS}), ids=lambda p: p.stem)
def test_every_frozen_plan_is_one_of_todays_catalogue(path, catalog):
    """It opens without a note: the catalogue is the same, no must rule broken, no figure edited."""
    opened = open_plan(path.read_text(encoding="utf-8"), catalog)

    assert opened.notes == ()


def test_as_many_instances_as_were_asked_for():
    """Eight article requests, twelve weeks with two catalogues, four without a plan, ten swaps.

    And three of each of the other questions about a plan.
    """
    kinds = [i.kind for i in suite.instances()]

    assert {k: kinds.count(k) for k in sorted(set(kinds))} == {
        "alternatives": 3, "article": 8, "infeasible": 4, "replan": 3, "swap": 10, "week": 24,
        "why_not": 3}


def test_article_instances_are_the_built_in_programmes(catalog):
    """A frozen article request plans the same as the programme's own."""
    for program in catalog.programs:
        request = read_request(str(suite.FOLDER / f"article_{program.id}.yaml"))
        assert request == Request.model_validate(program.request)


def test_a_glob_names_instances_with_and_without_their_catalogue():
    """``week_2x20*`` is both catalogues, ``week_2x20*@own`` one."""
    assert len(suite.chosen(["week_2x20*"])) == 2
    assert [i.catalog for i in suite.chosen(["week_2x20*@own"])] == ["own"]


def test_linear_expressions():
    """3 - (2 a + b) + 2 b at a = 1, b = 4 is 3 - 6 + 8 = 5."""
    a, b = Lin({0: 1}), Lin({1: 1})

    assert (3 - summed([(2, a), (1, b)]) + 2 * b).value([1, 4]) == 5
    assert (a >= b).left.value([1, 4]) == 3


@pytest.mark.parametrize("name", ["highs", "scip", "cbc"])
def test_exact_peers_agree(tiny, optimum, name):
    """A MIP solver proves the value that CP-SAT proves, and its answer holds in the audit."""
    found = mip.solve(tiny.linear, Clock(30), name)

    assert found.status == "optimal"
    assert tiny.linear.loss(found.values) == found.bound == optimum
    assert answer.faults(tiny, found.values) == []


def test_ours_agrees_with_the_peers(catalog, optimum):
    """Our planner, on the part that peers express, proves the same."""
    into = Measure("tiny", "own", "selection", "error", 30)

    ours.measure(Request.model_validate(TINY), catalog, into, part=True)

    assert (into.status, into.value, into.audit) == ("optimal", optimum, "kept")
    assert 0 < into.build_s <= into.first_s <= into.proof_s <= into.total_s
    assert [t["name"] for t in into.tiers] == ["coverage"]


@pytest.mark.parametrize("solve", [greedy.solve, random_search.solve])
def test_heuristics_keep_the_rules(tiny, optimum, solve):
    """A heuristic's plan holds in the audit and cannot beat the optimum."""
    found = solve(tiny, Clock(1))

    assert answer.faults(tiny, found.values) == []
    assert tiny.linear.loss(found.values) >= optimum


def test_a_wrong_answer_is_named(tiny):
    """Nothing chosen at all: the rule that asks for work says so."""
    nothing = [0] * len(tiny.linear.variables)

    assert any(f.startswith("work") for f in answer.faults(tiny, nothing))


def test_a_swap_is_of_the_middle(catalog):
    """Four sessions: the third, and of its work the entry in the middle, which is then gone."""
    [instance] = suite.chosen(["swap_week_4x60_hypertrophy"])
    text = instance.path.read_text(encoding="utf-8")
    plan = Plan.model_validate_json(text)
    work = [e.exercise for e in plan.sessions[2].entries if e.phase == "work"]

    asked = living.asked(instance, text)

    assert asked == {"session": plan.sessions[2].id, "entry": work[len(work) // 2]}


@pytest.mark.parametrize("name", ["swap_article_men", "why_not_week_3x40_hypertrophy"])
def test_questions_about_a_plan(name, catalog):
    """The answer is checked; the best of several calls is no slower than the first."""
    [instance] = suite.chosen([name])
    into = Measure(name, "own", "ours", "error", 10)

    living.measure(instance, catalog, into)

    assert (into.status, into.audit) == ("answered", "kept")
    assert 0 < into.total_s <= into.first_s


def test_an_answer_that_breaks_a_rule_is_named(catalog):
    """A replacement whose plan has no minute to spare in its only session: the audit says so."""
    [instance] = suite.chosen(["swap_article_men"])
    found = planner.swap(instance.path.read_text(encoding="utf-8"), catalog=catalog,
                         **living.asked(instance, instance.path.read_text(encoding="utf-8")))
    best = found.options[0]
    short = best.plan.request.model_copy(update={"sessions": tuple(
        s.model_copy(update={"minutes": s.minutes // 2}) for s in best.plan.request.sessions)})
    worse = best.model_copy(update={"plan": best.plan.model_copy(update={"request": short})})

    checked = living.QUESTIONS["swap"].check(
        found.model_copy(update={"options": (worse,)}), catalog)

    assert "time_budget" in checked.audit


def test_fewer_alternatives_than_asked_do_not_hold():
    """One in time and one that found too few: 1 of 2, and the page says which it was."""
    rows = [_row("ours", kind="alternatives", total_s=2.0), _row("ours", kind="alternatives")]
    rows[0]["status"], rows[1]["status"] = "answered", "incomplete"

    line = next(row for row in verdicts.verdicts({"rows": rows}).splitlines() if "three" in row)

    assert "1 of 2" in line
    assert "1 found fewer than asked | **no** |" in line


def test_values_of_refused_solutions_are_not_believed():
    """90 was refused, for 100 came later; the blind search's 0 is no value at all."""
    probe = Probe(blind=[(0.0, 0.15)])
    events = [Progress("coverage", v, 0, s)
              for s, v in [(0.1, 0), (0.2, 120), (0.3, 90), (0.4, 100), (0.5, 80)]]

    assert ours.believed(events, probe, "coverage", 80, 0.6) == [
        (0.2, 120), (0.4, 100), (0.5, 80)]


def test_quality_gap_and_one_per_cent():
    """After 1 s 100, after 5 s 12; 12 is within one per cent of 10 where 200 are wanted."""
    trace = [(0.5, 100), (4.0, 12)]

    assert quality(trace) == {"1": 100, "5": 12, "10": 12}
    assert gap_of(12, 10, 200) == pytest.approx(0.01)
    assert near_at(trace, 10, 200) == 4.0
    assert near_at(trace, None, 200) is None


def _row(solver, proof_s=None, value=10, **more):
    return {"instance": "week_x", "catalog": "own", "kind": "week", "solver": solver,
            "status": "optimal" if proof_s else "feasible", "audit": "kept", "limit_s": 60,
            "proof_s": proof_s, "total_s": proof_s or 60, "value": value, "first_s": 0.1,
            "bound": value if proof_s else 5, "at": {"1": value, "5": value, "10": value},
            "scarce": True, "tiers": [], "sha256": "0" * 64, "frozen": True, "exercises": 1,
            "peak_mb": 100.0, **more}


def test_a_time_out_counts_as_the_limit():
    """60 s of a time-out against 6 s: ten times."""
    race = summary.race(summary.part([_row("selection", 6.0), _row("scip")], "own"))

    assert race.ratio == pytest.approx(10)
    assert race.unproved == {"selection": 0, "scip": 1}


def test_an_answer_that_the_audit_refuses_proves_nothing():
    """A proof of a plan that breaks a rule counts as the limit."""
    assert summary.proof(_row("scip", 1.0, audit="row repeat (week)")) == 60


def test_two_proofs_that_disagree_are_named():
    """SCIP says at least 10, CBC has 8: one of the two is wrong."""
    rows = [_row("scip", 1.0), _row("cbc", 1.0, value=8)]

    assert len(summary.disagreements(rows)) == 1


def test_greedy_share():
    """10 against 20 is a loss 50 % lower."""
    rows = [_row("selection", 1.0), _row("greedy", value=20, bound=None)]

    assert summary.below_greedy(summary.part(rows, "own")) == (0.5, 1)


def test_the_page_shows_time_outs_and_failures():
    """Neither a time-out nor an answer that was refused is left out."""
    rows = [_row("ours"), _row("selection", 2.0), _row("scip"),
            _row("cbc", 1.0, audit="row repeat (week)")]
    results = {"machine": {"cpu": "c", "cores": 2, "system": "s", "python": "3", "ortools": "9",
                           "coach-planner": "0", "date": "d"},
               "seconds": 60, "repeat": 1, "skipped": [], "rows": rows}

    page = report.page(results)

    assert "> 60 (10 / 5)" in page
    assert "refused by the audit: row repeat (week)" in page


def test_a_process_of_its_own():
    """One measurement prints one JSON object with every figure."""
    ended = subprocess.run([sys.executable, "-m", "benchmarks.one", "article_men", "greedy"],
                           capture_output=True, text=True, check=True, cwd=suite.HERE.parent)

    row = json.loads(ended.stdout)

    assert row["audit"] == "kept"
    assert row["peak_mb"] > 0


def test_an_absent_catalogue_is_skipped_with_a_sentence(monkeypatch):
    """Without the open database its instances name what to give."""
    monkeypatch.delenv(OPEN_DB, raising=False)
    [instance] = suite.chosen(["week_2x20_health@open991"])

    [(sentence, row)] = list(runner.rows([instance], 1, 1, peers=False))

    assert row is None
    assert "--open-db" in sentence


def _results(seconds, *rows):
    machine = {"cpu": "c", "cores": 2, "system": "s", "python": "3", "ortools": "9",
               "coach-planner": "0", "date": "d", "load": 0.5}
    return {"machine": machine, "seconds": seconds, "repeat": 1, "skipped": [],
            "rows": [{**row, "limit_s": seconds} for row in rows]}


def test_runs_with_different_limits_go_together(tmp_path):
    """5 s of ours and 10 s of a peer: each row keeps its limit, the page has both command lines."""
    paths = [tmp_path / "ours.json", tmp_path / "peer.json"]
    for path, results in zip(paths, (_results(5, _row("ours")), _results(10, _row("scip"))),
                             strict=True):
        path.write_text(json.dumps(results), encoding="utf-8")

    results = report.joined(paths)

    assert [r["limit_s"] for r in results["rows"]] == [5, 10]
    page = report.page(results)
    assert "--only 'week_*@own' --solver ours --repeat 1 --seconds 5 -o out/1\n" in page
    assert "--only 'week_*@own' --solver scip --repeat 1 --seconds 10 -o out/2\n" in page


def test_kept_figures_give_the_same_page(tmp_path):
    """What is kept lacks the traces, which no table shows."""
    results = {**_results(5, _row("ours", trace=[[0.1, 12]])), "schema": "benchmark/1"}
    path = tmp_path / "results.json"
    path.write_text(json.dumps(results), encoding="utf-8")
    once = report.joined([path])

    path.write_text(report.kept(once), encoding="utf-8")

    assert "trace" not in path.read_text(encoding="utf-8")
    assert report.page(report.joined([path])) == report.page(once)


def test_the_page_is_what_the_figures_give():
    """docs/performance.md is made of benchmarks/results.json and benchmarks/remarks.md."""
    assert report.PAGE.read_text(encoding="utf-8") == report.page(report.joined([report.KEPT])), (
        "run python -m benchmarks.report --write")


def test_the_best_bound_stands_beside_the_values():
    """SCIP proves at least 9, ours has 10: the first figure after the name is 9."""
    rows = [_row("selection"), _row("scip", bound=9)]

    assert "| week_x | 9 | 10 / 10 / 10 |" in tables.qualities(summary.part(rows, "own"))
