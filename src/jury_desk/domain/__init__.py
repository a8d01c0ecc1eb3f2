"""Rules and values of a jury: plain Python, exact arithmetic, no clock, no input or output, no text for people."""
