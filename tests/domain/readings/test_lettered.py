"""Letters that are set apart while the words are still told apart."""

import pytest

from moderation.domain.readings.lettered import in_words
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("W~h-a-t a f*o.o_l i.s h-e!", "What a fool is he!"),
        ("(W)(h)(a)(t) (a) (f)(o)(o)(l)", "What a fool"),
        ("Y  o  u a  r  e l  a  t  e", "You are late"),
        ("Y . o . u a . r . e l . a . t . e", "You are late"),
        ("Հ🔥ի🔥մ👏ա❤ր👏 մ🔥ա👏ր❤դ💥", "Հիմար մարդ"),
        ("U.S.A. and J.R.R.", "U.S.A. and J.R.R."),
        ("I have read it all and still, y.o.u a.r.e l.a.t.e", "I have read it all and still, you are late"),
        ("We met at N.A.T.O. and at the U.N. again", "We met at N.A.T.O. and at the U.N. again"),
        ("y.0.u a.r.e l.4.t.3", "y0u are l4t3"),
        ("Between 1.2.3.4 and 5.6.7.8", "Between 1.2.3.4 and 5.6.7.8"),
        ("f(x) = a*x + b*y", "f(x) = a*x + b*y"),
        ("The U.S.S.R. was no more, e.g. in 1992.", "The U.S.S.R. was no more, e.g. in 1992."),
        ("no such thing", "no such thing"),
    ],
)
def test_words_come_together_again(typed: str, read: str) -> None:
    """A text of which most letters stand apart is read word by word; initials and formulas stay."""
    assert in_words(as_typed(typed)).text == read
