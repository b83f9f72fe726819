"""Addresses as they are shown: what opens them, passwords and tokens, is `***` wherever it would be read or kept.

Masks by the form of what stands there (RFC 3986, 3.2.1 and the usual names of parameters), not by knowing the secret.
"""

import re

from zjreader.text.clean import Clean

_MASK = "***"
_PASSWORD = re.compile(r"(://[^/?#\s:@]*:)[^/?#\s]*@")
_USER = re.compile(r"(://)[^/?#\s:@]+@")
_TOKEN = re.compile(
    r"([?&;](?:[\w-]*[_-])?(?:token|key|apikey|secret|passw(?:or)?d|pwd|auth|sig|signature|code)=)[^&;#\s]+?(?=:?(?:[&;#\s]|$))",
    re.IGNORECASE,
)


def masked(text: Clean) -> Clean:
    """The text, every address in it without its secrets: `https://user:***@host/feed?token=***`."""
    if "://" not in text:
        return text
    hidden = _PASSWORD.sub(rf"\1{_MASK}@", text) if "@" in text else text
    hidden = _USER.sub(rf"\1{_MASK}@", hidden) if hidden == text else hidden
    return Clean(_TOKEN.sub(rf"\1{_MASK}", hidden))
