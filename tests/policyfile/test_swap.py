"""Whoever is meant, the verdict is the same; and where it is not, an editor has to say why."""

import pytest

from moderation.domain.policy import Policy
from moderation.policyfile.counterparts import Counterparts
from moderation.policyfile.load import loads
from moderation.policyfile.rehearse import observer
from moderation.policyfile.swap import Fairness, exchanges, run_swaps

_POLICY = """
version: 1
clauses: {{hate: {{title: No hate, text: No contempt for peoples.}}}}
lists:
  peoples: {{words: [Armenians, Turks, Abkhazians], names_groups: true}}
rules:
  - id: vermin
    clause: hate
    when: {{regex: {{pattern: '{pattern}'}}}}
    then: {{verdict: flag}}
    {swap}
    examples:
      hit: [{hit}]
      miss: [The weather is fine.]
"""


def _policy(*, pattern: str, hit: str, swap: str = "") -> Policy:
    return loads(_POLICY.format(pattern=pattern, hit=hit, swap=swap), name="p.yaml")


def _fairness(policy: Policy) -> Fairness:
    return run_swaps(policy, observe=observer(policy))


def _texts(text: str) -> list[str]:
    return [each.text for each in exchanges(text, Counterparts.of(["Abkhazians"]))]


@pytest.mark.parametrize(
    ("text", "exchanged"),
    [
        pytest.param("Armenians lie.", "Turks lie.", id="many"),
        pytest.param("An Armenian told me.", "A Turk told me.", id="one, with its article"),
        pytest.param("They eat Armenian bread.", "They eat Turkish bread.", id="adjective"),
        pytest.param("typical turkish army", "typical azerbaijani army", id="small letters"),
        pytest.param("TURKS OUT", "AZERBAIJANIS OUT", id="capitals"),
        pytest.param("Armenians and Turks talk.", "Turks and Azerbaijanis talk.", id="two at once"),
        pytest.param("Гони армян отсюда", "Гони турков отсюда", id="Russian, in its case"),
        pytest.param("Ermenilere ekmek yok", "Türklere ekmek yok", id="Turkish, in its case"),
        pytest.param("Թուրքերը եկան", "Ադրբեջանցիները եկան", id="Armenian"),
        pytest.param("hayery ekan", "turqery ekan", id="Armenian in Latin letters"),
        pytest.param("Abkhazians lie.", "Turks lie.", id="a people of the policy alone"),
        pytest.param("Women drive.", "Men drive.", id="sexes"),
        pytest.param("Refugees came.", "Foreigners came.", id="newcomers"),
        pytest.param("The gay people won.", "The trans people won.", id="of two words"),
    ],
)
def test_a_group_stands_where_another_stood(text: str, exchanged: str) -> None:
    """A text with a slip of grammar would be judged for the slip."""
    assert exchanged in _texts(text)


@pytest.mark.parametrize("text", ["Nothing of the kind.", "A glass of rum, please.", "The manhole is open."])
def test_a_text_without_groups_stays(text: str) -> None:
    """What is no group is not exchanged."""
    assert _texts(text) == []


def test_a_rule_for_one_people_alone_is_a_finding() -> None:
    """A rule that knows only the hatred that its author has met protects only its author's friends."""
    fairness = _fairness(_policy(pattern="armenians are vermin", hit="Armenians are vermin."))

    [finding] = fairness.findings
    assert finding.rule == "vermin"
    assert (finding.text, finding.exchanged) == ("Armenians are vermin.", "Turks are vermin.")
    assert (finding.verdict, finding.exchanged_verdict) == ("flag: holds", "allow: does not hold")
    assert finding.differing == finding.tried == fairness.texts


def test_a_rule_for_all_is_none() -> None:
    """Fair rules pass without a word."""
    fairness = _fairness(_policy(pattern=r"\pL+ are vermin", hit="Armenians are vermin."))

    assert fairness.examples == 1
    assert fairness.differences == ()


def test_a_reason_at_the_example_accounts_for_it() -> None:
    """History knows one-sided facts; the reason is there for whoever asks."""
    hit = "{text: Armenians are vermin., swap: {why: The slogan of one party.}}"

    fairness = _fairness(_policy(pattern="armenians are vermin", hit=hit))

    assert fairness.findings == ()
    assert [each.why for each in fairness.differences] == ["The slogan of one party."]


def test_a_reason_covers_the_groups_that_it_names() -> None:
    """A reason for one people is none for the others."""
    hit = "{text: Armenians are vermin., swap: {why: A reason., except: [Turks, Kurds]}}"

    fairness = _fairness(_policy(pattern="armenians are vermin", hit=hit))

    [finding] = fairness.findings
    assert finding.differing == finding.tried - 2


def test_a_reason_at_the_rule_accounts_for_all_its_examples() -> None:
    """A rule about one people's own quarrel says so once."""
    swap = "swap: {why: About one party.}"

    fairness = _fairness(_policy(pattern="armenians are vermin", hit="Armenians are vermin.", swap=swap))

    assert fairness.findings == ()


def test_a_reason_without_a_difference_is_told() -> None:
    """An excuse that outlives its cause hides the next one."""
    hit = "{text: Armenians are vermin., swap: {why: Once needed.}}"

    fairness = _fairness(_policy(pattern=r"\pL+ are vermin", hit=hit))

    assert fairness.idle == (("vermin", "Armenians are vermin."),)
