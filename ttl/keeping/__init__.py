"""What must outlive the machine: backups of the database, and the keys, which change."""
