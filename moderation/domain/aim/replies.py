"""What a reply says about what it answers without naming anybody: "Nonsense.", "Typical garbage thinking."."""

from typing import Final

from moderation.domain.aim.reading import Reading
from moderation.domain.aim.terms import entries_of
from moderation.domain.readings.wordset import set_of

#: How a sentence without a subject begins that rates what was said.
_OPENINGS = entries_of("""
what a|what an|typical|another|such a|such an|said the|says the|says a|says someone|spoken like|pure|utter
complete|and an even|wrong|false|not true|not even|exactly|agreed|agree|well said|well put|good point
fair point|good one|great comment|great point|true|right|rubbish|nonsense|garbage|bullshit|bs|crap|lies|lie
liar|thanks|thank you|ok|okay|lol|lmao|rofl|haha|ha|hahaha|nope|yep|yeah|yes|no|oh|ah|wow|brilliant|bravo
congratulations|pathetic|ridiculous|laughable|hilarious|absurd|absolute|absolutely|totally|sounds like
could not|couldn't|same to|so what|source|sources|is that|is this|how clever|how original|how cute
completely|entirely|factually|imagine being|imagine thinking|imagine believing
a textbook|a classic|sure|please|same old|as usual|hear hear|spot on|nice|good|really|seriously|cheers
interesting|why so|that is a lie|that's a lie|this is simply|that is simply|that's simply|that is nonsense
that's nonsense|that is false|that's false|this is false|that is not|that's not|that is just|that's just
that makes no|this makes no|somebody is|someone is|somebody forgot|someone forgot|somebody needs
someone needs|somebody sounds|someone sounds|somebody has|who told|keep|not this|please not|no need
no reason|even a|any child|a child|стыдно|позор|indeed|precisely|on the contrary|quite|idiotic|stupid|dumb
disgusting|чушь|бред|вранье|ложь|согласен|согласна|спасибо|неправда|правда|глупости|верно|sacma|yalan
katiliyorum|dogru|yanlis|tesekkurler|սուտ|հիմարություն|ճիշտ|համաձայն|շնորհակալություն|sut|chisht|hamamit
unsinn|quatsch|n'importe quoi|mentira|tonterias
""")
#: Somebody who is meant when a reply is nothing but a word for them.
_NAMED: Final = set_of(
    """
    idiot idiots moron morons fool fools clown liar liars troll trolls coward cowards hypocrite dimwit halfwit
    imbecile
    loser dummy bigot racist fascist nazi propagandist parrot bot shill idiocy ignorance stupidity drivel
    hogwash tripe
    claptrap twaddle poppycock baloney codswallop piffle hypocrisy propaganda идиот дурак клоун тролль лжец
    aptal salak yalanci cahil apush himar ապուշ հիմար ստախոս
    """
)
#: What a comment is made of, where a reply points at it: "that argument", "this logic".
_SAID: Final = set_of(
    "argument arguments logic claim claims reasoning statement opinion remark theory analysis point"
)
_POINTING: Final = frozenset({"this", "that", "such"})
#: What is rated is a thing, and not what somebody here said.
_THINGS: Final = set_of(
    """
    law laws decision decisions budget bridge road roads council parliament government minister ministers president
    verdict ruling plan plans project match game film tax taxes war deal treaty judge court police city town state
    country company bank party match election elections referee team school hospital tunnel tower policy mayor
    match
    building statue park article photo photos photograph photographs news day weather song show series book report
    """
)
#: So long is a sentence that only rates.
_LONGEST: Final = 14
#: So long is one that only names.
_SHORT: Final = 4


def on_the_parent(reading: Reading) -> list[tuple[int, int]]:
    """Sentences of a reply that are about the comment it answers, as half-open runs of words."""
    places: list[tuple[int, int]] = []
    start = 0
    for i in range(len(reading.words) + 1):
        if i < len(reading.words) and not reading.ends_sentence(i):
            continue
        if start < i and _is_rating(reading.words[start:i], is_first=not places and start == 0):
            places.append((start, i))
        start = i + 1
    return places


def _is_rating(words: list[str], *, is_first: bool) -> bool:
    """Whether a sentence only rates or names; a reaction counts where it opens the reply."""
    if len(words) <= _SHORT and not _NAMED.isdisjoint(words) and _THINGS.isdisjoint(words):
        return True
    if not _SAID.isdisjoint(words) and not _POINTING.isdisjoint(words):
        return True
    opening = " ".join(words[:4]) + " "
    if not opening.startswith(_PREFIXES) or (len(words) > _LONGEST and not is_first):
        return False
    first_clause = words[: words.index(",")] if "," in words else words
    return _THINGS.isdisjoint(first_clause)


_PREFIXES: Final = tuple(f"{opening} " for opening in _OPENINGS) + tuple(f"{opening} ," for opening in _OPENINGS)
