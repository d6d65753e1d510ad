"""Berths cost something

Revision ID: 9cb8eaf5c009
Revises: 8ba7d9e4bf08
Create Date: 2024-03-02 10:00:00.000000
"""
import sqlalchemy as sa
from alembic import op

revision = "9cb8eaf5c009"
down_revision = "8ba7d9e4bf08"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("berth") as batch:
        batch.add_column(sa.Column("price_cents", sa.Integer, nullable=False, server_default="0"))
        batch.create_check_constraint("ck_berth_price", "price_cents >= 0")
    rows = op.get_bind().execute(sa.text("SELECT id FROM berth")).fetchall()
    for (berth,) in rows:
        op.execute(f"UPDATE berth SET price_cents = {berth * 100} WHERE id = {berth}")


def downgrade():
    with op.batch_alter_table("berth") as batch:
        batch.drop_constraint("ck_berth_price", type_="check")
        batch.drop_column("price_cents")
