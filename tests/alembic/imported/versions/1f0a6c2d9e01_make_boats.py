"""Make boats.

The harbour master asks for their length.

Revision ID: 1f0a6c2d9e01
Revises:
Create Date: 2024-01-05 10:00:00.000000
"""
import sqlalchemy as sa
from alembic import op

revision = "1f0a6c2d9e01"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "boat",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("length_cm", sa.Integer, sa.CheckConstraint("length_cm > 0"), nullable=False),
        sa.UniqueConstraint("name", name="uq_boat_name"),
    )


def downgrade():
    op.drop_table("boat")
