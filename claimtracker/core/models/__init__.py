"""People, their tokens, and the policy of the desk."""

from .desk import Desk
from .token import ApiToken
from .user import User

__all__ = ["ApiToken", "Desk", "User"]
