"""Every setting, from the environment: `MODERATION_<NAME>`."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set; each default is sensible for one site on one machine."""

    model_config = SettingsConfigDict(env_prefix="MODERATION_", extra="ignore")

    database_url: Annotated[
        str, Field(description="Where everything is kept: sqlite:///file or postgresql+psycopg://user@host/db.")
    ] = "sqlite:///var/moderation.sqlite3"
    host: Annotated[str, Field(description="Address that the server listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(description="Port that the server listens on.", ge=1, le=65535)] = 8000
    public_url: Annotated[
        str | None,
        Field(description="Address under which clients reach the server, with its path prefix behind a proxy."),
    ] = None
    workers: Annotated[int, Field(description="Server processes; each holds the model once.", ge=1, le=64)] = 1
    policy: Annotated[
        Path, Field(description="Policy of a new site; for a site that exists, a change becomes a draft.")
    ] = Path("policies/default.yaml")
    second_editor: Annotated[
        bool,
        Field(description="A policy that blocks more goes live by another person than the one who saved it."),
    ] = False
    site: Annotated[str, Field(description="Name of the first site, made at the first start.")] = "default"
    api_key: Annotated[
        SecretStr | None,
        Field(description="The first site's first key, for automated set-up; made and shown once where unset."),
    ] = None
    models: Annotated[Path, Field(description="Folder of the models.")] = Path("models")
    model: Annotated[
        str | None, Field(description="Model to use, as NAME or NAME/VERSION; the folder's default where unset.")
    ] = None
    secret_file: Annotated[
        Path, Field(description="Secret for keyed hashes of addresses; written at first start, mode 0600.")
    ] = Path("var/secret")
    session_idle_minutes: Annotated[
        int, Field(description="A session that is not used for so long ends.", ge=1, le=10_080)
    ] = 480
    session_hours: Annotated[int, Field(description="A session ends after so long in any case.", ge=1, le=720)] = (
        168
    )
    proxy_user_header: Annotated[
        str | None,
        Field(description="Header by which your proxy tells who is signed in; people then need no password here."),
    ] = None
    proxy_addresses: Annotated[
        str,
        Field(description="Networks of the proxies whose header counts, with commas: 10.0.0.5, 10.1.0.0/16."),
    ] = ""
    smtp_host: Annotated[
        str | None, Field(description="Mail server for digests of what waits; none are sent where unset.")
    ] = None
    smtp_port: Annotated[int, Field(description="Port of the mail server.", ge=1, le=65535)] = 587
    smtp_security: Annotated[
        Literal["starttls", "tls", "none"],
        Field(description="starttls, tls from the first byte, or none on a network that you trust."),
    ] = "starttls"
    smtp_user: Annotated[str | None, Field(description="Name at the mail server, where it asks for one.")] = None
    smtp_password: Annotated[SecretStr | None, Field(description="Password at the mail server.")] = None
    digest_from: Annotated[str, Field(description="Address that digests come from.")] = "moderation@localhost"
    digest_to: Annotated[str, Field(description="Addresses that get digests, with commas.")] = ""
    digest_hours: Annotated[
        float, Field(description="A digest goes at most once in so many hours, if something waits.", gt=0, le=720)
    ] = 24.0
    digest_urgent: Annotated[str, Field(description="Queues that are told of at once, with commas.")] = (
        "urgent,legal"
    )
    webhook_hosts: Annotated[
        str,
        Field(description="Hosts that webhooks may reach at inside addresses and any port: `cms.intranet`."),
    ] = ""
    deadline_ms: Annotated[
        int, Field(description="What is not scored by then is judged by rules alone, degraded.", ge=10, le=60_000)
    ] = 500
    queue_limit: Annotated[
        int, Field(description="Comments that may wait at once; more are answered 503.", ge=1)
    ] = 1_000
    akismet_flag: Annotated[
        Literal["spam", "discard", "recheck"],
        Field(
            description="What Akismet's clients are told of a flagged comment; its plugin 5.5 holds on `recheck`."
        ),
    ] = "spam"
    akismet_block: Annotated[
        Literal["spam", "discard", "recheck"], Field(description="The same of a comment that is blocked.")
    ] = "spam"
    akismet_recheck_seconds: Annotated[
        int,
        Field(
            description="WordPress publishes what is held for `recheck` after twice as long.", ge=60, le=31_536_000
        ),
    ] = 604_800
    coral_secrets: Annotated[
        SecretStr,
        Field(
            description="Secrets of Coral's phases and webhooks as it shows them; `SITE=` before another site's."
        ),
    ] = SecretStr("")
    max_text_chars: Annotated[int, Field(description="Longest comment, in characters.", ge=1)] = 20_000
    max_body_bytes: Annotated[int, Field(description="Largest request body, in bytes.", ge=1_000)] = 1_048_576
    max_batch_bytes: Annotated[int, Field(description="Largest batch body, in bytes.", ge=1_000)] = 8_388_608
    log_level: Annotated[str, Field(description="debug, info, warning or error.")] = "info"
