"""Why a changed rule or file was not saved, who was first, and how the change can go on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from moderation.domain.errors import Conflict, ModerationError, NotFound, StaleVersion
from moderation.domain.policy_difference import PolicyDifference
from moderation.domain.policy_version import PolicyVersion, VersionState
from moderation.service import Service
from moderation.web.faults import ShownFault, Typed, shown_faults
from moderation.web.shown_policy import ShownPolicy, shown
from moderation.web.visitors import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """A version that somebody saved or published since what is edited was opened."""

    version: PolicyVersion
    #: Whether the rule or file that is edited stands there as it was opened, so that the change can go there.
    is_same_there: bool

    @property
    def is_draft(self) -> bool:
        """Whether a draft of one's own may stand beside it."""
        return self.version.state is VersionState.DRAFT

    @property
    def by(self) -> str | None:
        """Who was first."""
        return self.version.saved_by if self.is_draft else self.version.published_by


#: What of a version's files is edited; raises `NotFound` where it is not there.
Part = Callable[[Mapping[str, str]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why nothing was saved."""

    error: ModerationError
    #: Where what was typed has faults.
    faults: Sequence[ShownFault] = ()
    #: Who was first, if that is why.
    newer: Newer | None = None

    @property
    def status(self) -> int:
        """The HTTP status of a page that says so."""
        return 409 if isinstance(self.error, Conflict) else 422


def refusal_of(
    service: Service, visitor: Visitor, error: ModerationError, *, found: ShownPolicy, part: Part, typed: Typed
) -> Refusal:
    """Return what a page says of an error: each fault at its place, or who was first."""
    faults, newer = shown_faults(error, typed), None
    if isinstance(error, StaleVersion) and isinstance(error.difference, PolicyDifference):
        there = shown(service, visitor, error.difference.after.partition("@")[2])
        newer = Newer(version=there.version, is_same_there=_is_same(found, there, part))
    return Refusal(error=error, faults=faults, newer=newer)


def begun_from(service: Service, visitor: Visitor, form: Mapping[str, str], *, part: Part) -> ShownPolicy:
    """Return the version that a form was made from, or that to which its change goes (`onto`).

    Raises:
        Conflict: if what is edited is not the same there.
    """
    found = shown(service, visitor, form.get("version") or None)
    if not form.get("onto"):
        return found
    there = shown(service, visitor, form["onto"])
    if not _is_same(found, there, part):
        raise Conflict("They changed the same lines. Open that version, and make your change there.")
    return there


def is_beside(form: Mapping[str, str]) -> bool:
    """Whether a form asks for a draft of its own: by a button, or by choosing no draft where some are offered."""
    return "beside" in form or form.get("version") == ""


def _is_same(one: ShownPolicy, other: ShownPolicy, part: Part) -> bool:
    try:
        return part(one.files.files) == part(other.files.files)
    except NotFound:
        return False
