"""A card for each set of labels: what it is, who made it, what it is read for, and what to beware of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCard:
    """What a reader must know of a set before trusting what was learnt from it, or measured on it."""

    title: str
    origin: str
    licence: str
    #: The files that are read, in the set's folder.
    files: str
    #: What its labels become.
    labels: str
    beware: str


#: Folder under `train/` → its card.
TRAINING: Final[Mapping[str, DataCard]] = {
    "jigsaw": DataCard(
        title="Jigsaw Toxic Comment Classification Challenge",
        origin="Wikipedia talk pages in English, labelled by crowd workers for Jigsaw, 2018",
        licence="labels CC0; text CC BY-SA 3.0",
        files="`train.csv` (id, comment_text and six labels); `train_lowercased_extra.csv`, optional",
        labels="all six attributes",
        beware="Public subsets hold nearly all toxic rows and part of the clean ones: scores are weighted to "
        "natural rates. Talk among editors of an encyclopedia is not talk under news.",
    ),
    "toxic_spans": DataCard(
        title="Toxic Spans (SemEval-2021 task 5 and the release of ACL 2022)",
        origin="comments of English news sites from Civil Comments; spans by raters, Pavlopoulos et al.",
        licence="CC0",
        files="`comments.csv`, `annotations.csv`, `spans.csv`, `derived_comment_labels.csv`",
        labels="toxicity, insult, identity_attack and threat of whole comments; of single sentences; and of what "
        "is left of a comment without the sentences that anybody marked, which is clean",
        beware="Nearly every whole comment is toxic: without the clean sentences a model learns the source.",
    ),
    "fox_news": DataCard(
        title="Fox News user comments",
        origin="comments in their threads under ten stories, Gao and Huang 2017",
        licence="MIT",
        files="`comments.jsonl`",
        labels="toxicity, and of the clean ones that they threaten and attack nobody",
        beware="Small. `hateful` includes mild sexism; a clean comment may still insult.",
    ),
    "stormfront": DataCard(
        title="Hate speech from a white supremacist forum",
        origin="sentences of a forum, de Gibert et al. 2018",
        licence="CC BY-SA 3.0 ES",
        files="`stormfront.csv`",
        labels="toxicity and identity_attack",
        beware="Sentences without their context; nine in ten are no hate, which is what they are used for.",
    ),
    "toxigen": DataCard(
        title="ToxiGen, the part that people validated",
        origin="statements about groups, written by a machine, Hartvigsen et al. 2022",
        licence="MIT",
        files="`toxiGen.json`",
        labels="toxicity and identity_attack where people rated 4 or more of 5; clean where 2 or less",
        beware="Machine-written: fluent, short, and all about groups.",
    ),
    "davidson": DataCard(
        title="Hate speech and offensive language",
        origin="tweets found by keyword, Davidson et al. 2017",
        licence="MIT",
        files="`labeled_data.csv`",
        labels="toxicity; identity_attack where hate",
        beware="Unfair to African American English; counts little for that reason.",
    ),
    "hatemoji": DataCard(
        title="HatemojiBuild",
        origin="sentences written to fool models, many with emoji, Kirk et al. 2022",
        licence="CC BY 4.0",
        files="`HatemojiBuild_train.csv`, `HatemojiBuild_validation.csv`",
        labels="toxicity and identity_attack",
        beware="Written for the purpose: unlike what readers write, and good at telling twins apart.",
    ),
    "surge": DataCard(
        title="Surge AI toxicity sample",
        origin="comments of social media",
        licence="MIT",
        files="`toxicity_en.csv`",
        labels="toxicity",
        beware="A thousand rows.",
    ),
    "hatexplain": DataCard(
        title="HateXplain",
        origin="posts of Twitter and Gab, Mathew et al. 2021",
        licence="MIT",
        files="`train_lfr_no_negation.csv`, `val_processed.csv`",
        labels="toxicity; identity_attack where hate",
        beware="Lower-cased and tokenised, with names masked; counts little.",
    ),
    "youtube_spam": DataCard(
        title="YouTube Spam Collection",
        origin="comments under music videos, Alberto, Lochter and Almeida 2015",
        licence="CC BY 4.0",
        files="`Youtube*.csv`",
        labels="spam",
        beware="Spam of 2015: channels and links, few shops.",
    ),
    "sms_spam": DataCard(
        title="SMS Spam Collection",
        origin="short messages, Almeida and Gómez Hidalgo 2011",
        licence="none stated",
        files="`SMSSpamCollection`",
        labels="spam",
        beware="Another medium; counts little.",
    ),
    "own": DataCard(
        title="Your own comments",
        origin="what your moderators decided",
        licence="yours",
        files="`*.csv` with `text` and a column for each attribute: 1, 0, or empty where nobody said",
        labels="whatever the columns say",
        beware="Moderators look at what was flagged: leave a sample of what was not in it.",
    ),
    "templates": DataCard(
        title="Templates of the project",
        origin="written for this project, in `moderation/training/templates.py`",
        licence="Apache-2.0",
        files="none",
        labels="all attributes; each harsh sentence has an innocent twin",
        beware="They teach what they say and nothing of how people write.",
    ),
    "ru_toxic": DataCard(
        title="Russian Language Toxic Comments",
        origin="comments of 2ch and Pikabu",
        licence="MIT",
        files="`train.csv`",
        labels="toxicity",
        beware="Two boards with customs of their own.",
    ),
    "tr_offenseval": DataCard(
        title="OffensEval-TR 2020",
        origin="Turkish tweets, Çöltekin 2020",
        licence="CC BY, as its authors state",
        files="`offenseval-tr-training-v1.tsv`",
        labels="toxicity; of the others that they do not insult",
        beware="Tweets: short, and without an article above them.",
    ),
    "tr_teknofest": DataCard(
        title="Teknofest offensive language",
        origin="short Turkish texts",
        licence="Apache-2.0",
        files="`teknofest_train_final.csv`",
        labels="toxicity and insult",
        beware="Unlike comments; counts little.",
    ),
}
#: Folder under `eval/` → its card.
EVALUATION: Final[Mapping[str, DataCard]] = {
    "jigsaw": DataCard(
        title="Jigsaw, the test rows",
        origin="as in training",
        licence="as in training",
        files="`test.csv`, `test_labels.csv`, `test_balanced_12180.csv`",
        labels="six labels at natural rates; toxicity on as many clean as toxic rows",
        beware="17 threats and 24 severe rows among those at natural rates: see the intervals.",
    ),
    "ucc": DataCard(
        title="Unhealthy Comments Corpus, validation rows",
        origin="comments of the Globe and Mail, Price et al. 2020",
        licence="CC BY-NC-SA 4.0: evaluation only",
        files="`val.csv`",
        labels="hostile, antagonize, unhealthy and other faults, at natural rates",
        beware="Subtle faults on which raters disagree; the nearest there is to a newspaper's comments.",
    ),
    "civil_comments": DataCard(
        title="Civil Comments, a subset",
        origin="comments of news sites that mention men or women",
        licence="CC0",
        files="`subset.csv`",
        labels="toxic where half of the raters said so",
        beware="Half of its rows are toxic, which is not natural.",
    ),
    "toxic_spans": DataCard(
        title="Toxic Spans, the test rows",
        origin="as in training",
        licence="CC0",
        files="`tsd_test.csv`",
        labels="characters that were marked",
        beware="All of its comments are toxic.",
    ),
    "madlibs": DataCard(
        title="Bias madlibs",
        origin="sentences made of templates around identity terms, Dixon et al. 2018",
        licence="CC BY 4.0",
        files="`bias_madlibs_77k.csv`",
        labels="bad or not bad",
        beware="Bias in sentences that nobody writes; real bias is subtler.",
    ),
    "youtube_spam": DataCard(
        title="YouTube Spam Collection, a video that training does not hold",
        origin="as in training",
        licence="CC BY 4.0",
        files="`Youtube04-Eminem.csv`",
        labels="spam",
        beware="One video.",
    ),
    "datacamp_spam": DataCard(
        title="Comments under tutorials",
        origin="comments of DataCamp, labelled by hand",
        licence="none stated: evaluation only",
        files="`final_data_extended_labeledPhase1.csv`",
        labels="spam, contentless comments among it",
        beware="Noisy labels; reported, and not aimed at.",
    ),
    "ru_toxic": DataCard(
        title="Russian Language Toxic Comments, test rows",
        origin="as in training",
        licence="MIT",
        files="`test.csv`",
        labels="toxic",
        beware="As in training.",
    ),
    "tr_offenseval": DataCard(
        title="OffensEval-TR 2020, test rows",
        origin="as in training",
        licence="CC BY, as its authors state",
        files="`offenseval-tr-testset-v1.tsv`, `offenseval-tr-labela-v1.tsv`",
        labels="offensive",
        beware="As in training.",
    ),
    "perspective_scores": DataCard(
        title="Scores of the Perspective API",
        origin="scores of August 2018 for comments of Wikipedia",
        licence="Apache-2.0",
        files="`perspective_wikipedia_2k_score_sample_20180829.csv`",
        labels="none by people: for comparing scales",
        beware="Half of its rows are also in Jigsaw's training file.",
    ),
}
