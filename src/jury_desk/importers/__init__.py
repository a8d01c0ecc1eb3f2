"""Readers of files that come from outside; they run in a child process, for none of these files is trusted."""
