"""Make tides

Revision ID: 6f85b7c29d06
Revises: 3c52e4f96a03
Create Date: 2024-02-03 10:00:00.000000
"""
import sqlalchemy as sa
from alembic import op

revision = "6f85b7c29d06"
down_revision = "3c52e4f96a03"
branch_labels = ["tides"]
depends_on = None


def upgrade():
    op.create_table(
        "tide",
        sa.Column("at", sa.DateTime, primary_key=True),
        sa.Column("level_cm", sa.Integer, nullable=False),
    )
    op.execute(
        "CREATE TRIGGER tide_level AFTER INSERT ON tide WHEN new.level_cm > 900 BEGIN "
        "UPDATE tide SET level_cm = 900 WHERE at = new.at; END"
    )
    op.execute("INSERT INTO tide VALUES ('2024-02-03 06:00:00', 950)")


def downgrade():
    op.execute("DROP TRIGGER tide_level")
    op.drop_table("tide")
