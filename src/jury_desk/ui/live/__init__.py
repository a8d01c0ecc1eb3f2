"""What goes on while a session runs, whatever page is shown: its clock, its cues, and what keeps the computer awake."""
