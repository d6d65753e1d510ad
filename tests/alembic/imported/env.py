"""Upgrades the database that the variable DB names."""
import os

import sqlalchemy
from alembic import context

engine = sqlalchemy.create_engine("sqlite:///" + os.environ["DB"])
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
