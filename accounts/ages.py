from datetime import date


def age_on(born: date, day: date) -> int:
    """Full years of age on this day (民法典 Art. 204: the birthday itself completes the year)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
