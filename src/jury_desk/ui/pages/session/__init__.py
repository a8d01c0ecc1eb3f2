"""Séance: the clock, the running order and who is there, while a session goes on."""
