"""The second window, for the audience: names, clock and messages, and nothing that anybody marked."""
