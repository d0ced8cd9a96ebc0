"""What is said to somebody's face without a "you": "shut up", "nice try, genius", "calm down, mate"."""

from collections.abc import Sequence
from typing import Final

from moderation.domain.aim.reading import Reading
from moderation.domain.aim.terms import MARKS, terms_of
from moderation.domain.readings.wordset import set_of

#: Said to whoever reads, where it opens a sentence or a clause.
_IMPERATIVES: Final = """
shut up|shut your|shut ur|shut it|shut the|shutup|stfu|gtfo|stfd|kys|zip it|hush|shush|be quiet|pipe down|get lost
get a life|get a grip|get a job|get a brain|get a clue|get real|get stuffed|get bent|get over it|get over yourself
get out of here|get help|get your facts|get your head|get your eyes|get off your|grow up|grow a|go to hell
go to bed|drop dead|buzz off|piss off|bugger off|naff off|sod off|jog on|do one
go back to school|go bak to|go back to your|go read|go and read|go learn|go and learn|go study|go get|go cry
go jump
go home troll|go fix|go lecture|go and lecture|go watch|go check|go ask|go look|go outside|go take|go touch
go annoy|go boil|go preach|go play|go eat|go bother|go tell|go write|go hug|go count|go drink|go sleep|go find
go do
go troll|go somewhere|tell me when|tell me have|tell me did|tell me do|tell me how many|say that to|say it to
go hang yourself|go kill yourself|kill yourself|hang yourself|neck yourself|learn to|learn some|learn your
learn the
do your homework|do your research|do your own|do some research|do the maths|do the math|read a|read the article
read the piece|read it again|read again|read what|read up|read some|read more|read before|read slowly|open a book
open a history|open your eyes|open your mind|pick up a book|bite me|crawl back|crawl under|speak for yourself
look who|look in the mirror|look it up|look again|take your pills|take your meds|take your medication|take your own
take a seat|take a hike|take a pill|take a nap|take a breath|take a walk|sit down|stop lying|stop trolling
stop being
stop pretending|stop spreading|stop whining|stop crying|stop posting|stop talking|stop embarrassing|stop making
stop acting|stop twisting|stop putting|stop repeating|stop insulting|stop preaching|stop lecturing|stop moaning
stop complaining|stop spamming|stop writing|stop commenting|stop inventing|stop changing|stop dodging|stop barking
quit trolling|quit whining|quit lying|quit crying|quit it|quit being|keep your|keep telling yourself|keep dreaming
keep crying|keep talking|keep barking|keep believing|keep coping|cry more|cry me|cry harder|cope harder|cope and
eat dirt|do us a favour|do us a favor|do us all|do everyone a|do yourself|screw you|try reading|try thinking
try harder|try again|try using|try to read|try to think|try to understand|try to keep up|use your|use a dictionary
use google|wake up|wise up|listen up|listen dimwit|calm down|relax|chill|settle down|ease up|educate yourself|admit
prove it|prove me|spare us|spare me|save us the|save your|save it for|mind your|stick to|ask your|have some respect
have some shame|have some decency|have another|have a word with yourself|give it a rest|give it up|give us a break
give me a break|give it a break|give a source|give us a source|name one|show me|show us the source|tell that to
tell me another|tell us another|check your|check the numbers before|check your facts|check the archive before
check before|put the bottle|put down the|put a sock|leave the thinking|leave us alone|write less|think before
think again|think harder|think for yourself|touch grass|dream on|suit yourself|dont be|don't be|don't make me
dont make me|don't you|dont you|don't tell me|don't lecture|don't lie|don't twist|don't play|don't pretend
don't act|don't talk|don't put words|don't give me|don't start|don't flatter|don't kid|don't come here
apologise to|apologize to|answer the question|answer me|explain yourself|cite|quote the|define|google it
source please|sources please|citation needed|nice try|good try|says you|says who|look at yourself|be ashamed
behave|pull the other|enjoy your|thank me|believe what you|fix your|mark your|bring a source|bring some
no one cares|nobody cares|who cares what|who asked|and who asked|nobody asked|whatever you say|bravo you|speak up
заткнись|заткнитесь|замолчи|замолчите|помолчи|помолчите|закрой|закройте рот|иди лечись|иди в|иди учи|иди учись
иди проспись|иди читай|иди почитай|иди работай|иди отсюда|идите в|идите учите|идите лесом|пошел вон|пошел ты
пошла вон|пошли вон|вали|валите отсюда|катись|отвали|проваливай|лечись|лечитесь|учи историю|учите|читай|читайте
почитай|почитайте|подумай|подумайте|думай|успокойся|успокойтесь|проспись|проснись|проснитесь|уймись|признай
признайте|докажи|докажите|стыдись|стыдитесь|не пиши|не пишите|не неси|не несите|не ври|не врите|не лги|не лгите
не позорь|не позорься|не позорьтесь|не смеши|не смешите|не гони|не болтай|не говори|не говорите|не надо врать
хватит врать|хватит нести|хватит писать|хватит ныть|сам ты|сама ты|сами вы|сам дурак|сам такой|кто бы говорил
zatknis|zatknites|zamolchi|idi uchi|idi lechis|idi otsuda|idi chitay|idi v|ne pishi|ne vri|ne pozor
лечи|лечите|kapa ceneni|kapat ceneni|sus|susun|sus be|yuru git|defol|defolun|utan|utanin|biraz utan
git tarih|git oku|git kitap|git isine|once oku|once ogren|tarih oku|kitap oku|kes sesini|kes lan|sacmalama
sacmalamayin|yalan soyleme|yalan soylemeyin|bos konusma|bos yapma|kendine gel|haddini bil|cok konusma
callate|calla ya|vete a|ve a leer|lee el|no mientas|no digas|ta gueule|tais toi|taisez vous|ferme la|fermez la
va te|va lire|arrete de mentir|arretez de|halt die klappe|halt den mund|halt dein maul|halt dich|verpiss dich
lies erst|lies den|lies mal|lern erst|lern lesen|geh arbeiten|geh nach hause|schäm dich|scham dich|hör auf zu
hor auf zu|lüg nicht|lug nicht
լռիր|լռեք|լռե|լռէ|սուս|սուս մնա|ձայնդ կտրիր|ձենդ կտրի|ձայնդ կտրի|բերանդ փակիր|փակիր բերանդ|փակիր|բերանդ փակի
ամաչիր|ամաչեք|ամաչէ|ամոթ քեզ|գնա կարդա|գնա պատմութ|գնա պատմություն|գնա սովորիր|գնա բուժվիր|գնա քնի|գնա դպրոց
կարդա|կարդացեք|սովորիր|սովորեք|կորիր|կորեք|ռադ եղիր|ռադ եղեք|հանգստացիր|հանգստացեք|մի խոսիր|մի խոսեք
մի ստիր|մի ստեք|մի գրիր|մի գրեք|մի խաբիր|մի խաբեք|խելքի արի|խելքի եկեք|հերիք ստես|հերիք ստեք
иди к черту|идите к черту|пошел к черту|пошла к черту|пошли к черту|катись к черту|катитесь к черту|иди лесом
иди нафиг
пошел нафиг|cehenneme git|cehennemin dibine|allah belani|allah belanizi|yikil karsimdan|yikilin karsimdan
գնա գրողի|կորիր գրողի|կորի|գնա կորիր|գնա կորի|գրողը քեզ|գրողի ծոցը|gna grox|gna groxi|gna grogh|gna groghi
korir groxi|korir groghi|gna korir|gna kori|grox@ qez|grogh@ qez|groghe qez|groxe qez|groxi tsoc|groghi tsoc
молчи|молчите|постыдись|очнись|once tarih|biraz oku|tarih ogren|git ogren|թարգի|թարգեք|ուշքի արի|gna patmutyun
dzenet ktri|dzent ktri|dzend ktre|ushqi ari
dzend ktri|dzaynd ktrir|dzend ktrir|berand paki|berand pakir|berant goce|lrir|lreq|lri|sus mna|amachir|amacheq
amot qez|amot kez|amot dzez|gna karda|gna kardal|gna sovori|gna sovorir|gna qni|gna buzhvi|korir|korek|rad exir
rad eghir|mi xosa|mi xosir|mi grir|mi stir|sovori|xelqi ari
"""
#: What may stand before an imperative in its clause.
_BEFORE: Final = set_of(
    """
    please kindly just so oh and but you now then go ok okay well lol hey man dude bro or also maybe perhaps better
    simply lmao ну да так а и уже просто lutfen ya hadi bari գոնե միայն դե gone de
    """
)
#: By what one calls whoever one speaks to, friendly or not.
_CALLED: Final = set_of(
    """
    pal pals mate m8 buddy dude dudes bro bruh genius einstein sherlock sweetheart sweetie honey darling kid kiddo
    boomer snowflake snowflakes grandpa grandma gramps sonny champ troll trolls sheep sheeple keyboard-warrior
    ladies
    gentlemen folks guys fella fellas brother sister neighbour pumpkin cupcake princess карен милок дружок дружище
    уважаемый братан тролль axper axperik apeh եղբայր ախպեր kardesim kardes abi birader dostum hocam amigo
    """
)
#: By what one calls somebody whom one insults.
_INSULTED: Final = set_of(
    """
    idiot idiots moron morons fool fools clown clowns loser losers dimwit dimwits halfwit halfwits imbecile dummy
    dumbass dunce liar coward hypocrite hypocrites ghoul nitwit numbskull cretin simpleton jerk weirdo psycho creep
    fascist nazi commie bot shill parrot ignoramus blockhead donkey coward scum bigot racist бот дурак дура идиот
    идиоты клоун придурок лжец дебил aptal salak cahil yalanci ahmak himar apush debil ապուշ հիմար
    """
)
_PHRASES: Final = frozenset(
    {("my", "friend"), ("old", "man"), ("captain", "obvious"), ("my", "dear"), ("little", "man"), ("good", "sir")}
)
_FRIENDLY: Final = frozenset({("my", "friend"), ("my", "dear"), ("my", "friends"), ("fellow", "readers")})
_CALLS: Final = _CALLED | _INSULTED
#: What goes right before somebody who is called something, without a comma.
_GREETING: Final = set_of(
    "ok okay hey thanks thx lol lmao listen kys yes no nope yo hi hello sure привет hey, bravo"
)
#: Whoever is spoken of like this is not spoken to.
_OTHERS: Final = set_of(
    """
    he she they it is was are were has had his her their who that this said called calls like these those a the an
    """
)


