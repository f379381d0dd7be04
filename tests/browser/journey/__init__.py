"""The main job, end to end, walked in a browser as strangers would: one file for each of its eight steps."""
