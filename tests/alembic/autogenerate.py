"""Runs the lines that the handbook has for env.py with real Alembic, over a database that Headway made.

usage: autogenerate.py HEADWAY

Without them Alembic proposes to drop Headway's log, and would so also tomorrow: then they are needed. With them it
proposes what the models need, and nothing else.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HANDBOOK = pathlib.Path(__file__).parents[2] / "compiler" / "README.md"

BEGIN = """from alembic import context
import sqlalchemy as sa

target_metadata = sa.MetaData()
sa.Table("pot", target_metadata, sa.Column("id", sa.Integer, primary_key=True))
sa.Table("lid", target_metadata, sa.Column("id", sa.Integer, primary_key=True))
engine = sa.create_engine("sqlite:///app.db")
with engine.connect() as connection:
"""

END = """
    with context.begin_transaction():
        context.run_migrations()
"""

TEMPLATE = """# ${message}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
import sqlalchemy as sa
from alembic import op

def upgrade():
    ${upgrades or "pass"}

def downgrade():
    ${downgrades or "pass"}
"""

MIGRATION = """-- Pots.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE pot (id INTEGER NOT NULL PRIMARY KEY);

-- migrate:down
DROP TABLE pot;
"""


def lines_of_the_handbook():
    """The block of Python that configures Alembic."""
    blocks = re.findall(r"^```python\n(.*?)^```", HANDBOOK.read_text(), re.MULTILINE | re.DOTALL)
    chosen = [one for one in blocks if "context.configure" in one]
    assert len(chosen) == 1, f"{HANDBOOK} has {len(chosen)} blocks with context.configure"
    return chosen[0]


def proposal(project, lines):
    """What Alembic would do to the database, as the text of its upgrade()."""
    indented = "".join("    " + line if line.strip() else line for line in lines.splitlines(keepends=True))
    (project / "env.py").write_text(BEGIN + indented + END)
    for old in (project / "versions").glob("*.py"):
        if old.name != "001_pots.py":
            old.unlink()
    made = ["revision", "--autogenerate", "-m", "made", "--rev-id", "made"]
    subprocess.run([sys.executable, "-m", "alembic.config", *made], cwd=project, check=True, capture_output=True)
    return (project / "versions" / "made_made.py").read_text().split("def downgrade")[0]


def main(headway):
    with tempfile.TemporaryDirectory() as scratch:
        project = pathlib.Path(scratch)
        (project / "migrations").mkdir()
        (project / "migrations" / "001_pots.sql").write_text(MIGRATION)
        subprocess.run([headway, "upgrade", "--database", "app.db"], cwd=project, check=True, capture_output=True)
        (project / "alembic.ini").write_text("[alembic]\nscript_location = .\n")
        (project / "script.py.mako").write_text(TEMPLATE)
        (project / "versions").mkdir()
        (project / "versions" / "001_pots.py").write_text('revision = "001"\ndown_revision = None\n')
        bare = proposal(project, "context.configure(connection=connection, target_metadata=target_metadata)\n")
        assert "op.drop_table('headway_log')" in bare, f"Alembic leaves the log alone by itself:\n{bare}"
        told = proposal(project, lines_of_the_handbook())
        assert "headway_log" not in told, f"Alembic still sees the log:\n{told}"
        assert "op.create_table('lid'" in told and "drop_table" not in told, f"Alembic proposes:\n{told}"


if __name__ == "__main__":
    main(sys.argv[1])
