"""imports.py HEADWAY: a project of Alembic with branches, a dependency, a merge and batch operations is imported, and
both programs lead databases up and down: at each stop they hold the same schema and rows."""
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HEADWAY = sys.argv[1]
PROJECT = pathlib.Path(__file__).parent / "imported"
STOPS = [
    ("upgrade", "2b71d3e85f02"), ("upgrade", "4d63f5a07b04"), ("upgrade", "7a96c8d3ae07"), ("upgrade", "heads"),
    ("downgrade", "9cb8eaf5c009"), ("downgrade", "8ba7d9e4bf08"), ("upgrade", "heads"), ("downgrade", "3c52e4f96a03"),
    ("downgrade", "1f0a6c2d9e01"), ("downgrade", "base"),
]


def run(command, folder, **variables):
    done = subprocess.run(command, cwd=folder, env={**os.environ, "NO_COLOR": "1", **variables}, capture_output=True,
                          text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ends with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def holds(path):
    """What is in a database, without what belongs to the two programs."""
    own = "('alembic_version', 'headway_log')"
    with sqlite3.connect(path) as database:
        objects = database.execute(f"SELECT type, name, sql FROM sqlite_schema WHERE tbl_name NOT IN {own} "
                                   "AND name NOT LIKE 'sqlite_%' ORDER BY type, name").fetchall()
        rows = {name: sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
                for kind, name, sql in objects if kind == "table"}
        version = sorted(database.execute("SELECT version_num FROM alembic_version").fetchall())
    return [(kind, name, re.sub(r'[\s;"]+', " ", sql or "").strip()) for kind, name, sql in objects], rows, version


def require_stubs(folder):
    """One revision needs the application, one changes the schema by what is no statement of a migration."""
    (folder / "versions").mkdir(parents=True)
    bodies = {
        "a1": ("None", 'op.execute("CREATE TABLE boat (id INTEGER PRIMARY KEY)")'),
        "b2": ('"a1"', "import harbour\n    harbour.fill(op.get_bind())"),
        "c3": ('"b2"', "op.execute(\"PRAGMA writable_schema = ON\")\n    op.execute(\"UPDATE sqlite_master SET sql = "
                       "'CREATE TABLE boat (id INTEGER PRIMARY KEY, name)' WHERE name = 'boat'\")"),
        "d4": ('"c3"', 'op.execute("CREATE TABLE berth (id INTEGER PRIMARY KEY)")'),
    }
    for id, (parent, body) in bodies.items():
        (folder / "versions" / f"{id}_x.py").write_text(
            f'from alembic import op\nrevision = "{id}"\ndown_revision = {parent}\n\ndef upgrade():\n    {body}\n\n'
            'def downgrade():\n    pass\n')
    printed = run([HEADWAY, "import", "opaque", "--to", "stubs"], folder.parent, HEADWAY_PYTHON=sys.executable)
    listed = re.findall(r"^to be written by hand: (\w+)$", printed, re.M)
    if listed != ["b2", "c3"]:
        sys.exit(f"stubs of b2 and c3 were to be made:\n{printed}")
    for path in (folder.parent / "stubs").glob("[bc]*.sql"):
        if "write here what it does" not in path.read_text():
            sys.exit(f"{path} does not say so:\n{path.read_text()}")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        shutil.copytree(PROJECT, folder / "alembic")
        run([HEADWAY, "import", "alembic"], folder, HEADWAY_PYTHON=sys.executable)
        for way, target in STOPS:
            run([sys.executable, "-B", "-m", "alembic", way, target], folder / "alembic", DB=str(folder / "alembic.db"))
            run([HEADWAY, way, target, "--database", "headway.db"], folder)
            theirs, ours = holds(folder / "alembic.db"), holds(folder / "headway.db")
            if theirs != ours:
                sys.exit(f"behind {way} {target} the databases differ:\n  Alembic's {theirs}\n  Headway's {ours}")
        # Alembic's own rebuild loses a CHECK, so that its downs are not proven.
        (folder / "headway.toml").write_text('baseline = "adc9fb06d10a"\n')
        run([HEADWAY, "verify"], folder)
        require_stubs(folder / "opaque")
        print(f"{len(list((folder / 'migrations').glob('*.sql')))} revisions imported, {len(STOPS)} stops compared")


main()
