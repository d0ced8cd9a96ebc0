"""What a card says in words, by kind of model."""

from collections.abc import Mapping
from typing import Final

PURPOSE: Final = """\
Rates comments on the attributes that Perspective made customary, for a service that holds
doubtful ones for a person."""

WHAT: Final[Mapping[str, str]] = {
    "linear": """\
It is a linear model over hashed n-grams (characters 2 to 5, words 1 to 2), served with numpy alone.""",
    "transformer": """\
It is a small encoder of six layers, 384 wide (MiniLM, Wang et al. 2020), fine-tuned on English comments
and served with ONNX Runtime in eight bits, without PyTorch.""",
    "cascade": """\
It is two models: a linear one, which answers where it is sure, and a small transformer, which is asked too where
the linear one is not; both lie beside it in this folder of models, with cards of their own.""",
    "tuned": """\
It is another model with a head for one site: one attribute is weighed anew by what the site's people decided.""",
    "detoxify": """\
It is a checkpoint for the detoxify library, run by that library.""",
}

NO_JUDGE: Final = """\
It is no judge: a score is the calibrated share of comments like this one that people marked, and people differ."""

THRESHOLDS: Final = """\
Recommended per language and attribute: where F0.5, which counts precision twice as much as recall,
is highest on training rows kept back from fitting and weighted to the natural rates below.
No evaluation row was used."""

DATA: Final = """\
Rows that also occur in an evaluation set, or half of whose runs of six words do, were dropped.
Labels that a source does not have are unknown, not negative.
One row in eight was kept back for calibration (Platt 1999), weighted to the natural rates of comments."""

HOW: Final[Mapping[str, str]] = {
    "linear": """\
Each attribute is a logistic regression (scikit-learn) over TF-IDF weights with sublinear counts;
characters and words have length one each; most are scaled by log-count ratios first (Wang and Manning 2012),
and averaged with a plain fit.
Of what the names of groups and peoples add by themselves, measured on neutral sentences, a half is taken from them
for toxicity and insult, a third for identity_attack.
Weights are stored as signed square roots in eight bits.
A dozen ways to fit were compared on held-back rows and on evaluation sets alike (blend, number of buckets, what
our own sentences weigh, what names lose): the figures above are slightly kinder than fresh rows would be.
Texts of more than 75 words are also read in windows of 12, of which the highest counts, less a penalty.""",
    "transformer": """\
All attributes are learnt together, by cross-entropy over the labels that a source knows; each source is drawn in
each epoch as often as it is worth, and news comments stand on both sides: whole ones that people marked, and what
is left of such comments without the sentences that anybody marked.
Weights are rounded to seven of eight bits per column; the eighth is left free, so that every processor gives the
same scores.
Texts of more than 128 tokens are read in overlapping windows, of which the highest counts, less a penalty that
grows with their number.""",
    "cascade": """\
The two models' scores are joined by a logistic regression per attribute with weights that are not negative
(stacking, Wolpert 1992), fitted on rows that neither was fitted on: on comments of news sites for toxicity and
insult, on all rows where those are too few.
The transformer may raise any score, and lower it no further than to where doubt begins.
Spam is left to the linear model.
From which score on the transformer is asked was chosen on the same rows, as a share of comments at natural
rates.
That rule, the rows for the blends and the share were compared while the figures on evaluation sets were in view:
they are slightly kinder than fresh rows would be.""",
    "tuned": """\
The head is a logistic regression on the logits of all attributes, drawn to the model as it was; its offset keeps
the mean score where it was, so that what is flagged changes and not how much.
It was kept because it was better beyond doubt on labels kept back; figures and the number of labels stand in the
manifest, fingerprints of the labels beside it.
All that follows is the model's under the head.""",
    "detoxify": """\
Its training is its authors'; see their model card.""",
}

LIMITS: Final = """\
## Limits

- It knows words better than meaning: irony, quotation and negation mislead it. An insult quoted may score as one.
- Subtle hostility on news sites is ranked far worse than abuse on Wikipedia: compare the two tables above.
- An insult aimed at a thing ("a stupid law") and one aimed at oneself can score as insults; rules that
  look at whom a sentence addresses tell them apart.
- Threats were rare in training (some 450): "I will call you and your family" scores as one, a veiled one does not.
- Labels come from crowds of 2015 to 2021, mostly American; they are unfair to dialects and to reclaimed words.
- Wikipedia's share of the training text is large; words of games, sport and local politics are rarer.
- Russian and Turkish have few attributes, one or two sources each, and the linear model alone.
  Armenian, Georgian and all other languages get no score at all: lists and patterns see them."""
