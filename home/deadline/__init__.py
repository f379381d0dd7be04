"""期限计算器: when a term ends, for everybody, with the calendar it was counted on. Holds no personal data."""
