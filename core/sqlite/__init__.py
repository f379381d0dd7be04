"""Django's SQLite with another way to wait for the writer's turn; named by ENGINE in the settings."""
