"""Where somebody speaks ill of themselves: "I was a fool", "silly me", "my mistake"."""

from collections.abc import Sequence
from typing import Final

from moderation.domain.aim.reading import Reading
from moderation.domain.aim.terms import terms_of
from moderation.domain.readings.wordset import set_of

#: What one calls oneself.
_BLAME: Final = set_of(
    """
    idiot idiots fool fools moron morons coward cowards clown ass dummy dope imbecile hypocrite stupid dumb
    dim blind
    naive foolish silly wrong mistaken ashamed guilty ignorant slow lazy embarrassed gullible thick useless
    pathetic ridiculous crazy mad insane sheep loser liar sucker mug twit twat muppet dense clueless selfish
    cowardly dunce donkey klutz goof goose
    """
)
_VERBS: Final = set_of("am was feel felt look looked sound sounded must be been have i'm im i've ive were are")
_PHRASES: Final = """
silly me|stupid me|foolish me|dumb me|poor me|call me|shame on me|silly of me|stupid of me|foolish of me
naive of me
my mistake|my bad|my fault|my own fault|my own mistake|my own stupid|my own stupidity|my error|my apologies
blame me
fool of myself|idiot of myself|ass of myself|kick myself|blame myself|hate myself|ashamed of myself|forgive myself
laugh at myself|embarrassed myself|i apologise|i apologize|i made a mistake|i made a stupid|i got it wrong
me look like an idiot|me look like a fool|me look like a moron|me look stupid|me to look like
i misread|i messed up|i screwed up|i talk too much|how could i be|how could i have|fool i was|idiot i was|fool i am
idiot i am|me and my big|me and my stupid|more fool me|i should have known|i should have read
сам дурак был|сама дура была|сам дурак что|сама дура что|дура я|дурак я|идиот я|я и тупой|я и дурак|я и дура
моя ошибка|моя вина|мой косяк|я был глуп|я была глупа|я дурак|я дура|я идиот|я сам дурак|я сама дура|я был не прав
я ошибся|я ошиблась|виноват|mea culpa|hata bende|benim hatam|ben aptal|aptal ben|ben bir aptalim|ben salagim
ben hataliyim|yanildim|aptalim|ես հիմար եմ|ես ապուշ եմ|ես սխալ եմ|ես սխալ էի|ես մեղավոր եմ|սխալվեցի|իմ սխալն
իմ մեղքն|իմ սխալը|es himar em|im sxaln e|im meghqn
"""
_FIRST: Final = set_of("i i'm im i've ive we we're")
#: So many words may stand between "I" and what one calls oneself.
_REACH = 6
_STOPS: Final = frozenset(".!?…;:,\n")
#: Somebody else comes in between: "I am sure he is an idiot".
_OTHERS: Final = set_of("you your he she they it that who his her their him them people not never no")


def on_oneself(reading: Reading) -> list[tuple[int, int]]:
    """Where the writer speaks ill of themselves, as half-open runs of words."""
    words = reading.words
    places = _TERMS.find(words, reading.at)
    return places + [(i, i + 1) for i in reading.where(_FIRST) if _is_blamed(words, i)]


def _is_blamed(words: Sequence[str], i: int) -> bool:
    """Whether a verb of being and a word of blame follow in the clause, and nobody else."""
    seen_verb = words[i] in _VERBS
    for word in words[i + 1 : i + 1 + _REACH]:
        if word in _STOPS or word in _OTHERS:
            return False
        if seen_verb and word in _BLAME:
            return True
        seen_verb = seen_verb or word in _VERBS
    return False


_TERMS = terms_of(_PHRASES)
