"""Writes one history for each of the tools: make_histories.py DIRECTORY COUNT

COUNT revisions, each a table and an index, as DIRECTORY/TOOL. Those that take plain SQL read DIRECTORY/plain.
DIRECTORY/wanted holds no revision, and what fifty such tables look like to the tools that write revisions by
themselves."""

import json
import pathlib
import sys


def sections(number):
    """The statements of a revision, up and down."""
    table = f"t{number}"
    return (
        [
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, made_at DATETIME NOT NULL)",
            f"CREATE INDEX ix_{table}_name ON {table} (name)",
        ],
        [f"DROP INDEX ix_{table}_name", f"DROP TABLE {table}"],
    )


def sql(statements):
    return "".join(f"{one};\n" for one in statements)


def headway(number, up, down):
    parent = "" if number == 0 else f" r{number - 1:06}"
    return f"r{number:06}_made.sql", (
        f"-- Revision {number}.\n--\n-- Revision ID: r{number:06}\n-- Revises:{parent}\n\n"
        f"-- migrate:up\n{sql(up)}\n-- migrate:down\n{sql(down)}"
    )


def alembic(number, up, down):
    parent = "None" if number == 0 else f"'r{number - 1:06}'"
    lines = [f'"""Revision {number}."""', "from alembic import op", f"revision = 'r{number:06}'"]
    lines += [f"down_revision = {parent}", "branch_labels = None", "depends_on = None"]
    for name, statements in (("upgrade", up), ("downgrade", down)):
        lines += [f"def {name}():"] + [f"    op.execute({one!r})" for one in statements]
    return f"versions/r{number:06}_made.py", "\n".join(lines) + "\n"


def dbmate(number, up, down):
    return f"{20200101000000 + number}_made.sql", f"-- migrate:up\n{sql(up)}\n-- migrate:down\n{sql(down)}"


def plain(number, up, down):
    del down
    return f"{number:06}.sql", sql(up)


def drizzle(number, up, down):
    del down
    return f"{number:06}_made.sql", "\n--> statement-breakpoint\n".join(f"{one};" for one in up)


def sqitch(number, up, down):
    return f"deploy/r{number:06}.sql", f"BEGIN;\n{sql(up)}COMMIT;\n"


SQITCH = {
    "sqitch.conf": "[core]\n\tengine = sqlite\n[user]\n\tname = peers\n\temail = peers@example.org\n",
    "sqitch.plan": "%syntax-version=1.0.0\n%project=peers\n\n",
}

WANTED = 50
MODELS = f"""from sqlalchemy import Column, DateTime, Index, Integer, MetaData, Table, Text
metadata = MetaData()
for number in range({WANTED}):
    table = Table(f"t{{number}}", metadata, Column("id", Integer, primary_key=True),
                  Column("name", Text, nullable=False), Column("made_at", DateTime, nullable=False))
    Index(f"ix_t{{number}}_name", table.c.name)
"""
TEMPLATE = """revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
from alembic import op
import sqlalchemy as sa
def upgrade():
    ${upgrades if upgrades else "pass"}
def downgrade():
    ${downgrades if downgrades else "pass"}
"""

ENV = """from alembic import context
from sqlalchemy import create_engine
with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def main():
    top = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2])
    for tool in (headway, alembic, dbmate, plain, drizzle, sqitch):
        for number in range(count):
            name, text = tool(number, *sections(number))
            write(top / tool.__name__ / name, text)
    (top / "alembic/env.py").write_text(ENV)
    (top / "alembic/script.py.mako").write_text(TEMPLATE)
    entries = [
        {"idx": number, "version": "6", "when": 1600000000000 + number, "tag": f"{number:06}_made", "breakpoints": True}
        for number in range(count)
    ]
    write(
        top / "drizzle/meta/_journal.json", json.dumps({"version": "7", "dialect": "sqlite", "entries": entries})
    )
    for name, text in SQITCH.items():
        write(top / "sqitch" / name, text)
    with (top / "sqitch/sqitch.plan").open("a") as plan:
        for number in range(count):
            plan.write(f"r{number:06} 2026-01-01T00:00:00Z peers <peers@example.org>\n")
    wanted = top / "wanted"
    write(wanted / "schema.sql", "".join(sql(sections(number)[0]) for number in range(WANTED)))
    (wanted / "headway").mkdir()
    (wanted / "alembic/versions").mkdir(parents=True)
    write(wanted / "alembic/models.py", MODELS)
    write(wanted / "alembic/script.py.mako", TEMPLATE)
    write(
        wanted / "alembic/env.py",
        "import sys\nsys.path.insert(0, __file__.rpartition('/')[0])\nfrom models import metadata\n"
        + ENV.replace("connection=connection", "connection=connection, target_metadata=metadata"),
    )


main()
