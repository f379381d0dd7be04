from .calendar import CalendarDay
from .points import ServicePoint, Window
from .regions import Region
from .units import Unit

__all__ = ["CalendarDay", "Region", "ServicePoint", "Unit", "Window"]
