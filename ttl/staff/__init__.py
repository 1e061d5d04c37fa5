"""What staff meet before and around the desk: signing in, accounts, and the desk's own look."""
