"""Name the quays

Revision ID: adc9fb06d10a
Revises: 9cb8eaf5c009
Create Date: 2024-03-03 10:00:00.000000
"""
from alembic import op

revision = "adc9fb06d10a"
down_revision = "9cb8eaf5c009"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("UPDATE berth SET quay = 'west quay' WHERE quay = 'west'")


def downgrade():
    op.execute("UPDATE berth SET quay = 'west' WHERE quay = 'west quay'")
