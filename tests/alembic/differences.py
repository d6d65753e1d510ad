"""Where Headway differs from Alembic on purpose. Each difference says when it applies and, as far as there is a
plan, what Headway's has to be instead, so that it hides nothing else."""

import dataclasses
import re

from alembic_side import AlembicPlanner
from answer import Answer
from histories import History


@dataclasses.dataclass
class Question:
    """One query with both answers."""

    history: History
    planner: AlembicPlanner
    verb: str
    rows: list
    target: str
    alembic: Answer
    headway: Answer

    def headway_refuses(self, beginning):
        return self.headway.refusal.startswith(beginning)

    def steps_back(self):
        """N of the target `-N`, else None."""
        match = re.fullmatch(r"-(\d+)", self.target)
        return int(match[1]) if match else None


def prefix_of_a_label(q):
    """A prefix names revisions. Alembic takes it for the beginning of a label as well."""
    unknown = re.match(r"Can't locate revision identified by '(\w+)'", q.headway.refusal)
    return unknown and any(label.startswith(unknown[1]) for label in q.history.labels)


def unknown_branch(q):
    """A branch that does not exist is refused. Alembic's downgrade looks at the branch only where lines part,
    and no verb does where `base` follows."""
    return (
        (q.verb == "downgrade" or "nothing@base" in q.target)
        and "nothing@" in q.target
        and q.headway_refuses("Can't locate revision identified by 'nothing'")
    )


def behind_a_branch(q):
    """The branch of a downgrade to `branch@symbol`, and the revisions that the symbol fits."""
    branch, at, symbol = q.target.partition("@")
    if q.verb != "downgrade" or not at or branch == "nothing" or not re.fullmatch(r"\w+", symbol):
        return None
    if symbol in q.history.labels:
        return branch, [q.planner.branch(symbol)]
    return branch, [one for one in q.history.ids() if one.startswith(symbol)]


def not_on_the_branch(q):
    """So is a branch that the revision is not on, as it is by an upgrade."""
    found = behind_a_branch(q)
    if not found or found[1] and set(found[1]) & q.history.line(q.planner.branch(found[0])):
        return False
    return q.headway_refuses("Revision ") or q.headway_refuses("Can't locate revision ")


def prefix_on_a_branch(q):
    """A prefix behind a branch need only be unique on it, as for an upgrade. Alembic's downgrade looks at all."""
    found = behind_a_branch(q)
    if not found or not q.alembic.refusal:
        return False
    fitting = set(found[1]) & q.history.line(q.planner.branch(found[0]))
    if len(found[1]) < 2 or len(fitting) != 1:
        return False
    return q.headway.leads_as(q.planner.answer(q.verb, q.rows, f"{found[0]}@{fitting.pop()}"))


def steps_from_base(q):
    """Nothing comes before the base. For Alembic `base-1` is the head's parent."""
    return re.search(r"\bbase-\d", q.target) and q.headway_refuses("Relative revision ")


def downgrade_to_the_head_of_a_branch(q):
    """`branch@head` means the same in all verbs. Alembic's downgrade ignores the branch."""
    if q.verb != "downgrade" or not re.fullmatch(r"\w+@heads?", q.target):
        return False
    heads = q.planner.destinations(q.rows, q.target.split("@")[0] + "@heads")
    if len(heads) > 1:
        return q.headway_refuses("Multiple head revisions are present")
    return q.headway.leads_as(q.planner.answer(q.verb, q.rows, *heads))


def back_from_several_rows(q):
    """`-N` with several rows is an error. Alembic takes one of them, whichever the database lists first."""
    return q.steps_back() and len(q.rows) > 1 and q.headway_refuses("Ambiguous downgrade from multiple current")


def back_at_merges(q):
    """`-N` takes back the newest N revisions, a merge point first. Alembic goes to the N-th ancestor, so that it
    stops at a merge point, and takes back more than N where lines meet by dependencies."""
    applied = q.history.closure(q.rows)
    newest = [f"-{one}" for one in reversed(q.history.ids()) if one in applied][: q.steps_back()]
    return q.verb == "downgrade" and q.steps_back() and q.headway.is_plan and q.headway.steps == newest


def upgrade_to_the_base(q):
    """`id-N` may lead to the base, which every database is past. Alembic fails by an assertion."""
    return (
        q.verb == "upgrade"
        and re.search(r"\w-\d+$", q.target)
        and q.alembic.refusal.startswith("AssertionError")
        and q.headway.is_plan
        and (q.headway.steps, q.headway.final) == ([], q.rows)
    )


def overlapping_stamps(q):
    """A stamp to a revision and to its ancestor is an error, as it is for an upgrade. Alembic writes one or both,
    depending on their order and on the rows."""
    several = q.verb == "stamp" and re.search(",|@heads", q.target)
    goals = q.planner.destinations(q.rows, q.target) if several else []
    overlap = any(one in q.history.ancestors[other] for one in goals for other in goals)
    return overlap and q.headway_refuses("Requested revision ")


def unrelated_rows_stay(q):
    """A stamp replaces the rows that descend from a destination or that it descends from, and no others. Alembic
    drops rows that have only a branch in common with it, fails where two targets touch the same row, and
    forgets `base` among other targets."""
    return q.verb == "stamp" and q.headway.is_plan and q.headway.final == stamped(q)


def stamped(q):
    """The rows that a stamp leaves by that definition."""
    rows, goals = set(q.rows), set()
    for target in q.target.split(","):
        found = q.planner.destinations(q.rows, target)
        if found:
            rows -= related(q.history, found)
        elif "@" in target:
            rows -= related(q.history, [q.planner.branch(target.split("@")[0])])
        else:
            rows.clear()
        goals.update(found)
    return q.history.frontier(rows | goals)


def related(history, names):
    return history.closure(names) | {one for one in history.ids() if history.ancestors[one] & set(names)}


DIFFERENCES = [
    prefix_of_a_label,
    unknown_branch,
    not_on_the_branch,
    prefix_on_a_branch,
    steps_from_base,
    downgrade_to_the_head_of_a_branch,
    back_from_several_rows,
    back_at_merges,
    upgrade_to_the_base,
    overlapping_stamps,
    unrelated_rows_stay,
]
