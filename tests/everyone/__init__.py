"""Proofs that TTL is for everyone: every page of every kind, in every state, looked at once."""
