"""Writes one history for each of the tools: make_histories.py DIRECTORY COUNT

COUNT revisions, each a table and an index, as DIRECTORY/TOOL. Those that take plain SQL read DIRECTORY/plain."""

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


ENV = """from alembic import context
from sqlalchemy import create_engine
with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""


def main():
    top = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2])
    for tool in (headway, alembic, dbmate, plain, drizzle):
        for number in range(count):
            name, text = tool(number, *sections(number))
            file = top / tool.__name__ / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
    (top / "alembic/env.py").write_text(ENV)
    entries = [
        {"idx": number, "version": "6", "when": 1600000000000 + number, "tag": f"{number:06}_made", "breakpoints": True}
        for number in range(count)
    ]
    (top / "drizzle/meta").mkdir(exist_ok=True)
    (top / "drizzle/meta/_journal.json").write_text(
        json.dumps({"version": "7", "dialect": "sqlite", "entries": entries})
    )


main()
