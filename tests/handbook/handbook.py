"""Types every command line of the handbooks and compares what they print with what the handbooks say.

usage: handbook.py HEADWAY HANDBOOK MIGRATIONS

HANDBOOK is the README.md of a migrations directory and MIGRATIONS that directory: the session runs beside a copy of
it. Its blocks are taken in their order: `console handbook` holds commands and what they print, `sql handbook FILE`
what is then written to that file. A line `…` stands for any lines; times and versions are any.

The handbook that `headway init` writes has no output to compare: each of its commands has to succeed.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\S+) handbook ?(\S*)\n(.*?)^```$", re.M | re.S)
UNLIKE = [  # from run to run, or from release to release
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?"), "(time)"),
    (re.compile(r"\b(headway|sqlite3) \d+\.\d+\.\d+"), r"\1 (version)"),
]
END = "end of the command"


def session(text):
    """The commands of a handbook, each with what it is said to print; a file is a command that prints nothing."""
    found = []
    for language, file, body in BLOCK.findall(text):
        if language == "sql":
            found.append([f"cat >{file} <<'END'\n{body}END", []])
            continue
        for line in body.splitlines():
            if line.startswith("$ "):
                found.append([line[2:], []])
            else:
                found[-1][1].append(line)
    return found


def typed(commands, directory, headway):
    """What each command prints, and its exit code, in one shell."""
    (directory / ".bin").mkdir()
    (directory / ".bin/headway").symlink_to(headway)
    script = "".join(f"{command}\necho \"{END} $?\"\n" for command in commands)
    (directory / ".session").write_text(script)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HEADWAY_")}
    environment |= {"PATH": f"{directory}/.bin:{os.environ['PATH']}", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "EDITOR": "true"}
    done = subprocess.run(
        ["sh", ".session"],
        cwd=directory,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    parts = re.split(rf"{END} (\d+)\n", done.stdout)
    return [(lines.splitlines(), int(code)) for lines, code in zip(parts[::2], parts[1::2])]


def comparable(lines):
    for pattern, name in UNLIKE:
        lines = [pattern.sub(name, line) for line in lines]
    return [line.rstrip() for line in lines]


def fits(said, printed):
    """Whether the lines are those that are said, `…` being any."""
    pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(line) + r"\n" for line in comparable(said))
    return re.fullmatch(pattern, "".join(line + "\n" for line in comparable(printed))) is not None


def check_handbook(headway, handbook, migrations):
    commands = session(handbook.read_text())
    if len(commands) < 30:
        sys.exit(f"{handbook} has {len(commands)} commands only: are its blocks marked `handbook`?")
    with tempfile.TemporaryDirectory() as scratch:
        directory = pathlib.Path(scratch)
        shutil.copytree(migrations, directory / "migrations")
        results = typed([command for command, _ in commands], directory, headway)
    wrong = len(commands) - len(results)
    for (command, said), (printed, _) in zip(commands, results):
        if fits(said, printed):
            continue
        wrong += 1
        print(f"$ {command}")
        print("\n".join(difflib.unified_diff(said, printed, "the handbook", "headway", lineterm="")))
    return wrong, len(commands)


def check_first_handbook(headway):
    with tempfile.TemporaryDirectory() as scratch:
        directory = pathlib.Path(scratch)
        subprocess.run([headway, "init"], cwd=directory, check=True, stdout=subprocess.DEVNULL)
        text = (directory / "migrations/README.md").read_text()
        commands = re.findall(r"^    (\w.*?)(?: +#.*)?$", text, re.M)
        if len(commands) < 10:
            sys.exit(f"the handbook of `headway init` has {len(commands)} commands only")
        results = typed(commands, directory, headway)
    wrong = len(commands) - len(results)
    for command, (printed, code) in zip(commands, results):
        if code != 0:
            wrong += 1
            print(f"$ {command}\n" + "\n".join(printed) + f"\n[exit {code}]")
    return wrong, len(commands)


def main(headway, handbook, migrations):
    wrong, count = check_handbook(headway, pathlib.Path(handbook), pathlib.Path(migrations))
    wrong_first, count_first = check_first_handbook(headway)
    print(f"{count} commands of the handbook, {count_first} of the one that `headway init` writes")
    sys.exit(1 if wrong + wrong_first else 0)


main(*sys.argv[1:])
