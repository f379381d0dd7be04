"""Every list page of the portal holds its number of queries, at one row and at thirty of everything it shows."""
