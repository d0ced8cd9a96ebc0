"""The option by which commands name a site; apart from what opens the database."""

from typing import Annotated

import typer

#: Every command that works on one site names it alike.
SiteOption = Annotated[str, typer.Option("--site", help="Name of the site.", envvar="MODERATION_SITE")]
