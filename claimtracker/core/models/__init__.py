"""People, their tokens, the policy of the desk, what happened, who hears of it, and what was answered today."""

from .desk import Desk
from .following import How, NoticePreference, SavedView, Subscription, Watched
from .happening import Happening
from .notice import Letter, Notice
from .submission import Submission
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
    "Submission",
    "Subscription",
    "User",
    "Watched",
]
