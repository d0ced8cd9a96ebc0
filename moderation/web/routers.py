"""The pages, in the order in which they were written down."""

from moderation.web import acts, desk, files, lists, people, sessions

ROUTERS = (
    sessions.router,  # sign in, sign out, choose a password, change the site
    desk.router,  # what waits for a person
    acts.router,  # what a moderator does about it
    lists.router,  # comments as rows
    people.router,  # who may do what
    files.router,  # scripts and styles
)
