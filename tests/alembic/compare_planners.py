"""Asks Alembic's planner and Headway's the same questions about the same random histories.

usage: compare_planners.py ANSWER_QUERIES HEADWAY [HISTORIES [SEED]]

The set of steps, the rows after each of them, the rows at the end and whether a query is refused must agree, as
must the revisions that `history -r` lists, but for the differences that differences.py lists. Steps that do not need each other may come in any order, so
Alembic's bookkeeping of rows is followed in Headway's order. The smallest history that shows a disagreement is
printed with its seed.

ANSWER_QUERIES asks the planner itself, many times in one process. The command line is asked a sample, through
`--plan --json`.
"""

import collections
import dataclasses
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from alembic_side import AlembicPlanner
from answer import Answer
from differences import DIFFERENCES, Question
from histories import History

QUERIES = 50
RANGES = 8
SAMPLES = 60  # plans for the command line, each of another history


def asked(tool, cases):
    """Headway's answers to every query of every history."""
    lines = []
    for history, queries in cases:
        lines.append("history")
        for one in history.revisions:
            lists = [",".join(names) for names in (one.revises, one.needs, one.labels)]
            lines.append("\t".join(["revision", one.id, *lists]))
        lines += ["\t".join([verb, ",".join(rows), target]) for verb, rows, target in queries]
    done = subprocess.run([tool], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return [parsed(line) for line in done.stdout.splitlines()]


def parsed(line):
    kind, *rest = line.split("\t")
    if kind == "refused":
        return Answer(refusal=rest[0])
    if kind == "list":
        return Answer(steps=rest)
    steps = [step.split(":") for step in rest[:-1]]
    return Answer(
        steps=[step for step, _ in steps], final=ids(rest[-1]), rows_after=[ids(rows) for _, rows in steps]
    )


def asked_on_the_command_line(headway, history, verb, rows, target):
    with tempfile.TemporaryDirectory() as directory:
        history.write(pathlib.Path(directory), lambda one: ("", "", ""))
        command = [headway, verb, *target.split(","), "--plan", "--json"]
        command += ["--current", ",".join(rows) or "base", "--directory", directory]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 1 and not done.stdout:
        return Answer(refusal=done.stderr.removeprefix("headway: ").splitlines()[0])
    done.check_returncode()
    plan = json.loads(done.stdout)
    return Answer(
        steps=[("+" if step["direction"] == "upgrade" else "-") + step["revision"] for step in plan["steps"]],
        final=sorted(plan["final"]),
        rows_after=[sorted(step["rows"]) for step in plan["steps"]],
    )


def ids(text):
    return sorted(text.split(",")) if text else []


def agree(q):
    if not q.alembic.leads_as(q.headway):
        return False
    if q.verb == "history":
        return newest_first(q)
    if not in_order(q):
        return False
    return list(q.planner.rows_after(q.rows, q.headway.steps)) == q.headway.rows_after


def in_order(q):
    """No revision is applied before its parents, or taken back before its children."""
    applied = q.history.closure(q.rows)
    for step in q.headway.steps:
        name = step[1:]
        if step[0] == "+":
            ready = name not in applied and q.history.ancestors[name] <= applied
            applied.add(name)
        else:
            ready = name in applied and not any(name in q.history.ancestors[other] for other in applied)
            applied.discard(name)
        if not ready:
            return False
    return True


def newest_first(q):
    """No revision is listed after one that it descends from."""
    listed = q.headway.steps
    return not any(one in q.history.ancestors[later] for at, one in enumerate(listed) for later in listed[at:])


def random_queries(history, chance):
    queries = [history.random_query(chance) for _ in range(QUERIES)]
    return queries + [history.random_range(chance) for _ in range(RANGES)]


def compared(tool, headway, seeds):
    """How often each outcome came up, and the queries that are answered differently for no listed reason."""
    cases = []
    for seed in seeds:
        chance = random.Random(seed)
        history = History(chance)
        cases.append((history, random_queries(history, chance)))
    answers = iter(asked(tool, cases))
    outcomes, questions, failures = collections.Counter(), [], []
    for seed, (history, queries) in zip(seeds, cases):
        planner = AlembicPlanner(history)
        for query in queries:
            questions.append((seed, Question(history, planner, *query, planner.answer(*query), next(answers))))
    plans = [one for one in questions if one[1].verb != "history"]
    for seed, q in plans[:: QUERIES + 1][:SAMPLES]:
        answer = asked_on_the_command_line(headway, q.history, q.verb, q.rows, q.target)
        questions.append((seed, dataclasses.replace(q, headway=answer)))
    for seed, q in questions:
        if agree(q):
            outcomes[f"{q.verb}: both {'plan' if q.headway.is_plan else 'refuse'}"] += 1
        elif difference := next((one for one in DIFFERENCES if one(q)), None):
            outcomes[difference.__name__] += 1
        else:
            failures.append((seed, q))
    return outcomes, failures


def check_documentation():
    """The handbook lists every difference under its name."""
    handbook = pathlib.Path(__file__).parents[2] / "compiler" / "README.md"
    text = handbook.read_text()
    names = [one.__name__.replace("_", " ").capitalize() for one in DIFFERENCES]
    if missing := [name for name in names if f"| {name} |" not in text]:
        sys.exit(f"{handbook} does not list: " + ", ".join(missing))


def explain(seed, q):
    print(f"\nseed {seed}, rows {','.join(q.rows) or '(none)'}: {q.verb} {q.target}")
    print(q.history.described())
    print(f"  Alembic: {q.alembic}")
    print(f"  Headway: {q.headway}")


def main(tool, headway, histories=500, first_seed=1):
    print(f"{histories} histories, seeds from {first_seed}; {QUERIES} plans and {RANGES} ranges of each")
    check_documentation()
    outcomes, failures = compared(tool, headway, range(int(first_seed), int(first_seed) + int(histories)))
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:7}  {outcome}")
    failures.sort(key=lambda failure: len(failure[1].history.revisions))
    for failure in failures[:3]:
        explain(*failure)
    if failures:
        sys.exit(f"{len(failures)} queries are answered differently, for no reason that is listed")
    # Had a difference become too wide or too old, or the queries dull, then this test would prove little.
    verbs = ("upgrade", "downgrade", "stamp", "history")
    expected = [f"{verb}: both {what}" for verb in verbs for what in ("plan", "refuse")]
    missing = [one for one in expected + [one.__name__ for one in DIFFERENCES] if not outcomes[one]]
    if missing and int(histories) >= 300:
        sys.exit("never seen: " + ", ".join(missing))


if __name__ == "__main__":
    main(*sys.argv[1:])
