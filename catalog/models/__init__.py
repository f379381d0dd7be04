from .items import ServiceItem
from .versions import ItemVersion

__all__ = ["ItemVersion", "ServiceItem"]
