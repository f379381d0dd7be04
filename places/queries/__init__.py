from .points import center_of, county_hall, open_points, points_near, station_of, windows_of
from .regions import county, towns, villages_of

__all__ = [
    "center_of",
    "county",
    "county_hall",
    "open_points",
    "points_near",
    "station_of",
    "towns",
    "villages_of",
    "windows_of",
]
