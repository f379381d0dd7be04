from .logins import LoginCode
from .mandates import Mandate, MandateAct, MandateProof
from .messages import Message
from .posts import Post, Role
from .residents import Resident
from .users import StaffUser, User

__all__ = [
    "LoginCode",
    "Mandate",
    "MandateAct",
    "MandateProof",
    "Message",
    "Post",
    "Resident",
    "Role",
    "StaffUser",
    "User",
]
