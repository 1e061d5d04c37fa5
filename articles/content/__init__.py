"""The content that ships with TTL: the files, how they are read and how they reach the database."""
