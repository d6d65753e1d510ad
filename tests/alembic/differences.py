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


def current_of_an_empty_database(q):
    """`current` of a database without rows is the base. Alembic takes an empty end for a missing one: the heads."""
    if q.verb != "history" or q.rows or not q.target.endswith(":current"):
        return False
    return not q.headway.steps and (q.headway.is_plan or q.headway_refuses("Requested range "))


def current_at_both_ends(q):
    """`current:current` is where the database is. Alembic understands `current` at one end only."""
    return q.target == "current:current" and q.headway.is_plan and set(q.rows) <= set(q.headway.steps)


def steps_in_a_range(q):
    """Steps go as far as there is something, along every line, from the other end of the range or else from the
    rows. Alembic knows no `+N` at the start, refuses steps where a line is shorter or where lines part, does not
    always take `REVISION-N` at the start, and counts `-N` there from the head, unless there is none so far back."""
    if q.verb != "history" or not re.search(r"[+-]\d", q.target) or "nothing" in q.target:
        return False
    ends = counted_ends(q)
    if not q.headway.is_plan:
        return q.headway_refuses("Requested range ") and (ends is None or apart(q, *ends))
    return is_closed(q) if ends is None else lists_between(q, *ends)


def branch_before_the_start(q):
    """`branch@` before the start leaves of the ends those that share lineage with the branch, as everywhere.
    Alembic leaves those that carry its label, which ancestors do not, and fails where an id stands for a branch."""
    if q.verb != "history" or "@" not in q.target.split(":")[0] or "nothing" in q.target:
        return False
    return is_closed(q) if q.headway.is_plan else q.headway_refuses("Requested range ")


def tied_by_dependencies(q):
    """Lines that only `Depends on:` ties make a range as others do. Alembic fails by an assertion where nothing at
    the end descends from the start by `Revises`, and refuses ends of which one needs the other."""
    if q.verb != "history" or not q.headway.is_plan or "nothing" in q.target:
        return False
    ends = None if "@" in q.target else counted_ends(q)
    is_tied = q.alembic.refusal.startswith("AssertionError") or " overlaps with " in q.alembic.refusal
    return is_tied and (is_closed(q) if ends is None else lists_between(q, *ends))


def is_closed(q):
    """Whether a list leaves out nothing that lies between its members by `Revises`."""
    listed = set(q.headway.steps)
    parents = {one for each in q.history.revisions if each.id in listed for one in each.revises}
    return not any(descends(q, one, listed) for one in parents - listed)


def counted_ends(q):
    """The revisions at both ends of a range with steps, or None where branches are involved."""
    if "@" in q.target:
        return None
    (start, ahead), (end, beyond) = (split_end(one) for one in q.target.split(":"))
    if not start and ahead.startswith("-") and (end or not beyond):
        to = walked(q, named(q, end or "heads"), beyond)
        return walked(q, to, ahead), to
    begin = walked(q, set(q.rows) if not start and ahead else named(q, start or "base"), ahead)
    if end or not beyond:
        return begin, walked(q, named(q, end or "heads"), beyond)
    from_rows = beyond.startswith("-") or not start and ahead
    return begin, walked(q, set(q.rows) if from_rows else begin, beyond)


def split_end(text):
    return re.fullmatch(r"(\w*)([+-]\d+)?", text).groups("")


def named(q, symbol):
    """Revisions; none stands for the base."""
    return set(q.rows) if symbol == "current" else set(q.planner.destinations(q.rows, symbol))


def walked(q, at, steps):
    """`steps` steps along every line from there, but no farther than there is something."""
    for _ in range(abs(int(steps or 0))):
        at = before(q, at) if steps.startswith("-") else after(q, at)
    return at


def before(q, at):
    """Where one of the lines has come to the base, None is among the revisions."""
    parents = {one.id: one.revises for one in q.history.revisions}
    return {before for one in at for before in (parents[one] if one else None) or [None]}


def after(q, at):
    if not at - {None}:
        return {one.id for one in q.history.revisions if not one.revises} or at
    children = {name: {one.id for one in q.history.revisions if name in one.revises} for name in at}
    return {one for name in at for one in children[name] or {name}}


def lists_between(q, start, end):
    """Whether the list is what the ends descend from, and of that what the start names and what descends from it
    by `Revises`; with the base at the start all but what is before the others."""
    begin = start - {None}
    before_it = q.history.closure(begin)
    is_open = not begin or None in start
    return set(q.headway.steps) == {
        one
        for one in q.history.closure(end - {None})
        if descends(q, one, begin) or (is_open and one not in before_it)
    }


def descends(q, name, first):
    parents = {one.id: one.revises for one in q.history.revisions}
    beyond = [name]
    while beyond:
        one = beyond.pop()
        if one in first:
            return True
        beyond += parents[one]
    return False


def apart(q, start, end):
    """Whether something at the start is no ancestor of the end."""
    return bool(start - {None} - q.history.closure(end - {None}))


DIFFERENCES = [
    current_of_an_empty_database,
    current_at_both_ends,
    steps_in_a_range,
    branch_before_the_start,
    tied_by_dependencies,
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
