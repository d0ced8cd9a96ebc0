"""The pages, in the order in which they were written down."""

from moderation.web import acts, desk, files, insights, lists, people, sessions, setup, writer

ROUTERS = (
    sessions.router,  # sign in, sign out, choose a password, change the site
    desk.router,  # what waits for a person
    acts.router,  # what a moderator does about it
    lists.router,  # comments as rows
    insights.router,  # how the newsroom does
    people.router,  # who may do what
    setup.router,  # how it is connected
    writer.router,  # how one's comment stands
    files.router,  # scripts and styles
)
