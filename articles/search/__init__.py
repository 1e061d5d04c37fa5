"""Search: from what a visitor typed to what the site says about it, the same on every database."""
