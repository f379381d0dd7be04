from .audit import AuditEntry, AuditHead
from .files import ScanState, StoredFile

__all__ = ["AuditEntry", "AuditHead", "ScanState", "StoredFile"]
