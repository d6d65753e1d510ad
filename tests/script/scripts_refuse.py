"""A script of `--sql` refuses what the command refuses, and lets through what it lets through.

usage: scripts_refuse.py HEADWAY EXTENSION

Each case is a second revision, and rows that a user has at the first. The command and its script, run by the
sqlite3 program, work on a copy each: both succeed and leave the same, or both fail, name the same rows without
parents and leave everything as it was.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FIRST = """
CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER REFERENCES shelf (id), title TEXT);
CREATE TABLE loan (code TEXT PRIMARY KEY, book REFERENCES book (id)) WITHOUT ROWID;
CREATE TABLE strict_once (n INTEGER PRIMARY KEY, CHECK (n < 5));
CREATE TABLE chain (n);
CREATE TRIGGER grow AFTER INSERT ON chain WHEN new.n < 4 BEGIN INSERT INTO chain VALUES (new.n + 1); END;
CREATE TABLE guarded (n);
CREATE TRIGGER guard BEFORE INSERT ON guarded WHEN new.n > 1 BEGIN SELECT RAISE(ROLLBACK, 'guarded'); END;
"""
ROWS = "INSERT INTO shelf VALUES (1, 'a'), (2, 'b'); INSERT INTO book VALUES (1, 1, 'x'), (2, 2, 'y'), (3, NULL, 'z');"
ORPHANS = ROWS + "INSERT INTO book VALUES (9, 77, 'lost'); INSERT INTO loan VALUES ('q', 55);"
MISMATCH = ROWS + "CREATE TABLE own (s REFERENCES shelf (unknown)); INSERT INTO own VALUES (4);"

# Name, rows, up section, and whether it is to go through.
CASES = [
    ("clean", ROWS, "UPDATE book SET title = upper(title);", True),
    ("parents are deleted", ROWS, "DELETE FROM shelf WHERE id = 2;", False),
    ("a child without a parent", ROWS, "INSERT INTO book VALUES (7, 8, 'new');", False),
    ("one without a rowid", ROWS, "INSERT INTO loan VALUES ('r', 8);", False),
    ("a parent is made anew without a row", ROWS,
     "CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT UNIQUE);\nINSERT INTO n SELECT * FROM shelf WHERE id < 2;\n"
     "DROP TABLE shelf;\nALTER TABLE n RENAME TO shelf;", False),
    ("a parent is gone", ROWS, "DROP TABLE shelf;", False),
    ("old orphans", ORPHANS, "UPDATE book SET title = title || '!';", True),
    ("old orphans, and one more", ORPHANS, "DELETE FROM shelf WHERE id = 1;", False),
    ("old orphans, and one more in a table without rowids", ORPHANS, "INSERT INTO loan VALUES ('r', 56);", False),
    ("the parent of old orphans is renamed", ORPHANS, "ALTER TABLE shelf RENAME TO rack; DELETE FROM chain;", True),
    ("old orphans are renamed", ORPHANS, "ALTER TABLE book RENAME TO volume; DELETE FROM chain;", True),
    ("old orphans without rowids are renamed", ORPHANS, "ALTER TABLE loan RENAME TO lent; DELETE FROM chain;", True),
    ("their column is renamed", ORPHANS, "ALTER TABLE book RENAME COLUMN shelf TO place; DELETE FROM chain;", True),
    ("their column has another type", ORPHANS,
     "CREATE TABLE n (id INTEGER PRIMARY KEY, shelf TEXT REFERENCES shelf (id), title TEXT);\n"
     "INSERT INTO n SELECT * FROM book;\nDROP TABLE book;\nALTER TABLE n RENAME TO book;", True),
    ("renamed, and one more", ORPHANS,
     "ALTER TABLE book RENAME TO volume; INSERT INTO volume VALUES (10, 78, 'more');", False),
    ("old orphans go", ORPHANS, "DELETE FROM book WHERE id = 9; DELETE FROM loan;", True),
    ("a key that never fitted", MISMATCH, "UPDATE book SET title = 't';", True),
    ("a key that fits no more", ROWS,
     "CREATE TABLE n (id INTEGER, name TEXT);\nINSERT INTO n SELECT * FROM shelf;\nDROP TABLE shelf;\n"
     "ALTER TABLE n RENAME TO shelf;", False),
    ("a commit", ROWS, "UPDATE book SET title = 't';\nCOMMIT;\nDELETE FROM book;", False),
    ("a rollback", ROWS, "UPDATE book SET title = 't';\nROLLBACK;\nDELETE FROM book;", False),
    ("a savepoint", ROWS, "SAVEPOINT one;\nDELETE FROM book;\nRELEASE one;", False),
    ("a pragma", ROWS, "PRAGMA foreign_keys = ON;\nDELETE FROM book;", False),
    ("another database", ROWS, "ATTACH ':memory:' AS other;", False),
    ("the version rows", ROWS, "DELETE FROM alembic_version;", False),
    ("the log", ROWS, "DELETE FROM headway_log;", False),
    ("a parameter", ROWS, "UPDATE book SET title = :title;", False),
    ("an index is made anew", ROWS, "REINDEX;", True),
    ("a conflict that rolls back", ROWS, "DELETE FROM book;\nINSERT OR ROLLBACK INTO shelf VALUES (1, 'c');", False),
    ("a conflict that is none", ROWS, "INSERT OR ROLLBACK INTO shelf VALUES (3, 'c');", True),
    ("a trigger that rolls back", ROWS, "DELETE FROM book;\nINSERT INTO guarded VALUES (1), (2);", False),
    ("a trigger that lets through", ROWS, "INSERT INTO guarded VALUES (1);", True),
    ("a check", ROWS, "DELETE FROM book;\nINSERT INTO strict_once VALUES (7);", False),
    ("a check and OR IGNORE", ROWS, "INSERT OR IGNORE INTO strict_once VALUES (7), (3);", True),
    ("a trigger that would fire itself", ROWS, "INSERT INTO chain VALUES (1);", True),
    ("letters of both cases", ROWS, "UPDATE book SET title = 'found' WHERE title LIKE 'X';", True),
    ("rows in no order", ROWS, "CREATE TABLE copied AS SELECT title FROM book;", True),
    ("what refers to the renamed", ROWS, "ALTER TABLE chain RENAME TO links;", True),
    ("what needs no section of its own", ROWS, " transaction:false\nDELETE FROM book;", False),
    ("a section of its own", ROWS, " transaction:false\nVACUUM;", True),
]

# With the tests' extension, whose function run(sql) runs SQL on its own connection. What a COMMIT has saved stays.
EXTENDED = [
    ("a function", ROWS, "UPDATE book SET title = slug(title);", True),
    ("a function that rolls back", ROWS, "DELETE FROM loan;\nSELECT run('ROLLBACK');\nDELETE FROM book;", False),
    ("one within a trigger", ROWS,
     "CREATE TRIGGER t AFTER INSERT ON loan BEGIN SELECT run('ROLLBACK'); END;\n"
     "INSERT INTO loan VALUES ('a', 1);\nDELETE FROM book;", False),
    ("a function that commits", ROWS, "DELETE FROM loan;\nSELECT run('COMMIT');\nDELETE FROM book;", False),
    ("one that begins anew", ROWS, "DELETE FROM loan;\nSELECT run('COMMIT; BEGIN');\nDELETE FROM book;", False),
]

# What the user of the sqlite3 program may have set for it.
UNUSUAL = """PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA ignore_check_constraints = ON;
PRAGMA reverse_unordered_selects = ON;
PRAGMA case_sensitive_like = ON;
PRAGMA legacy_alter_table = ON;
PRAGMA writable_schema = ON;
PRAGMA count_changes = ON;
"""


def revision(directory, name, parent, up):
    header = f"-- Step {name}.\n--\n-- Revision ID: {name}\n-- Revises: {parent}\n\n"
    marked = up if up.startswith(" ") else "\n" + up
    (directory / f"{name}_step.sql").write_text(f"{header}-- migrate:up{marked}\n\n-- migrate:down irreversible\n")


class Case:
    def __init__(self, headway, place, up, rows, extension=None):
        self.headway, self.place = headway, place
        self.extended = ["--extension", extension] if extension else []
        self.loads = ["-cmd", f".load {extension}"] if extension else []
        self.migrations = place / "migrations"
        self.migrations.mkdir()
        revision(self.migrations, "001", "", FIRST)
        revision(self.migrations, "002", "001", up)
        self.begun = place / "begun.db"
        self.call("upgrade", "001", "--database", self.begun).check_returncode()
        subprocess.run(["sqlite3", self.begun, rows], check=True)

    def call(self, *arguments):
        command = [self.headway, *arguments, "--directory", self.migrations]
        return subprocess.run(command, capture_output=True, text=True)

    def online(self):
        """By the command: its exit code, what it says, and what it leaves."""
        copy = shutil.copy(self.begun, self.place / "online.db")
        done = self.call("upgrade", "--database", copy, *self.extended)
        return done.returncode, done.stdout + done.stderr, contents(copy)

    def offline(self, settings, start="001"):
        """By the script, and the sqlite3 program with settings of its user."""
        copy = shutil.copy(self.begun, self.place / "offline.db")
        script = self.call("upgrade", f"{start}:head", "--sql", *self.extended)
        if script.returncode:
            return script.returncode, script.stderr, contents(copy)
        (self.place / "sqliterc").write_text(settings)
        shell = ["sqlite3", "-init", self.place / "sqliterc", *self.loads, copy]
        done = subprocess.run(shell, input=script.stdout, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr, contents(copy)


def contents(database):
    """Everything but when it was done and by whom."""
    shell = ["sqlite3", "-init", os.devnull, database, ".dump"]
    lines = subprocess.run(shell, capture_output=True, text=True, check=True)
    return [line for line in lines.stdout.splitlines() if "INTO headway_log" not in line]


def orphans(text):
    return sorted(set(re.findall(r"row \S* ?of table .* not there|table .*: foreign key mismatch.*", text)))


def compare(headway, name, rows, up, passes, settings="", extension=None):
    with tempfile.TemporaryDirectory() as place:
        case = Case(headway, pathlib.Path(place), up, rows, extension)
        before = contents(case.begun)
        online, offline = case.online(), case.offline(settings)
        wrong = None
        if (online[0] == 0) != passes:
            wrong = f"the command {'fails' if online[0] else 'goes through'}"
        elif (offline[0] == 0) != passes:
            wrong = f"the script {'fails' if offline[0] else 'goes through'}"
        elif online[2] != offline[2]:
            wrong = "the databases differ"
        elif not passes and offline[2] != before:
            wrong = "something was changed"
        elif orphans(online[1]) != orphans(offline[1]):
            wrong = "other rows are named"
        if wrong:
            sys.exit(f"{name}: {wrong}\n--- the command\n{online[1]}\n--- the script\n{offline[1]}")


def passed_over(headway, was_there):
    """004 comes after 003 today. Where it was applied when 003 was not there yet, both refuse; else neither does."""
    with tempfile.TemporaryDirectory() as place:
        case = Case(headway, pathlib.Path(place), "CREATE TABLE t2 (x);", ROWS)
        steps = [("003", "002"), ("004", "003")] if was_there else [("004", "001")]
        for name, parent in steps:
            revision(case.migrations, name, parent, f"CREATE TABLE t{name} (x);")
        case.call("upgrade", "004", "--database", case.begun).check_returncode()
        revision(case.migrations, "003", "002", "CREATE TABLE t003 (x);")
        revision(case.migrations, "004", "003", "CREATE TABLE t004 (x);")
        revision(case.migrations, "005", "004", "CREATE TABLE t005 (x);")
        before = contents(case.begun)
        online, offline = case.online(), case.offline("", "004")
        is_right = offline[2] == online[2] if was_there else "passed over" in offline[1] and offline[2] == before
        if not is_right or (online[0] == 0) != was_there or (offline[0] == 0) != was_there:
            sys.exit(f"passed over: {not was_there}\n--- the command\n{online[1]}\n--- the script\n{offline[1]}")


def crossed(headway, is_settled):
    """004 came before 003 in a release and comes after it today: both refuse, until a stamp says what is right."""
    with tempfile.TemporaryDirectory() as place:
        case = Case(headway, pathlib.Path(place), "CREATE TABLE t2 (x);", ROWS)
        (case.migrations / "002_step.sql").unlink()
        for name, parent in [("004", "001"), ("003", "004")]:
            revision(case.migrations, name, parent, f"CREATE TABLE IF NOT EXISTS t{name} (x);")
        case.call("upgrade", "003", "--database", case.begun).check_returncode()
        for name, parent in [("003", "001"), ("004", "003"), ("005", "004")]:
            revision(case.migrations, name, parent, f"CREATE TABLE IF NOT EXISTS t{name} (x);")
        at = "003"
        if is_settled:
            case.call("stamp", "004", "--database", case.begun).check_returncode()
            at = "004"
        before = contents(case.begun)
        online, offline = case.online(), case.offline("", at)
        is_right = offline[2] == online[2] if is_settled else "passed over" in offline[1] and offline[2] == before
        if not is_right or (online[0] == 0) != is_settled or (offline[0] == 0) != is_settled:
            sys.exit(f"crossed: {is_settled}\n--- the command\n{online[1]}\n--- the script\n{offline[1]}")


def main(headway, extension=None):
    for name, *case in CASES:
        compare(headway, name, *case)
        compare(headway, f"{name}, in unusual settings", *case, settings=UNUSUAL)
    if extension is None:
        print("without the extension, which sqlite3 cannot load under a sanitizer: its cases are left out")
    for name, *case in EXTENDED if extension else []:
        compare(headway, name, *case, extension=extension)
    with tempfile.TemporaryDirectory() as place:
        case = Case(headway, pathlib.Path(place), "DELETE FROM book;", ROWS)
        code, said, left = case.offline("PRAGMA journal_mode = OFF;")
        if code == 0 or "without a journal" not in said or left != contents(case.begun):
            sys.exit(f"a script runs without a journal: {said}")
    for was_there in (True, False):
        passed_over(headway, was_there)
        crossed(headway, was_there)
    print(f"{len(CASES) + len(EXTENDED)} scripts let through and refused what the command does, in usual and unusual settings")


if __name__ == "__main__":
    main(*sys.argv[1:])
