"""On a terminal `headway upgrade --step-back` and `downgrade --step-back` ask before they run what a database's log
holds, and take silence for no; without one they ask nothing."""

import os
import pty
import select
import sqlite3
import subprocess
import sys
import tempfile
import time

HEADWAY = os.path.abspath(sys.argv[1])

MIGRATION = """-- Create {table}.
--
-- Revision ID: {id}
-- Revises: {revises}

-- migrate:up
CREATE TABLE {table} (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE {table};
"""
QUESTION = "Run those? [y/N] "


def fail(message):
    sys.exit(f"FAILED: {message}")


def write(identity, revises, table):
    with open(f"migrations/{identity}_create.sql", "w") as file:
        file.write(MIGRATION.format(id=identity, revises=revises, table=table))


def read_until_end(terminal, seconds=30):
    """All that is printed; the question, if it comes, is the end."""
    seen, end = "", time.monotonic() + seconds
    while not seen.endswith(QUESTION):
        if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
            fail(f"neither a question nor an end, but {seen!r}")
        try:
            seen += os.read(terminal, 4096).decode()
        except OSError:  # nobody has the other side open any more
            break
    return seen


def on_terminal(command, reply):
    """The exit code and what is printed up to the question."""
    terminal, other_side = pty.openpty()
    process = subprocess.Popen(command, stdin=other_side, stdout=other_side, stderr=other_side)
    os.close(other_side)
    seen = read_until_end(terminal)
    if seen.endswith(QUESTION):
        os.write(terminal, reply.encode())
        read_until_end(terminal)
    os.close(terminal)
    return process.wait(timeout=30), seen


def tables():
    with sqlite3.connect("app.db") as database:
        return {row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def expect(verb, reply, goes_back):
    """A reply of None: without a terminal."""
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        os.mkdir("migrations")
        write("001", "", "mine")
        write("002", "001", "theirs")
        subprocess.run([HEADWAY, "upgrade", "--database", "app.db"], check=True, capture_output=True)
        os.remove("migrations/002_create.sql")
        command = [HEADWAY, *verb, "--step-back", "--database", "app.db"]
        if reply is None:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
            code, seen = done.returncode, done.stdout + done.stderr
            if "[y/N]" in seen:
                fail(f"{verb}: it asks without a terminal: {seen!r}")
        else:
            code, seen = on_terminal(command, reply)
            if not seen.endswith(QUESTION) or "002, applied at " not in seen:
                fail(f"{verb}: it does not ask about 002, but prints {seen!r}")
        if (code == 0) != goes_back or ("theirs" not in tables()) != goes_back or "mine" not in tables():
            fail(f"{verb}, {reply!r}: exit code {code}, tables {tables()}")
        if goes_back and reply is not None and on_terminal(command, "n\n")[1].endswith(QUESTION):
            fail(f"{verb}: it asks where there is nothing to take back")
        os.chdir("/")


for verb in (["upgrade"], ["downgrade", "001"]):
    expect(verb, "y\n", True)
    expect(verb, "YES\n", True)
    expect(verb, "\n", False)
    expect(verb, "no\n", False)
    expect(verb, "\x04", False)  # the end of what is typed
    expect(verb, None, True)
print("asked where somebody can answer, and nowhere else")
