"""What an example states of its surroundings: who wrote it, what it stands under, what came before."""

from typing import Annotated

from pydantic import Field, StrictBool

from moderation.policyfile.markers import WHOLE, Strict
from moderation.policyfile.vocabulary import StandingName, Texts, absent
from moderation.policyfile.words import Text

Score = Annotated[float, Field(strict=True, ge=0, le=1)]
Number = Annotated[int, Field(strict=True, ge=0), WHOLE]


class RateFacts(Strict):
    """Earlier comments, in whatever window and of whomever rules ask about."""

    author: Number = absent("By the same author.")
    ip: Number = absent("From the same address.")
    article: Number = absent("Under the same article.")
    link_domain: Number = absent("With a link to the same site.")
    text: Number = absent("With the same text.")


class DuplicateFacts(Strict):
    """Earlier copies, in whatever window rules ask about."""

    author: Number = absent("By the same author.")
    any: Number = absent("By anybody.")


class SimilarityFacts(Strict):
    """How much earlier texts are like it, in whatever window and however many rules ask about."""

    author: Score = absent("One by the same author.")
    any: Score = absent("One by anybody.")


class AuthorFacts(Strict):
    """An example's author."""

    name: Text = absent("The name shown.")
    url: Text = absent("The address given.")
    email: Text = absent("The e-mail address given.")
    verified: StrictBool = absent("Whether the site vouches for the id.")
    role: Text = absent("The role at the site.")
    approved: Number = absent("Comments approved so far.")
    rejected: Number = absent("Comments rejected so far.")
    rejection_rate: Score = absent("Share of rejected comments.")
    strikes: Number = absent("Strikes that still count.")
    standing: StandingName = absent("What follows from them.")
    age_days: Annotated[float, Field(strict=True, ge=0)] = absent("Days since first seen.")
    name_taken_by_other: StrictBool = absent("Whether somebody else uses the name.")
    is_self_disclosure: StrictBool = absent("Whether personal data is the author's own; else read from it.")


class ArticleFacts(Strict):
    """An example's article."""

    title: Text = absent("Its title.")
    section: Text = absent("The section.")
    tags: Texts = absent("The tags.")
    people: Texts = absent("Who is named.")
    about: Texts = absent("What it is about.")
    author: Text = absent("Who wrote it.")
    age_days: Annotated[float, Field(strict=True, ge=0)] = absent("Days since published.")
    premoderated: StrictBool = absent("Whether every comment is looked at first.")
    sensitive: StrictBool = absent("Whether its subject is sensitive.")


class ParentFacts(Strict):
    """The comment that an example answers."""

    text: Text = absent("What it says.")
    author: Text = absent("Who wrote it.")


class ThreadFacts(Strict):
    """An example's thread."""

    length: Number = absent("Comments so far.")
    depth: Number = absent("Comments above it.")
    replies_to_staff: StrictBool = absent("Whether it answers the staff.")
    temperature: Score = absent("Share of the last comments that are held or were refused.")
    authors: Texts = absent("Who takes part.")