def told(reading: Reading) -> list[tuple[int, int]]:
    """Where something is said to a reader of this page that holds no word for "you"."""
    words = reading.words
    places = [run for run in _TERMS.find(words, reading.at) if _opens_clause(words, run[0])]
    return places + _called(reading)


def _opens_clause(words: Sequence[str], i: int) -> bool:
    """Whether nothing stands before in the clause but "please" and its like."""
    return not i or words[i - 1] in MARKS or words[i - 1] in _BEFORE


def _called(reading: Reading) -> list[tuple[int, int]]:
    """Where somebody is called: "Dude, …", "…, genius", "ok boomer"."""
    words = reading.words
    places = []
    for i in reading.where(_CALLS):
        start, end = reading.sentence(i)
        if (words[i] in _CALLED and i == start and words[i + 1 : i + 2] == [","]) or (
            _closes(words, i, end) and _is_spoken(words, start, i)
        ):
            places.append((i, i + 1))
    for phrase in _PHRASES | _FRIENDLY:
        places += [(i, i + 2) for i in reading.at.get(phrase[0], ()) if _is_called(reading, i, phrase)]
    return places


def _closes(words: Sequence[str], i: int, end: int) -> bool:
    """Whether nothing comes behind in the sentence, or a comma."""
    return i + 1 == end or words[i + 1] == ","


def _is_spoken(words: Sequence[str], start: int, i: int) -> bool:
    """Whether a word at the end is a call, and not the end of what is said about others."""
    before = words[i - 1] if i > start else ""
    if before in _GREETING and i - 1 == start:
        return True
    comma = before == "," or (before in ("comrade", "little", "mr", "my", "stupid") and words[i - 2] in (",", "!"))
    if not comma:
        return False
    return words[i] in _CALLED or _OTHERS.isdisjoint(words[start : start + 3])


def _is_called(reading: Reading, i: int, phrase: tuple[str, str]) -> bool:
    words = reading.words
    if tuple(words[i : i + 2]) != phrase:
        return False
    start, end = reading.sentence(i)
    opens = i == start and words[i + 2 : i + 3] == [","] and phrase in _FRIENDLY
    return opens or (i > start and words[i - 1] == "," and _closes(words, i + 1, end))


_TERMS = terms_of(_IMPERATIVES)
