"""What `--sql` prints, run by the sqlite3 program, gives the database that Headway makes itself.

usage: scripts_agree.py HEADWAY [HISTORIES [SEED]]

Over random histories: from nothing to the heads, from random rows to random targets, and back. Databases are
compared by their dumps, and by their logs but for times and who ran them. The smallest history that shows a
disagreement is printed with its seed.
"""

import difflib
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "alembic"))
from histories import History  # noqa: E402

LOG = "SELECT sequence, revision, operation, checksum, down, parents, version_table FROM headway_log ORDER BY sequence"

# What a script has to bring through the sqlite3 program unharmed: {} is the table's name.
ROWS = [
    "INSERT INTO {} VALUES (1, 'semicolons; -- no comment', x'00ff');",
    "INSERT INTO {} VALUES (2, 'two\nlines; .dump\n.quit', NULL)",
    "INSERT INTO {} VALUES (3, 'it''s \"quoted\" [so] `so`', 2.5); -- the end; really",
    "INSERT INTO {} (id, b) VALUES (4, /* a ; comment */ 'h\u00e9llo \u6f22')\n;",
    "INSERT INTO {} VALUES (6, 8\n/\n 4 -- a line by itself\n/ \n1, (SELECT\nGo\nFROM (SELECT 7 AS go)))",
    "INSERT INTO {} VALUES (5, '', 9223372036854775807);\n/* ends in a comment; */",
]
OBJECTS = [
    "CREATE INDEX ix_{0} ON {0} (b COLLATE NOCASE) WHERE b <> ';';",
    "CREATE TRIGGER tr_{0} AFTER INSERT ON {0} BEGIN\n  UPDATE {0} SET b = b || ';' WHERE id = NEW.id;\n"
    "  SELECT CASE WHEN 1 THEN 2 ELSE 3 END;\nEND;",
    'CREATE VIEW "v ; {0}" AS SELECT id, b FROM {0} -- all',
]


class Project:
    """A history with SQL, in a directory."""

    def __init__(self, chance, directory):
        self.history = History(chance)
        self.directory = directory
        self.migrations = directory / "migrations"
        self.migrations.mkdir()
        self.history.write(self.migrations, lambda one: self._sections(chance, f"t_{one.id}"))

    @staticmethod
    def _sections(chance, table):
        kind = chance.random()
        if kind < 0.1:
            return " transaction:false", "VACUUM;", "VACUUM"
        if kind < 0.2:  # as a merge, which has nothing to do
            return "", "", ""
        objects = [each for each in OBJECTS if chance.random() < 0.4]
        rows = chance.sample(ROWS, chance.randint(0, len(ROWS)))
        up = [f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, b TEXT DEFAULT ';', c)"] + [*objects, *rows]
        up = [statement.format(table) for statement in up]
        view = f'DROP VIEW IF EXISTS "v ; {table}";\n'
        end = chance.choice(["", ";", " ; -- done", "\n;\n"])
        # Between each two statements, wherever comments stand; the last may have none.
        return "", "\n;".join(up), f"{view}DROP TABLE {table}{end}"


class Disagreement(Exception):
    pass


