"""Personal data in rows of lists: the beginning of a text, cut where what is veiled begins and ends."""

from itertools import pairwise

from moderation.domain.masking import WORDS
from moderation.domain.policy import Policy
from moderation.domain.private import private_data

#: So much of what follows a beginning is read, too: else a number that is cut off would be none.
_BEYOND = 200


def masked_kinds(policy: Policy) -> frozenset[str]:
    """Return the kinds of personal data that rules of a policy mask."""
    return frozenset(kind for rule in policy.rules for kind in rule.then.mask) - {WORDS}


def beginning(text: str, kinds: frozenset[str], *, most: int) -> list[tuple[str, bool]]:
    """Cut the first `most` characters of a text into runs; each says whether it is personal data of some kinds.

    >>> beginning("Call 0171 2345678 now.", frozenset({"phone"}), most=300)
    [('Call ', False), ('0171 2345678', True), (' now.', False)]
    """
    end = len(text) if len(text) <= most else (text.rfind(" ", 0, most) + 1 or most)
    found = private_data(text[: end + _BEYOND]) if kinds else {}
    spans = [span for kind, some in found.items() if kind in kinds for span in some if span[0] < end]
    edges = sorted({0, end} | {min(edge, end) for span in spans for edge in span})
    runs = [(text[a:b], any(start <= a and b <= stop for start, stop in spans)) for a, b in pairwise(edges)]
    return [*runs, ("…", False)] if end < len(text) else runs
