"""People, their tokens, the policy of the desk, what happened, and who hears of it."""

from .desk import Desk
from .following import How, NoticePreference, SavedView, Subscription, Watched
from .happening import Happening
from .notice import Letter, Notice
from .token import ApiToken
from .user import User

__all__ = [
    "ApiToken",
    "Desk",
    "Happening",
    "How",
    "Letter",
    "Notice",
    "NoticePreference",
    "SavedView",
    "Subscription",
    "User",
    "Watched",
]
