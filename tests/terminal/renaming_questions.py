"""On a terminal `headway revision --autogenerate` asks about each thing that may have been renamed, and takes
silence for no; without one it asks nothing."""

import os
import pty
import select
import subprocess
import sys
import tempfile
import time

HEADWAY = os.path.abspath(sys.argv[1])

MIGRATION = """-- Create people.
--
-- Revision ID: 1
-- Revises:

-- migrate:up
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, mail TEXT);
CREATE TABLE remark (id INTEGER PRIMARY KEY, words TEXT);

-- migrate:down
DROP TABLE remark;
DROP TABLE person;
"""
SCHEMA = """CREATE TABLE person (id INTEGER PRIMARY KEY, full_name TEXT, mail TEXT);
CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT);
"""
QUESTIONS = ["Was column person.full_name called name before? [y/N] ", "Was table note called remark before? [y/N] "]
COMMAND = [HEADWAY, "revision", "--autogenerate", "-m", "Change", "--rev-id", "2", "--schema", "schema.sql"]


def fail(message):
    sys.exit(f"FAILED: {message}")


def read_until(terminal, text, seconds=30):
    seen, end = "", time.monotonic() + seconds
    while text not in seen:
        if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
            fail(f"{text!r} was not printed, but {seen!r}")
        try:
            seen += os.read(terminal, 4096).decode()
        except OSError:  # nobody has the other side open any more
            fail(f"{text!r} was not printed, but {seen!r}")
    return seen


def read_rest(terminal):
    seen = b""
    try:
        while more := os.read(terminal, 4096):
            seen += more
    except OSError:
        pass
    return seen.decode()


def generated():
    with open("migrations/2_change.sql") as file:
        return file.read().split("-- migrate:down")[0]


def answer(answers):
    """What the session on a terminal prints when the questions are answered so."""
    terminal, other_side = pty.openpty()
    process = subprocess.Popen(COMMAND, stdin=other_side, stdout=other_side, stderr=other_side)
    os.close(other_side)
    for question, reply in zip(QUESTIONS, answers):
        read_until(terminal, question)
        os.write(terminal, reply.encode())
    rest = read_rest(terminal)
    os.close(terminal)
    if process.wait(timeout=30) != 0:
        fail(f"exit code {process.returncode} after {answers}: {rest}")
    return rest


def expect(answers, renames_column, renames_table):
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        os.mkdir("migrations")
        with open("migrations/1_people.sql", "w") as file:
            file.write(MIGRATION)
        with open("schema.sql", "w") as file:
            file.write(SCHEMA)
        if answers is None:
            without_a_terminal()
        else:
            answer(answers)
        sql = generated()
        if ("RENAME COLUMN name TO full_name" in sql) != renames_column:
            fail(f"{answers}: the column is {'not ' if renames_column else ''}renamed: {sql}")
        if ("ALTER TABLE remark RENAME TO note" in sql) != renames_table:
            fail(f"{answers}: the table is {'not ' if renames_table else ''}renamed: {sql}")
        os.chdir("/")


def without_a_terminal():
    """Neither where nobody reads the question, nor where nobody can answer it."""
    terminal, other_side = pty.openpty()
    for streams in ({"stdin": other_side, "stderr": subprocess.PIPE}, {"stdin": subprocess.DEVNULL, "stderr": other_side}):
        if os.path.exists("migrations/2_change.sql"):
            os.remove("migrations/2_change.sql")
        process = subprocess.Popen(COMMAND, stdout=subprocess.DEVNULL, **streams)
        printed = (process.communicate(timeout=30)[1] or b"").decode()
        if process.returncode != 0:
            fail(f"exit code {process.returncode}: {printed}")
        if streams["stderr"] == other_side:
            printed = read_until(terminal, "-- @renamed from=remark")
        for expected in ("-- @renamed from=name", "-- @renamed from=remark"):
            if expected not in printed:
                fail(f"{expected} is not printed, but {printed!r}")
        if "[y/N]" in printed:
            fail(f"it asks without a terminal: {printed!r}")
    os.close(terminal)
    os.close(other_side)


expect(["y\n", "yes\n"], True, True)
expect(["Y\n", "n\n"], True, False)
expect(["\n", "\n"], False, False)
expect(["perhaps\n", "YES\n"], False, True)
expect(["\x04", "\x04"], False, False)  # the end of what is typed
expect(None, False, False)
print("asked where somebody can answer, and nowhere else")
