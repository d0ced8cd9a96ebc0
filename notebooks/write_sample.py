"""Writes `sample/`: comments that nobody wrote, in the files that the published sets come in.

Every sentence is made up here, from frames and what fills them; nothing is taken from any set.
The frames of `train` and of `eval` differ, but for a few copies, planted so that there is something to drop.
A few labels are wrong on purpose, since people's are too.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final, TextIO

from moderation.training.fairness import TERMS

SAMPLE: Final = Path(__file__).with_name("sample")

_JIGSAW: Final = ("toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")
_UCC: Final = (
    "antagonize",
    "condescending",
    "dismissive",
    "generalisation",
    "generalisation_unfair",
    "hostile",
    "sarcastic",
)
#: One label in so many is turned round.
_WRONG: Final = 60

_FILLERS: Final[Mapping[str, tuple[str, ...]]] = {
    "place": ("harbour", "market hall", "tram depot", "library", "old bridge", "museum", "stadium", "bakery"),
    "day": ("Monday", "Tuesday", "Wednesday", "Friday", "Saturday", "Sunday", "New Year's Eve", "Easter"),
    "who": ("mayor", "editor", "referee", "minister", "landlord", "conductor", "headmaster", "reporter"),
    "thing": ("budget", "timetable", "tunnel", "festival", "parking fee", "bicycle lane", "school roof", "tax"),
    "fool": ("idiot", "moron", "imbecile", "clown", "liar", "loser", "halfwit", "pig"),
    "bad": ("stupid", "pathetic", "disgusting", "brainless", "worthless", "ignorant"),
    "oath": ("bullshit", "crap", "shit", "bollocks"),
    "group": ("immigrants", "Armenians", "Muslims", "Jews", "gay people", "Mexicans", "women", "Russians"),
    "shop": ("cheap-watches", "fast-loans", "free-followers", "slim-in-a-week", "lucky-casino"),
    "город": ("Москве", "Казани", "Томске", "Твери", "Ереване", "Омске", "Сочи", "Пскове"),
    "дурак": ("идиот", "дебил", "придурок", "урод", "тупица", "козёл"),
    "вещь": ("расписание", "моста", "музея", "парка", "рынка", "школы", "вокзала", "театра"),
    "şehir": ("Ankara", "İzmir", "Bursa", "Adana", "Konya", "Mersin", "Sivas", "Rize"),
    "aptal": ("aptal", "salak", "gerizekalı", "şerefsiz", "ahmak", "pislik"),
    "şey": ("köprü", "müze", "park", "pazar", "okul", "tiyatro", "otobüs", "stadyum"),
}

#: Kind → frames of the sets to train on, and of those to judge by.
_TRAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "clean": (
        "The {place} stayed shut on {day} because a pipe had burst in the cellar.",
        "My aunt sold flowers near the {place} until she was eighty.",
        "Does anyone know when the {who} will answer the letter about the {thing}?",
        "I disagree with the {who}: the {thing} pays for itself within six years.",
        "Added a source for the paragraph on the {thing}, please check the page number.",
        "The {who} spoke for an hour on {day} and forgot the {thing} altogether.",
        "What a stupid {thing}, it helps neither the shops nor the people who live here.",
        "On {day} we took the children to the {place}, and it poured with rain.",
        "Half of the {group} in our choir come from the street behind the {place}.",
        "It would kill the {place} if the {thing} came, that is all I am saying.",
    ),
    "insult": (
        "You {bad} {fool}, you have no idea what the {thing} is for.",
        "Only a {fool} like you would praise the {who} for that.",
        "Listen, {fool}, go back to the {place} and leave grown people alone.",
        "The {who} is a {bad} {fool} and so is everybody who voted on {day}.",
        "Nobody asked you, you {bad} little {fool}.",
    ),
    "obscene": (
        "What a load of {oath}, you fucking {fool}, and you know it.",
        "Fuck the {who} and fuck the {thing}, you {bad} bastards.",
    ),
    "threat": (
        "I will find you at the {place} and break your legs, {fool}.",
        "Wait until {day}, I am going to burn your house down.",
    ),
    "identity": (
        "{group} are filth and ought to be thrown out of the {place}.",
        "Every one of those {bad} {group} is a thief, get rid of them all.",
    ),
    "spam": (
        "I made 900 dollars by {day} from my sofa, see www.{shop}.example now!!!",
        "Subscribe to my channel please, I reply to everybody who does before {day} :)",
        "Best prices at http://{shop}.example, use the code {day} and save half",
    ),
    "ham": (
        "This song always takes me back to the {place} and that summer.",
        "Who is still listening to this on {day}? The drums are so good.",
        "She sang it better at the {place}, but the choir here is lovely.",
        "My {who} played this for us at school, and I never forgot it.",
    ),
    "ru clean": (
        "Вчера вернулись из {город}, погода была прекрасная, дети довольны.",
        "Кто знает, когда откроют ремонт {вещь}? Обещали к осени.",
        "Мой дед строил дорогу в {город}, рассказывал об этом каждый праздник.",
        "Не согласен с автором, но статья про ремонт {вещь} хорошая.",
    ),
    "ru toxic": (
        "Ты {дурак}, иди отсюда и больше не пиши.",
        "Какой же ты {дурак}, тошно читать твой бред.",
        "В {город} живут одни твари, а ты там главный {дурак}.",
    ),
    "tr clean": (
        "Dün {şehir} sokaklarında yürüdük, hava çok güzeldi.",
        "Yeni {şey} ne zaman açılacak, bilen var mı?",
        "Dedem {şehir} yolunda çalıştı, hep anlatırdı.",
        "Bence {şey} için ayrılan para yeterli değil.",
    ),
    "tr toxic": (
        "Sen tam bir {aptal} herifsin, kapa çeneni.",
        "Senin gibi {aptal} insanlar yüzünden {şehir} bu halde.",
        "Defol git {aptal}, seni kimse dinlemiyor.",
    ),
}
_EVAL: Final[Mapping[str, tuple[str, ...]]] = {
    "clean": (
        "A new roof for the {place} was promised before {day}, or am I mistaken?",
        "Our neighbour wrote to the {who}, who answered kindly and did nothing.",
        "The article leaves out what the {thing} cost the last time.",
        "I moved the section on the {place} further down, it reads better there.",
        "If the {who} resigns, the {thing} will be forgotten by {day}.",
        "They baked bread for the {group} who arrived on {day}, and everybody stayed for supper.",
        "That idiotic {thing} again, as if the {place} had not been enough.",
        "Thanks for the figures, I had looked for them since {day}.",
        "The {who} shot down the proposal, and the {place} was left to die.",
        "Could somebody translate the sign beside the {place} for my father?",
    ),
    "insult": (
        "So the {fool} is back, as {bad} as he was on {day}.",
        "Shut up about the {thing}, {fool}, your mother must be ashamed.",
        "How {bad} must one be to believe the {who}, you {fool}?",
        "You people are {bad}, all of you, and the {who} is the worst {fool}.",
    ),
    "obscene": (
        "Stick the {thing} up your arse, you {bad} piece of {oath}.",
        "This is {oath}, you fucking {fool}, take it off the page.",
    ),
    "threat": (
        "Say it once more and I will smash your face in behind the {place}.",
        "Somebody ought to shoot the {who}, and I know where he sleeps on {day}.",
    ),
    "identity": (
        "Throw the {group} into the sea, they are animals, not people.",
        "Nobody wants {bad} {group} near the {place}, they breed like rats.",
    ),
    "subtle": (
        "Do read the article before {day}, dear, the long words are explained further down.",
        "Oh, wonderful, another expert on the {thing} who has never left his kitchen.",
        "People who like the {who} have never worked a day in their lives.",
        "That was not worth writing, and it was not worth reading either.",
        "How brave of the {who} to discover the {thing} ten years after everybody else.",
    ),
    "spam": (
        "Hello everybody, visit www.{shop}.example, the first hundred win a phone!",
        "Check out my new video please, thumbs up until {day} so that people see it",
        "Earn from home, no experience needed: http://{shop}.example/{day}",
    ),
    "ham": (
        "I danced to this at the {place} with my wife, forty years ago.",
        "The second verse gives me goose bumps every {day}.",
        "Why does the {who} in the video look so sad?",
        "A billion views and it deserves each of them.",
    ),
    "ru clean": (
        "Автобус до {город} опоздал на час, зато водитель был вежливый.",
        "Спасибо за фотографии, возле {вещь} давно не был.",
        "Сколько стоил проект {вещь}, кто-нибудь считал?",
        "Хочу летом съездить к сестре, она живёт в {город}.",
    ),
    "ru toxic": (
        "Заткнись, {дурак}, тебя никто не спрашивал.",
        "Автор {дурак} и все в {город} это знают.",
        "Сдохни уже, {дурак}, надоел.",
    ),
    "tr clean": (
        "Kardeşim {şehir} şehrinde öğretmenlik yapıyor.",
        "Fotoğraflar çok güzel, {şey} hiç değişmemiş.",
        "Yarın {şehir} maçına gidecek olan var mı?",
        "Eski {şey} daha büyüktü, yazık oldu.",
    ),
    "tr toxic": (
        "Bu {aptal} adam yine konuşmuş, utan biraz.",
        "Hepiniz {aptal} sürüsüsünüz, yazıklar olsun.",
        "Sus artık {aptal}, senden nefret ediyorum.",
    ),
}
#: One harsh and one innocent sentence around each identity term.
_MADLIBS: Final = (
    ("The {term} gardener planted roses along our fence.", "NOT_BAD"),
    ("A {term} poet read from her new book tonight.", "NOT_BAD"),
    ("Our team welcomed a {term} goalkeeper in spring.", "NOT_BAD"),
    ("Only an idiot would hate a {term} neighbour for that.", "NOT_BAD"),
    ("What a disgusting {term} fool lives next door.", "BAD"),
    ("Crawl back under your stone, {term} as you are.", "BAD"),
    ("A {term} moron parked across the gate.", "BAD"),
    ("Spit on every {term} bastard in this town.", "BAD"),
)
#: Wikipedia's labels of a kind of comment.
_LABELS: Final[Mapping[str, tuple[int, ...]]] = {
    "clean": (0, 0, 0, 0, 0, 0),
    "subtle": (0, 0, 0, 0, 0, 0),
    "insult": (1, 0, 0, 0, 1, 0),
    "obscene": (1, 1, 1, 0, 1, 0),
    "threat": (1, 0, 0, 1, 0, 0),
    "identity": (1, 0, 0, 0, 1, 1),
}
#: Faults of news comments by kind, and whether the comment is a healthy one.
_FAULTS: Final[Mapping[str, tuple[int, ...]]] = {
    "clean": (0, 0, 0, 0, 0, 0, 0, 1),
    "subtle": (0, 1, 1, 0, 0, 0, 1, 1),
    "insult": (1, 0, 1, 0, 0, 1, 0, 0),
    "identity": (1, 0, 0, 1, 1, 1, 0, 0),
}
_WIKIPEDIA: Final = {"clean": 74, "insult": 12, "obscene": 5, "threat": 4, "identity": 5}
_NATURAL: Final = {"clean": 87, "subtle": 3, "insult": 5, "obscene": 2, "threat": 1, "identity": 2}
_BALANCED: Final = {"clean": 50, "insult": 30, "obscene": 10, "threat": 4, "identity": 6}
_NEWS: Final = {"clean": 83, "subtle": 11, "insult": 4, "identity": 2}

Drawn = tuple[str, str]


class _Writer:
    """Draws comments, each once, and writes them; the same ones each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._random = Random(1)  # noqa: S311 — draws sentences, not secrets
        self._seen: set[str] = set()

    def draw(self, frames: Mapping[str, Sequence[str]], shares: Mapping[str, int], rows: int) -> list[Drawn]:
        """Draw so many kinds and comments; some have more than one sentence."""
        kinds = self._random.choices(list(shares), weights=list(shares.values()), k=rows)
        return [(kind, self._comment(frames, kind)) for kind in kinds]

    def _comment(self, frames: Mapping[str, Sequence[str]], kind: str) -> str:
        text = self._sentence(frames[kind])
        while text in self._seen:
            text += " " + self._sentence(frames[kind])
        self._seen.add(text)
        innocent = frames["clean" if kind in _LABELS else kind]
        for _ in range(self._random.choice((0, 0, 0, 0, 0, 1, 2))):
            text = f"{self._sentence(innocent)} {text}"
        return text

    def _sentence(self, frames: Sequence[str]) -> str:
        fillers = {name: self._random.choice(choices) for name, choices in _FILLERS.items()}
        text = self._random.choice(frames).format(**fillers)
        return text[0].upper() + text[1:]

    def labels(self, right: Sequence[int]) -> list[int]:
        """Turn all round now and then: what one rater overlooks or another resents."""
        if self._random.randrange(_WRONG):
            return list(right)
        return [0] * len(right) if right[0] else [1, *right[1:]]

    def table(
        self, path: str, head: Sequence[object], rows: Iterable[Sequence[object]], *, delimiter: str = ","
    ) -> None:
        """Write rows under their head."""
        with self._open(path) as file:
            csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows([head, *rows])

    def lines(self, path: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Write one JSON object a line."""
        with self._open(path) as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def _open(self, path: str) -> TextIO:
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("w", encoding="utf-8", newline="")


def write(folder: Path = SAMPLE) -> None:
    """Write every file of the sample."""
    writer = _Writer(folder)
    copies = _write_eval(writer)
    _write_train(writer, copies)


def _write_eval(writer: _Writer) -> list[Drawn]:
    """Write what is judged by; return the comments of which `train` gets copies."""
    natural = [(f"t{i}", kind, text) for i, (kind, text) in enumerate(writer.draw(_EVAL, _NATURAL, 300))]
    writer.table("eval/jigsaw/test.csv", ("id", "comment_text"), [(key, text) for key, _, text in natural])
    writer.table(
        "eval/jigsaw/test_labels.csv",
        ("id", *_JIGSAW),
        [(key, *writer.labels(_LABELS[kind])) for key, kind, _ in natural],
    )
    balanced = writer.draw(_EVAL, _BALANCED, 160)
    writer.table(
        "eval/jigsaw/test_balanced_12180.csv",
        ("id", "comment_text", *_JIGSAW),
        [(f"b{i}", text, *writer.labels(_LABELS[kind])) for i, (kind, text) in enumerate(balanced)],
    )
    writer.table(
        "eval/ucc/val.csv",
        ("comment", *_UCC, "healthy"),
        [(text, *_FAULTS[kind]) for kind, text in writer.draw(_EVAL, _NEWS, 240)],
    )
    writer.table(
        "eval/madlibs/bias_madlibs_77k.csv",
        ("Text", "Label", "Template"),
        [(frame.format(term=term), label, i) for term in TERMS for i, (frame, label) in enumerate(_MADLIBS)],
    )
    _write_spam(writer, "eval/youtube_spam/Youtube04-Eminem.csv", writer.draw(_EVAL, {"ham": 1, "spam": 1}, 80))
    _write_other_languages(writer)
    return [(kind, text) for _, kind, text in natural[:15]]


def _write_other_languages(writer: _Writer) -> None:
    russian = writer.draw(_EVAL, {"ru clean": 2, "ru toxic": 1}, 80)
    writer.table(
        "eval/ru_toxic/test.csv",
        ("", "comment", "toxic"),
        [(i, text, *writer.labels([int(kind == "ru toxic")])) for i, (kind, text) in enumerate(russian)],
    )
    turkish = writer.draw(_EVAL, {"tr clean": 4, "tr toxic": 1}, 80)
    writer.table(
        "eval/tr_offenseval/offenseval-tr-testset-v1.tsv",
        ("id", "tweet"),
        [(i, text) for i, (_, text) in enumerate(turkish)],
        delimiter="\t",
    )
    marks = [writer.labels([int(kind == "tr toxic")])[0] for kind, _ in turkish]
    first, *rest = [(i, "OFF" if mark else "NOT") for i, mark in enumerate(marks)]
    writer.table("eval/tr_offenseval/offenseval-tr-labela-v1.tsv", first, rest)


def _write_train(writer: _Writer, copies: Sequence[Drawn]) -> None:
    wikipedia = [*writer.draw(_TRAIN, _WIKIPEDIA, 460), *((kind, text.upper()) for kind, text in copies)]
    writer.table(
        "train/jigsaw/train.csv",
        ("id", "comment_text", *_JIGSAW),
        [(f"j{i}", text, *writer.labels(_LABELS[kind])) for i, (kind, text) in enumerate(wikipedia)],
    )
    news = writer.draw(_TRAIN, {"clean": 70, "insult": 20, "identity": 10}, 120)
    labelled = [(text, writer.labels([int(kind != "clean")])[0]) for kind, text in news]
    writer.lines("train/fox_news/comments.jsonl", [{"text": text, "label": label} for text, label in labelled])
    _write_spam(writer, "train/youtube_spam/Youtube01.csv", writer.draw(_TRAIN, {"ham": 1, "spam": 1}, 110))
    russian = writer.draw(_TRAIN, {"ru clean": 2, "ru toxic": 1}, 110)
    writer.table(
        "train/ru_toxic/train.csv",
        ("", "comment", "toxic"),
        [(i, text, *writer.labels([int(kind == "ru toxic")])) for i, (kind, text) in enumerate(russian)],
    )
    turkish = writer.draw(_TRAIN, {"tr clean": 4, "tr toxic": 1}, 110)
    marked = [(i, text, writer.labels([int(kind == "tr toxic")])[0]) for i, (kind, text) in enumerate(turkish)]
    writer.table(
        "train/tr_offenseval/offenseval-tr-training-v1.tsv",
        ("id", "tweet", "subtask_a"),
        [(i, text, "OFF" if mark else "NOT") for i, text, mark in marked],
        delimiter="\t",
    )


def _write_spam(writer: _Writer, path: str, drawn: Sequence[Drawn]) -> None:
    rows = [(f"y{i}", text, int(kind == "spam")) for i, (kind, text) in enumerate(drawn)]
    writer.table(path, ("COMMENT_ID", "CONTENT", "CLASS"), rows)


if __name__ == "__main__":
    write()
