"""How Alembic runs the migrations: on the connection that it is given."""

from alembic import context

from planner.store.tables import tables

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=tables, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
