"""Proofs that TTL is for everyone: every page of every kind, in every state, is looked at."""
