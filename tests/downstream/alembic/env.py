"""The least that Alembic needs to run the migrations of this folder on the database of alembic.ini."""
from alembic import context
from sqlalchemy import engine_from_config

engine = engine_from_config(context.config.get_section(context.config.config_ini_section))
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
