"""SQLModel tables and their repositories, on SQLite and PostgreSQL."""
