"""Words that tell whether "you" is somebody here or just anybody."""

from typing import Final

from moderation.domain.aim.terms import entries_of
from moderation.domain.readings.wordset import set_of

#: Clauses that these open speak of anybody.
CONDITIONS: Final = set_of(
    """
    if when whenever once until till unless before after as wherever while where whether matter time
    moment day everything anything all whatever whoever what more less sooner
    """
)
AUXILIARIES: Final = set_of(
    """
    do does did don't didn't doesn't are aren't were weren't have haven't had can can't could couldn't
    would wouldn't will won't should shouldn't must may might
    """
)
#: What anybody can, must or will do.
ANYBODY: Final = set_of(
    """
    can can't cant cannot could couldn't couldnt get win lose pay wait earn hear breathe walk drive queue
    buy arrive hardly barely rarely seldom used need
    """
)
THINKS: Final = set_of("think thought expect imagine suppose say ask be have")
FINDS: Final = set_of("find see notice need meet hear get")
WRITES: Final = set_of(
    "write wrote written say said post posted claim claimed comment commented spout spouted call defend"
)
WHAT_IS_WRITTEN: Final = set_of("everything anything all what whatever nonsense rubbish")
WRITING: Final = set_of(
    "saying writing posting claiming smoking suggesting doing drinking describing defending talking"
)
NEVER: Final = set_of("know see can get hear forget")
DISCOURSE_BEFORE: Final = set_of("thank bless mind behold thanking")
#: Verbs whose object "you" is anybody, where a thing or a "they" does them.
HAPPENS: Final = set_of(
    """
    makes make made takes take took kills kill ruins ruin costs cost tells tell told stops stop asks ask
    asked lets let gives give gave shows show teaches teach treats treat reminds remind gets leaves leave
    keeps keep drives drive sends send charges charge hits hit brings bring helps help wants want pays
    """
)
#: How people stand to somebody, and not to anybody: "no man wants you".
FELT: Final = set_of("wants wanted loves loved likes liked misses missed respects respected needs married")
#: What is asked of somebody: "what gives you the right?"
PROVOKES: Final = set_of("makes made gives gave brings brought")
#: Verbs and other words before "you" that say nothing of how things go.
NOT_DONE: Final = set_of(
    "this does has was hates loves likes believes knows thinks says agrees owes unless guys minus guess idiots"
)
WHO: Final = set_of(
    "he she it's everyone everybody everyone's who it nobody these those people all always perhaps sometimes"
)
#: What anybody does, where it is told how things are somewhere: "you take the tram and walk".
DAILY: Final = set_of(
    """
    take show put work go come pay wait buy drive walk queue stand cross turn enter arrive start press fill
    sign order
    eat drink open park ride carry bring wake live grow plant earn save spend feel breathe swim climb book apply
    phone step boil mix stir add cut reap sow shiver sweat freeze pass learn
    """
)
#: What is asked of nobody: "how do you govern without a budget?"
MANAGED: Final = set_of(
    "govern negotiate build feed run fix measure police win raise heat survive plan teach store sleep tell"
)
#: What shows that a sentence with such a verb is about somebody all the same.
SOMEBODY: Final = set_of(
    """
    my mine me us our here again always clearly obviously dream bubble fantasy fantasyland cave rock
    everywhere thread fight
    comment comments post argument idiot fool moron clown troll liar stupid dumb lies propaganda sides
    """
)
#: What only somebody who was heard does not do: "you don't understand".
MINDS: Final = set_of(
    """
    know understand get care no seem like believe think deserve want even realise realize speak answer read
    write say
    agree belong mean see fool scare impress convince listen have remember sound look give make show represent
    """
)
BELIEVES: Final = set_of("hope bet know think guess suspect assume doubt wish believe suppose say told")
#: What somebody cannot do who is mocked: "you can't even count", "you can keep your opinion".
MOCKED: Final = set_of(
    """
    even spell read count handle think face answer accept admit deal name understand fool stand stop keep
    spout shove
    thank start explain defend prove seriously just honestly possibly compare tell debate
    """
)
MOCKED_BE: Final = set_of(
    "serious trusted that so for sane sober this more right kidding joking helped taken reasoned"
)
NEEDED: Final = set_of(
    "help therapy glasses professional medication meds new your read learn get grow calm check study see stop"
)
JOKING: Final = set_of("joking kidding blind mad crazy stupid naive insane drunk dreaming trolling")
#: A condition about what somebody here did or thinks: "if you had read the article, …".
READS: Final = set_of(
    "had knew bothered believe call insist really cannot can't cant actually disagree say claim hate"
)
#: What only somebody who takes part has.
OWN: Final = set_of(
    "case argument arguments point comment comments post posts credibility logic reasoning cause nickname"
)
#: What somebody is called.
INSULTS: Final = set_of(
    """
    idiot idiots moron morons fool fools clown clowns liar liars troll trolls coward cowards blind stupid dumb
    naive
    clueless delusional brainwashed ignorant pathetic hopeless insane wrong mistaken mad crazy right lost
    disgusting
    people lot guys two both folks sheep traitor traitors hypocrite fascist nazi racist bigot scum
    """
)
PROVERBS: Final = entries_of("""
you reap what|you live and|you only live|you name it|there you go|here you go|you had to be there
you just had to be|you know what they|you know how it|you think you have seen|you think you've seen
you've seen it all|not that you|you and i both|you and me both|believe you me|if you will|you win some
you get what|your tax|your taxes|your average|your typical|between you and me|can you believe
can you imagine|would you believe|how do you even measure|what do you expect|what can you
what are you going to do|you do the|you are either|you're either|you be the judge|you cannot be too
you can't be too|you know it is|you know it's|you know you are in|if you ask me|you had one job
then you know|you heard it here
""")
SPEAKERS: Final = set_of("i i'll i'd i'm i've we we'll we'd let please nobody no-one someone somebody who")
PREDICATES: Final = set_of(
    """
    a an so such too the nothing just very all more less not no one clearly obviously simply
    """
)
CLAUSE_MARKS: Final = frozenset(".!?…;:,\n")
YOU_ARE: Final = set_of("you're youre ur")
