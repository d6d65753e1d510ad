"""Index owners

Revision ID: 5e74a6b18c05
Revises: 4d63f5a07b04
Create Date: 2024-02-02 10:00:00.000000
"""
from alembic import op

revision = "5e74a6b18c05"
down_revision = "4d63f5a07b04"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index("ix_boat_owner", "boat", ["owner"])


def downgrade():
    op.drop_index("ix_boat_owner")
