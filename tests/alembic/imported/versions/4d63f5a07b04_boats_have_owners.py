"""Boats have owners

Revision ID: 4d63f5a07b04
Revises: 3c52e4f96a03
Create Date: 2024-02-01 10:00:00.000000
"""
import sqlalchemy as sa
from alembic import op

revision = "4d63f5a07b04"
down_revision = "3c52e4f96a03"
branch_labels = ("owners",)
depends_on = None


def upgrade():
    with op.batch_alter_table("boat") as batch:
        batch.add_column(sa.Column("owner", sa.String(60), nullable=False, server_default="the club"))
        batch.alter_column("name", type_=sa.String(80), existing_nullable=False)


def downgrade():
    with op.batch_alter_table("boat") as batch:
        batch.alter_column("name", type_=sa.String(40), existing_nullable=False)
        batch.drop_column("owner")
