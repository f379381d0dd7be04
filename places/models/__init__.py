from .calendar import CalendarDay, CalendarEdition
from .changes import CalendarChange
from .points import ServicePoint, Window
from .regions import Region
from .units import Unit

__all__ = ["CalendarChange", "CalendarDay", "CalendarEdition", "Region", "ServicePoint", "Unit", "Window"]
