"""Counts how often rules hold, and returns to shadow those that run away: durable, whoever does it when."""

from collections.abc import Callable, Iterable
from datetime import datetime

from moderation.domain.brake import Runaway, is_watching, runaways
from moderation.domain.comment import SiteId
from moderation.domain.insights.rule_count import COMMENTS, counts_of
from moderation.domain.policy import Policy
from moderation.domain.policy_version import PolicyVersion, VersionState, gone_live, live_of
from moderation.domain.site import PolicyFiles
from moderation.ports import Storage, Transaction
from moderation.publishing import Load

#: Verdicts that are counted at once.
PAGE = 500
#: Who stops a rule, in the record.
BRAKE = "brake"

#: Returns the same policy with some rules in shadow.
Shadow = Callable[[PolicyFiles, Iterable[str]], PolicyFiles]


def count(storage: Storage, *, site: SiteId, pages: int = 1) -> int:
    """Count the rules of verdicts that were not counted yet; returns of how many decisions.

    Every decision is counted once, also where several workers count: the mark moves with the counts.
    """
    done = 0
    for _ in range(pages):
        with storage.read(site) as transaction:
            mark = transaction.rule_counts.mark()
            page = transaction.rule_counts.after(mark, limit=PAGE)
        if not page:
            break
        counts = counts_of(held for held in page if held.policy)
        with storage.write(site) as transaction:
            if not transaction.rule_counts.add(counts, was=mark, upto=page[-1].position):
                break
        done += len(page)
        if len(page) < PAGE:
            break
    return done


def brake(
    storage: Storage, policy: Policy, *, site: SiteId, load: Load, in_shadow: Shadow, at: datetime
) -> list[Runaway]:
    """Return rules of the live policy to shadow that are new or changed and hold for more than they should.

    A new version goes live, made from the live one, that differs in their mode alone.

    Raises:
        Invalid: if the policy's main file is written in a way that only a person can change.
    """
    with storage.read(site) as transaction:
        versions = transaction.policies.versions()
        live = next((each for each in versions if each.state is VersionState.LIVE), None)
        if live is None or live.hash != policy.hash or not is_watching(live, at=at):
            return []
        counts = transaction.rule_counts.since(None, policy=live.hash)
        files = transaction.policies.files(live.hash)
        report = next((each for each in transaction.policies.reports(live.hash) if each.is_telling), None)
    matches = {rule: sum(c.matches for c in counts if c.rule == rule) for rule in (COMMENTS, *live.watched)}
    found = runaways(policy, live.watched, matches=matches, judged=matches[COMMENTS], report=report)
    if not found:
        return []
    changed = in_shadow(files, [each.rule for each in found])
    hash = load(changed.name, changed.files).hash
    with storage.write(site) as transaction:
        if live_of(transaction.policies.versions()).hash != live.hash:
            return []  # somebody was first: another worker, or an editor
        _stop(transaction, live, found, hash=hash, files=changed, at=at)
    return found


def _stop(
    transaction: Transaction,
    live: PolicyVersion,
    found: list[Runaway],
    *,
    hash: str,
    files: PolicyFiles,
    at: datetime,
) -> None:
    why = "; ".join(map(str, found))
    stopped = PolicyVersion(
        hash=hash,
        name=live.name,
        state=VersionState.DRAFT,
        created_at=at,
        parent=live.hash,
        saved_by=BRAKE,
        saved_why=why,
    )
    known = {version.hash: version for version in transaction.policies.versions()}
    if hash not in known:
        transaction.policies.add(stopped, files.files)
    left = tuple(rule for rule in live.watched if rule not in {each.rule for each in found})
    changed = gone_live(transaction.policies.versions(), hash, by=BRAKE, why=why, at=at, watched=left)
    for version in changed:
        transaction.policies.save(version)
    for each in found:
        detail = {"rule": each.rule, "owner": each.owner, "hash": hash, "replaced": live.hash, "why": str(each)}
        transaction.audit(by=BRAKE, what="policy.brake", detail=detail, at=at)