class Comparison:
    def __init__(self, headway, project, chance):
        self.headway, self.project, self.chance = headway, project, chance
        self.scripts = 0

    def run(self):
        self.compare([], "upgrade", "heads")
        history = self.project.history
        for _ in range(4):
            rows = history.random_rows(self.chance)
            verb = self.chance.choice(["upgrade", "downgrade"] if rows else ["upgrade"])
            applied = sorted(history.closure(rows))
            goals = applied if verb == "downgrade" else history.ids()
            goal = self.chance.choice(goals) if goals else "base"
            self.compare(rows, verb, self.chance.choice([goal, goal, "base", "heads" if verb == "upgrade" else "-1"]))

    def compare(self, rows, verb, target):
        """One plan, carried out by Headway and by its script."""
        self.question = f"{verb} {','.join(rows) or 'base'}:{target}"
        begun = self.begun(rows)
        online, offline = self.copies(begun)
        done = self.call(verb, target, "--database", online)
        script = self.call(verb, f"{','.join(rows) or 'base'}:{target}", "--sql")
        if done.returncode or script.returncode:
            if done.returncode != script.returncode:
                raise Disagreement(f"{self.question}: {done.stderr}{script.stderr}")
            return
        shell = self.sqlite3(offline, script.stdout)
        if shell.returncode or shell.stderr or shell.stdout:
            raise Disagreement(f"{self.question}: {shell.stdout}{shell.stderr}\n{script.stdout}")
        for look in (dump, log):
            if look(online) != look(offline):
                lines = difflib.unified_diff(look(online), look(offline), "by Headway", "by sqlite3", lineterm="")
                raise Disagreement("\n".join([self.question, *lines, script.stdout]))
        self.scripts += 1
        if "BEGIN" in script.stdout:
            self.refused_elsewhere(rows, script.stdout)

    def refused_elsewhere(self, rows, script):
        """A script changes nothing in a database that is not where it begins."""
        others = [one for one in self.project.history.ids() if [one] != rows]
        if not others or "VACUUM" in script:
            return
        elsewhere = self.begun([others[0]])
        before = dump(elsewhere)
        if not self.sqlite3(elsewhere, script).returncode or dump(elsewhere) != before:
            raise Disagreement(f"{self.question}: the script has worked on a database at {others[0]}")

    def begun(self, rows):
        """A new database at some rows."""
        made = pathlib.Path(tempfile.mkdtemp(dir=self.project.directory)) / "begun.db"
        for row in rows:
            done = self.call("upgrade", row, "--database", made)
            if done.returncode:
                raise Disagreement(f"upgrade {row}: {done.stderr}")
        return made

    @staticmethod
    def copies(begun):
        made = [begun.with_name(name) for name in ("online.db", "offline.db")]
        for copy in made if begun.exists() else []:
            shutil.copy(begun, copy)
        return made

    def call(self, *arguments):
        command = [self.headway, *arguments, "--directory", self.project.migrations]
        return subprocess.run(command, capture_output=True, text=True)

    @staticmethod
    def sqlite3(database, script):
        return subprocess.run(["sqlite3", database], input=script, capture_output=True, text=True)


def ask(database, question):
    done = subprocess.run(["sqlite3", database, question], capture_output=True, text=True, check=True)
    return done.stdout.split("\n")


def dump(database):
    """Without the log; version rows in no order, as they are read."""
    lines = [line for line in ask(database, ".dump") if "INTO headway_log" not in line]
    rows = [line for line in lines if "INTO alembic_version" in line]
    return sorted(rows) + [line for line in lines if line not in rows]


def log(database):
    has_log = ask(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'headway_log'")
    return ask(database, LOG) if has_log[0] == "1" else []


def main(headway, histories=40, first_seed=1):
    failures, scripts = [], 0
    for seed in range(int(first_seed), int(first_seed) + int(histories)):
        with tempfile.TemporaryDirectory() as directory:
            chance = random.Random(seed)
            project = Project(chance, pathlib.Path(directory))
            comparison = Comparison(headway, project, chance)
            try:
                comparison.run()
            except Disagreement as disagreement:
                failures.append((len(project.history.revisions), seed, project.history.described(), str(disagreement)))
            scripts += comparison.scripts
    for _, seed, described, text in sorted(failures)[:2]:
        print(f"seed {seed}\n{described}\n{text}\n")
    if failures:
        sys.exit(f"{len(failures)} of {histories} histories disagree")
    print(f"{scripts} scripts gave the databases that Headway made")
    if scripts < int(histories):
        sys.exit("too few: most plans were refused")


if __name__ == "__main__":
    main(*sys.argv[1:])
