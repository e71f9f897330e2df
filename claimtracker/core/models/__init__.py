"""People, their tokens, the policy of the desk, and what happened."""

from .desk import Desk
from .happening import Happening
from .token import ApiToken
from .user import User

__all__ = ["ApiToken", "Desk", "Happening", "User"]
