"""The pages, in the order in which they were written down."""

from moderation.web import (
    acts,
    agreement,
    batches,
    bench,
    desk,
    files,
    insights,
    key_pages,
    lasting,
    lists,
    palette,
    people,
    policy,
    policy_files,
    rule_record,
    rules,
    sanctions,
    scores,
    searches,
    sessions,
    setup,
    suggestions,
    thresholds,
    words,
    writer,
)

ROUTERS = (
    sessions.router,  # sign in, sign out, choose a password, change the site
    desk.router,  # what waits for a person
    acts.router,  # what a moderator does about it
    lasting.router,  # what rules began for a time, and a person ends
    key_pages.router,  # which key does what
    palette.router,  # where else one can go
    searches.router,  # what a moderator comes back to
    batches.router,  # very many decided at once, by two people
    sanctions.router,  # steps of the ladder that wait for a person
    lists.router,  # comments as rows
    scores.router,  # what waits, by score
    policy.router,  # what the policy says, and its versions
    rules.router,  # a form for each rule
    rule_record.router,  # what a rule did, and taking it back
    policy_files.router,  # the policy as it is written
    bench.router,  # try a comment
    words.router,  # try a word
    agreement.router,  # verdicts beside what people decided; go live
    thresholds.router,  # what each cut-off of a score is worth
    suggestions.router,  # words that no rule knows
    insights.router,  # how the newsroom does
    people.router,  # who may do what
    setup.router,  # how it is connected
    writer.router,  # how one's comment stands
    files.router,  # scripts and styles
)
