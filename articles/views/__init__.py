"""What each address of the articles answers."""
