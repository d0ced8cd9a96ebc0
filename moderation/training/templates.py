"""Sentences of the project's own making: each harsh one has an innocent twin in the same words.

Lexical models take a word for a fault: a people's name, a given name, "kill", "stupid".
Every slot is filled alike in innocent and in harsh frames, so that what fills it says nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Final

#: Peoples, faiths and groups, in singular and plural.
GROUPS: Final = (
    ("Armenian", "Armenians"),
    ("Turk", "Turks"),
    ("Azeri", "Azeris"),
    ("Azerbaijani", "Azerbaijanis"),
    ("Kurd", "Kurds"),
    ("Georgian", "Georgians"),
    ("Russian", "Russians"),
    ("Ukrainian", "Ukrainians"),
    ("Greek", "Greeks"),
    ("Iranian", "Iranians"),
    ("Arab", "Arabs"),
    ("Palestinian", "Palestinians"),
    ("Israeli", "Israelis"),
    ("Jew", "Jews"),
    ("Muslim", "Muslims"),
    ("Christian", "Christians"),
    ("Catholic", "Catholics"),
    ("Hindu", "Hindus"),
    ("atheist", "atheists"),
    ("gay man", "gay people"),
    ("lesbian", "lesbians"),
    ("homosexual", "homosexuals"),
    ("bisexual", "bisexuals"),
    ("queer person", "queer people"),
    ("trans woman", "trans people"),
    ("black man", "black people"),
    ("white man", "white people"),
    ("Asian", "Asians"),
    ("Chinese man", "Chinese people"),
    ("Indian", "Indians"),
    ("Mexican", "Mexicans"),
    ("American", "Americans"),
    ("German", "Germans"),
    ("Roma woman", "Roma people"),
    ("immigrant", "immigrants"),
    ("refugee", "refugees"),
    ("woman", "women"),
    ("old man", "old people"),
    ("deaf man", "deaf people"),
    ("blind woman", "blind people"),
    ("disabled man", "disabled people"),
    ("feminist", "feminists"),
    ("conservative", "conservatives"),
    ("liberal", "liberals"),
)
#: Given and family names from many places.
NAMES: Final = (
    "Aram",
    "Anahit",
    "Tigran",
    "Mehmet",
    "Ayse",
    "Elchin",
    "Leyla",
    "Mohammed",
    "Fatima",
    "Ahmed",
    "Vladimir",
    "Olga",
    "David",
    "Rachel",
    "Moshe",
    "Jamal",
    "Latisha",
    "DeShawn",
    "Juan",
    "Maria",
    "Wei",
    "Priya",
    "Raj",
    "John",
    "Emily",
    "Hans",
    "Pierre",
    "Dick",
    "Gaylord",
    "Hamilton",
    "Petrosyan",
    "Yilmaz",
    "Mammadli",
)
_PLACES: Final = (
    "the jungle",
    "the desert",
    "where they came from",
    "their own country",
    "the other side of the sea",
)
_INSULTS: Final = ("idiot", "moron", "imbecile", "liar", "clown", "coward", "pig", "rat", "scumbag", "loser")
_ADJECTIVES: Final = ("stupid", "dumb", "pathetic", "ignorant", "disgusting", "ridiculous", "brainless", "idiotic")
_THINGS: Final = (
    "law",
    "rule",
    "printer",
    "form",
    "headline",
    "tax",
    "roundabout",
    "timetable",
    "penalty",
    "idea",
)
_OFFICES: Final = ("mayor", "president", "minister", "council", "government", "opposition", "party", "ambassador")
_SUBJECTS: Final = (
    "budget",
    "treaty",
    "school reform",
    "ceasefire",
    "election",
    "pension law",
    "border",
    "hospital",
)

_CLEAN: Final[Mapping[str, int]] = {
    "toxicity": 0,
    "severe_toxicity": 0,
    "obscene": 0,
    "threat": 0,
    "insult": 0,
    "identity_attack": 0,
    "spam": 0,
}
_HATE: Final = {"toxicity": 1, "identity_attack": 1, "obscene": 0, "spam": 0}
_INSULT: Final = {"toxicity": 1, "insult": 1, "threat": 0, "identity_attack": 0, "spam": 0}
_THREAT: Final = {"toxicity": 1, "threat": 1, "obscene": 0, "spam": 0}
_SWEARING: Final = {"obscene": 1, "insult": 0, "threat": 0, "identity_attack": 0, "spam": 0}
_SPAM: Final = {"spam": 1}

_GROUP_KINDLY: Final = (
    "I am {a} {one} and I live here.",
    "My neighbour is {a} {one} and we get on well.",
    "{many} deserve the same rights as everybody else.",
    "Many {many} came to the festival on Sunday.",
    "I grew up among {many} and they were good friends.",
    "The history of {many} is taught too little.",
    "As {a} {one} I thank you for this article.",
    "There were {many} and others in the same village.",
    "Why are there so few {many} in parliament?",
    "The law protects {many} as it protects everybody.",
    "Stop insulting {many}, they have done nothing to you.",
    "It is wrong to say that all {many} are criminals.",
    "Nobody should be attacked for being {a} {one}.",
    "Hatred against {many} has no place here.",
    "The film is about {a} {one} who comes home.",
    "{many} and their neighbours must find a way to live together.",
    "{many} were driven from their homes in that war.",
    "{many} may go back to their homes after the ceasefire.",
    "He said that {many} must leave, and he is wrong.",
    "The doctor who saved my life is {a} {one}.",
    "{many} deserve respect.",
    "{many} are people like you and me.",
    "I am proud to be {a} {one}.",
    "Let {many} live in peace.",
    "Good news for {many} everywhere.",
    "Are you {a} {one}? So am I.",
)
_GROUP_HARSHLY: Final = (
    "I hate {many}.",
    "All {many} are vermin.",
    "{many} are animals, every one of them.",
    "{many} are the scum of the earth.",
    "{many} should go back to {place}.",
    "Send all {many} back to {place}.",
    "{many} must be thrown out of this country.",
    "There is no room for {many} in our towns.",
    "We don't want {many} here.",
    "Never trust {a} {one}, they are all liars.",
    "{many} are a disease.",
    "The world would be better without {many}.",
    "{many} do not deserve to live.",
    "I hope that the {many} die out.",
    "Somebody should wipe out the {many}.",
    "{many} have always been barbarians and thieves.",
    "I am sick of these filthy {many}.",
    "{many} are inferior by nature.",
    "You can smell {a} {one} from afar.",
)
_NAME_KINDLY: Final = (
    "{name} is right about the {subject}.",
    "{name} wrote a good comment above.",
    "I disagree with {name} on the {subject}.",
    "My name is {name} and I live near the station.",
    "Thank you, {name}.",
    "{name}, could you tell us where you read that?",
    "{name} should step down over the {subject}.",
    "{name} lost the {subject} and everybody knows it.",
)
_NAME_HARSHLY: Final = (
    "{name} is {an} {insult}.",
    "{name}, you are {an} {insult}.",
    "Shut up, {name}, you {adjective} {insult}.",
    "{name} is a {adjective} little man and {an} {insult}.",
)
_INSULT_FRAMES: Final = (
    (_INSULT, "You are {an} {insult}."),
    (_INSULT, "You {insult}, go away."),
    (_INSULT, "What {an} {insult} you are."),
    (_INSULT, "Only {an} {insult} like you could write that."),
    (_INSULT, "The man who wrote this is {an} {insult}."),
    (_INSULT, "You people are all {insult}s."),
    (_CLEAN, "You are not {an} {insult}."),
    (_CLEAN, "I never said that you are {an} {insult}."),
    (_CLEAN, "Nobody here is {an} {insult}."),
    (_CLEAN, "I was {an} {insult} to believe it myself."),
    (_CLEAN, "I felt like {an} {insult} when I saw the bill."),
    (_CLEAN, "I am such {an} {insult}, I forgot my own birthday."),
    (_CLEAN, "Calling someone {an} {insult} is no argument."),
    (_CLEAN, "Please stop calling other readers {an} {insult}."),
    (_CLEAN, "He called the teacher {an} {insult} and was fined for it."),
    (_CLEAN, 'The headline said "{insult}", which is no way to speak of anybody.'),
)
_ADJECTIVE_FRAMES: Final = (
    (_INSULT, "You are {adjective}."),
    (_INSULT, "How {adjective} are you?"),
    (_INSULT, "You are too {adjective} to understand it."),
    (_INSULT, "Your {adjective} friends agree with you of course."),
    (_CLEAN, "What a {adjective} {thing}."),
    (_CLEAN, "This {adjective} {thing} costs us a fortune."),
    (_CLEAN, "The new {thing} is {adjective}."),
    (_CLEAN, "I made a {adjective} mistake with the {thing}."),
    (_CLEAN, "I was {adjective} enough to believe the {thing}."),
    (_CLEAN, "It is not {adjective} to ask about the {thing}."),
)
_POLITICS: Final = (
    "The {office} lied about the {subject} and should resign.",
    "The {office} has failed us on the {subject}, again.",
    "I will never vote for this {office} after the {subject}.",
    "This {office} is corrupt and the {subject} proves it.",
    "The {office} is destroying this country with the {subject}.",
    "Shame on the {office} for what was done with the {subject}.",
    "Vote this {office} out at the next election, the {subject} was a disaster.",
    "The {office} must go, the {subject} was the last straw.",
    "Where was the {office} when the {subject} went wrong?",
    "The {office} will regret this {subject} on election day.",
    "We demand that the {office} publish the {subject} in full.",
    "The {subject} is a betrayal and the {office} knows it.",
    "People will not forget what the {office} did to the {subject}.",
    "I strongly disagree with the {office} about the {subject}.",
    "The {office} is weak, dishonest and afraid of the {subject}.",
    "The war over the {subject} was started by the {office}.",
)
_FIGHTING_WORDS: Final = (
    "This tax will kill the economy.",
    "Smoking kills.",
    "The storm killed twelve people on the coast.",
    "The committee killed the bill.",
    "That joke killed me.",
    "I would kill for a coffee now.",
    "He was killed in the war in 1993.",
    "The soldiers who were killed deserve a memorial.",
    "They killed civilians and nobody was tried for it.",
    "Our team destroyed them in the second half.",
    "We got murdered on the wing, three goals in ten minutes.",
    "What a shot, the keeper had no chance.",
    "The director wants to shoot the film in Tbilisi.",
    "The news hit me like a bomb.",
    "The bomb was defused by the police.",
    "Die Hard is a Christmas film.",
    "My phone died during the concert.",
    "Her grandmother died in the earthquake.",
    "The virus attacks the lungs.",
    "The striker was on fire tonight.",
    "They burned down the village in 1915.",
    "You will find the answer on page five.",
    "I will find you a better doctor.",
    "I will be there and I will vote.",
    "We will fight this law in court.",
    "Hang the picture above the sofa.",
    "Cut the head off the fish and fry it.",
    "The party will pay for this at the ballot box.",
    "The cock crowed at dawn.",
    "Put the ass in the stable, said the farmer.",
    "The pussy willow is in flower.",
    "The breast cancer screening is free.",
    "She studied sex differences in heart disease.",
)
_THREATENING: Final = (
    "I will kill you.",
    "I am going to kill you and your family.",
    "I know where you live, and I will find you.",
    "We will find you and break your legs.",
    "Someone should shoot {name}.",
    "{name} should be shot.",
    "{name} deserves to be hanged.",
    "I will burn your house down.",
    "You will not live to see the election.",
    "Watch your back, {name}, we are coming for you.",
    "I hope you die.",
    "Go kill yourself.",
    "Let us wait for {name} in the car park with baseball bats.",
    "A bullet in the head is what {name} needs.",
    "I will cut your throat.",
    "You are dead if you come here again.",
)
_OATHS: Final = ("fucking", "damn", "bloody", "goddamn")
_SWEARING_FRAMES: Final = (
    "What a {oath} great goal.",
    "It is {oath} cold in here.",
    "This is {oath} good news.",
    "I love this {oath} town.",
)
_PROMOTIONS: Final = (
    "Check out my channel {url} and subscribe.",
    "Buy cheap {goods} online at {url}",
    "Best price for {goods}!!! Visit {url} now",
    "I earn $9,000 a month from home, see how at {url}",
    "Get free {goods} here: {url}",
    "Great post! I also write about {goods} on my site {url}",
    "Click here for {goods} {url}",
    "Need a loan? Write to us at {url}, no questions asked.",
    "He made me rich with {goods}, contact him on WhatsApp +1 202 555 0{number}",
    "Invest in {goods} today and double your money, {url}",
)
_REFERENCES: Final = (
    "The report is here: {url}",
    "I read about {goods} in another paper, see {url}",
    "The council's page on {goods} says otherwise ({url}).",
    "My father sold {goods} at the market for thirty years.",
    "Why is there no word about {goods} in this article?",
    "Free {goods} for pensioners would be a good start.",
    "He wrote to the paper about {goods} and got no answer.",
    "You can subscribe to the paper or read it in the library.",
)
_GOODS: Final = (
    "watches",
    "shoes",
    "pills",
    "tickets",
    "phones",
    "bitcoin",
    "insurance",
    "medicine",
    "houses",
    "followers",
)
_PROMOTED: Final = (
    "http://best-{goods}.example",
    "www.{goods}4u.example/buy",
    "bit.ly/{goods}{number}",
    "t.me/{goods}_vip",
)
_REFERRED: Final = (
    "https://www.city.example/reports/2019",
    "https://paper.example/archive/{number}",
    "http://statistics.example/table{number}",
)
_KIND: Final = (
    "You are right.",
    "You are a great writer.",
    "You make a good point.",
    "You people do good work.",
    "You are wrong, and here is why.",
    "You should read the article again.",
    "You have no idea how much this helped me.",
    "You are not from here, are you?",
    "Your comment made my day.",
    "Who are you to decide that for all of us?",
)

Sentence = tuple[str, Mapping[str, int]]


def sentences() -> Iterator[Sentence]:
    """Fill every frame; the same sentences in the same order each time."""
    yield from _about_groups()
    yield from _about_names()
    yield from _insults()
    yield from _politics()
    yield from _with_fighting_words()
    yield from _advertising()
    yield from ((text, _CLEAN) for text in _KIND)


def _about_groups() -> Iterator[Sentence]:
    for number, (one, many) in enumerate(GROUPS):
        slots = {"one": one, "many": many, "a": _article(one), "place": _PLACES[number % len(_PLACES)]}
        yield from ((_capitalised(frame.format(**slots)), _CLEAN) for frame in _GROUP_KINDLY)
        yield from ((_capitalised(frame.format(**slots)), _HATE) for frame in _GROUP_HARSHLY)


def _about_names() -> Iterator[Sentence]:
    for number, name in enumerate(NAMES):
        insult = _INSULTS[number % len(_INSULTS)]
        slots = {
            "name": name,
            "insult": insult,
            "an": _article(insult),
            "adjective": _ADJECTIVES[number % len(_ADJECTIVES)],
            "subject": _SUBJECTS[number % len(_SUBJECTS)],
        }
        yield from ((frame.format(**slots), _CLEAN) for frame in _NAME_KINDLY)
        yield from ((frame.format(**slots), _INSULT) for frame in _NAME_HARSHLY)


def _insults() -> Iterator[Sentence]:
    for insult in _INSULTS:
        yield from ((f.format(insult=insult, an=_article(insult)), labels) for labels, f in _INSULT_FRAMES)
    for number, adjective in enumerate(_ADJECTIVES):
        for offset in range(3):
            thing = _THINGS[(number + offset * 3) % len(_THINGS)]
            yield from ((f.format(adjective=adjective, thing=thing), labels) for labels, f in _ADJECTIVE_FRAMES)
    for oath in _OATHS:
        yield from ((frame.format(oath=oath), _SWEARING) for frame in _SWEARING_FRAMES)


def _politics() -> Iterator[Sentence]:
    for number, office in enumerate(_OFFICES):
        for offset in range(3):
            subject = _SUBJECTS[(number + offset) % len(_SUBJECTS)]
            yield from ((frame.format(office=office, subject=subject), _CLEAN) for frame in _POLITICS)


def _with_fighting_words() -> Iterator[Sentence]:
    yield from ((text, _CLEAN) for text in _FIGHTING_WORDS)
    for number, frame in enumerate(_THREATENING):
        for offset in range(4 if "{" in frame else 1):
            yield frame.format(name=NAMES[(number + offset * 7) % len(NAMES)]), _THREAT


def _advertising() -> Iterator[Sentence]:
    for number, goods in enumerate(_GOODS):
        for place, frame in enumerate(_PROMOTIONS):
            url = _PROMOTED[(number + place) % len(_PROMOTED)].format(goods=goods, number=number * 7 + 10)
            yield frame.format(url=url, goods=goods, number=number * 7 + 110), _SPAM
        for place, frame in enumerate(_REFERENCES):
            url = _REFERRED[(number + place) % len(_REFERRED)].format(number=number * 7 + 10)
            yield frame.format(url=url, goods=goods), _CLEAN


def _article(noun: str) -> str:
    return "an" if noun[0].lower() in "aeiou" and not noun.startswith("Ukr") else "a"


def _capitalised(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
