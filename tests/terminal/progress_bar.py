"""On a terminal, upgrade and downgrade show a bar with the revision under way, and wipe it off.

usage: progress_bar.py HEADWAY

The terminal is a pseudo-terminal of 40 columns. What is printed into a pipe, or on a terminal that cannot move
its cursor, has no bar.
"""

import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios

COLUMNS = 40
SLOW = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) SELECT max(i) FROM n;"


def write_history(directory):
    """Three revisions that take a while both ways; the last has a long id."""
    parent = ""
    for revision in ["a1", "a2", "a3" + "x" * 50]:
        (directory / f"{revision}_take_a_while.sql").write_text(
            f"-- Take a while.\n--\n-- Revision ID: {revision}\n-- Revises: {parent}\n\n"
            f"-- migrate:up\nCREATE TABLE t_{revision} (id INTEGER);\n{SLOW}\n\n"
            f"-- migrate:down\n{SLOW}\nDROP TABLE t_{revision};\n"
        )
        parent = revision


def on_terminal(command, environment, keys=b""):
    """The exit code of a command on a terminal of its own, and what that shows."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
        os.execve(command[0], command, environment)
    shown = b""
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other side is closed
            break
        if not read:
            break
        shown += read
        if keys and b"/3 " in shown:
            os.write(terminal, keys)
            keys = b""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def expect(condition, what, shown):
    if not condition:
        sys.exit(f"{what}; the terminal was sent:\n{shown!r}")


def check_bar(code, shown, order, verb):
    expect(code == 0, f"{verb} fails", shown)
    bars = re.findall(r"\r(\[[^\r\x1b]*)\x1b\[K", shown)
    for number, revision in enumerate(order):
        filled = 24 * number // 3
        line = f"[{'#' * filled}{'.' * (24 - filled)}] {number + 1}/3 {revision}"
        expect(line[: COLUMNS - 1] in bars, f"{verb} shows no bar for {revision}", shown)
    expect(all(len(bar) < COLUMNS for bar in bars), "a bar is wider than the terminal", shown)
    rest = shown[shown.rindex(bars[-1]) :]
    expect(re.match(r"[^\r]*\x1b\[K\r\x1b\[KRunning " + verb, rest), "the bar is not wiped off", shown)


def main(headway):
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        pathlib.Path("migrations").mkdir()
        write_history(pathlib.Path("migrations"))
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "HEADWAY_DATABASE": "app.db"}
        order = ["a1", "a2", "a3" + "x" * 50]

        check_bar(*on_terminal([headway, "upgrade"], environment), order, "upgrade")
        check_bar(*on_terminal([headway, "downgrade", "base"], environment), order[::-1], "downgrade")

        code, shown = on_terminal([headway, "upgrade"], environment, keys=b"\x03")
        expect(code == 130, "Ctrl-C does not stop the upgrade", shown)
        expect(re.search(r"\r\x1b\[Kheadway: interrupted: what was under way is rolled back\r\napp.db is at base", shown), "Ctrl-C leaves the bar on its line", shown)

        code, shown = on_terminal([headway, "upgrade"], {**environment, "TERM": "dumb"})
        expect(code == 0 and "\x1b" not in shown and "[#" not in shown, "a dumb terminal gets a bar", shown)
        piped = subprocess.run([headway, "downgrade", "base"], env=environment, capture_output=True, text=True)
        expect(piped.returncode == 0 and piped.stderr == "", "a pipe gets a bar", piped.stderr)
        expect("[" not in piped.stdout, "standard output gets a bar", piped.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
