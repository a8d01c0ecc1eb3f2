"""Documents of a stage as files: the workbook that recomputes the ranking, and the minutes (procès-verbal)."""
