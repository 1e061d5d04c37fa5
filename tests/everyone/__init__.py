"""Proofs that TTL is for everyone: about every page of every kind, in every state, looked at once."""
