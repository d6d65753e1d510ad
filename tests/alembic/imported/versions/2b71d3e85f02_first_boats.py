"""First boats

Revision ID: 2b71d3e85f02
Revises: 1f0a6c2d9e01
Create Date: 2024-01-06 10:00:00.000000
"""
from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op

revision: str = "2b71d3e85f02"
down_revision: Union[str, None] = "1f0a6c2d9e01"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

boat = sa.table("boat", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("length_cm", sa.Integer))


def upgrade() -> None:
    op.bulk_insert(
        boat,
        [
            {"id": 1, "name": "Anna's pride; old", "length_cm": 720},
            {"id": 2, "name": "Tern", "length_cm": 455},
        ],
    )


def downgrade() -> None:
    op.execute(boat.delete().where(boat.c.id.in_([1, 2])))
