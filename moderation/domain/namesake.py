"""Display names that a reader takes for one another, whatever letters and signs they are typed with."""

import hashlib

from moderation.domain.readings.confusables import skeleton
from moderation.domain.readings.view import as_typed
from moderation.domain.text import fold

#: How many authors with names that look alike are told of.
NAMESAKES = 4

#: Signs that pass for one another in any script; of each kind one stands for all.
_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l"})


def shape_of(name: str) -> str:
    """Return what a display name looks like: the same for names that a reader cannot tell apart.

    The skeleton of Unicode Technical Standard #39, section 4, over the readings of this package: without
    disguise, case, accents and spaces, look-alikes of other scripts as Latin. Empty where nothing is left.

    >>> shape_of("Maria T."), shape_of("Маria\u200b T"), shape_of("MARlA_T"), shape_of("Саша")
    ('marlat', 'marlat', 'marlat', 'cawa')
    """
    small = skeleton(as_typed(fold(name))).text
    # Some letters pass for others as capitals alone: ВОВ.
    folded = skeleton(as_typed(small.upper())).text.lower().translate(_ALIKE)
    letters = "".join(character for character in folded if character.isalnum())
    return letters.replace("rn", "m").replace("vv", "w")


def shape_key(name: str | None) -> str | None:
    """Fingerprint the shape of a name: 24 hexadecimal digits; `None` where it has none."""
    shape = shape_of(name) if name else ""
    return hashlib.blake2b(shape.encode("utf-8", "replace"), digest_size=12).hexdigest() if shape else None
