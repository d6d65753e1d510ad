"""Consolidated initial migration.

Revision ID: 001
Revises:
Create Date: 2025-05-12 14:05:00+00:00
"""
import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "user",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("username", sa.String(64), nullable=False),
        sa.Column("email", sa.String(255), nullable=False),
        sa.Column("hashed_password", sa.String(255), nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False, server_default=sa.text("1")),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_user_username", "user", ["username"], unique=True)
    op.create_index("ix_user_email", "user", ["email"], unique=True)

    op.create_table(
        "revokedtoken",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.String(512), nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id", ondelete="CASCADE"), nullable=False),
        sa.Column("revoked_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_revokedtoken_token", "revokedtoken", ["token"], unique=True)
    op.create_index("ix_revokedtoken_user_id", "revokedtoken", ["user_id"])
    op.create_index("ix_revokedtoken_expires_at", "revokedtoken", ["expires_at"])

    op.create_table(
        "message",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id", ondelete="CASCADE"), nullable=False),
        sa.Column("session_id", sa.String(36), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_message_user_id", "message", ["user_id"])
    op.create_index("ix_message_session_id", "message", ["session_id"])
    op.create_index("ix_message_created_at", "message", ["created_at"])


def downgrade():
    op.drop_table("message")
    op.drop_table("revokedtoken")
    op.drop_table("user")
