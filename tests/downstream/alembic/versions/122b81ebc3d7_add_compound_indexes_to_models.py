"""Add compound indexes to models.

Revision ID: 122b81ebc3d7
Revises: 001
Create Date: 2025-06-02 09:30:00+00:00
"""
from alembic import op

revision = "122b81ebc3d7"
down_revision = "001"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index("ix_revokedtoken_token_expires", "revokedtoken", ["token", "expires_at"])
    op.create_index("ix_message_user_session_created", "message", ["user_id", "session_id", "created_at"])


def downgrade():
    op.drop_index("ix_message_user_session_created", "message")
    op.drop_index("ix_revokedtoken_token_expires", "revokedtoken")
