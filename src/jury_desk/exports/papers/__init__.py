"""The papers beside the minutes, each a story of blocks: what is published, sent, signed or kept back."""
