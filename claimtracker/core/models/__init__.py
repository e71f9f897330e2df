"""People, their tokens, the policy of the desk; what happened and who hears of it; the seals over the history."""

from .desk import Desk
from .following import How, NoticePreference, SavedView, Subscription, Watched
from .happening import Happening
from .notice import Letter, Notice
from .seal import Seal, SealHorizon, SealPart
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
    "Seal",
    "SealHorizon",
    "SealPart",
    "Submission",
    "Subscription",
    "User",
    "Watched",
]
