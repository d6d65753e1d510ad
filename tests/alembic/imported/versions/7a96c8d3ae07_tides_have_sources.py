"""Tides have sources

Revision ID: 7a96c8d3ae07
Revises: 6f85b7c29d06
Create Date: 2024-02-04 10:00:00.000000
"""
import sqlalchemy as sa
from alembic import op

revision = "7a96c8d3ae07"
down_revision = "6f85b7c29d06"
branch_labels = None
depends_on = "4d63f5a07b04"


def upgrade():
    op.add_column("tide", sa.Column("source", sa.Text))
    op.execute("UPDATE tide SET source = 'gauge'")


def downgrade():
    op.drop_column("tide", "source")
