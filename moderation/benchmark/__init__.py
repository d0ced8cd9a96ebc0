"""Parts of `moderation bench`: the load, what it is compared with, the stages, and what a process uses."""
