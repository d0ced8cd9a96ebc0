"""Alembic's entry: run migrations on the connection that `migrate` hands over."""

from alembic import context
from sqlmodel import SQLModel

from moderation.storage import article_tables, author_tables, people_tables, policy_tables, tables

assert tables.SiteRow.metadata is SQLModel.metadata is people_tables.AccountRow.metadata
assert article_tables.PremoderationRow.metadata is SQLModel.metadata
assert author_tables.AuthorLabelRow.metadata is SQLModel.metadata
assert policy_tables.PolicyVersionRow.metadata is SQLModel.metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
