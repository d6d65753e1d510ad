"""Ctrl-C ends a wait for a lock at once, whatever waits, and changes nothing.

usage: interrupted_wait.py HEADWAY
"""

import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

REVISION = "-- Step.\n--\n-- Revision ID: {0}\n-- Revises: {1}\n\n-- migrate:up\nCREATE TABLE t{0} (x);\n\n" \
           "-- migrate:down\nDROP TABLE t{0};\n"
VERBS = [["upgrade"], ["downgrade", "base"], ["stamp", "002"], ["current"], ["status"], ["check"], ["log"],
         ["upgrade", "--plan"], ["ensure_version"]]
# How another program has the database, and which verbs then wait: a reader only delays what is to be saved.
LOCKS = [("BEGIN EXCLUSIVE", VERBS), ("BEGIN IMMEDIATE", [["upgrade"], ["downgrade", "base"], ["stamp", "002"]]),
         ("BEGIN; SELECT * FROM t001", [["upgrade"], ["downgrade", "base"]])]


def contents(database):
    connection = sqlite3.connect(database)
    dump = list(connection.iterdump())
    connection.close()
    return dump


def interrupt(command, before, holder, begin, database):
    for statement in begin.split("; "):
        holder.execute(statement).fetchone()
    waiting = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    time.sleep(0.7)
    if waiting.poll() is not None:
        sys.exit(f"{' '.join(command)} under {begin} does not wait: {waiting.stdout.read()}")
    waiting.send_signal(signal.SIGINT)
    began = time.monotonic()
    try:
        said, _ = waiting.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        waiting.kill()
        sys.exit(f"{' '.join(command)} under {begin} goes on waiting")
    took = time.monotonic() - began
    holder.execute("ROLLBACK")
    # A verb that only reads leaves it to the signal to end it.
    if waiting.returncode not in (130, -signal.SIGINT) or took > 3 or contents(database) != before:
        sys.exit(f"{' '.join(command)} under {begin}: exit {waiting.returncode} after {took:.1f} s: {said}")


def main(headway):
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        migrations, database = place / "migrations", place / "app.db"
        migrations.mkdir()
        for name, parent in (("001", ""), ("002", "001")):
            (migrations / f"{name}_step.sql").write_text(REVISION.format(name, parent))
        where = ["--directory", migrations, "--database", database]
        subprocess.run([headway, "upgrade", "001", *where], check=True, stdout=subprocess.DEVNULL)
        before = contents(database)
        holder = sqlite3.connect(database, isolation_level=None)
        tried = 0
        for begin, verbs in LOCKS:
            for verb in verbs:
                needs = where[2:] if verb[0] == "ensure_version" else where
                interrupt([headway, *verb, *map(str, needs)], before, holder, begin, database)
                tried += 1
    print(f"{tried} waits ended when they were asked to")


if __name__ == "__main__":
    main(*sys.argv[1:])
