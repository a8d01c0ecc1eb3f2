"""One screen of the chair’s path each. Pages do not know each other."""
