"""Pictures of a stage as drawings that a PDF, a page of HTML and the window show alike; no Qt."""
