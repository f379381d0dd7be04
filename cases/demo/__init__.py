"""Invented applications of the demo county: written in bulk, yet indistinguishable from ones the verbs made."""
