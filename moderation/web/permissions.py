"""Who may see and do what: the one table, and the one place that asks it."""

from enum import Enum

from moderation.domain.account import Role


class Open(Enum):
    """Routes that ask for no role on a site."""

    #: Nobody needs to be signed in.
    EVERYBODY = "everybody"
    #: Whoever is signed in, in any role.
    SIGNED_IN = "signed in"


Needed = Role | Open

#: Method and path → who may.
PERMISSIONS: dict[tuple[str, str], Needed] = {
    # the way in and out
    ("GET", "/"): Open.EVERYBODY,
    ("GET", "/sign-in"): Open.EVERYBODY,
    ("POST", "/sign-in"): Open.EVERYBODY,
    ("GET", "/welcome/{secret}"): Open.EVERYBODY,
    ("POST", "/welcome/{secret}"): Open.EVERYBODY,
    ("POST", "/sign-out"): Open.SIGNED_IN,
    ("POST", "/sign-out-everywhere"): Open.SIGNED_IN,
    ("POST", "/site"): Open.SIGNED_IN,
    ("GET", "/account"): Open.SIGNED_IN,
    # the writer of a comment
    ("GET", "/comment/{site}/{token}"): Open.EVERYBODY,
    ("POST", "/comment/{site}/{token}"): Open.EVERYBODY,
    # the desk
    ("GET", "/desk"): Role.READER,
    ("GET", "/palette"): Role.READER,
    # the policy
    ("GET", "/policy"): Role.READER,
    ("GET", "/policy/versions/{hash}"): Role.READER,
    ("POST", "/policy/versions/{hash}/backtest"): Role.EDITOR,
    ("GET", "/policy/versions/{hash}/backtest/{id}"): Role.EDITOR,
    ("POST", "/policy/versions/{hash}/backtest/{id}/cancel"): Role.EDITOR,
    ("POST", "/policy/versions/{hash}/publish"): Role.EDITOR,
    ("POST", "/policy/versions/{hash}/discard"): Role.EDITOR,
    ("POST", "/policy/versions/{hash}/carry-over"): Role.EDITOR,
    ("POST", "/policy/versions/{hash}/rollback"): Role.EDITOR,
    ("GET", "/policy/new-rule"): Role.EDITOR,
    ("POST", "/policy/new-rule"): Role.EDITOR,
    ("GET", "/policy/rules/{id}"): Role.READER,
    ("POST", "/policy/rules/{id}"): Role.EDITOR,
    ("GET", "/policy/rules/{id}/record"): Role.READER,
    ("POST", "/policy/rules/{id}/record"): Role.EDITOR,
    ("GET", "/policy/files"): Role.READER,
    ("POST", "/policy/files"): Role.EDITOR,
    ("POST", "/policy/check"): Role.EDITOR,
    ("GET", "/policy/lists/{id}"): Role.READER,
    ("GET", "/policy/words"): Role.READER,
    ("GET", "/policy/agreement"): Role.READER,
    ("POST", "/policy/agreement/mode"): Role.EDITOR,
    ("GET", "/policy/thresholds"): Role.READER,
    ("POST", "/policy/thresholds"): Role.EDITOR,
    ("GET", "/policy/suggestions"): Role.EDITOR,
    ("POST", "/policy/suggestions"): Role.EDITOR,
    ("POST", "/policy/suggestions/cancel"): Role.EDITOR,
    ("POST", "/policy/suggestions/dismiss"): Role.EDITOR,
    ("GET", "/policy/bench"): Role.READER,
    ("POST", "/policy/bench"): Role.READER,
    ("GET", "/desk/next"): Role.READER,
    ("GET", "/desk/card"): Role.READER,
    ("GET", "/desk/comment"): Role.READER,
    ("GET", "/desk/waiting"): Role.READER,
    ("GET", "/desk/keys"): Role.READER,
    ("GET", "/desk/list"): Role.READER,
    ("GET", "/desk/rows"): Role.READER,
    ("GET", "/desk/scores"): Role.READER,
    ("GET", "/desk/published"): Role.READER,
    ("GET", "/desk/blocked"): Role.READER,
    ("GET", "/desk/search"): Role.READER,
    ("GET", "/desk/batches"): Role.READER,
    ("GET", "/desk/steps"): Role.READER,
    # one's own
    ("POST", "/desk/searches/{act}"): Role.READER,
    ("POST", "/desk/keys"): Role.READER,
    ("POST", "/desk/claim"): Role.MODERATOR,
    ("POST", "/desk/release"): Role.MODERATOR,
    ("POST", "/desk/rule"): Role.MODERATOR,
    ("POST", "/desk/undo"): Role.MODERATOR,
    ("POST", "/desk/batches/{act}"): Role.MODERATOR,
    # a step may ask for an editor
    ("POST", "/desk/steps/{act}"): Role.MODERATOR,
    ("POST", "/desk/escalate"): Role.MODERATOR,
    ("POST", "/desk/note"): Role.MODERATOR,
    ("POST", "/desk/block"): Role.MODERATOR,
    # a step that an editor confirmed asks for an editor
    ("POST", "/desk/lift"): Role.MODERATOR,
    ("POST", "/desk/premoderation"): Role.MODERATOR,
    ("POST", "/desk/label"): Role.MODERATOR,
    # it goes into a draft, and an editor publishes it
    ("POST", "/desk/example"): Role.MODERATOR,
    # how the newsroom does
    ("GET", "/insights"): Role.READER,
    ("GET", "/insights/{figure}.csv"): Role.READER,
    ("GET", "/insights/{figure}"): Role.READER,
    ("GET", "/transparency"): Role.READER,
    ("GET", "/transparency.csv"): Role.READER,
    ("GET", "/transparency/statements.{kind}"): Role.READER,
    # how it is connected
    ("GET", "/setup"): Role.ADMINISTRATOR,
    ("POST", "/setup/keys"): Role.ADMINISTRATOR,
    ("POST", "/setup/keys/rotate"): Role.ADMINISTRATOR,
    ("POST", "/setup/keys/revoke"): Role.ADMINISTRATOR,
    ("POST", "/setup/try"): Role.ADMINISTRATOR,
    # people
    ("GET", "/people"): Role.ADMINISTRATOR,
    ("POST", "/people"): Role.ADMINISTRATOR,
    ("POST", "/people/role"): Role.ADMINISTRATOR,
    ("POST", "/people/link"): Role.ADMINISTRATOR,
    ("POST", "/people/disable"): Role.ADMINISTRATOR,
}


def needed(method: str, path: str) -> Needed:
    """Return who may use a route.

    Raises:
        LookupError: if the table does not say; a route is never open by omission.
    """
    try:
        return PERMISSIONS[method, path]
    except KeyError:
        raise LookupError(f"{method} {path} has no entry in web.permissions.PERMISSIONS; add it.") from None


def may(role: Role | None, needed: Needed) -> bool:
    """Whether somebody with a role on the site, or with none, may use a route."""
    if needed is Open.EVERYBODY:
        return True
    if needed is Open.SIGNED_IN or role is None:
        return role is not None
    assert isinstance(needed, Role)
    return role.may(needed)
