"""Join owners and tides

Revision ID: 8ba7d9e4bf08
Revises: 5e74a6b18c05, 7a96c8d3ae07
Create Date: 2024-03-01 10:00:00.000000
"""
revision = "8ba7d9e4bf08"
down_revision = ("5e74a6b18c05", "7a96c8d3ae07")
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
