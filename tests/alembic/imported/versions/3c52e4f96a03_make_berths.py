"""Make berths

Revision ID: 3c52e4f96a03
Revises: 2b71d3e85f02
Create Date: 2024-01-07 10:00:00.000000
"""
import sqlalchemy as sa
from alembic import op

revision = "3c52e4f96a03"
down_revision = "2b71d3e85f02"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "berth",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("boat_id", sa.Integer, sa.ForeignKey("boat.id", ondelete="CASCADE", name="fk_berth_boat")),
        sa.Column("quay", sa.String(10), nullable=False, server_default="north"),
    )
    op.create_index("ix_berth_quay", "berth", ["quay"])
    op.get_bind().execute(sa.text("INSERT INTO berth (boat_id, quay) VALUES (:boat, :quay)"), {"boat": 2, "quay": "west"})


def downgrade():
    op.drop_index("ix_berth_quay", table_name="berth")
    op.drop_table("berth")
