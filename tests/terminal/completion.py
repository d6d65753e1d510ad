"""The completion scripts, tried in the shells that they are for.

usage: completion.py HEADWAY MIGRATIONS

bash and zsh are typed into on a pseudo-terminal: text, Tab, and a key that shows the line as it then is. fish
answers `complete --do-complete`. The migrations are those that the golden cases of the command line share.
"""

import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile

REVISIONS = ["head", "heads", "base", "d001", "c001", "b102", "b101", "billing", "0a02", "0a01"]

# What is typed, and either how the line goes on or all that is offered, as far as it begins with a letter.
COMPLETED = [
    ("headway upg", "rade "),
    ("headway ensu", "re_version "),
    ("headway --vers", "ion "),
    ("headway upgrade --pl", "an "),
    ("headway upgrade d0", "01 "),
    ("headway upgrade --sql d0", "01 "),
    ("headway show bil", "ling "),
    ("headway stamp 0a01 d0", "01 "),
    ("headway revision --depends-on d0", "01 "),
    ("headway history -r d0", "01 "),
    ("headway history -r 0a01:d0", "01 "),
    ("headway upgrade billing@b102 --pl", "an "),
    ("headway upgrade -d other e", "e01 "),
    ("headway upgrade --directory=other e", "e01 "),
    ("headway heads --directory oth", "er/"),
    ("headway current --database ap", "p.db "),
    ("headway verify --extension ap", "p.db "),
    ("headway completion zs", "h "),
    ("headway verify --format gi", "thub "),
    ("headway verify --format=gi", "thub "),
    ("headway graph --format mer", "maid "),
    ("headway schema --format js", "on "),
    ("headway verify --rule drop-table=err", "or "),
    ("headway verify --rule=drop-table=err", "or "),
    ("headway revision --rule cascade=of", "f "),
    ("headway verify --rule sql-error=of", ""),
    ("headway show heads --resol", ""),
    ("headway revision -m d0", ""),
]
OFFERED = [
    ("headway show ", REVISIONS),
    ("headway completion ", ["bash", "zsh", "fish"]),
    ("headway verify --format ", ["github", "text"]),
    ("headway graph --format ", ["dot", "html", "mermaid", "svg", "text"]),
    ("headway ch", ["check"]),
    ("headway re", ["reparent", "revision"]),
    ("headway s", ["schema", "show", "snapshot", "stamp", "status"]),
]

MARK = re.compile(r"<<(.*?)>>", re.DOTALL)


class Terminal:
    """A shell that is typed into."""

    def __init__(self, command, setup):
        pid, self._end = pty.fork()
        if pid == 0:
            os.execvpe(command[0], command, {**os.environ, "PS1": "> ", "TERM": "xterm", "COLUMNS": "200"})
        for line in setup:
            os.write(self._end, line.encode() + b"\n")
        self._ask("\x15")

    def press(self, text):
        """What the line is after typing the text and Tab, and what the terminal was sent meanwhile."""
        shown = self._ask(text + "\t")
        line = MARK.search(shown)[1]
        self._ask("\x15")  # empties the line
        return line, shown[: MARK.search(shown).start()]

    def _ask(self, keys):
        """Types, and has the line shown. The shell reads key by key, so that this comes when all else is done."""
        os.write(self._end, keys.encode() + b"\x18p")
        shown = ""
        while not MARK.search(shown):
            try:
                shown += os.read(self._end, 65536).decode(errors="replace")
            except OSError:
                sys.exit(f"the shell is gone; it printed:\n{shown}")
        return shown


def bash(scripts):
    setup = [
        "bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'",
        "bind 'set enable-bracketed-paste off'; bind 'set completion-query-items 0'",
        """bind -x '"\\C-xp": printf "<%s%s>" "<$READLINE_LINE" ">"'""",
        f"source {scripts}/bash",
    ]
    return Terminal(["bash", "--norc", "--noprofile", "-i"], setup).press


def zsh(scripts, by_source):
    """As an autoloaded function, or by `source`."""
    begin = "" if by_source else f"fpath=({scripts} $fpath); "
    setup = [
        "setopt no_beep no_auto_menu; unsetopt zle_bracketed_paste 2>/dev/null; zle_bracketed_paste=()",
        begin + "autoload -Uz compinit; compinit -u -D",
        f"source {scripts}/_headway" if by_source else "true",
        "LISTMAX=1000; show() { print -rn -- '<'\"<$BUFFER>\"'>' }; zle -N show; bindkey '^Xp' show",
    ]
    return Terminal(["zsh", "-f", "-i"], setup).press


def check_terminal(name, press):
    for typed, rest in COMPLETED:
        line, shown = press(typed)
        if line != typed + rest:
            sys.exit(f"{name}: {typed!r} became {line!r} and not {typed + rest!r}; shown: {shown!r}")
    for typed, offered in OFFERED:
        line, shown = press(typed)
        words = re.findall(r"(?<![\w-])\w+", re.sub(r"\x1b\[[0-9;?]*\w", " ", line + " " + shown))
        missing = [one for one in offered if one not in words]
        if missing:
            sys.exit(f"{name}: {typed!r} does not offer {', '.join(missing)}; shown: {shown!r}")


def fish(scripts, typed):
    command = f"source {scripts}/headway.fish; complete --do-complete='{typed}'"
    done = subprocess.run(["fish", "--no-config", "-c", command], capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"fish: {typed!r} fails: {done.stderr}")
    return [line.split("\t")[0] for line in done.stdout.splitlines()]


def check_fish(scripts):
    for typed, rest in COMPLETED:
        offered = [one for one in fish(scripts, typed) if one != "headway "]
        word = typed.rpartition(" ")[2]
        if offered != ([word + rest.rstrip()] if rest else []):
            sys.exit(f"fish: {typed!r} offers {offered} and not {word + rest}")
    for typed, wanted in OFFERED:
        offered = fish(scripts, typed)
        if sorted(offered) != sorted(wanted):
            sys.exit(f"fish: {typed!r} offers {offered} and not {wanted}")


def main(headway, migrations):
    for shell in ("bash", "zsh", "fish"):
        if not shutil.which(shell):
            sys.exit(f"{shell} is not installed (Debian: {shell}).")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "bin").mkdir()
        (scratch / "bin" / "headway").symlink_to(headway)
        os.environ.update(PATH=f"{scratch}/bin:{os.environ['PATH']}", HOME=str(scratch), XDG_DATA_HOME=str(scratch))
        for name in ("HEADWAY_DIRECTORY", "HEADWAY_DATABASE"):
            os.environ.pop(name, None)
        scripts = scratch / "scripts"
        scripts.mkdir()
        for shell, file in (("bash", "bash"), ("zsh", "_headway"), ("fish", "headway.fish")):
            script = subprocess.run([headway, "completion", shell], capture_output=True, check=True)
            (scripts / file).write_bytes(script.stdout)
        work = scratch / "work"
        shutil.copytree(migrations, work / "migrations")
        (work / "other").mkdir()
        (work / "other" / "ee01_other.sql").write_text(
            "-- Other.\n--\n-- Revision ID: ee01\n-- Revises:\n\n-- migrate:up\n\n-- migrate:down\n"
        )
        (work / "app.db").touch()
        os.chdir(work)
        check_terminal("bash", bash(scripts))
        check_terminal("zsh", zsh(scripts, by_source=False))
        check_terminal("zsh with source", zsh(scripts, by_source=True))
        check_fish(scripts)


if __name__ == "__main__":
    main(*sys.argv[1:])
