"""What Alembic plans: its own revision map, its own selection of steps, its own bookkeeping of rows."""

import re
import types
import warnings

from alembic import util
from alembic.runtime.migration import HeadMaintainer, RevisionStep
from alembic.script import ScriptDirectory
from alembic.script.revision import Revision, RevisionError, RevisionMap

from answer import Answer

warnings.simplefilter("ignore")  # `downgrade -1` of several rows warns, and goes on


class Rows(HeadMaintainer):
    """Alembic's choice of edits, carried out on a set instead of a table; what a table refuses fails here."""

    def __init__(self, rows):
        super().__init__(None, rows)

    def _insert_version(self, version):
        assert version not in self.heads
        self.heads.add(version)

    def _delete_version(self, version):
        self.heads.remove(version)

    def _update_version(self, from_, to_):
        assert to_ not in self.heads
        self.heads.remove(from_)
        self.heads.add(to_)


def _script(one):
    made = Revision(one.id, tuple(one.revises) or None, tuple(one.needs) or None, tuple(one.labels) or None)
    made.module = types.SimpleNamespace(upgrade=lambda: None, downgrade=lambda: None)
    return made


class AlembicPlanner:
    def __init__(self, history):
        self._scripts = {one.id: _script(one) for one in history.revisions}
        self._directory = ScriptDirectory.__new__(ScriptDirectory)
        self._directory.revision_map = self._map = RevisionMap(self._scripts.values)

    def answer(self, verb, rows, target):
        """What Alembic does; where it fails by an assertion of its own, that counts as refused."""
        try:
            if verb == "history":
                return Answer(steps=self._listed(tuple(rows), target))
            steps = self._steps(verb, tuple(rows), target)
            table = Rows(rows)
            for step in steps:
                table.update_to_step(step)
        except (util.CommandError, RevisionError, AssertionError, KeyError) as refusal:
            return Answer(refusal=f"{type(refusal).__name__}: {refusal}")
        named = [] if verb == "stamp" else [("+" if one.is_upgrade else "-") + one.revision.revision for one in steps]
        return Answer(steps=named, final=sorted(table.heads))

    def rows_after(self, rows, steps):
        """The rows after each of some steps, whatever order they are in."""
        table = Rows(rows)
        for step in steps:
            table.update_to_step(RevisionStep(self._map, self._scripts[step[1:]], step[0] == "+"))
            yield sorted(table.heads)

    def destinations(self, rows, targets):
        """The revisions that the targets of a stamp name. Raises where there are none."""
        return [one for target in targets.split(",") for one in self._destinations(tuple(rows), target)]

    def branch(self, name):
        """The revision that gives a branch its name."""
        return self._map._resolve_branch(name).revision

    def _listed(self, rows, target):
        """As `alembic history` reads a range."""
        start, end = target.split(":")
        if end == "current":
            end = rows
        elif start == "current":
            start = rows
        return [one.revision for one in self._map.iterate_revisions(
            end or "heads", start or "base", inclusive=True, assert_relative_length=False)]

    def _steps(self, verb, rows, target):
        if verb == "upgrade":
            return self._directory._upgrade_revs(target, rows)
        if verb == "downgrade":
            return self._directory._downgrade_revs(target, rows)
        return self._directory._stamp_revs(tuple(self._absolute(rows, one) for one in target.split(",")), rows)

    def _absolute(self, rows, target):
        """Alembic's stamp knows no steps, but for `-1` from the heads. Headway's leads where an upgrade would,
        so Alembic is asked where that is, and to stamp that."""
        if not re.search(r"[+-]\d+$", target):
            return target
        goal = self._destinations(rows, target)
        branch = target.partition("@")[0] + "@" if "@" in target else ""
        return goal[0] if goal else branch + "base"

    def _destinations(self, rows, target):
        goals = self._map._parse_upgrade_target(rows, target, assert_relative_length=True)
        if None in goals:
            raise RevisionError("Walked too far")
        return [goal.revision for goal in goals if goal != "base"]
