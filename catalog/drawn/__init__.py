"""Papers drawn from the content of an item: blank forms, filled-in samples, the sample of the result."""
