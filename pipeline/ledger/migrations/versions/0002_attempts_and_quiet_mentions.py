"""Attempts at reading a file; mentions whose news alerts nobody."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""
    op.add_column("files", sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
    op.add_column("mentions", sa.Column("quiet", sa.Boolean(), server_default=sa.false(), nullable=False))
