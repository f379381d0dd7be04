"""Days of the calendar out of a file that somebody made elsewhere: CSV of our columns, or an ICS calendar."""

from .reading import ReadFile, read_calendar_file

__all__ = ["ReadFile", "read_calendar_file"]
