"""The pages, in the order in which they were written down."""

from moderation.web import bench, desk, files, people, policy, policy_files, rules, sessions

ROUTERS = (
    sessions.router,  # sign in, sign out, choose a password, change the site
    desk.router,  # what waits for a person
    policy.router,  # what the policy says, and its versions
    rules.router,  # a form for each rule
    policy_files.router,  # the policy as it is written
    bench.router,  # try a comment
    people.router,  # who may do what
    files.router,  # scripts and styles
)
