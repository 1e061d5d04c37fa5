"""Content in bulk, to see how TTL does with a large library and many plans."""
