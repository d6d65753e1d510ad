"""Random histories, and random questions about them: a verb, the rows of a database, a target."""

import dataclasses


@dataclasses.dataclass
class Spelled:
    """A revision as its file spells it."""

    id: str
    revises: list
    needs: list
    labels: list


class History:
    """Revisions, parents first, no parent implied by another."""

    def __init__(self, random):
        self.revisions = []
        self.ancestors = {}  # by any edge, without the revision itself
        self.labels = []
        lines = random.randint(1, 4)
        for number in range(random.randint(1, 18)):
            self._add(random, number, lines)

    def _add(self, random, number, lines):
        before = [one.id for one in self.revisions]
        # Mostly what is recent grows on, so that branches get long and merges join them.
        recent = before[-lines:]
        count = random.choice([0, 1, 1, 1, 1, 1, 1, 2, 2, 3]) if before else 0
        revises = self._reduced(random.sample(recent, min(count, len(recent))))
        needs = []
        if before and random.random() < 0.25:
            for need in random.sample(before, random.randint(1, min(2, len(before)))):
                parents = revises + needs + [need]
                if need not in revises and self._reduced(parents) == parents:
                    needs.append(need)
        labels = []
        while random.random() < 0.2:
            labels.append(random.choice(["line", "side", "x"]) + str(len(self.labels)))
            self.labels.append(labels[-1])
        one = Spelled(self._fresh_id(random, before), revises, needs, labels)
        self.revisions.append(one)
        self.ancestors[one.id] = self.closure(revises + needs)

    def _fresh_id(self, random, before):
        """Twelve digits, at times beginning like another's."""
        alike = random.choice(before)[: random.choice([1, 4, 6])] if before and random.random() < 0.3 else ""
        while True:
            fresh = alike + "".join(random.choice("0123456789abcdef") for _ in range(12 - len(alike)))
            if fresh not in before:
                return fresh

    def _reduced(self, parents):
        """Without those that others of them descend from."""
        return [one for one in parents if not any(one in self.ancestors[other] for other in parents)]

    def closure(self, members):
        found = set(members)
        for one in members:
            found |= self.ancestors[one]
        return found

    def frontier(self, applied):
        return sorted(one for one in applied if not any(one in self.ancestors[other] for other in applied))

    def line(self, name):
        """What is related to a revision by `Revises`: its ancestors, itself, its descendants."""
        above = {}
        for one in self.revisions:
            above[one.id] = {one.id}.union(*(above[parent] for parent in one.revises))
        return above[name] | {one for one, line in above.items() if name in line}

    def ids(self):
        return [one.id for one in self.revisions]

    def random_rows(self, random):
        """The version table of some database: the frontier of an applied set."""
        tips = random.sample(self.ids(), min(len(self.revisions), random.choice([0, 1, 1, 1, 1, 2, 3])))
        return self.frontier(self.closure(tips))

    def write(self, directory, sections):
        """A file for each revision; `sections` gives the options, up and down of one. Dates keep the order."""
        for day, one in enumerate(self.revisions):
            options, up, down = sections(one)
            header = [f"Revision {one.id}", "", f"Revision ID: {one.id}", f"Revises: {', '.join(one.revises)}"]
            header += [f"Depends on: {', '.join(one.needs)}"] if one.needs else []
            header += [f"Branch labels: {', '.join(one.labels)}"] if one.labels else []
            header += [f"Create Date: 2025-01-{day + 1:02} 12:00:00"]
            comment = "\n".join(f"-- {line}".rstrip() for line in header)
            text = f"{comment}\n\n-- migrate:up{options}\n{up}\n\n-- migrate:down{options}\n{down}\n"
            (directory / f"{one.id}_made.sql").write_text(text)

    def described(self):
        return "\n".join(
            f"  {one.id}  revises {','.join(one.revises) or '-'}  depends on {','.join(one.needs) or '-'}"
            f"  labels {','.join(one.labels) or '-'}"
            for one in self.revisions
        )

    def random_query(self, random):
        verb = random.choice(["upgrade", "downgrade", "stamp"])
        rows = self.random_rows(random)
        targets = [self._random_target(random, verb, rows)]
        if verb == "stamp" and random.random() < 0.3:
            targets.append(self._random_target(random, verb, rows))
        return verb, rows, ",".join(targets)

    def _random_target(self, random, verb, rows):
        # Most names are within reach of the rows, or most queries would be refused.
        applied = sorted(self.closure(rows))
        pending = sorted(set(self.ids()) - set(applied))
        near = applied if verb == "downgrade" else pending
        name = random.choice(near) if near and random.random() < 0.7 else random.choice(self.ids())
        symbol = random.choice([name, name, name, name[: random.randint(1, 11)], random.choice(self.labels or [name])])
        branch = random.choice(self.labels * 3 + [random.choice(self.ids())])
        steps = random.choice([1, 1, 1, 2, 2, 3, 5])
        return random.choice(
            [
                *["head", "heads", "base", symbol, symbol, symbol, symbol],
                *[f"{branch}@head", f"{branch}@heads", f"{branch}@base", f"{branch}@{symbol}", f"{branch}@{name[:1]}"],
                *[f"{'-' if verb == 'downgrade' else '+'}{steps}"] * 2,
                *[f"{random.choice('+-')}{steps}", f"{branch}@+{steps}", f"{branch}@-{steps}"],
                *[f"{symbol}+{steps}", f"{symbol}-{steps}"],
                *[f"{branch}@{symbol}+{steps}", f"{branch}@{symbol}-{steps}", f"{branch}@head-{steps}"],
                random.choice(["head", "heads", "base"]) + random.choice("+-") + str(steps),
                random.choice(["nothing", "nothing@head", "ffffffffffff0", "line", f"{symbol}+0"]),
                "nothing@" + random.choice(["base", "heads", symbol, f"{symbol}-1", f"{symbol}+1", "-1", "+1"]),
            ]
        )

    def random_range(self, random):
        """A range of `history -r`, mostly of related revisions, the older one first."""
        rows = self.random_rows(random)
        newer = random.choice(self.ids())
        older = random.choice(sorted(self.closure([newer])) if random.random() < 0.8 else self.ids())
        return "history", rows, f"{self._random_end(random, older)}:{self._random_end(random, newer)}"

    def _random_end(self, random, name):
        symbol = random.choice([name, name, name, name[: random.randint(1, 11)], random.choice(self.labels or [name])])
        branch = random.choice(self.labels * 3 + [random.choice(self.ids())])
        steps = random.choice([0, 1, 1, 1, 2, 2, 3, 5])
        return random.choice(
            [
                *[name] * 5,
                *["", "current"] * 3,
                *[symbol] * 2,
                *["head", "heads", "base", f"{branch}@head", f"{branch}@heads", f"{branch}@base"],
                *[f"+{steps}", f"-{steps}", f"-{steps}", f"{branch}@+{steps}", f"{branch}@-{steps}"],
                *[f"{symbol}+{steps}", f"{symbol}-{steps}", f"{branch}@{symbol}", f"{branch}@{symbol}-{steps}"],
                random.choice(["nothing", "nothing@head", "nothing@base", "ffffffffffff0", "line"]),
            ]
        )
