from datetime import date

GUARDIAN_AGE = 14  # below it a guardian agrees to the use of personal data (个人信息保护法 Art. 31)


def age_on(born: date, day: date) -> int:
    """Full years of age on this day (民法典 Art. 204: the birthday itself completes the year)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
