"""Start-up and wiring: the only place that knows everybody."""
